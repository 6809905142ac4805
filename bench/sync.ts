/**
 * Catching up: a node that has nothing and a neighbour in the same process that has all. Mostly empty blocks of four
 * validators, with a full block now and then. Beside it the replica alone, which asks for one block after the other.
 */
import { DEFAULT_SYNC_LIMITS } from '../src/node/sync/limits.ts'
import { NETWORKS } from '../src/protocol/network.ts'
import { createLane, type Lane } from '../test/node/sync/lane.ts'
import { makeBlock } from '../test/node/sync/maker.ts'
import { createWorld, payment, sharedWorkers, type TestNode, type World } from '../test/node/world.ts'
import { type Row, summary } from './harness.ts'
import { hooks } from './hooks.ts'

const BLOCKS = 10_000
/** Every so-manieth block has payments, and so many. */
const EVERY = 500
const PAYMENTS = 16
/** Blocks that the replica alone is measured over. */
const ALONE = 1_000

export async function benchSync(progress: (line: string) => void): Promise<Row[]> {
  const ends = hooks()
  try {
    const workers = sharedWorkers(ends)
    const paid = Math.floor(BLOCKS / EVERY) * PAYMENTS
    const { stake } = NETWORKS.main
    const world = createWorld({
      validators: 4,
      params: { stake: { ...NETWORKS.dev.stake, epochBlocks: stake.epochBlocks } },
      amounts: Array.from({ length: 2 * paid }, (_, index) => (index % 2 === 0 ? 1_000_000n : 0n)),
      seed: 'bench sync',
    })
    const lane = await createLane(ends, world, workers)
    progress(`making ${BLOCKS} blocks, ${paid} payments in them …`)
    await lane.open('source', { first: (node) => make(node, world) })
    progress('catching up …')
    const rows = await catchUp(lane)
    progress(`the replica alone, ${ALONE} blocks …`)
    return [...rows, await alone(lane)]
  } finally {
    await ends.run()
  }
}

async function make({ chain, workers }: TestNode, world: World): Promise<void> {
  let coin = 0
  while (chain.height < BLOCKS) {
    const full = (chain.height + 1) % EVERY === 0
    const pairs = full ? Array.from({ length: PAYMENTS }, () => [coin++, coin++]) : []
    const made = await Promise.all(pairs.map((pair) => payment(world, workers, pair)))
    await makeBlock(chain, workers, world.keys, { transactions: made.map(({ bytes }) => bytes) })
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
