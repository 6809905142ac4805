/** Commands that tell of payments. */
import { parseAmount } from '../../sdk/amount.ts'
import type { PaymentStatus } from '../../sdk/index.ts'
import { readBody } from '../body-input.ts'
import { usageError } from '../cli-error.ts'
import { direct } from '../direct.ts'
import { EXIT } from '../exit-codes.ts'
import { pageOf } from '../page-of.ts'

const STATUSES: readonly PaymentStatus[] = ['created', 'broadcast', 'final', 'rejected', 'cancelled']

export const list = direct({
  name: 'payment list',
  method: 'payment.list',
  summary: 'Payments of an account',
  options: ['account', 'sent', 'received', 'status', 'limit', 'oldest', 'cursor'],
  meanings: { sent: 'Only those sent.', status: `Only those that are ${STATUSES.join(', ')}.` },
  examples: [
    ['stegos payment list', 'The newest.'],
    ['stegos payment list --received --status final --json', 'Deposits, for a program.'],
  ],
  async params({ invocation, settings, account }) {
    const { sent, received } = settings
    if (sent && received) throw usageError('give --sent or --received, not both; without them there are both')
    const direction = sent ? 'out' : received ? 'in' : undefined
    const status = STATUSES.find((each) => each === settings.status)
    if (settings.status !== undefined && !status)
      throw usageError(`--status is one of ${STATUSES.join(', ')}, not ${settings.status}`)
    return { accountId: await account(), direction, status, ...pageOf(invocation) }
  },
})

export const get = direct({
  name: 'payment get',
  method: 'payment.get',
  summary: 'One payment',
  arguments: [{ name: 'PAYMENT', about: 'Its id.' }],
  options: ['account'],
  examples: [['stegos payment get 4f1c…', 'Where it stands.']],
  params: async ({ words: [paymentId], namedAccount }) => ({
    paymentId: paymentId!,
    accountId: await namedAccount(),
  }),
})

export const estimate = direct({
  name: 'payment estimate',
  method: 'payment.estimate',
  summary: 'What a payment would take',
  about: ['Nothing is paid. Ends with exit code 1 when there is not enough.'],
  arguments: [
    { name: 'AMOUNT', about: 'How many STG; 0 for a message.' },
    { name: 'ADDRESS', about: 'The receiver, to have the address checked.', optional: true },
  ],
  options: ['account', 'data', 'data-file'],
  examples: [['stegos payment estimate 12.5', 'Its fee, and whether the account can pay it.']],
  async params({ words: [coins, to], settings, invocation, account }) {
    const data = await readBody(settings.data, settings['data-file'], invocation.io)
    return { accountId: await account(), amount: readAmount(coins!), to, data }
  },
  exit: ({ sufficient }) => (sufficient ? EXIT.ok : EXIT.refused),
})

export const prove = direct({
  name: 'payment prove',
  method: 'payment.prove',
  summary: 'A receipt for a payment',
  about: ['Shows whoever gets it that this payment went to that address; it reveals nothing else.'],
  arguments: [{ name: 'PAYMENT', about: 'Its id.' }],
  options: ['account', 'challenge'],
  examples: [['stegos payment prove 4f1c… --challenge order-7', 'For whoever chose that challenge.']],
  params: async ({ words: [paymentId], settings: { challenge }, namedAccount }) => ({
    paymentId: paymentId!,
    accountId: await namedAccount(),
    challenge,
  }),
})

export const verify = direct({
  name: 'payment verify',
  method: 'payment.verifyProof',
  summary: 'Check a receipt',
  about: ['Ends with exit code 7 when it does not hold.'],
  arguments: [{ name: 'PROOF', about: 'The receipt.' }],
  options: ['challenge'],
  examples: [['stegos payment verify 01a7… --challenge order-7', 'What was paid, and to whom.']],
  params: ({ words: [proof], settings: { challenge } }) => ({ proof: proof!, challenge }),
  exit: ({ valid }) => (valid ? EXIT.ok : EXIT.notProven),
})

function readAmount(text: string): string {
  try {
    return parseAmount(text)
  } catch {
    throw usageError(`AMOUNT is a number of STG with up to six decimal places, not ${JSON.stringify(text)}`)
  }
}
