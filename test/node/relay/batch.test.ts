import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { MAX_TRANSACTION_LENGTH } from '../../../src/node/chain/transaction-layout.ts'
import {
  decodeBatch,
  encodeBatch,
  encodeBatches,
  MAX_BATCH,
  MAX_BATCH_LENGTH,
} from '../../../src/node/relay/batch.ts'
import { Collector } from '../../../src/node/relay/collector.ts'
import { concat, le32 } from '../../../src/protocol/bytes.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { createDrivenClock } from '../../support/relay/driven-clock.ts'

/** Different from each other by their number. */
const numbered = (number: number, length = 100) => concat(le32(number), new Uint8Array(length - 4))
const many = (count: number, length?: number) =>
  Array.from({ length: count }, (_, number) => numbered(number, length))
const refused = { name: 'ProtocolError', code: 'invalid_encoding' }

describe('a batch', () => {
  test('holds one transaction to 64, in order', () => {
    for (const count of [1, 2, MAX_BATCH]) {
      assert.deepEqual(decodeBatch(encodeBatch(many(count))), many(count))
      assert.deepEqual(decodeBatch(encodeBatch(many(count), 7)), many(count))
    }
  })

  test('said again is another message', () => {
    assert.notDeepEqual(encodeBatch(many(1)), encodeBatch(many(1), 8))
  })

  test('of none, of too many, with one twice, cut short or with more behind it is refused', () => {
    const whole = encodeBatch(many(3))
    assert.throws(() => decodeBatch(new Uint8Array()), refused)
    assert.throws(() => decodeBatch(encodeBatch([])), refused)
    assert.throws(() => decodeBatch(encodeBatch(many(MAX_BATCH + 1))), refused)
    assert.throws(() => decodeBatch(encodeBatch([numbered(1), numbered(1)])), refused)
    assert.throws(() => decodeBatch(concat(whole, Uint8Array.of(0))), refused)
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => decodeBatch(whole.subarray(0, length)), refused)
    }
  })

  test('with a length that promises much is refused before anything is copied', () => {
    const head = concat(le32(0), Uint8Array.of(1))
    assert.throws(() => decodeBatch(concat(head, le32(0xffff_ffff))), refused)
    assert.throws(() => decodeBatch(concat(head, le32(MAX_TRANSACTION_LENGTH + 1))), refused)
    assert.throws(() => decodeBatch(new Uint8Array(MAX_BATCH_LENGTH + 1)), refused)
  })

  test('of any bytes is refused without another error, or says the same when encoded', () => {
    const shaped = fc
      .tuple(fc.nat(70), fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 }))
      .map(([count, parts]) =>
        concat(le32(0), Uint8Array.of(count), ...parts.flatMap((part) => [le32(part.length), part])),
      )
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), shaped), (bytes) => {
        try {
          const transactions = decodeBatch(bytes)
          assert.deepEqual(encodeBatch(transactions).subarray(4), bytes.subarray(4))
        } catch (error) {
          if (!(error instanceof ProtocolError)) throw error
        }
      }),
    )
  })
})

test('many transactions go in few messages, none longer than a message may be', () => {
  const batches = encodeBatches(many(150, 3_000))
  assert.deepEqual(
    batches.map((batch) => decodeBatch(batch).length),
    [64, 64, 22],
  )
  const long = encodeBatches(many(25, MAX_TRANSACTION_LENGTH))
  assert.ok(long.length > 1 && long.every((batch) => batch.length <= MAX_BATCH_LENGTH))
  assert.deepEqual(long.flatMap(decodeBatch), many(25, MAX_TRANSACTION_LENGTH))
})

describe('what is collected', () => {
  function collect() {
    const clock = createDrivenClock()
    const sent: number[] = []
    const ending = new AbortController()
    const collector = new Collector((batch) => sent.push(decodeBatch(batch).length), 40, {
      clock,
      signal: ending.signal,
    })
    return { clock, sent, collector, ending }
  }

  test('goes at once after a pause, and then one message in a while', async () => {
    const { clock, sent, collector } = collect()
    for (const one of many(2)) collector.add(one)
    assert.deepEqual(sent, [])
    await clock.pass(0)
    assert.deepEqual(sent, [2])
    for (const one of many(3)) {
      collector.add(one)
      await clock.pass(13)
    }
    assert.deepEqual(sent, [2])
    await clock.pass(1)
    assert.deepEqual(sent, [2, 3])
    await clock.pass(1_000)
    collector.add(numbered(1))
    await clock.pass(0)
    assert.deepEqual(sent, [2, 3, 1])
  })

  test('goes at once when a message is full', async () => {
    const { clock, sent, collector } = collect()
    for (const one of many(MAX_BATCH + 3)) collector.add(one)
    assert.deepEqual(sent, [MAX_BATCH])
    await clock.pass(40)
    assert.deepEqual(sent, [MAX_BATCH, 3])
  })

  test('goes once in a message, however often it came', async () => {
    const { clock, sent, collector } = collect()
    for (const one of [...many(2), ...many(2)]) collector.add(one)
    await clock.pass(0)
    assert.deepEqual(sent, [2])
  })

  test('does not go when it is not wanted any more, or the node ends', async () => {
    const { clock, sent, collector, ending } = collect()
    let isWanted = true
    collector.add(numbered(1), () => isWanted)
    isWanted = false
    await clock.pass(40)
    assert.deepEqual(sent, [])
    collector.add(numbered(2))
    ending.abort(new Error('over'))
    await clock.pass(40)
    assert.deepEqual(sent, [])
  })
})
