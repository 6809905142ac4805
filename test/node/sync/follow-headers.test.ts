/** Headers for a node that begins with a snapshot, before anything else of it runs. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { headersFollower } from '../../../src/node/sync/follow-headers.ts'
import { blockId } from '../../../src/protocol/block.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'
import { createLane, SMALL } from './lane.ts'
import { makeBlock } from './maker.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, seed: 'follow headers' })
const HEIGHT = 40
const { signal } = new AbortController()

test('follows the headers of neighbours from genesis, with the beacon they lead to', async (t) => {
  const lane = await createLane(t, world, workers)
  const source = await lane.open('source', {
    first: async ({ chain }) => {
      while (chain.height < HEIGHT) await makeBlock(chain, workers, world.keys)
    },
  })
  const network = lane.network.join('new')
  // Does not run yet.
  const node = await openTestNode(t, world, workers, { key: null, clock: lane.clock, timers: true, network })
  const misbehaved = (peer: string, reason: string) => assert.fail(`${peer}: ${reason}`)
  const follow = headersFollower({ ...node, network, misbehaved }, { sync: SMALL })
  const told: unknown[] = []
  const headers = await follow(node.chain, signal, (progress) => told.push(progress))
  assert.equal(headers.height, HEIGHT)
  assert.deepEqual(told.at(-1), { headers: HEIGHT, target: HEIGHT })
  assert.deepEqual(await headers.beaconAt(HEIGHT), source.chain.state.beacon)
  const [last] = await headers.read(HEIGHT, 1)
  assert.deepEqual(blockId(last!.header), source.chain.state.blockId)
  assert.deepEqual(last!.certificate, source.chain.certificate)
})

test('goes on without when nobody has any', async (t) => {
  const lane = await createLane(t, world, workers)
  const network = lane.network.join('new')
  const node = await openTestNode(t, world, workers, { key: null, clock: lane.clock, timers: true, network })
  const modules = { ...node, network, misbehaved: () => {} }
  const follow = headersFollower(modules, { sync: { ...SMALL, search: 100 } })
  const headers = await follow(node.chain, signal, () => {})
  assert.equal(headers.height, 0)
})
