import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createManualClock } from '../../src/node/clock.ts'
import { createDevApi } from '../../src/node/dev-api.ts'
import { openDevTime } from '../../src/node/dev-time.ts'
import { openIdempotency } from '../../src/node/idempotency.ts'
import type { Store } from '../../src/node/store.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { temporaryStore } from './support.ts'

const limits = { idempotencyRecords: 1_000, idempotencyAge: 60_000 }

/** A chain of which only the height is there. It breaks off at `until`, and tells of new blocks. */
type Chain = { height: number; until: number; tell?: () => void }

async function openDev(store: Store, chain: Chain) {
  const clock = createManualClock()
  const idempotency = await openIdempotency({ store, clock, random: systemRandom, limits })
  const mineTo = async (height: number) => {
    chain.height = Math.max(chain.height, Math.min(height, chain.until))
    if (chain.height < height) throw new Error('the power is cut')
    chain.tell?.()
  }
  return createDevApi({
    ...{ store, idempotency, devTime: await openDevTime(store, { ...clock, advance: () => {} }) },
    consensus: {
      run: async () => {},
      mine: () => assert.fail('no blocks without a plan'),
      planMining: async (blocks) => chain.height + blocks,
      mineTo,
    },
    faucet: () => assert.fail('nobody asks for coins'),
    reached: async () => {},
    signal: new AbortController().signal,
  })
}

async function setUp(t: TestContext) {
  const store = await temporaryStore(t)
  const chain: Chain = { height: 10, until: 13 }
  return { store, chain, cut: await openDev(store, chain) }
}

test('blocks that were asked for and cut off are made up to where they were to reach', async (t) => {
  const { store, chain, cut } = await setUp(t)
  await assert.rejects(cut.mine({ blocks: 5, idempotencyKey: 'five' }), /the power is cut/)
  assert.equal(chain.height, 13)
  chain.until = Number.POSITIVE_INFINITY
  const again = await openDev(store, chain)
  for (let call = 0; call < 2; call += 1)
    assert.deepEqual(await again.mine({ blocks: 5, idempotencyKey: 'five' }), { height: 15 })
  assert.equal(chain.height, 15)
})

test('other keys, and no key, ask for others', async (t) => {
  const { chain, cut } = await setUp(t)
  chain.until = Number.POSITIVE_INFINITY
  assert.deepEqual(await cut.mine({ blocks: 2, idempotencyKey: 'two' }), { height: 12 })
  assert.deepEqual(await cut.mine({ blocks: 2, idempotencyKey: 'more' }), { height: 14 })
  assert.deepEqual(await cut.mine({}), { height: 15 })
})

test('what is written because of the blocks is on disk when the call is answered', async (t) => {
  const { store, chain } = await setUp(t)
  chain.until = Number.POSITIVE_INFINITY
  const [key, value] = [Uint8Array.of(1), Uint8Array.of(2)]
  let written = false
  chain.tell = () => {
    store.commit([{ type: 'put', key, value }]).then(() => {
      written = true
    }, assert.fail)
  }
  await (await openDev(store, chain)).mine({})
  assert.equal(written, true)
})
