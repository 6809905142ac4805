/** What a node has promised and must have kept, whatever happened to it. */
import assert from 'node:assert/strict'
import { type Client, decodeText, listAll } from '../../src/sdk/index.ts'
import type { TestAccount } from './accounts.ts'
import { checkSupply } from './check-supply.ts'
import { type Accepted, type Reader, send, TOPICS, type World } from './crash-load.ts'
import type { SeededRandom } from './seeded-random.ts'

export type CrashRunResult = {
  readonly payments: number
  readonly messages: number
  readonly blocks: number
  readonly events: number
}

/** What was accepted is there after the crash, and asking again with the same key changes nothing. */
export async function checkRepeats(
  client: Client,
  world: World,
  accepted: readonly Accepted[],
  random: SeededRandom,
): Promise<void> {
  const { accountId } = world.payer
  for (const { id, text } of accepted.slice(-5)) {
    if (text === undefined) await client.payment.get({ paymentId: id, accountId })
    else await client.message.get({ messageId: id, accountId })
  }
  if (accepted.length === 0) return
  const { key, id, amount, text } = random.pick(accepted)
  const number = text === undefined ? Number(amount) : Number(text.split(' ')[2])
  const again = await send(client, world, key, number, text === undefined)
  assert.equal(again.id, id, 'the same key, the same outcome')
}

/** At the end: every payment and message once, no money more or less, and every event once. */
export async function checkEverything(
  client: Client,
  { payer, receiver, funds }: World,
  accepted: readonly Accepted[],
  reader: Reader,
): Promise<CrashRunResult> {
  const payments = accepted.filter(({ text }) => text === undefined)
  const messages = accepted.filter(({ text }) => text !== undefined)
  for (const { id } of payments) await settle(client, payer.accountId, id)
  for (const { id } of messages) {
    const { paymentIds } = await client.message.get({ messageId: id, accountId: payer.accountId })
    for (const paymentId of paymentIds) await settle(client, payer.accountId, paymentId)
  }
  const { height } = await client.dev.mine({ blocks: 2 })
  await reader.reach(height)

  // Received: each once, with what it should hold.
  const { accountId } = receiver
  const history = await collect((cursor) => client.account.history({ accountId, cursor }))
  const paid = history.filter(({ messageId }) => messageId === undefined)
  assert.deepEqual(
    paid.map(({ paymentId, amount }) => `${paymentId} ${amount}`).sort(),
    payments.map(({ id, amount }) => `${id} ${amount}`).sort(),
  )
  const received = await collect((cursor) => client.message.list({ accountId, cursor }))
  assert.deepEqual(
    received.map(({ messageId, body }) => `${messageId} ${decodeText(body!)}`).sort(),
    messages.map(({ id, text }) => `${id} ${text}`).sort(),
  )

  // Money: neither more nor less.
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const totalOf = async (account: TestAccount) =>
    BigInt((await client.account.balance({ accountId: account.accountId })).total)
  assert.equal(await totalOf(receiver), sum(payments.map(({ amount }) => amount)))
  assert.equal(await totalOf(payer), funds - sum(accepted.map(({ amount, fee }) => amount + fee)))
  await checkSupply(client)

  // Events: what the one stream gave through all crashes is what the log holds.
  const replay: typeof reader.items = []
  for await (const item of client.events({ topics: TOPICS, from: 'genesis' })) {
    if (item.topic === 'caught_up') break
    replay.push(item)
  }
  const both = Math.min(replay.length, reader.items.length)
  assert.deepEqual(reader.items.slice(0, both), replay.slice(0, both))
  const heights = replay.flatMap((item) => (item.topic === 'chain.block' ? [item.event.height] : []))
  assert.deepEqual(
    heights,
    heights.map((_, index) => heights[0]! + index),
    'each block is told of once',
  )
  const finals = replay.flatMap((item) =>
    item.topic === 'payment.status' && item.event.status === 'final'
      ? [`${item.event.accountId} ${item.event.paymentId}`]
      : [],
  )
  assert.equal(new Set(finals).size, finals.length, 'a payment becomes final once')
  for (const { id } of payments)
    assert.ok(finals.includes(`${accountId} ${id}`), 'the receiver is told of each payment')
  return { payments: payments.length, messages: messages.length, blocks: height, events: replay.length }
}

/** Makes blocks until a payment is final: a wallet whose coins have merged sends one a block, and hundreds may wait. */
async function settle(client: Client, accountId: string, paymentId: string): Promise<void> {
  for (;;) {
    const { status } = await client.payment.get({ paymentId, accountId })
    if (status === 'final') return
    assert.notEqual(status, 'rejected', `payment ${paymentId}`)
    await client.dev.mine({ blocks: 1 })
  }
}

async function collect<Item>(read: Parameters<typeof listAll<Item>>[0]): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listAll(read)) items.push(item)
  return items
}
