import { waitForPayment } from '../../sdk/index.ts'
import { readBody } from '../body-input.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { EXIT } from '../exit-codes.ts'
import { findAccount } from '../find-account.ts'
import { coins, fields, print } from '../print.ts'
import { readCoins } from '../read-amount.ts'

export const commands: readonly Command[] = [
  {
    name: 'send',
    summary: 'Pay',
    about: [
      'Returns as soon as the node has stored the payment and handed it on. With --wait it returns when the payment is final, or with exit code 6 when it will never be.',
      'A script that may be interrupted gives an --idempotency-key of its own: the same command with the same key pays once, however often it is run.',
    ],
    arguments: [
      { name: 'ADDRESS', about: 'The receiver.' },
      { name: 'AMOUNT', about: 'How many STG, with up to six decimal places.' },
    ],
    options: ['account', 'data', 'data-file', 'app', 'wait', 'idempotency-key', ...CLIENT_OPTIONS],
    examples: [
      ['stegos send dstg1… 1.5', 'One and a half coins from the only account.'],
      ['stegos send dstg1… 20 --account shop --wait', 'From one of several accounts, until it is final.'],
      ["stegos send dstg1… 7 --data 'invoice 12' --app shop", 'With a text only the receiver can read.'],
      ['stegos send dstg1… 3 --idempotency-key payout-2030-01-02', 'Safe to repeat.'],
    ],
    async run(invocation) {
      const { settings, io } = invocation
      const { signal } = io
      const [to, coinsGiven] = invocation.arguments
      const amount = readCoins(
        coinsGiven!,
        'AMOUNT is zero; to send data alone there is: stegos message send',
      )
      const data = await readBody(settings.data, settings['data-file'], io)
      using client = connect(invocation)
      const { accountId } = await findAccount(client, invocation)
      const sent = await client.payment.send(
        { accountId, to: to!, amount, data, app: settings.app },
        { signal, idempotencyKey: settings['idempotency-key'] },
      )
      const { paymentId } = sent
      const payment = settings.wait
        ? { ...sent, ...(await waitForPayment(client, { paymentId, accountId, signal })) }
        : sent
      print(invocation, payment, () =>
        fields([
          ['Status', payment.status],
          ['Payment', payment.paymentId],
          ['Transaction', payment.transactionId],
          ['Message', payment.messageId],
          ['Amount', coins(amount)],
          ['Fee', coins(sent.fee)],
          ['Height', 'height' in payment ? payment.height : undefined],
        ]),
      )
      return payment.status === 'rejected' || payment.status === 'cancelled' ? EXIT.rejected : EXIT.ok
    },
  },
]
