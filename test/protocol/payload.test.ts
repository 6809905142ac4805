import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { concat } from '../../src/protocol/bytes.ts'
import {
  decodePayload,
  encodePayload,
  MAX_MESSAGE_LENGTH,
  MAX_PARTS,
  PART_LENGTH,
  type Payload,
  PLAINTEXT_LENGTH,
  splitMessage,
} from '../../src/protocol/payload.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const plain = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true })
const payloads: fc.Arbitrary<Payload> = fc.oneof(
  fc.constant<Payload>({ kind: 'none' }),
  fc.constant<Payload>({ kind: 'filler' }),
  plain({
    kind: fc.constant('message' as const),
    app: fc.string({ maxLength: 8, unit: 'binary' }),
    messageId: bytes(16),
    part: fc.constant(0),
    count: fc.integer({ min: 1, max: MAX_PARTS }),
    body: fc.uint8Array({ maxLength: PART_LENGTH }),
  }),
  plain({
    kind: fc.constant('change' as const),
    sent: fc.array(
      plain({
        address: bytes(64),
        amount: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        anchor: bytes(16),
      }),
      { maxLength: 11 },
    ),
  }),
)

describe('a payload', () => {
  test('of any kind has one length and survives it', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const plaintext = encodePayload(payload)
        assert.equal(plaintext.length, PLAINTEXT_LENGTH)
        assert.deepEqual(decodePayload(plaintext), payload)
      }),
    )
  })

  test('of a stranger never throws anything but a ProtocolError', () => {
    fc.assert(
      fc.property(bytes(PLAINTEXT_LENGTH), (plaintext) => {
        try {
          decodePayload(plaintext)
        } catch (error) {
          assert.equal((error as Error).name, 'ProtocolError')
        }
      }),
    )
  })
})

describe('a message', () => {
  test('is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5 * PART_LENGTH }), (body) => {
        const parts = splitMessage('app', new Uint8Array(16), body)
        assert.deepEqual(concat(...parts.map((part) => part.body)), body)
        assert.ok(parts.every(({ part, count }, index) => part === index && count === parts.length))
      }),
      { numRuns: 30 },
    )
  })

  test('has a longest length, which fits, and an error that names it', () => {
    const longest = splitMessage('', new Uint8Array(16), new Uint8Array(MAX_MESSAGE_LENGTH))
    assert.ok(longest.length <= MAX_PARTS)
    assert.throws(() => splitMessage('', new Uint8Array(16), new Uint8Array(MAX_MESSAGE_LENGTH + 1)), {
      code: 'payload_too_large',
      details: { limit: MAX_MESSAGE_LENGTH },
    })
    assert.throws(() => splitMessage('\ud800', new Uint8Array(16), new Uint8Array(0)), {
      code: 'invalid_encoding',
    })
    assert.throws(() => splitMessage('x'.repeat(33), new Uint8Array(16), new Uint8Array(0)), {
      code: 'payload_too_large',
    })
  })
})
