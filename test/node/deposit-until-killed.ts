/** Run by a test that kills it: a node that makes a deposit in every block. Prints the height of every final one. */

import { systemClock } from '../../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { createNodeWorkers } from '../../src/node/workers/node-workers.ts'
import { owner, validator, world } from './stake-world.ts'
import { openTestNode, operation } from './world.ts'

const hooks = { after: () => {} }
const workers = createNodeWorkers(
  { limits: DEFAULT_LIMITS, signal: new AbortController().signal },
  { clock: systemClock, logger: silentLogger },
)
const { chain, consensus, mempool } = await openTestNode(hooks, world, workers, {
  directory: process.argv[2]!,
})
for (;;) {
  const pair = chain.height % 12
  const coins = [2 * pair, 2 * pair + 1]
  const deposit = { type: 'deposit', validator, owner, amount: 100_000n } as const
  const { bytes } = await operation(world, workers, coins, deposit)
  await mempool.submit(bytes)
  await consensus.mine(1)
  process.stdout.write(`${chain.height}\n`)
}
