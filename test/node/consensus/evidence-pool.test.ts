/** Contradictions wait on disk until somebody is punished for them. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { EvidencePool } from '../../../src/node/consensus/evidence-pool.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { le32, utf8 } from '../../../src/protocol/bytes.ts'
import type { Evidence, Vote } from '../../../src/protocol/consensus/messages.ts'
import { hash, hashTo } from '../../../src/protocol/crypto/hash.ts'
import { temporaryDirectory, temporaryStore } from '../support.ts'

const limits = { evidenceKept: 3 }
const keys = Array.from({ length: 5 }, (_, at) => hashTo('test key', 48, le32(at)))

function contradiction(validator: number, height = 7): Evidence {
  const vote = (what: string): Vote => ({
    ...{ kind: 'precommit', height, round: 0, validator, blockId: hash('test block', utf8(what)) },
    signature: hashTo('test signature', 96, utf8(what)),
  })
  return { type: 'votes', first: vote('one'), second: vote('other') }
}

const charge = (at: number, epoch = 1, share = 100) => ({ key: keys[at]!, epoch, share })

const accused = (found: readonly Evidence[]) => found.map(({ first }) => first.validator)

test('is there again after a restart', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const pool = await EvidencePool.open(store, limits)
  assert.equal(await pool.add(contradiction(2), charge(2)), true)
  await store.close()
  const again = await EvidencePool.open(await temporaryStore(t, directory), limits)
  assert.deepEqual(again.all, [contradiction(2)])
})

test('is one for each key, and no more than there is room for', async (t) => {
  const pool = await EvidencePool.open(await temporaryStore(t), limits)
  const kept: boolean[] = []
  for (const one of [
    contradiction(0),
    contradiction(0, 8),
    contradiction(1),
    contradiction(2),
    contradiction(3),
  ])
    kept.push(await pool.add(one, charge(one.first.validator)))
  assert.deepEqual(kept, [true, false, true, true, false])
  assert.deepEqual([pool.covers(charge(2)), pool.covers(charge(3))], [true, false])
  assert.deepEqual(accused(pool.all), [0, 1, 2])
})

test('of one key is the earliest, the one that weighs most and the latest, across a restart', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const pool = await EvidencePool.open(store, limits)
  const heights = () => pool.all.map(({ first }) => first.height)
  const add = (height: number, epoch: number, share: number) =>
    pool.add(contradiction(0, height), charge(0, epoch, share))
  assert.equal(await add(30, 3, 100), true)
  assert.equal(await add(31, 3, 100), false, 'no more than is kept')
  assert.equal(await add(40, 4, 90), true, 'answered for longer')
  assert.deepEqual(heights(), [30, 40])
  assert.equal(await add(20, 2, 50), true)
  assert.deepEqual(heights(), [20, 30, 40])
  assert.equal(await add(25, 3, 80), false, 'together they are punished by as much')
  assert.equal(await add(50, 5, 100), true)
  assert.equal(await add(10, 1, 60), true)
  assert.deepEqual(heights(), [10, 30, 50])
  await store.close()
  const again = await EvidencePool.open(await temporaryStore(t, directory), limits)
  assert.deepEqual(
    again.all,
    [10, 30, 50].map((height) => contradiction(0, height)),
  )
  assert.equal(again.covers(charge(0, 4, 100)), true)
  await again.prune(async ({ first }) => first.height !== 30)
  assert.deepEqual(
    again.all,
    [10, 50].map((height) => contradiction(0, height)),
  )
  assert.equal(await again.add(contradiction(0, 5), charge(0, 1, 101)), true)
  assert.deepEqual(again.all, [contradiction(0, 5), contradiction(0, 50)], 'one that is both')
  await again.prune(async () => false)
  assert.deepEqual(again.all, [])
})

test('of as many keys as there is room for stays open to what is worse', async (t) => {
  const pool = await EvidencePool.open(await temporaryStore(t), limits)
  for (const at of [0, 1, 2]) assert.equal(await pool.add(contradiction(at, 30), charge(at, 3)), true)
  assert.equal(await pool.add(contradiction(3, 10), charge(3, 1)), false)
  assert.equal(await pool.add(contradiction(0, 10), charge(0, 1)), true)
  assert.equal(pool.all.length, 4)
})

test('is forgotten when nobody would be punished for it any more', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const pool = await EvidencePool.open(store, limits)
  for (const at of [0, 1]) await pool.add(contradiction(at), charge(at))
  const isOpen = async ({ first }: Evidence) => first.validator === 1
  await pool.prune(isOpen)
  assert.deepEqual(accused(pool.all), [1])
  await store.close()
  const again = await EvidencePool.open(await temporaryStore(t, directory), limits)
  assert.deepEqual(accused(again.all), [1])
})

test('that cannot be read stops the node', async (t) => {
  const store = await temporaryStore(t)
  const table = store.table('evidence')
  await store.commit([table.put(keys[0]!, utf8('nonsense'))])
  await assert.rejects(
    EvidencePool.open(store, limits),
    (error) => error instanceof StoreError && error.code === 'corrupt',
  )
})
