/**
 * Four validators in four processes on this machine, connected by real sockets, under a steady load of payments that were made
 * ahead: how many a second become final, how long one takes, and what each node uses for it. Linux only.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { installNativeBls } from '../src/node/crypto/native-bls.ts'
import { sharedWorkers } from '../test/node/world.ts'
import { bounded } from './crypto/rows.ts'
import { at, type Row, summary } from './harness.ts'
import { hooks } from './hooks.ts'
import { createLoad, type Handed } from './network/load.ts'
import { prepare } from './network/material.ts'
import { memoryOf, PARTS, sentBy, type Usage, usageOf } from './network/proc.ts'
import { type Running, startNodes } from './network/processes.ts'

/** What is handed in, transactions a second. */
const RATE = 205
/** What is to be reached: transactions a second, milliseconds until half of them are final. */
const WANTED = 200
const FINAL = 3_000
/** Seconds of load that are measured, and before them; and without load before that. */
const SECONDS = 120
const WARM_UP = 15
const IDLE = 20
/** Seconds for the last ones to become final. */
const PATIENCE = 60
/** Transactions that there are, at most. */
const MOST = 28_000
const GROUP = 'Four validators in four processes'

/** What all nodes have used until a moment. */
type Reading = {
  readonly at: number
  readonly usage: readonly Usage[]
  readonly load: number
  readonly sent: readonly Map<string, number>[]
  readonly wire: readonly (number | undefined)[]
}

export async function benchNetwork(progress: (line: string) => void): Promise<Row[]> {
  const { rate, seconds, profile } = options()
  const ends = hooks()
  try {
    await installNativeBls()
    const making = hooks()
    const material = await prepare(MOST, rate * (seconds + WARM_UP), sharedWorkers(making), progress)
    await making.run()
    const directory = mkdtempSync(join(tmpdir(), 'stegos-bench-'))
    ends.after(() => rmSync(directory, { recursive: true, force: true }))
    if (profile !== undefined) mkdirSync(profile, { recursive: true })
    progress('starting four nodes …')
    const nodes = await startNodes(material, directory, profile)
    ends.after(() => Promise.all(nodes.map((node) => node.stop())))
    await meshed(nodes)
    const load = createLoad(nodes, material.transactions)
    ends.after(() => load.stop())
    progress(`${IDLE} s without load …`)
    await wait(5_000)
    const resting = await read(nodes)
    await wait(IDLE * 1_000)
    const rested = await read(nodes)
    const memory = nodes.map(({ pid }) => memoryOf(pid))
    progress(`${rate} transactions a second, ${WARM_UP} s to warm up, then ${seconds} s …`)
    await load.run(rate * WARM_UP, rate)
    const before = await read(nodes)
    const first = load.handed.length
    await load.run(rate * seconds, rate)
    const after = await read(nodes)
    const peak = nodes.map(({ pid }) => memoryOf(pid))
    progress('waiting for the last ones …')
    await load.settle(AbortSignal.timeout(PATIENCE * 1_000))
    const measured = load.handed.slice(first)
    await assertAgreed(nodes)
    return [
      ...throughputRows(load.handed, first),
      ...costRows(before, after, measured.length),
      ...trafficRows(before, after, measured.length),
      ...idleRows(resting, rested),
      group(
        summary(
          'memory, idle',
          memory.map(({ all }) => all),
          'MiB',
          'with a genesis of some thousand coins',
        ),
      ),
      group(
        summary(
          'memory, under load',
          peak.map(({ all }) => all),
          'MiB',
        ),
      ),
    ]
  } finally {
    await ends.run()
  }
}

/** For tries: `--rate`, `--seconds`, and `--profile DIR` for profiles of the processor. */
function options() {
  const { values } = parseArgs({
    strict: false,
    options: { rate: { type: 'string' }, seconds: { type: 'string' }, profile: { type: 'string' } },
  })
  return {
    rate: Number(values.rate ?? RATE),
    seconds: Number(values.seconds ?? SECONDS),
    profile: values.profile as string | undefined,
  }
}

/** Resolves when each node has all others as neighbours and blocks are made. */
async function meshed(nodes: readonly Running[]): Promise<void> {
  for (const { client } of nodes) {
    for (;;) {
      const { peers, height } = await client.node.status()
      if (peers === nodes.length - 1 && height > 1) break
      await wait(200)
    }
  }
}

async function assertAgreed(nodes: readonly Running[]): Promise<void> {
  const heights = await Promise.all(nodes.map(async ({ client }) => (await client.node.status()).height))
  const height = Math.min(...heights)
  const ids = await Promise.all(nodes.map(async ({ client }) => (await client.chain.block({ height })).id))
  if (new Set(ids).size > 1) throw new Error(`the nodes do not agree on block ${height}`)
}

