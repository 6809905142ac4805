/**
 * A node under load is killed at random instants and started again, many times. What it had promised must stand: no final
 * block, no stored event and no accepted payment or message is lost, none is there twice, and no money comes or goes.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Block,
  type Client,
  decodeText,
  encodeBody,
  listAll,
  type StreamItem,
  waitForPayment,
} from '../../src/sdk/index.ts'
import { createAccount, createFunded, fund, type TestAccount } from './accounts.ts'
import { checkSupply } from './check-supply.ts'
import { type NodeProcess, portOf, startNode, temporaryDirectory } from './node-process.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export type CrashRunOptions = {
  readonly kills: number
  readonly seed: number
  /** Longest time a node lives, milliseconds from its start. */
  readonly longestLife?: number
  readonly log?: (line: string) => void
}

export type CrashRunResult = {
  readonly payments: number
  readonly messages: number
  readonly blocks: number
  readonly events: number
}

/** A call that was accepted: its result is a promise of the node. */
type Accepted = {
  readonly key: string
  readonly amount: bigint
  readonly fee: bigint
  readonly id: string
  readonly text?: string
}

const TOPICS = ['chain.block', 'payment.status', 'message.received', 'message.status'] as const
/** Clients keep trying while the node is away, always with the same key. */
const PATIENT = { attempts: 10_000, delay: 20, maxDelay: 200 }
const COINS = 6
const CALLERS = 3

export async function crashRun({
  kills,
  seed,
  longestLife = 6_000,
  log = () => {},
}: CrashRunOptions): Promise<CrashRunResult> {
  const random = seededRandom(seed)
  const directory = temporaryDirectory()
  let node = await startNode({ dataDirectory: directory })
  const client = node.client({ retry: PATIENT, checkContract: false })
  const world = await createWorld(client)
  const load = startLoad(client, world, seed)
  const reader = startReader(client)
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const blocks = await recentBlocks(client)
      const life = random.below(longestLife)
      await sleep(Math.max(0, node.startedAt + life - Date.now()))
      await node.kill()
      node = await startNode({ dataDirectory: directory, port: portOf(node) })
      await checkBlocks(client, blocks)
      await checkRepeats(client, world, load.accepted, random)
      if (kill % 20 === 0) await checkSupply(client)
      log(
        `kill ${kill}/${kills} after ${life} ms: ${load.accepted.length} accepted, ${reader.items.length} events`,
      )
    }
    await load.stop()
    return await checkEverything(client, world, load.accepted, reader)
  } finally {
    load.abort()
    client.close()
    await stopQuietly(node)
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

type World = { readonly payer: TestAccount; readonly receiver: TestAccount; readonly funds: bigint }

async function createWorld(client: Client): Promise<World> {
  const payer = await createFunded(client, 'payer')
  // Several coins, so that one payment does not wait for the change of the one before.
  for (let coin = 1; coin < COINS; coin += 1) await fund(client, payer)
  const { total } = await client.account.balance({ accountId: payer.accountId })
  return { payer, receiver: await createAccount(client, 'receiver'), funds: BigInt(total) }
}

/** Several callers pay and send messages, each one after the other, until they are stopped. */
function startLoad(client: Client, world: World, seed: number) {
  const accepted: Accepted[] = []
  const end = new AbortController()
  let going = true
  const run = async (caller: number) => {
    const random = seededRandom(seed + caller)
    for (let count = 0; going; count += 1) {
      const key = `caller-${caller}-${count}`
      accepted.push(await send(client, world, key, random.below(1_000) + 1, random.next() < 0.5, end.signal))
    }
  }
  const done = Promise.all(Array.from({ length: CALLERS }, (_, caller) => run(caller + 1))).catch((error) => {
    if (!end.signal.aborted) throw error
  })
  done.catch(() => {})
  return {
    accepted,
    stop: async () => {
      going = false
      await done
    },
    abort: () => end.abort(),
  }
}

async function send(
  client: Client,
  { payer, receiver }: World,
  key: string,
  amount: number,
  pays: boolean,
  signal?: AbortSignal,
): Promise<Accepted> {
  const common = { accountId: payer.accountId, to: receiver.address, idempotencyKey: key }
  for (;;) {
    try {
      if (pays) {
        const { paymentId, fee } = await client.payment.send(
          { ...common, amount: String(amount) },
          { signal },
        )
        return { key, amount: BigInt(amount), fee: BigInt(fee), id: paymentId }
      }
      const text = `message ${key} ${amount}`
      const { messageId, fee } = await client.message.send({ ...common, body: encodeBody(text) }, { signal })
      return { key, amount: 0n, fee: BigInt(fee), id: messageId, text }
    } catch (error) {
      // All coins are under way: refused, nothing is stored, and the next block frees some.
      if ((error as { symbol?: string }).symbol !== 'insufficient_funds') throw error
      await sleep(50, undefined, { signal })
    }
  }
}

/** Follows all events across all crashes with one stream. */
function startReader(client: Client) {
  const items: StreamItem<(typeof TOPICS)[number]>[] = []
  const waiters = new Set<() => void>()
  const run = async () => {
    for await (const item of client.events({ topics: TOPICS, from: 'genesis' })) {
      if (item.topic !== 'caught_up') items.push(item)
      for (const wake of waiters) wake()
    }
  }
  run().catch(() => {})
  return {
    items,
    /** Waits until it has read up to that height. */
    async reach(height: number): Promise<void> {
      const reached = () => items.some((item) => item.topic === 'chain.block' && item.event.height >= height)
      while (!reached()) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiters.add(resolve)
        await promise
        waiters.delete(resolve)
      }
    },
  }
}

async function recentBlocks(client: Client): Promise<readonly Block[]> {
  return (await client.chain.blocks({ order: 'newest', limit: 10 })).items
}

async function checkBlocks(client: Client, blocks: readonly Block[]): Promise<void> {
  for (const block of blocks)
    assert.deepEqual(await client.chain.block({ height: block.height }), block, 'a final block')
}

/** What was accepted is there after the crash, and asking again with the same key changes nothing. */
async function checkRepeats(
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

async function checkEverything(
  client: Client,
  { payer, receiver, funds }: World,
  accepted: readonly Accepted[],
  reader: ReturnType<typeof startReader>,
): Promise<CrashRunResult> {
  const payments = accepted.filter(({ text }) => text === undefined)
  const messages = accepted.filter(({ text }) => text !== undefined)
  for (const { id } of payments) {
    const { status } = await waitForPayment(client, { paymentId: id, accountId: payer.accountId })
    assert.equal(status, 'final', `payment ${id}`)
  }
  for (const { id } of messages) {
    for (const paymentId of (await client.message.get({ messageId: id, accountId: payer.accountId }))
      .paymentIds) {
      await waitForPayment(client, { paymentId, accountId: payer.accountId })
    }
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

async function collect<Item>(read: Parameters<typeof listAll<Item>>[0]): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listAll(read)) items.push(item)
  return items
}

async function stopQuietly(node: NodeProcess): Promise<void> {
  await node.kill().catch(() => {})
}
