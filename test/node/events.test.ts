/** The event log: numbered in the order of the commits, durable, read by cursor. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { NodeError } from '../../src/node/errors.ts'
import { type EventLimits, type NewEvent, openEventLog } from '../../src/node/events.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { openStore, type Store } from '../../src/node/store.ts'
import { utf8 } from '../../src/protocol/bytes.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { temporaryDirectory, temporaryStore } from './support.ts'

const KEEP_ALL: EventLimits = { eventRetention: undefined, eventPruneStep: 10 }
const event = (n: number): NewEvent => ({ topic: 'chain.block', event: { n } })
const failsWith = (code: string) => (error: unknown) => error instanceof NodeError && error.code === code

async function temporaryLog(t: TestContext, limits = KEEP_ALL) {
  const store = await temporaryStore(t)
  const log = await openEventLog(store, systemRandom, limits)
  const append = (...numbers: number[]) => store.transact((batch) => log.append(batch, numbers.map(event)))
  return { store, log, append }
}

describe('appending', () => {
  test('numbers events from 1 without gaps and reads them back', async (t) => {
    const { log, append } = await temporaryLog(t)
    assert.equal(log.head, 0n)
    assert.deepEqual(await log.read(0n, 10), [])
    assert.equal(await append(10, 11), 2n)
    assert.equal(await append(12), 3n)
    assert.deepEqual(await log.read(1n, 10), [
      { seq: 2n, topic: 'chain.block', event: { n: 11 } },
      { seq: 3n, topic: 'chain.block', event: { n: 12 } },
    ])
    assert.deepEqual(
      (await log.read(0n, 2)).map(({ seq }) => seq),
      [1n, 2n],
    )
    assert.deepEqual(await log.read(3n, 10), [])
  })

  test('keeps the account of an event', async (t) => {
    const { log, store } = await temporaryLog(t)
    const told = { topic: 'account.balance', accountId: 'a1', event: { available: '5' } }
    await store.transact((batch) => log.append(batch, [told]))
    assert.deepEqual(await log.read(0n, 1), [{ seq: 1n, ...told }])
  })

  test('several times to one batch goes on counting', async (t) => {
    const { log, store } = await temporaryLog(t)
    await store.transact((batch) => {
      assert.equal(log.append(batch, [event(1)]), 1n)
      assert.equal(log.append(batch, []), 1n)
      assert.equal(log.append(batch, [event(2), event(3)]), 3n)
      assert.equal(log.head, 0n)
    })
    assert.equal(log.head, 3n)
  })

  test('to a batch that is never committed leaves no gap', async (t) => {
    const { log, store, append } = await temporaryLog(t)
    const failing = store.transact((batch) => {
      log.append(batch, [event(1), event(2)])
      throw new RangeError('no')
    })
    await assert.rejects(failing, RangeError)
    assert.equal(log.head, 0n)
    assert.equal(await append(3), 1n)
    assert.deepEqual(await log.read(0n, 10), [{ seq: 1n, ...event(3) }])
  })

  test('tells listeners once per commit, when the events can be read', async (t) => {
    const { log, append } = await temporaryLog(t)
    const heads: bigint[] = []
    const stop = log.onAppend(() => heads.push(log.head))
    await append(1, 2)
    await append(3)
    stop()
    await append(4)
    assert.deepEqual(heads, [2n, 3n])
  })

  test('together with a change: both are there after a crash, or neither', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    const table = store.table('things')
    const log = await openEventLog(store, systemRandom, KEEP_ALL)
    const commit = (n: number, fails: boolean) =>
      store
        .transact((batch) => {
          batch.put(table, utf8(String(n)), utf8('x'))
          log.append(batch, [event(n)])
          if (fails) throw new RangeError()
        })
        .catch(() => {})
    await Promise.all([commit(1, false), commit(2, true), commit(3, false)])
    const cursor = log.cursorOf(1n)
    await store.close()

    const reopened = await temporaryStore(t, directory)
    const again = await openEventLog(reopened, systemRandom, KEEP_ALL)
    assert.deepEqual(
      (await again.read(0n, 10)).map((stored) => stored.event),
      [{ n: 1 }, { n: 3 }],
    )
    assert.deepEqual(
      (await reopened.table('things').entries()).map(([key]) => new TextDecoder().decode(key)),
      ['1', '3'],
    )
    assert.equal(again.parseCursor(cursor), 1n)
  })

  test('concurrently: numbers follow the order of the commits, whatever fails', async (t) => {
    const { log, store } = await temporaryLog(t)
    const commits = fc.array(fc.record({ size: fc.nat(3), fails: fc.boolean(), slow: fc.boolean() }))
    await fc.assert(
      fc.asyncProperty(commits, async (plan) => {
        const start = log.head
        const expected: number[] = []
        await Promise.allSettled(
          plan.map(({ size, fails, slow }, index) =>
            store.transact(async (batch) => {
              log.append(
                batch,
                Array.from({ length: size }, () => event(index)),
              )
              if (slow) await new Promise(setImmediate)
              if (fails) throw new RangeError()
              for (let i = 0; i < size; i++) expected.push(index)
            }),
          ),
        )
        const stored = await log.read(start, 1_000)
        assert.deepEqual(
          stored.map(({ event: { n } }) => n),
          expected,
        )
        assert.deepEqual(
          stored.map(({ seq }) => seq),
          expected.map((_, index) => start + BigInt(index) + 1n),
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('cursors', () => {
  test('lead back to their place', async (t) => {
    const { log, append } = await temporaryLog(t)
    await append(1, 2, 3)
    for (const seq of [0n, 1n, 3n]) assert.equal(log.parseCursor(log.cursorOf(seq)), seq)
  })

  test('that nobody has given out are refused', async (t) => {
    const { log, append } = await temporaryLog(t)
    await append(1)
    for (const text of [
      '',
      'x',
      'not base64!',
      log.cursorOf(1n).slice(0, -2),
      `${log.cursorOf(1n)}A`,
      log.cursorOf(2n),
    ]) {
      assert.throws(() => log.parseCursor(text), failsWith('invalid_cursor'), text)
    }
  })

  test('of another log are refused', async (t) => {
    const [{ log }, other] = [await temporaryLog(t), await temporaryLog(t)]
    assert.throws(() => log.parseCursor(other.log.cursorOf(0n)), failsWith('invalid_cursor'))
  })
})

describe('retention', () => {
  const limits = { eventRetention: 3, eventPruneStep: 10 }

  test('drops the oldest events and says so to those who want them', async (t) => {
    const { log, append } = await temporaryLog(t, limits)
    const beginning = log.cursorOf(0n)
    await append(1, 2, 3)
    assert.equal(log.oldest, 1n)
    await append(4, 5)
    assert.equal(log.oldest, 3n)
    assert.throws(() => log.parseCursor(beginning), failsWith('cursor_expired'))
    await assert.rejects(log.read(1n, 10), failsWith('cursor_expired'))
    assert.deepEqual(
      (await log.read(2n, 10)).map(({ seq }) => seq),
      [3n, 4n, 5n],
    )
  })

  test('that has been lowered is met step by step, over restarts', async (t) => {
    const { store, append } = await temporaryLog(t)
    await append(...Array.from({ length: 30 }, (_, index) => index))
    const lowered = await openEventLog(store, systemRandom, limits)
    const add = () => store.transact((batch) => lowered.append(batch, [event(99)]))
    await add()
    assert.equal(lowered.oldest, 11n)
    for (let i = 0; i < 3; i++) await add()
    assert.equal(lowered.oldest, 32n)
    const again = await openEventLog(store, systemRandom, limits)
    assert.deepEqual([again.oldest, again.head], [32n, 34n])
  })

  test('never loses the count', async (t) => {
    const store: Store = await temporaryStore(t)
    const one = { eventRetention: 1, eventPruneStep: 10 }
    const log = await openEventLog(store, systemRandom, one)
    for (let n = 0; n < 5; n++) await store.transact((batch) => log.append(batch, [event(n)]))
    const again = await openEventLog(store, systemRandom, one)
    assert.deepEqual([again.oldest, again.head], [5n, 5n])
  })
})
