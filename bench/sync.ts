/**
 * Catching up: a node that has nothing and a neighbour that has all, in one process and in two with real sockets between them.
 * Beside it the replica alone, which asks for one block after the other.
 */
import { DEFAULT_SYNC_LIMITS } from '../src/node/sync/limits.ts'
import { temporaryDirectory } from '../test/node/support.ts'
import { createLane, type Lane } from '../test/node/sync/lane.ts'
import { sharedWorkers } from '../test/node/world.ts'
import { type Row, summary } from './harness.ts'
import { hooks } from './hooks.ts'
import { BLOCKS, historyWorld, makeHistory, PAID } from './sync/history.ts'
import { overSockets } from './sync/over-sockets.ts'

/** Blocks that the replica alone is measured over. */
const ALONE = 1_000
const GROUP = 'Catching up with a neighbour in the same process'

export async function benchSync(progress: (line: string) => void): Promise<Row[]> {
  const ends = hooks()
  try {
    const directory = await temporaryDirectory(ends)
    const together = await inOneProcess(directory, progress)
    return [...together, ...(await overSockets(ends, directory, progress))]
  } finally {
    await ends.run()
  }
}

/** @param directory is left with the history */
async function inOneProcess(directory: string, progress: (line: string) => void): Promise<Row[]> {
  const ends = hooks()
  try {
    const workers = sharedWorkers(ends)
    const world = historyWorld()
    const lane = await createLane(ends, world, workers)
    progress(`making ${BLOCKS} blocks, ${PAID} payments in them …`)
    await lane.open('source', { directory, first: (node) => makeHistory(node, world, workers) })
    progress('catching up …')
    const rows = await catchUp(lane)
    progress(`the replica alone, ${ALONE} blocks …`)
    return [...rows, await alone(lane)].map((row) => ({ ...row, group: GROUP }))
  } finally {
    await ends.run()
  }
}

async function catchUp(lane: Lane): Promise<Row[]> {
  const node = await lane.open('newcomer', { sync: { ...DEFAULT_SYNC_LIMITS, look: 10 } })
  const begin = performance.now()
  let headers = 0
  let memory = 0
  while (node.chain.height < BLOCKS) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (headers === 0 && node.sync.progress?.headers === BLOCKS) headers = performance.now() - begin
    memory = Math.max(memory, process.memoryUsage().arrayBuffers)
  }
  const seconds = (performance.now() - begin) / 1_000
  await node.stop()
  return [
    summary(`catching up, ${BLOCKS} blocks`, [seconds], 's'),
    summary('of that until all headers are verified', [headers / 1_000], 's', 'the first blocks beside them'),
    summary('blocks checked and stored', [BLOCKS / seconds], '/s'),
    summary('bytes outside the heap, at most', [memory / 2 ** 20], 'MiB', 'of both nodes'),
  ]
}

/** Without catching up, which begins for nobody who is that far behind at most. */
async function alone(lane: Lane): Promise<Row> {
  const node = await lane.open('alone', { sync: { gap: Number.MAX_SAFE_INTEGER } })
  const begin = performance.now()
  const blocks = Math.min(ALONE, BLOCKS)
  while (node.chain.height < blocks) await new Promise((resolve) => setTimeout(resolve, 5))
  const seconds = (performance.now() - begin) / 1_000
  await node.stop()
  return summary('the replica alone', [blocks / seconds], '/s', 'one block a question')
}
