/** Run by a test that kills it: a node that catches up with another in the same process, slowly. Prints a line when it begins. */
import { systemClock } from '../../../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { createNodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { answersOf, createLane, until } from './lane.ts'
import { world } from './resume-world.ts'

const [served, directory] = process.argv.slice(2) as [string, string]
const hooks = { after: () => {} }
const workers = createNodeWorkers(
  { limits: DEFAULT_LIMITS, signal: new AbortController().signal },
  { clock: systemClock, logger: silentLogger },
)
const source = await (await createLane(hooks, world, workers)).open('source', { directory: served })
const lane = await createLane(hooks, world, workers)
const { headers, blocks } = answersOf(source)
const slowly = (answers: typeof headers): typeof headers =>
  async function* (from, question, signal) {
    for await (const part of answers(from, question, signal)) {
      await lane.clock.sleep(20, signal)
      yield part
    }
  }
const { height } = source.chain
lane.stranger('stranger', height + 1, { headers: slowly(headers), blocks: slowly(blocks) })
const node = await lane.open('node', {
  directory,
  sync: { headersAsked: 20, rangeBlocks: 2, ranges: 4, appliedBlocks: 3 },
})
await until(() => node.sync.progress !== undefined || node.chain.height === height, 'the beginning')
process.stdout.write('catching up\n')
