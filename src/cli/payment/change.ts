/** Commands that pay in other ways than stegos send, and one that takes back. */
import { readBody } from '../body-input.ts'
import { usageError } from '../cli-error.ts'
import { direct } from '../direct.ts'
import { readCoins } from '../read-amount.ts'

export const cancel = direct({
  name: 'payment cancel',
  method: 'payment.cancel',
  summary: 'Take back a payment',
  about: ['As long as it is `created`: what was handed to the network cannot be taken back.'],
  arguments: [{ name: 'PAYMENT', about: 'Its id.' }],
  options: ['idempotency-key'],
  examples: [['stegos payment cancel 4f1c…', 'Its coins are free again.']],
  params: ({ words: [paymentId] }) => ({ paymentId: paymentId! }),
})

export const many = direct({
  name: 'payment many',
  method: 'payment.sendMany',
  summary: 'Pay several',
  options: ['account', 'to', 'idempotency-key'],
  examples: [
    ['stegos payment many --to dstg1a…=5 --to dstg1b…=2.5', 'Two payments.'],
    [
      'stegos payment many --to dstg1a…=5 --to dstg1b…=2.5 --idempotency-key wages-2030-01',
      'Safe to repeat.',
    ],
  ],
  async params({ settings: { to = [] }, account }) {
    const payments = to.map(readPayment)
    if (payments.length === 0) throw usageError('to whom? Give --to ADDRESS=AMOUNT, once for each payment')
    return { accountId: await account(), payments }
  },
})

export const receipt = direct({
  name: 'payment public',
  method: 'payment.sendPublic',
  summary: 'Pay and get a receipt',
  about: ['The same as stegos send and stegos payment prove in one.'],
  arguments: [
    { name: 'ADDRESS', about: 'The receiver.' },
    { name: 'AMOUNT', about: 'How many STG.' },
  ],
  options: ['account', 'data', 'data-file', 'app', 'idempotency-key'],
  examples: [['stegos payment public dstg1… 20', 'The receipt is for whoever asks for one.']],
  async params({ words: [to, coins], settings, invocation, account }) {
    const amount = readCoins(coins!)
    const data = await readBody(settings.data, settings['data-file'], invocation.io)
    return { accountId: await account(), to: to!, amount, data, app: settings.app }
  },
})

export const consolidate = direct({
  name: 'payment consolidate',
  method: 'payment.consolidate',
  summary: 'Merge small coins',
  options: ['account', 'idempotency-key'],
  examples: [['stegos payment consolidate', 'As many as one transaction takes.']],
  params: async ({ account }) => ({ accountId: await account() }),
})

function readPayment(text: string): { to: string; amount: string } {
  const [to, coins, ...rest] = text.split('=')
  if (!to || coins === undefined || rest.length > 0)
    throw usageError(`--to is ADDRESS=AMOUNT, not ${JSON.stringify(text)}`)
  return { to, amount: readCoins(coins, `--to ${text}: the amount is zero`) }
}
