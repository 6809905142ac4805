/**
 * Readers that subscribe to everything there is and then never read. The node has more to tell them than it could keep: it must not try to,
 * and in the end it says so, with the place to go on from.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Client } from '../../../src/sdk/index.ts'
import { type NodeProcess, startNode } from '../node-process.ts'
import { PATIENT } from './patient.ts'
import { openSocket, type RawEvent } from './raw-subscriber.ts'
import { createWatch } from './watch.ts'

export type SilentReaderOptions = {
  readonly connections: number
  /** Blocks to tell of. */
  readonly blocks: number
  /** Whether to wait until the node has stopped the streams, a minute, and to go on from there. */
  readonly stall: boolean
}

export type SilentReaderResult = {
  readonly subscriptions: number
  /** Megabytes the node has for them. */
  readonly offered: number
  /** Megabytes that it has held for them at most. */
  readonly held: number
}

/** Blocks made with one call. */
const STEP = 50
/** Times that somebody who reads gets all of it meanwhile. */
const ROUNDS = 3
/** Megabytes for the connections themselves, and for what the node keeps of its own between two looks at it. */
const SLACK = 16
const MB = 1_000_000
const COLLECTOR = join(import.meta.dirname, 'collect-garbage.ts')

export async function silentReaderRun({
  connections,
  blocks,
  stall,
}: SilentReaderOptions): Promise<SilentReaderResult> {
  const node = await startNode({ flags: ['--award-prover', 'off'], preload: COLLECTOR })
  const client = node.client({ timeout: 600_000, retry: PATIENT })
  const sockets: WebSocket[] = []
  try {
    for (let made = 0; made < blocks; made += STEP) await client.dev.mine({ blocks: STEP })
    const { limits } = await client.node.status()
    const subscriptions = connections * limits.subscriptionsPerConnection
    // What it needs to tell of all that, it has taken then.
    const size = await readAll(client)
    const before = await heldBy(node)
    const first: RawEvent[] = []
    for (let count = 0; count < connections; count += 1)
      sockets.push(
        await openSilently(node, limits.subscriptionsPerConnection, (event) => {
          if (count === 0) first.push(event)
        }),
      )
    while ((await openSubscriptions(node)) < subscriptions) await sleep(20)
    let most = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await readAll(client)
      most = Math.max(most, await heldBy(node))
    }
    const offered = (size * subscriptions) / MB
    const held = (most - before) / MB
    const allowed = (connections * limits.streamBufferBytes) / MB + SLACK
    assert.ok(offered > 3 * allowed, `${offered} MB is not enough to tell a bounded buffer from none`)
    assert.ok(held < allowed, `${held} MB for readers that never read`)
    if (stall) {
      const count = limits.subscriptionsPerConnection
      await stopAndGoOn(node, { socket: sockets[0]!, events: first, count })
    }
    return { subscriptions, offered: Math.round(offered), held: Math.round(held) }
  } finally {
    for (const socket of sockets) socket.terminate()
    client.close()
    await node.stop()
  }
}

/** Bytes of all there is, as it is sent. */
async function readAll(client: Client): Promise<number> {
  let size = 0
  for await (const item of client.events({ topics: ['chain.block'], from: 'genesis' })) {
    if (item.topic === 'caught_up') return size
    size += JSON.stringify(item).length
  }
  throw new Error('the stream has ended')
}

/** In one batch: who does not read answers is not listened to for a second one. */
async function openSilently(
  { url, token }: NodeProcess,
  count: number,
  onEvent: (event: RawEvent) => void,
): Promise<WebSocket> {
  const socket = await openSocket(url, token)
  socket.pause()
  socket.on('message', (data) => {
    const { method, params } = JSON.parse(String(data))
    if (method === 'event') onEvent(params)
  })
  const params = { topics: ['chain.block'], from: 'genesis' }
  const calls = Array.from({ length: count }, (_, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'subscribe',
    params,
  }))
  socket.send(JSON.stringify(calls))
  return socket
}

/** Bytes that the process cannot do without: how much of the garbage it keeps for a while says nothing. */
async function heldBy(node: NodeProcess): Promise<number> {
  await node.tell({})
  const metrics = await readMetrics(node)
  return metrics('nodejs_heap_size_used_bytes') + metrics('nodejs_external_memory_bytes')
}

async function openSubscriptions(node: NodeProcess): Promise<number> {
  const metrics = await readMetrics(node)
  return metrics('stegos_subscriptions')
}

async function readMetrics({ url, token }: NodeProcess): Promise<(name: string) => number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  const text = await answer.text()
  return (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1])
}

type SilentReader = {
  readonly socket: WebSocket
  readonly events: readonly RawEvent[]
  readonly count: number
}

/** Waits for the end of all those streams; then one reader reads, and goes on where its streams say. */
async function stopAndGoOn(node: NodeProcess, { socket, events, count }: SilentReader): Promise<void> {
  while ((await openSubscriptions(node)) > 0) await sleep(500)
  const { until, look } = createWatch()
  socket.on('message', look).resume()
  const stops = () => events.filter(({ topic }) => topic === 'stop')
  await until(() => stops().length === count)
  using client = node.client()
  const all = await heightsAfter(client, 'genesis')
  const heights = new Map<string, number[]>()
  for (const { subscription, event: stop } of stops()) {
    const told = events.filter((event) => event.subscription === subscription && event.topic !== 'caught_up')
    const blocks = told.slice(0, -1)
    assert.deepEqual(told.at(-1)!.event, stop, 'the last word')
    assert.equal(stop.reason, 'slow_reader')
    // One whose turn has never come begins where it wanted to.
    if (blocks.length > 0) assert.equal(stop.cursor, blocks.at(-1)!.cursor, 'the cursor of the last event')
    heights.set(
      stop.cursor!,
      blocks.map(({ event }) => event.height),
    )
  }
  assert.ok([...heights.values()].some(({ length }) => length > 0 && length < all.length))
  for (const [cursor, before] of heights) {
    const whole = [...before, ...(await heightsAfter(client, cursor))]
    // The node may have made another block meanwhile.
    assert.deepEqual(whole.slice(0, all.length), all, 'no gap, no double')
  }
}

async function heightsAfter(client: Client, cursor: string): Promise<number[]> {
  const heights: number[] = []
  for await (const { topic, event } of client.events({ topics: ['chain.block'], from: cursor })) {
    if (topic === 'caught_up') break
    heights.push(event.height)
  }
  return heights
}
