/** A node that is at work answers all the same: what takes long is done by other threads. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readInputs } from '../../src/node/chain/transaction-layout.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { verifyInParts } from '../../src/node/workers/verify-in-parts.ts'
import { concat } from '../../src/protocol/bytes.ts'
import { createWorld, openTestNode, payment, sharedWorkers } from '../node/world.ts'
import { startServer } from './support/start-server.ts'

const MANY = 256

test('node.status is answered while many transactions are verified', async (t) => {
  const workers = sharedWorkers({ after })
  const world = createWorld()
  const { chain } = await openTestNode(t, world, workers)
  const { bytes: transaction } = await payment(world, workers, [0, 1])
  const coins = concat(...(await chain.coins(readInputs(transaction))).map(({ core }) => core))
  const items = Array.from({ length: MANY }, () => ({ transaction, coins }))
  const job = { chainId: chain.state.chainId, params: chain.params, items }
  const server = await startServer(t)
  await server.rpc('node.status')

  const done: string[] = []
  const verified = verifyInParts(job, workers, DEFAULT_LIMITS).then((refused) => {
    assert.deepEqual(refused, [])
    done.push('verified')
  })
  const { result } = await server.rpc('node.status')
  done.push('answered')
  assert.equal(result.network, 'dev')
  await verified
  assert.deepEqual(done, ['answered', 'verified'])
})
