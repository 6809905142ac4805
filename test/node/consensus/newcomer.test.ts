/** A validator that registers with a running chain: from the next epoch on nothing goes without it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { stakeEventsAt } from '../../../src/node/chain/find-stake.ts'
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase } from '../../../src/protocol/crypto/group.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { lastHeight } from '../../../src/protocol/stake/schedule.ts'
import { findRecord } from '../../../src/protocol/stake/state.ts'
import { createWorld, operation, operatorOf, STAKED, sharedWorkers, validatorKeys } from '../world.ts'
import { createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const stake = { ...NETWORKS.dev.stake, epochBlocks: 10, lateBlocks: 4, halvingBlocks: 1_000 }
const world = createWorld({
  validators: 4,
  params: { blockInterval: 50, stake },
  amounts: [5n * STAKED, 0n],
  seed: 'newcomer',
})

test('a newcomer with more than half of the stake votes in the epoch after its registration, and earns', async (t) => {
  const key = validatorKeys(5)[4]!
  const cluster = await createCluster(t, world, workers, 5)
  const nodes = await Promise.all([0, 1, 2, 3].map((position) => cluster.start(position)))
  nodes.push(await cluster.start(4, { key }))
  const signer = operatorOf(key)
  const { bytes } = await operation(
    world,
    workers,
    [0, 1],
    {
      ...{ type: 'register', key: key.publicKey, operator: encodePoint(multiplyBase(signer)) },
      ...{ commission: 500, amount: (9n * STAKED) / 2n },
    },
    { signer, key: key.secret },
  )
  assert.equal((await nodes[2]!.relay.submit(bytes)).accepted, true)
  const { chain } = nodes[4]!
  const record = () => findRecord(chain.state.stake.records, validatorId(key.publicKey))
  while (!record()) await cluster.reached(4, chain.height + 1)
  assert.equal(chain.state.validators.length, 4)
  const joins = chain.state.stake.epoch.number + 1
  await cluster.reached(4, lastHeight(joins, stake) + 2)
  assert.equal(chain.state.validators.length, 5)
  // Without it no quorum comes about, so all the blocks of the epoch have its signature.
  const events = await stakeEventsAt(chain.tables, lastHeight(joins, stake))
  const paid = events.flatMap((event) =>
    event.type === 'rewarded' && equalBytes(event.validator, record()!.id) ? [event] : [],
  )
  assert.deepEqual(
    paid.map(({ signed, could }) => [signed, could]),
    [[9, 9]],
  )
  assert.equal(record()!.stake, (9n * STAKED) / 2n + paid[0]!.reward + paid[0]!.fees)
  for (const position of [0, 1, 2, 3]) await cluster.reached(position, lastHeight(joins, stake) + 2)
  assert.deepEqual(
    new Set(nodes.map(({ chain }) => chain.state.validators.map(({ publicKey }) => toHex(publicKey)).join()))
      .size,
    1,
  )
  await cluster.check()
})