async function read(nodes: readonly Running[]): Promise<Reading> {
  const ports = new Set(nodes.map(({ port }) => port))
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now(),
    usage: nodes.map(({ pid }) => usageOf(pid)),
    load: (user + system) / 1_000,
    sent: await Promise.all(nodes.map((node) => node.sent())),
    wire: nodes.map(({ pid }) => sentBy(pid, ports)),
  }
}

/** @param first of those that are measured; what was handed in before may become final meanwhile. */
function throughputRows(all: readonly Handed[], first: number): Row[] {
  const measured = all.slice(first)
  const [begin, end] = [measured[0]!.sent, measured.at(-1)!.sent]
  const sent = (end - begin) / 1_000
  const became = all.filter(({ final }) => final! > begin && final! <= end)
  const finality = measured.map(({ sent, final }) => final! - sent).sort((a, b) => a - b)
  const answers = measured.map(({ sent, answered }) => answered! - sent).sort((a, b) => a - b)
  const handed = summary('handed in', [measured.length / sent], 'a second')
  const done = summary('became final', [became.length / sent], 'a second', 'in that time')
  const median = at('handed in until final, p50', finality, 0.5)
  const kept = { against: '', wanted: `${WANTED} a second, ${SECONDS} s long` }
  const goals = [
    bounded(done, kept, (figure) => figure >= WANTED && Math.round(sent) >= SECONDS),
    bounded(median, { against: '', wanted: 'under 3 s' }, (figure) => figure < FINAL),
  ].map((row) => ({ ...row, group: 'A network under load' }))
  return [
    ...goals,
    ...[
      handed,
      done,
      median,
      at('handed in until final, p99', finality, 0.99),
      at('chain.submit, call to answer, p50', answers, 0.5),
      at('chain.submit, call to answer, p99', answers, 0.99),
    ].map(group),
  ]
}

/** Processor time for a transaction: of all nodes together, by part, and of who hands them in. */
function costRows(before: Reading, after: Reading, transactions: number): Row[] {
  const used = (part: (typeof PARTS)[number]) =>
    after.usage.map((usage, node) => (usage[part] - before.usage[node]![part]) / transactions)
  const sum = (figures: readonly number[]) => figures.reduce((total, one) => total + one, 0)
  const rows = PARTS.map((part) =>
    summary(`processor time a transaction, ${part}`, [sum(used(part))], 'ms', 'four nodes together'),
  )
  const all = PARTS.reduce((total, part) => total + sum(used(part)), 0)
  return [
    summary('processor time a transaction', [all], 'ms', 'four nodes together'),
    ...rows,
    summary(
      'processor time a transaction, handing in',
      [(after.load - before.load) / transactions],
      'ms',
      'who calls, and follows blocks',
    ),
  ].map(group)
}

function trafficRows(before: Reading, after: Reading, transactions: number): Row[] {
  const kinds = [...after.sent[0]!.keys()]
  const of = (kind: string) =>
    after.sent.map((sent, node) => (sent.get(kind)! - before.sent[node]!.get(kind)!) / transactions)
  const wire = wireBetween(before, after).map((bytes) => bytes / transactions)
  return [
    ...(wire.length > 0 ? [summary('a node sends for a transaction', wire, 'bytes', 'on the wire')] : []),
    ...kinds
      .map((kind) => summary(`a node sends for a transaction, ${kind}`, of(kind), 'bytes', 'in messages'))
      .filter(({ high }) => high >= 1),
  ].map(group)
}

function idleRows(before: Reading, after: Reading): Row[] {
  const seconds = (after.at - before.at) / 1_000
  const rate = (bytes: readonly number[]) => bytes.map((one) => one / seconds)
  const wire = wireBetween(before, after)
  const messages = after.sent.map((sent, node) =>
    [...sent].reduce((total, [kind, bytes]) => total + bytes - before.sent[node]!.get(kind)!, 0),
  )
  const busy = after.usage.map((usage, node) =>
    PARTS.reduce((total, part) => total + usage[part] - before.usage[node]![part], 0),
  )
  return [
    ...(wire.length > 0 ? [summary('a node sends without load', rate(wire), 'bytes/s', 'on the wire')] : []),
    summary('a node sends without load', rate(messages), 'bytes/s', 'in messages'),
    summary('processor time of a node without load', rate(busy), 'ms/s', 'a block a second'),
  ].map(group)
}

/** Bytes on the wire of each node meanwhile; of none without `ss`. */
function wireBetween(before: Reading, after: Reading): number[] {
  return after.wire.flatMap((bytes, node) => {
    const begun = before.wire[node]
    return bytes === undefined || begun === undefined ? [] : [bytes - begun]
  })
}

function group(row: Row): Row {
  return { ...row, group: GROUP }
}
