/**
 * Catching up over real sockets: a new node in a process of its own, beside one with all history, each as `stegos node` starts
 * it. Nobody makes blocks meanwhile, so what they use is for catching up.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/cli/free-port.ts'
import { GENESIS_FILE } from '../../src/node/genesis/genesis-file.ts'
import { temporaryDirectory } from '../../test/node/support.ts'
import { type Row, summary } from '../harness.ts'
import type { hooks } from '../hooks.ts'
import { memoryOf, PARTS, usageOf } from '../network/proc.ts'
import { type Running, startNode } from '../network/processes.ts'
import { BLOCKS, SNAPSHOT } from './history.ts'

const RUNS = 3
const GROUP = 'Catching up over real sockets'
/** Milliseconds between two looks. */
const LOOK = 20

/** What a new node took until it had the head. */
type Caught = {
  /** Seconds from the start of its process. */
  readonly ready: number
  readonly seconds: number
  /** Seconds of processor time, of all threads: its own and its neighbour's. */
  readonly own: number
  readonly served: number
  /** MiB at most. */
  readonly memory: number
  readonly earliest: number
}

/** @param directory of a node that has the history and its snapshot */
export async function overSockets(
  ends: ReturnType<typeof hooks>,
  directory: string,
  progress: (line: string) => void,
): Promise<Row[]> {
  const archive = await startArchive(directory)
  ends.after(() => archive.stop())
  const run = async (prune: boolean) => {
    const runs: Caught[] = []
    for (let number = 1; number <= RUNS; number++) {
      progress(`${prune ? 'with a snapshot' : 'all blocks'}, over sockets, ${number} of ${RUNS} …`)
      const fresh = await temporaryDirectory(ends)
      runs.push(await catchUp(archive, fresh, await readFile(join(directory, GENESIS_FILE), 'utf8'), prune))
    }
    return runs
  }
  const whole = await run(false)
  const pruned = await run(true)
  if (whole.some(({ earliest }) => earliest > 1)) throw new Error('a node without --prune has no history')
  if (pruned.some(({ earliest }) => earliest <= SNAPSHOT - 1)) throw new Error('no snapshot was fetched')
  const row = (name: string, runs: readonly Caught[], of: (run: Caught) => number, unit: string, note = '') =>
    summary(name, runs.map(of), unit, note)
  return [
    row(`start to head, ${BLOCKS} blocks`, whole, ({ seconds }) => seconds, 's'),
    row('of that until it is ready', whole, ({ ready }) => ready, 's', 'and begins to ask'),
    row('blocks checked and stored', whole, ({ seconds, ready }) => BLOCKS / (seconds - ready), '/s'),
    row('processor time, new node', whole, ({ own }) => own, 's', 'all threads'),
    row('processor time, neighbour', whole, ({ served }) => served, 's', 'all threads'),
    row('memory of the new node, at most', whole, ({ memory }) => memory, 'MiB'),
    row(
      'start to head with --prune, by a snapshot',
      pruned,
      ({ seconds }) => seconds,
      's',
      `of block ${SNAPSHOT}, then ${BLOCKS - SNAPSHOT} blocks`,
    ),
    row('of that until the snapshot is in place', pruned, ({ ready }) => ready, 's', 'headers included'),
    row('processor time, new node with --prune', pruned, ({ own }) => own, 's', 'all threads'),
    row('memory of the new node with --prune, at most', pruned, ({ memory }) => memory, 'MiB'),
  ].map((one) => ({ ...one, group: GROUP }))
}

async function startArchive(directory: string): Promise<Running> {
  const port = await freePort()
  const network = { listen: [`/ip4/127.0.0.1/tcp/${port}`], 'keep-identity': true }
  return startNode({
    ...{ name: 'archive', directory, port },
    config: { 'award-prover': 'off', 'serve-snapshots': 'on', network },
  })
}

async function catchUp(
  archive: Running,
  directory: string,
  genesis: string,
  prune: boolean,
): Promise<Caught> {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, GENESIS_FILE), genesis)
  const persistent = [`/ip4/127.0.0.1/tcp/${archive.port}/p2p/${archive.peerId}`]
  const config = { 'award-prover': 'off', prune, network: { persistent } }
  const before = usedBy(archive)
  const begin = performance.now()
  const node = await startNode({ name: 'new node', directory, port: 0, config })
  try {
    const ready = (performance.now() - begin) / 1_000
    while ((await node.client.node.status()).height < BLOCKS) await wait(LOOK)
    const seconds = (performance.now() - begin) / 1_000
    const { earliestHeight } = await node.client.chain.status()
    return {
      ...{ ready, seconds, earliest: earliestHeight },
      ...{ own: usedBy(node), served: usedBy(archive) - before, memory: memoryOf(node.pid).most },
    }
  } finally {
    await node.stop()
  }
}

function usedBy({ pid }: Running): number {
  const usage = usageOf(pid)
  return PARTS.reduce((sum, part) => sum + usage[part], 0) / 1_000
}
