/**
 * Events while everything breaks: connections at random bytes, the node by SIGTERM and by kill -9, the readers, too, which moreover are
 * slow at times. In the end each must have told of all of them, once, in order.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient } from '../../../src/sdk/index.ts'
import { portOf, startNode, temporaryDirectory } from '../node-process.ts'
import { seededRandom } from '../seeded-random.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import type { Follower } from './languages.ts'
import { PATIENT } from './patient.ts'
import { Reader, type Told } from './reader.ts'
import { createWatch } from './watch.ts'

export type StreamRunOptions = {
  readonly followers: readonly Follower[]
  /** Blocks to be made; there are a few more events. */
  readonly blocks: number
  readonly seed: number
  readonly log?: (line: string) => void
}

export type StreamRunResult = {
  readonly events: number
  readonly cuts: number
  readonly silences: number
  readonly nodeRestarts: number
  readonly readerRestarts: number
  readonly pauses: number
}

/** Blocks between two faults on the average. */
const FAULT_EVERY = 100
/** Of all faults, those that hit the node; the others hit a reader. */
const NODE_SHARE = 0.2
/** Bytes that a connection lives for on the average: some twenty events. */
const LIFETIME = 10_000
/** Milliseconds that a reader rests after each item, one of these in each of its lives. */
const RESTS = [0, 0, 1, 5]
/** Milliseconds a reader is stopped for, at most. */
const LONGEST_PAUSE = 2_000

export async function streamRun(options: StreamRunOptions): Promise<StreamRunResult> {
  const { followers, blocks, seed, log = () => {} } = options
  const random = seededRandom(seed)
  const directory = temporaryDirectory()
  let node = await startNode({ dataDirectory: directory, flags: ['--award-prover', 'off'] })
  const { url, token } = node
  const client = createClient({ url, token, retry: PATIENT, checkContract: false })
  const proxies = await Promise.all(
    followers.map((_, index) =>
      startCuttingProxy({ target: url, lifetime: LIFETIME, random: seededRandom(seed + 1 + index) }),
    ),
  )
  const { until, look: onItem } = createWatch()
  const readers = followers.map(
    (follower, index) =>
      new Reader({
        ...{ ...follower, url: proxies[index]!.url, token, onItem },
        rest: () => random.pick(RESTS),
      }),
  )
  const faults = { nodeRestarts: 0, readerRestarts: 0, pauses: 0 }

  const restartNode = async () => {
    faults.nodeRestarts += 1
    if (random.next() < 0.5) await node.kill()
    else await node.stop()
    node = await startNode({ dataDirectory: directory, port: portOf(node), flags: ['--award-prover', 'off'] })
  }
  const troubled = new Set<Reader>()
  const trouble = async (reader: Reader) => {
    if (troubled.has(reader)) return
    troubled.add(reader)
    if (random.next() < 0.3) {
      faults.readerRestarts += 1
      await reader.restart()
    } else {
      faults.pauses += 1
      reader.pause()
      await sleep(random.below(LONGEST_PAUSE))
      reader.resume()
    }
    troubled.delete(reader)
  }
  const work = async () => {
    const troubles: Promise<void>[] = []
    for (let made = 0; made < blocks; ) {
      const count = Math.min(1 + random.below(2 * FAULT_EVERY), blocks - made)
      // A restart comes in the middle of it, and the call is repeated with its key.
      const mining = client.dev.mine({ blocks: count })
      if (made === 0 || random.next() < NODE_SHARE) await restartNode()
      else troubles.push(trouble(random.pick(readers)))
      await mining
      made += count
      log(
        `${made}/${blocks} blocks; ${readers.map(({ name, events }) => `${name} ${events.length}`).join(', ')}`,
      )
    }
    await Promise.all(troubles)
    const events = await readAll(client)
    await Promise.all(
      readers.map((reader) => until(() => reader.events.length >= events.length && reader.marks.at(-1)! > 0)),
    )
    for (const reader of readers) check(reader, events)
    return events.length
  }
  try {
    const events = await Promise.race([work(), ...readers.map(({ failed }) => failed)])
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
    const cuts = sum(proxies.map((proxy) => proxy.cuts()))
    const silences = sum(proxies.map((proxy) => proxy.silences()))
    return { events, cuts, silences, ...faults }
  } finally {
    client.close()
    await Promise.all(readers.map((reader) => reader.kill()))
    await Promise.all(proxies.map((proxy) => proxy.close()))
    await node.kill()
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The truth: the log as a reader without trouble has it. */
async function readAll(client: Client): Promise<Told[]> {
  const events: Told[] = []
  for await (const { topic, event, cursor } of client.events({
    topics: ['chain.block', 'stake.*'],
    from: 'genesis',
  })) {
    if (topic === 'caught_up') break
    events.push({ topic, height: 'height' in event ? String(event.height) : '-', cursor })
  }
  const heights = events.filter(({ topic }) => topic === 'chain.block').map(({ height }) => Number(height))
  assert.deepEqual(
    heights,
    heights.map((_, index) => heights[0]! + index),
    'a block each',
  )
  assert.equal(new Set(events.map(({ cursor }) => cursor)).size, events.length)
  return events
}

function check({ name, events, marks }: Reader, expected: readonly Told[]): void {
  assert.deepEqual(events.slice(0, expected.length), expected, name)
  // A life may be too short to catch up in.
  for (const mark of marks.slice(0, -1)) assert.ok(mark <= 1, `${name}: caught up ${mark} times`)
  assert.equal(marks.at(-1), 1, `${name}: caught up once`)
}
