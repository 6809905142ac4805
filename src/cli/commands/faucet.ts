import { parseAmount, waitForPayment } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { findAccount } from '../find-account.ts'
import { coins, fields, print } from '../print.ts'

export const commands: readonly Command[] = [
  {
    name: 'faucet',
    summary: 'Free coins for an account, on a development network',
    arguments: [{ name: 'AMOUNT', about: 'How many STG; the node chooses unless told.', optional: true }],
    options: ['account', 'wait', 'idempotency-key', ...CLIENT_OPTIONS],
    examples: [
      ['stegos faucet', 'For the only account.'],
      ['stegos faucet 100 --account alice --wait', 'So many, and wait until they are there.'],
    ],
    async run(invocation) {
      const { settings, io } = invocation
      const { signal } = io
      const [given] = invocation.arguments
      const amount = given === undefined ? undefined : readAmount(given)
      using client = connect(invocation)
      const { accountId, address } = await findAccount(client, invocation)
      const paid = await client.dev.faucet(
        { address, amount },
        { signal, idempotencyKey: settings['idempotency-key'] },
      )
      if (settings.wait) await waitForPayment(client, { paymentId: paid.paymentId, accountId, signal })
      print(invocation, paid, () =>
        fields([
          ['Amount', coins(paid.amount)],
          ['Payment', paid.paymentId],
          ['Transaction', paid.transactionId],
        ]),
      )
    },
  },
]

function readAmount(text: string): string {
  try {
    return parseAmount(text)
  } catch {
    throw usageError(`AMOUNT is a number of STG with up to six decimal places, not ${JSON.stringify(text)}`)
  }
}
