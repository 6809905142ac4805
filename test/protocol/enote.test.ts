/** Finding, opening and spending outputs, and the attacks that the scheme (Carrot) is built against. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addressBytes } from '../../src/protocol/address.ts'
import { equalBytes, toHex } from '../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase } from '../../src/protocol/crypto/group.ts'
import {
  findOutput,
  makeInternalOutput,
  makeOutput,
  openPayload,
  paymentIdOf,
  reopenSent,
  spendSecret,
} from '../../src/protocol/enote.ts'
import { decodeViewKey, encodeViewKey, subaddress } from '../../src/protocol/keys.ts'
import { CORE_LENGTH, encodeCore, payloadHash } from '../../src/protocol/output.ts'
import { PAYLOAD_LENGTH, type Payload } from '../../src/protocol/payload.ts'
import { alice, bob, seededRandom } from './fixtures.ts'

const random = seededRandom('enote')
const context = random(32)
const none: Payload = { kind: 'none' }
const toBob = (index = 0, amount = 42n, payload: Payload = none) =>
  makeOutput({ address: subaddress(bob, index), amount, payload, context, anchor: random(16) })

describe('the receiver', () => {
  test('finds an output to any of its addresses, with amount and anchor', () => {
    for (const index of [0, 1, 77]) {
      const anchor = random(16)
      const address = subaddress(bob, index)
      const { core } = makeOutput({ address, amount: 7n, payload: none, context, anchor })
      const found = findOutput(bob, context, core)
      assert.equal(found?.amount, 7n)
      assert.deepEqual(found?.anchor, anchor)
      assert.deepEqual(found?.spendKey, encodePoint(address.spend))
      assert.deepEqual(
        paymentIdOf(found!.anchor, addressBytes(address)),
        paymentIdOf(anchor, addressBytes(address)),
      )
    }
  })

  test('derives the secret of the one-time key', () => {
    const { core } = toBob(5)
    const found = findOutput(bob, context, core)!
    assert.deepEqual(encodePoint(multiplyBase(spendSecret(bob, 5, found.extension))), core.key)
  })

  test('reads the payload, which is always 1,024 bytes', () => {
    const payload: Payload = {
      kind: 'message',
      app: 'chat',
      messageId: random(16),
      part: 0,
      count: 1,
      body: new TextEncoder().encode('hello'),
    }
    const made = toBob(0, 0n, payload)
    assert.equal(made.payload.length, PAYLOAD_LENGTH)
    assert.equal(encodeCore(made.core).length, CORE_LENGTH)
    const found = findOutput(bob, context, made.core)!
    assert.deepEqual(openPayload(found.secret, made.core, made.payload), payload)
  })

  test('needs nothing but the view key to find and to read', () => {
    const { core } = toBob(3)
    assert.equal(findOutput(decodeViewKey(encodeViewKey(bob)), context, core)?.amount, 42n)
  })

  test('finds its own change, which nobody else does', () => {
    const { core } = makeInternalOutput({ keys: bob, amount: 9n, payload: none, context, anchor: random(16) })
    assert.equal(findOutput(bob, context, core)?.direction, 'internal')
    assert.equal(findOutput(alice, context, core), undefined)
  })
})

describe('not mine, silently:', () => {
  test('an output for somebody else', () => {
    assert.equal(findOutput(alice, context, toBob().core), undefined)
  })

  test('an output copied into another transaction (burning)', () => {
    assert.equal(findOutput(bob, random(32), toBob().core), undefined)
  })

  test('an address put together from two halves (Janus)', () => {
    const janus = { spend: subaddress(bob, 1).spend, view: subaddress(bob, 2).view }
    const { core } = makeOutput({ address: janus, amount: 1n, payload: none, context, anchor: random(16) })
    assert.equal(findOutput(bob, context, core), undefined)
  })

  test('an output with any one field changed', () => {
    const { core } = toBob()
    for (const field of ['key', 'commitment', 'ephemeral', 'viewTag', 'amount', 'anchor'] as const) {
      const bytes = core[field]
      for (let at = 0; at < bytes.length; at += 5) {
        const changed = { ...core, [field]: bytes.with(at, bytes[at]! ^ 1) }
        assert.equal(findOutput(bob, context, changed), undefined, `${field}[${at}]`)
      }
    }
  })

  test('an output whose ephemeral key is the identity or no point at all', () => {
    const { core } = toBob()
    for (const ephemeral of [new Uint8Array(32), new Uint8Array(32).fill(0xff)]) {
      assert.equal(findOutput(bob, context, { ...core, ephemeral }), undefined)
    }
  })

  test('arbitrary bytes', () => {
    const field = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const core = fc.record({
      key: field(32),
      commitment: field(32),
      ephemeral: field(32),
      viewTag: field(3),
      amount: field(8),
      anchor: field(16),
      payloadHash: field(32),
    })
    fc.assert(
      fc.property(core, (bytes) => findOutput(bob, context, bytes) === undefined),
      { numRuns: 50 },
    )
  })
})

describe('a payload', () => {
  test('does not open under the secret of another output, nor when a byte changed', () => {
    const made = toBob()
    const other = toBob()
    const secret = findOutput(bob, context, made.core)!.secret
    assert.equal(openPayload(secret, other.core, other.payload), undefined)
    assert.equal(openPayload(secret, made.core, made.payload.with(500, made.payload[500]! ^ 1)), undefined)
  })

  test('is bound to its coin by a hash', () => {
    const made = toBob()
    assert.deepEqual(made.core.payloadHash, payloadHash(made.payload))
  })

  test('has no plaintext pattern in its ciphertext: no byte position is constant over 64 outputs', () => {
    const payloads = Array.from({ length: 64 }, () => toBob().payload)
    for (let at = 0; at < PAYLOAD_LENGTH; at += 97) {
      assert.ok(new Set(payloads.map((payload) => payload[at])).size > 16, `position ${at}`)
    }
  })
})

describe('the sender', () => {
  const address = subaddress(bob, 1)
  const anchor = random(16)
  const { core } = makeOutput({ address, amount: 5n, payload: none, context, anchor })

  test('opens what it sent again from address, amount and anchor', () => {
    const secret = reopenSent({ address, amount: 5n, anchor }, context, core)
    assert.ok(secret && equalBytes(secret, findOutput(bob, context, core)!.secret))
  })

  test('cannot claim another amount, address, anchor or transaction', () => {
    assert.equal(reopenSent({ address, amount: 6n, anchor }, context, core), undefined)
    assert.equal(reopenSent({ address: subaddress(bob, 2), amount: 5n, anchor }, context, core), undefined)
    assert.equal(reopenSent({ address, amount: 5n, anchor: random(16) }, context, core), undefined)
    assert.equal(reopenSent({ address, amount: 5n, anchor }, random(32), core), undefined)
  })
})

test('addresses of one account have nothing in common', () => {
  const seen = Array.from({ length: 20 }, (_, index) => addressBytes(subaddress(bob, index)))
  const halves = seen.flatMap((bytes) => [toHex(bytes.subarray(0, 32)), toHex(bytes.subarray(32))])
  assert.equal(new Set(halves).size, halves.length)
})
