/** Names without number that say they have the chain, and give nothing of it: whoever has it is asked all the same. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { type Connection, NO_NETWORK } from '../../../src/node/network/channel.ts'
import { headersFollower } from '../../../src/node/sync/follow-headers.ts'
import { SyncPeers } from '../../../src/node/sync/peers.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'
import { type Answers, answersOf, createLane, type Lane, SMALL, until } from './lane.ts'
import { makeBlock } from './maker.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, seed: 'starving' })
const HEIGHT = 40
const CLAIMED = 5_000
/** Many questions for so short a chain, and an answer is waited for longer than any test. */
const sync = { headersAsked: 8, patience: 60_000, headersTime: 60_000 }

let answers: Answers
const ends: (() => unknown)[] = []
before(async () => {
  const lane = await createLane({ after: (end) => ends.push(end) }, world, workers)
  const source = await lane.open('source', {
    first: async ({ chain }) => {
      while (chain.height < HEIGHT) await makeBlock(chain, workers, world.keys)
    },
  })
  answers = answersOf(source)
})
after(async () => {
  for (const end of ends) await end()
})

/** Whoever is asked lets it wait, and after a while leaves; another comes in its place. */
function boasters(lane: Lane, time: number): void {
  let names = 0
  const join = () => {
    const silent = async function* () {
      await lane.clock.sleep(time)
      own.close()
      join()
      await new Promise(() => {})
    }
    const own = lane.stranger(`boaster-${++names}`, CLAIMED, { headers: silent, blocks: silent })
  }
  join()
}

test('fresh names are asked last', async (t) => {
  const lane = await createLane(t, world, workers)
  lane.stranger('honest', HEIGHT + 1, answers)
  const node = await lane.open('node', { sync: { ...sync, headersStall: 60_000 } })
  await until(() => node.sync.progress !== undefined, 'the first headers', node)
  boasters(lane, 200)
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
  await until(() => node.sync.progress === undefined, 'the end of it', node)
})

test('another is asked beside one that lets it wait', async (t) => {
  const lane = await createLane(t, world, workers)
  const silent = async function* () {
    await new Promise(() => {})
  }
  lane.stranger('silent', HEIGHT + 1, { headers: silent })
  lane.stranger('honest', HEIGHT + 1, answers)
  const node = await lane.open('node', { sync })
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
})

test('who says that it has headers, and gives none in time, is complained of', async (t) => {
  const lane = await createLane(t, world, workers)
  lane.stranger('silent', HEIGHT + 1, {
    headers: async function* () {
      await new Promise(() => {})
    },
  })
  const node = await lane.open('node')
  await until(() => node.reports.length > 0, 'the complaint', node)
  assert.equal(node.reports[0], 'silent: says that it has headers, and gives none')
})

test('a node that is to begin with a snapshot goes on with the headers it has', async (t) => {
  const lane = await createLane(t, world, workers)
  lane.stranger('honest', HEIGHT + 1, answers)
  const network = lane.network.join('new')
  const node = await openTestNode(t, world, workers, { key: null, clock: lane.clock, timers: true, network })
  boasters(lane, 100)
  const follow = headersFollower(
    { ...node, network, misbehaved: () => {} },
    { sync: { ...SMALL, ...sync, search: 1_500 } },
  )
  const { signal } = new AbortController()
  assert.equal((await follow(node.chain, signal, () => {})).height, HEIGHT)
})

test('of neighbours those come first that have served, then those this node connected to', () => {
  const clock = createManualClock()
  const connections = ['in-1', 'in-2', 'out-1', 'out-2'].map(
    (peerId): Connection => ({
      ...{ peerId, address: peerId, connectedAt: 0 },
      direction: peerId.startsWith('in') ? 'inbound' : 'outbound',
    }),
  )
  const consensus = { ...NO_NETWORK.consensus, peers: connections.map(({ peerId }) => peerId) }
  const modules = { network: { connections, consensus }, claimed: () => HEIGHT, clock, misbehaved: () => {} }
  const peers = new SyncPeers(modules, SMALL)
  peers.noteAsked('out-1')
  clock.advance(1)
  assert.deepEqual(peers.having(1), ['out-2', 'out-1', 'in-1', 'in-2'])
  peers.noteAsked('in-2')
  peers.noteServed('in-2')
  assert.deepEqual(peers.having(1), ['in-2', 'out-2', 'out-1', 'in-1'])
  peers.rest('in-2')
  clock.advance(SMALL.rest)
  assert.deepEqual(peers.having(1), ['out-2', 'out-1', 'in-1', 'in-2'])
})
