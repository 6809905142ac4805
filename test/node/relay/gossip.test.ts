import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NO_NETWORK } from '../../../src/node/network/channel.ts'
import { createCluster } from '../consensus/cluster.ts'
import { changed } from '../consensus/faults.ts'
import { createWorld, payment, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })

test('a transaction that got lost on its way is passed on again until a block takes it', async (t) => {
  const world = createWorld({ params: { blockInterval: 50 }, seed: 'gossip' })
  const cluster = await createCluster(t, world, workers, 2)
  await cluster.start(0)
  const connection = cluster.network.join('far')
  let lost = 0
  const transactions = changed(connection.transactions, {
    broadcast: (bytes) => {
      if (lost === 0) lost += 1
      else connection.transactions.broadcast(bytes)
    },
  })
  const { consensus } = connection
  const follower = await cluster.start(1, { network: { ...NO_NETWORK, consensus, transactions } })
  await cluster.reached(1, 2)
  const { bytes } = await payment(world, workers, [0, 1])
  await follower.relay.submit(bytes)
  while (follower.mempool.size > 0) await cluster.reached(1, follower.chain.height + 1)
  await cluster.reached(0, follower.chain.height)
  assert.deepEqual([lost, cluster.members[0]!.mempool.size], [1, 0])
  await cluster.check()
})
