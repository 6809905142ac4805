/** Proposals in brief between nodes that lack some of the transactions, or all. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { EngineModules } from '../../../src/node/consensus/engine.ts'
import { NO_NETWORK } from '../../../src/node/network/channel.ts'
import { createWorld, payment, sharedWorkers } from '../world.ts'
import { type Cluster, createCluster } from './cluster.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
const PAYMENTS = 6
const world = createWorld({
  validators: 3,
  params: { blockInterval: 100 },
  amounts: Array.from({ length: PAYMENTS * 2 }, (_, index) => (index % 2 ? 0n : 5_000_000n)),
  seed: 'brief network',
})

/** Does not find a transaction by its id, as a pool that has not got it. */
const forgetful = ({ mempool }: EngineModules) => ({ mempool: changed(mempool, { get: () => undefined }) })

/** Bytes of each consensus message that was sent, by its first byte. */
function weigh() {
  const sent = new Map<number, number[]>()
  const passes = (_from: string, _to: string, bytes: Uint8Array) => {
    const type = bytes[0]!
    sent.set(type, [...(sent.get(type) ?? []), bytes.length])
    return true
  }
  return { sent, passes, ofType: (type: number) => sent.get(type) ?? [] }
}

const ALL = Array.from({ length: PAYMENTS }, (_, at) => at)

/** Hands payments to all pools, and waits until they are final everywhere. */
async function settle(cluster: Cluster, which: readonly number[] = ALL): Promise<void> {
  const payments = await Promise.all(which.map((at) => payment(world, workers, [2 * at, 2 * at + 1])))
  const nodes = [0, 1, 2].map((position) => cluster.members[position]!)
  const admissions = await Promise.all(
    nodes.flatMap(({ mempool }) => payments.map(({ bytes }) => mempool.submit(bytes))),
  )
  assert.ok(admissions.every(({ accepted }) => accepted))
  const { chain, mempool } = nodes[0]!
  while (mempool.size > 0) await cluster.reached(0, chain.height + 1)
  for (const position of [1, 2]) await cluster.reached(position, chain.height)
  await cluster.check()
}

/** Proposals with transactions in them, which are far longer than those without. */
const WHOLE = 3_000
const [PROPOSAL, BRIEF_PROPOSAL] = [1, 5]

// Three of three have to vote: where one could not take a block, none would become final.
test('who has no transaction of a block fetches them, and votes', async (t) => {
  const { passes, ofType } = weigh()
  const cluster = await createCluster(t, world, workers, 3, { passes })
  for (const position of [0, 1]) await cluster.start(position)
  await cluster.start(2, { faulty: forgetful })
  await settle(cluster)
  assert.ok(ofType(BRIEF_PROPOSAL).length > 0)
  assert.ok(ofType(BRIEF_PROPOSAL).every((bytes) => bytes < 1_500))
  assert.deepEqual(
    ofType(PROPOSAL).filter((bytes) => bytes > WHOLE),
    [],
  )
})

test('where questions are not answered the whole proposal is asked for', async (t) => {
  const { passes, ofType } = weigh()
  const cluster = await createCluster(t, world, workers, 3, { passes })
  for (const position of [0, 1]) await cluster.start(position)
  const alone = (modules: EngineModules) => ({ ...forgetful(modules), requests: NO_NETWORK.requests })
  await cluster.start(2, { faulty: alone })
  // Of the blocks that it leads itself it lacks nothing.
  const isAsked = () => ofType(PROPOSAL).some((bytes) => bytes > WHOLE)
  for (const at of ALL) if (!isAsked()) await settle(cluster, [at])
  assert.ok(isAsked())
})
