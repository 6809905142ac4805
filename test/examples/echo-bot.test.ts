/** The example of a bot, killed where it hurts: every question has one answer. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Client, decodeText, encodeBody, isStegosError, listAll } from '../../src/sdk/index.ts'
import { createFunded, fund, type TestAccount } from '../support/accounts.ts'
import { type ExampleProcess, startExample } from '../support/example-process.ts'
import { type NodeProcess, portOf, startNode } from '../support/node-process.ts'

let node: NodeProcess
let client: Client
let asker: TestAccount
let state: string
before(async () => {
  node = await startNode()
  client = node.client({ retry: { attempts: 1_000, delay: 20, maxDelay: 200 } })
  asker = await createFunded(client, 'asker')
  for (let coin = 0; coin < 3; coin += 1) await fund(client, asker)
  state = join(node.dataDirectory, 'bot.json')
})
after(async () => {
  client.close()
  await node.stop()
})

const KILLER = new URL('../support/kill-before-save.ts', import.meta.url)

/** @param doomed whether it dies between an answer and the note that it was given */
async function begin(doomed = false): Promise<{ bot: ExampleProcess; address: string }> {
  const bot = startExample(node, 'echo-bot.ts', [], {
    BOT_FILE: state,
    ...(doomed ? { NODE_OPTIONS: `--import=${KILLER}` } : {}),
  })
  const [, address] = await bot.line(/Write to (dstg1\w+)/)
  return { bot, address: address! }
}

/** Sends that to the bot, with the address to answer to, and returns once it is final. */
async function ask(to: string, text: string, amount = '0'): Promise<void> {
  const body = encodeBody(JSON.stringify({ text, replyTo: asker.address }))
  const { accountId } = asker
  for (;;) {
    try {
      if (amount === '0') await client.message.send({ accountId, to, body })
      else await client.payment.send({ accountId, to, amount, data: body })
      break
    } catch (error) {
      // Refused before anything is stored: the coins come back with the next block.
      if (!isStegosError(error, 'insufficient_funds')) throw error
      await client.dev.mine()
    }
  }
  await client.dev.mine()
}

async function answers(): Promise<string[]> {
  const texts: string[] = []
  for await (const { body = '' } of listAll((cursor) =>
    client.message.list({ accountId: asker.accountId, cursor }),
  ))
    texts.push(decodeText(body))
  return texts.sort()
}

async function untilAnswered(text: string): Promise<void> {
  while (!(await answers()).includes(text)) await client.dev.mine()
}

test('every question has one answer, and every gift one thanks, whatever dies', async () => {
  let { bot, address } = await begin(true)
  await ask(address, 'one')
  // It dies with each answer before it has noted that it gave it.
  for (let death = 0; death < 3; death += 1) {
    assert.equal(await bot.exited, null, bot.output())
    assert.match(bot.output(), death === 0 ? /Answered: message/ : /Answered again, perhaps: message/)
    if (death < 2) ({ bot } = await begin(true))
  }
  await ask(address, 'two')
  ;({ bot } = await begin())
  await bot.line(/Answered again, perhaps: message/)
  await untilAnswered('You said: two')

  // It is away, and what comes in the meantime is answered when it is back.
  await bot.kill()
  await ask(address, 'three')
  await ask(address, 'gift', '1500000')
  ;({ bot } = await begin())
  await untilAnswered('You said: three')
  await untilAnswered('Thank you for 1.5 STG')

  // The node dies.
  await node.kill()
  node = await startNode({ dataDirectory: node.dataDirectory, port: portOf(node) })
  await ask(address, 'four')
  await untilAnswered('You said: four')

  // What nobody can answer is kept, and stops nothing.
  const nonsense = encodeBody(JSON.stringify({ text: 'nobody', replyTo: 'nowhere' }))
  await client.message.send({ accountId: asker.accountId, to: address, body: nonsense })
  await ask(address, 'five')
  await untilAnswered('You said: five')
  const [letter, ...more] = readFileSync(`${state}.dead`, 'utf8').trim().split('\n')
  assert.deepEqual(more, [])
  assert.equal(JSON.parse(letter!).error.symbol, 'invalid_address')

  assert.equal(await bot.stop(), 0, bot.output())
  assert.match(bot.output(), /Stopped/)
  await client.dev.mine({ blocks: 3 })
  const said = ['one', 'two', 'three', 'four', 'five'].map((text) => `You said: ${text}`)
  assert.deepEqual(await answers(), [...said, 'Thank you for 1.5 STG'].sort())
})
