/** Somebody says that it has blocks which nobody has, and never answers: the nodes beside it do what they do without it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { encodeMessage } from '../../../src/protocol/consensus/messages.ts'
import { type Cluster, createCluster } from '../consensus/cluster.ts'
import { createWorld, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })
const INTERVAL = 100
const world = createWorld({ validators: 4, params: { blockInterval: INTERVAL }, seed: 'boaster' })

/** Validators at both ends: what they say to each other goes over the follower in the middle. */
const LINE = ['node-1', 'node-2', 'node-5', 'node-3', 'node-4']
const FOLLOWER = 4
const areNeighbours = (one: string, other: string) =>
  Math.abs(LINE.indexOf(one) - LINE.indexOf(other)) === 1 && LINE.includes(one) && LINE.includes(other)
const withBoasters = (one: string, other: string) =>
  areNeighbours(one, other) || ([one, other].includes('node-5') && `${one} ${other}`.includes('boaster'))

/** Joins, and says to the follower how far it is. */
function boast({ network }: Cluster, name: string): void {
  const { consensus, requests } = network.join(name)
  requests.serve('headers', async function* () {
    await new Promise(() => {})
  })
  consensus.send('node-5', encodeMessage({ type: 'status', height: 1_000_000, round: 0 }))
}

async function startLine(cluster: Cluster): Promise<void> {
  for (const position of [0, 1, 2, 3, FOLLOWER]) await cluster.start(position)
}

test('blocks go on where a boaster is the neighbour of the node that passes everything on', async (t) => {
  const cluster = await createCluster(t, world, workers, 5, { areNeighbours: withBoasters })
  await startLine(cluster)
  await cluster.reached(FOLLOWER, 2)
  boast(cluster, 'boaster')
  const { chain, sync } = cluster.members[FOLLOWER]!
  // Long enough for it to be asked, and to be let wait.
  const height = chain.height + 6
  while (chain.height < height) {
    await cluster.reached(0, chain.height + 1)
    assert.equal(sync.progress, undefined)
    await cluster.reached(FOLLOWER, chain.height + 1)
  }
  await cluster.check()
})

test('blocks come again after a pause in which the last one has become old', async (t) => {
  let isCut = false
  const passes = (from: string, to: string) =>
    !isCut || ![from, to].includes('node-5') || `${from} ${to}`.includes('boaster')
  const cluster = await createCluster(t, world, workers, 5, { areNeighbours: withBoasters, passes })
  await startLine(cluster)
  await cluster.reached(FOLLOWER, 2)
  isCut = true
  boast(cluster, 'boaster')
  const { chain, sync } = cluster.members[FOLLOWER]!
  while (cluster.clock.now() < chain.state.time + 30 * INTERVAL) {
    assert.equal(sync.progress, undefined)
    await cluster.clock.sleep(INTERVAL)
  }
  const { height } = chain
  isCut = false
  await cluster.reached(FOLLOWER, height + 3)
  await cluster.reached(0, height + 3)
  await cluster.check()
})
