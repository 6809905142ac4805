/** Run by a test that kills it: a node that makes a payment in every block and prunes beside that. Prints each height. */
import { Pruner } from '../../src/node/chain/pruner.ts'
import { systemClock } from '../../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { createNodeWorkers } from '../../src/node/workers/node-workers.ts'
import { pruningWorld } from './pruning-world.ts'
import { openTestNode, payment } from './world.ts'

const hooks = { after: () => {} }
const workers = createNodeWorkers(
  { limits: DEFAULT_LIMITS, signal: new AbortController().signal },
  { clock: systemClock, logger: silentLogger },
)
const { chain, consensus, mempool, store } = await openTestNode(hooks, pruningWorld, workers, {
  directory: process.argv[2]!,
})
const neededFrom = () => Number.POSITIVE_INFINITY
const modules = { chain, store, clock: systemClock, logger: silentLogger, neededFrom }
void new Pruner(modules, { ...DEFAULT_LIMITS, pruneStep: 1 }).run(new AbortController().signal)
for (;;) {
  const pair = chain.height % 12
  const { bytes } = await payment(pruningWorld, workers, [2 * pair, 2 * pair + 1])
  await mempool.submit(bytes)
  await consensus.mine(1)
  process.stdout.write(`${chain.height}\n`)
}
