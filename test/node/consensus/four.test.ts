/** Four validators in one process: one chain under load, with some away, and with followers that come late. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { createWorld, payment, sharedWorkers } from '../world.ts'
import { createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const params = { blockInterval: 100 }
const PAYMENTS = 24
const world = createWorld({
  validators: 4,
  params,
  amounts: Array.from({ length: PAYMENTS * 2 }, (_, index) => (index % 2 ? 0n : 5_000_000n)),
  seed: 'four',
})

test('reach the same chain under load, wherever transactions are handed in', async (t) => {
  const cluster = await createCluster(t, world, workers, 4)
  const nodes = await Promise.all([0, 1, 2, 3].map((position) => cluster.start(position)))
  const payments = await Promise.all(
    Array.from({ length: PAYMENTS }, (_, index) => payment(world, workers, [2 * index, 2 * index + 1])),
  )
  const admissions = await Promise.all(
    payments.map(({ bytes }, index) => nodes[index % 4]!.relay.submit(bytes)),
  )
  assert.ok(admissions.every(({ accepted }) => accepted))
  const missing = new Set(payments.map(({ id }) => toHex(id)))
  let height = 0
  while (missing.size > 0) {
    height++
    await cluster.reached(0, height)
    const { transactionIds } = await blockAt(nodes[0]!.chain.tables, height)
    for (const id of transactionIds) assert.ok(missing.delete(toHex(id)), 'a payment twice, or a strange one')
  }
  for (const position of [1, 2, 3]) await cluster.reached(position, height)
  assert.deepEqual(
    nodes.map(({ mempool }) => mempool.size),
    [0, 0, 0, 0],
  )
  await cluster.check()
})

test('hurry together for blocks on demand, and take in what one of them was handed', async (t) => {
  const slow = createWorld({ validators: 4, params: { blockInterval: 3_600_000 }, seed: 'slow' })
  const cluster = await createCluster(t, slow, workers, 4)
  const [first] = await Promise.all([0, 1, 2, 3].map((position) => cluster.start(position)))
  const { bytes } = await payment(slow, workers, [0, 1])
  await first!.relay.submit(bytes)
  assert.equal(await first!.consensus.mine(8), 8)
  assert.equal((await blockAt(first!.chain.tables, 1)).transactionIds.length, 1)
  for (const position of [1, 2, 3]) await cluster.reached(position, 8)
  await cluster.check()
})

describe('silence', () => {
  test('of one does not stop the others: its rounds pass', async (t) => {
    const cluster = await createCluster(t, world, workers, 4)
    for (const position of [1, 2, 3]) await cluster.start(position)
    await cluster.reached(1, 6)
    const late = await cluster.start(0)
    await cluster.reached(0, 8)
    while (late.sync.progress) await cluster.reached(0, late.chain.height + 1)
    await cluster.check()
  })

  test('of two stops the chain, and it goes on when one of them is back', async (t) => {
    const cluster = await createCluster(t, world, workers, 4)
    for (const position of [0, 1, 2, 3]) await cluster.start(position)
    await cluster.reached(3, 2)
    for (const position of [2, 3]) await cluster.members[position]!.stop()
    const { chain } = cluster.members[0]!
    // What was under way when they left may still become final.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const stopped = chain.height
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    assert.equal(chain.height, stopped)
    await cluster.start(2)
    await cluster.reached(0, stopped + 2)
    await cluster.start(3)
    await cluster.reached(3, stopped + 4)
    await cluster.check()
  })
})

test('a follower catches up from the beginning, and goes along', async (t) => {
  const cluster = await createCluster(t, world, workers, 5)
  for (const position of [0, 1, 2, 3]) await cluster.start(position)
  const { bytes } = await payment(world, workers, [0, 1])
  await cluster.members[0]!.relay.submit(bytes)
  await cluster.reached(0, 12)
  const follower = await cluster.start(4)
  await cluster.reached(4, 12)
  const { height } = follower.chain
  await cluster.reached(4, height + 3)
  while (follower.sync.progress) await cluster.reached(4, follower.chain.height + 1)
  await cluster.check()
})

test('all of them stopped and started again go on where they were', async (t) => {
  const cluster = await createCluster(t, world, workers, 4)
  for (const position of [0, 1, 2, 3]) await cluster.start(position)
  await cluster.reached(0, 3)
  for (const position of [0, 1, 2, 3]) await cluster.members[position]!.stop()
  for (const position of [0, 1, 2, 3]) await cluster.start(position)
  const { height } = cluster.members[0]!.chain
  assert.ok(height >= 3)
  await cluster.reached(0, height + 3)
  await cluster.check()
})
