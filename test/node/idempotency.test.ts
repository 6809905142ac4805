/** Idempotency keys: one effect and one outcome per key, over races, restarts and crashes. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { createManualClock } from '../../src/node/clock.ts'
import { NodeError } from '../../src/node/errors.ts'
import { type Idempotency, type KeyedCall, openIdempotency } from '../../src/node/idempotency.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { openStore, type Store } from '../../src/node/store.ts'
import { utf8 } from '../../src/protocol/bytes.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { temporaryDirectory, temporaryStore } from './support.ts'

const LIMITS = { idempotencyRecords: 1_000, idempotencyAge: 60_000 }
const conflicts = (error: unknown) => error instanceof NodeError && error.code === 'idempotency_conflict'

function open(store: Store, clock = createManualClock(), limits = LIMITS): Promise<Idempotency> {
  return openIdempotency({ store, clock, random: systemRandom, limits })
}

type Outcome = { effects: number; amount: bigint; body: Uint8Array }

/** A call whose effect is a counter in the store, and whose outcome is the counter. */
function counting(store: Store, idempotency: Idempotency) {
  const table = store.table('effects')
  return (key: string | undefined, params: object = {}, more: Partial<KeyedCall> = {}) =>
    idempotency.run<Outcome>({ method: 'count', key, params, ...more }, (remember) =>
      store.transact(async (batch) => {
        const effects = (await table.entries()).length + 1
        batch.put(table, utf8(String(effects)), utf8('done'))
        const outcome = { effects, amount: 5n, body: Uint8Array.of(1, 2) }
        remember(batch, outcome)
        return outcome
      }),
    )
}

async function setUp(t: TestContext) {
  const store = await temporaryStore(t)
  const idempotency = await open(store)
  return { store, idempotency, count: counting(store, idempotency) }
}

test('the same key and parameters give the same outcome, once performed', async (t) => {
  const { count } = await setUp(t)
  const first = await count('key', { amount: '5', to: 'x' })
  assert.deepEqual(await count('key', { to: 'x', amount: '5' }), first)
  assert.deepEqual(first, { effects: 1, amount: 5n, body: Uint8Array.of(1, 2) })
})

test('other parameters under a used key are a conflict, before and after a restart', async (t) => {
  const { store, count } = await setUp(t)
  await count('key', { amount: '5' })
  await assert.rejects(count('key', { amount: '6' }), conflicts)
  const again = counting(store, await open(store))
  await assert.rejects(again('key', { amount: '6' }), conflicts)
  assert.equal((await again('key', { amount: '5' })).effects, 1)
})

test('different keys do not meet; a key belongs to the method it was used with first', async (t) => {
  const { count } = await setUp(t)
  assert.equal((await count('key')).effects, 1)
  assert.equal((await count('other')).effects, 2)
  await assert.rejects(count('key', {}, { method: 'recount' }), conflicts)
})

test('without a key every call is performed', async (t) => {
  const { count } = await setUp(t)
  assert.equal((await count(undefined)).effects, 1)
  assert.equal((await count(undefined)).effects, 2)
})

test('calls that meet share one effect and one outcome', async (t) => {
  const { count } = await setUp(t)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => count('key')))
  assert.deepEqual(new Set(outcomes.map(({ effects }) => effects)), new Set([1]))
  await assert.rejects(Promise.all([count('racing', { a: 1 }), count('racing', { a: 2 })]), conflicts)
})

test('a call that fails leaves no record, and those who waited for it fail with it', async (t) => {
  const { store, idempotency, count } = await setUp(t)
  const failing = () =>
    idempotency.run({ method: 'count', key: 'key', params: {} }, (remember) =>
      store.transact((batch) => {
        remember(batch, { effects: 99 })
        throw new RangeError('no luck')
      }),
    )
  const results = await Promise.allSettled([failing(), failing()])
  assert.deepEqual(
    results.map((result) => result.status === 'rejected' && result.reason.message),
    ['no luck', 'no luck'],
  )
  assert.equal((await count('key')).effects, 1)
})

test('a method that forgets to store its outcome is a fault of the program', async (t) => {
  const { idempotency } = await setUp(t)
  const careless = idempotency.run({ method: 'careless', key: 'key', params: {} }, async () => 1)
  await assert.rejects(careless, /careless stored no outcome/)
})

test('outcome and effect survive a crash together', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const count = counting(store, await open(store))
  const first = await count('key', { a: 1 })
  await store.close()
  const reopened = await temporaryStore(t, directory)
  assert.deepEqual(await counting(reopened, await open(reopened))('key', { a: 1 }), first)
  assert.equal((await reopened.table('effects').entries()).length, 1)
})

describe('secrets', () => {
  test('in an outcome cannot be read off the disk', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    const idempotency = await open(store)
    const phrase = 'abandon ability able about above absent'
    const create = (passphrase: string) =>
      idempotency.run(
        { method: 'account.create', key: 'my key', params: { passphrase }, sensitive: true },
        (remember) =>
          store.transact((batch) => {
            const outcome = { phrase }
            remember(batch, outcome)
            return outcome
          }),
      )
    await create('correct horse')
    assert.deepEqual(await create('correct horse'), { phrase })
    await assert.rejects(create('wrong horse'), conflicts)
    await store.close()
    for (const name of await readdir(directory)) {
      const content = await readFile(join(directory, name), 'latin1')
      for (const secret of [phrase, 'my key', 'correct horse']) assert.ok(!content.includes(secret), name)
    }
  })
})

describe('limits', () => {
  test('records beyond the age are forgotten', async (t) => {
    const store = await temporaryStore(t)
    const clock = createManualClock()
    const count = counting(store, await open(store, clock))
    await count('old')
    clock.advance(LIMITS.idempotencyAge + 1)
    for (let n = 0; n < 64; n++) await count(`new ${n}`)
    await store.commit([])
    assert.equal((await count('new 0')).effects, 2)
    assert.equal((await count('old')).effects, 66)
  })

  test('records beyond the count are forgotten, the oldest first, also after a restart', async (t) => {
    const store = await temporaryStore(t)
    const clock = createManualClock()
    const limits = { ...LIMITS, idempotencyRecords: 10 }
    const fill = async (from: number, to: number) => {
      const count = counting(store, await open(store, clock, limits))
      for (let n = from; n < to; n++) {
        clock.advance(1)
        await count(`key ${n}`)
      }
      await store.commit([])
    }
    await fill(0, 150)
    assert.ok((await store.table('idempotency').entries()).length < 10 + 64)
    await fill(150, 151)
    assert.equal((await store.table('idempotency').entries()).length, 10)
    assert.equal((await store.table('idempotency-age').entries()).length, 10)
    const count = counting(store, await open(store, clock, limits))
    assert.equal((await count('key 150')).effects, 151)
    assert.equal((await count('key 140')).effects, 152)
  })
})
