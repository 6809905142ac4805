/**
 * A bot that answers messages and thanks for payments, each once, whatever breaks in between: this program, the node, or the
 * connection.
 *
 *   npm exec -- node examples/echo-bot.ts
 *
 * Nobody sees who sent a message, so whoever wants an answer says where to: {"text": "hello", "replyTo": "dstg1…"}.
 *
 * The trick is the key of each answer, which follows from the event. When the bot dies after it has answered and before it
 * has noted that, it answers again, and the node sees that this is the same answer.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
// In a project of your own: from 'stegos/bot', 'stegos/bot/node' and 'stegos'.
import { type BotContext, runBot } from '../src/sdk/bot/index.ts'
import { deadLetterFile, fileStore, stopSignal } from '../src/sdk/bot/node/index.ts'
import {
  createClient,
  decodeText,
  encodeBody,
  formatAmount,
  listAll,
  waitForPayment,
} from '../src/sdk/index.ts'

const STATE = process.env.BOT_FILE ?? 'echo-bot.json'
const url = process.env.STEGOS_URL ?? 'http://127.0.0.1:3145'
const token =
  process.env.STEGOS_TOKEN ?? readFileSync(join(homedir(), '.stegos', 'dev', 'api.token'), 'utf8').trim()

using client = createClient({ url, token })

const { accountId, address } = await openAccount()
console.log(`Write to ${address}`)

await runBot({
  client,
  name: 'echo-bot',
  accountId,
  from: 'genesis',
  store: fileStore(STATE),
  signal: stopSignal(),
  onDeadLetter: deadLetterFile(`${STATE}.dead`),
  onFailure: ({ id, error, delay }) => console.log(`${id} failed, again in ${delay} ms: ${error}`),
  on: {
    'message.received': async ({ body, amount }, context) => {
      // Money that comes with words is thanked for, below.
      if (amount !== '0') return
      const { text, replyTo } = readRequest(body)
      if (replyTo) await answer(replyTo, `You said: ${text}`, context)
    },
    'payment.status': async ({ direction, status, amount, data }, context) => {
      if (direction !== 'in' || status !== 'final' || amount === '0') return
      const { replyTo } = readRequest(data)
      if (replyTo) await answer(replyTo, `Thank you for ${formatAmount(amount)} STG`, context)
    },
  },
})
console.log('Stopped')

/** The account of the bot. With their keys it is one account, and one gift, if the bot dies on the way. */
async function openAccount(): Promise<{ accountId: string; address: string }> {
  for await (const known of listAll((cursor) => client.account.list({ cursor })))
    if (known.name === 'echo-bot') return known
  const made = await client.account.create({ name: 'echo-bot' }, { idempotencyKey: 'echo-bot-account' })
  const { address, accountId } = made
  // An answer costs the fee of a payment.
  const { paymentId } = await client.dev.faucet({ address }, { idempotencyKey: 'echo-bot-coins' })
  await waitForPayment(client, { paymentId, accountId })
  return made
}

async function answer(to: string, text: string, { id, key, isRepeat, signal }: BotContext): Promise<void> {
  const body = encodeBody(text)
  await client.message.send({ accountId, to, body }, { idempotencyKey: key('answer'), signal })
  console.log(`${isRepeat ? 'Answered again, perhaps:' : 'Answered:'} ${id}`)
}

/** What a stranger has written may be anything. */
function readRequest(body = ''): { text?: string; replyTo?: string } {
  try {
    const { text, replyTo } = JSON.parse(decodeText(body))
    return typeof replyTo === 'string' ? { text: String(text), replyTo } : {}
  } catch {
    return {}
  }
}
