/**
 * Run by a test that kills it: fetches a snapshot from the chain in one directory into another, a chunk at a time. Prints how many
 * chunks there are after each, and `done` in the end.
 */
import { join } from 'node:path'
import { systemClock } from '../../../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import { openShelf } from '../../../src/node/snapshot/shelf.ts'
import { createNodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { openTestNode } from '../world.ts'
import { headersOf, servePeer, sync, world } from './snapshot-world.ts'

const [from, to] = process.argv.slice(2)
const workers = createNodeWorkers(
  { limits: DEFAULT_LIMITS, signal: new AbortController().signal },
  { clock: systemClock, logger: silentLogger },
)
const archive = await openTestNode({ after: () => {} }, world, workers, { directory: from!, key: null })
const network = new MemoryNetwork(systemClock)
const [own, peer] = [network.join('own'), network.join('peer')]
servePeer(peer, await openShelf(join(from!, 'snapshots'), 2))
await sync(to!, {
  network: own,
  headers: headersOf(archive.chain),
  workers,
  limits: { snapshotAsked: 1 },
  onProgress: ({ done }) => process.stdout.write(`${done}\n`),
})
process.stdout.write('done\n')
process.exit(0)
