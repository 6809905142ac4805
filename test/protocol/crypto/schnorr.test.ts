import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { concat, fromHex, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import {
  addScalars,
  decodeScalar,
  encodePoint,
  encodeScalar,
  IDENTITY,
  multiplyBase,
  multiplyScalars,
  negatePoint,
  scalarFrom,
} from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import { sign, signatureEquation, verify } from '../../../src/protocol/crypto/schnorr.ts'

const secret = deriveScalar('test key')
const publicKey = encodePoint(multiplyBase(secret))
const message = utf8('pay the bearer')
const zeros = (length: number): Uint8Array => new Uint8Array(length)

describe('Schnorr signature', () => {
  it('verifies what it signed, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (signed, other) => {
        const signature = sign(secret, signed)
        assert.equal(signature.length, 64)
        assert.ok(verify(publicKey, signed, signature))
        assert.equal(verify(publicKey, other, signature), toHex(signed) === toHex(other))
      }),
      { numRuns: 10 },
    )
  })

  it('stays what it is', () => {
    assert.equal(toHex(sign(secret, message, zeros)), FROZEN)
    assert.ok(verify(publicKey, message, fromHex(FROZEN)))
  })

  it('takes the key as a point too', () => {
    assert.ok(verify(multiplyBase(secret), message, sign(secret, message)))
  })

  it('is refused under another key', () => {
    const signature = sign(secret, message)
    assert.ok(!verify(multiplyBase(addScalars(secret, scalarFrom(1))), message, signature))
    assert.ok(!verify(negatePoint(multiplyBase(secret)), message, signature))
  })

  it('is refused when any bit changes', () => {
    const signature = sign(secret, message)
    for (let i = 0; i < 64; i++) {
      const changed = signature.slice()
      changed[i]! ^= 1 << (i & 7)
      assert.ok(!verify(publicKey, message, changed), `byte ${i}`)
    }
  })

  it('is refused in another length', () => {
    const signature = sign(secret, message)
    assert.ok(!verify(publicKey, message, signature.subarray(0, 63)))
    assert.ok(!verify(publicKey, message, concat(signature, Uint8Array.of(0))))
    assert.ok(!verify(publicKey.subarray(0, 31), message, signature))
    assert.ok(!verify(new Uint8Array(1_000_000), message, signature))
  })

  it('is refused with s + ℓ in place of s', () => {
    const signature = sign(secret, message)
    const order = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')
    let carry = 0
    for (let i = 0; i < 32; i++) {
      carry += signature[32 + i]! + order[i]!
      signature[32 + i] = carry & 255
      carry >>= 8
    }
    assert.ok(!verify(publicKey, message, signature))
    assert.throws(() => signatureEquation({ publicKey, message, signature }), { code: 'invalid_scalar' })
  })

  it('is refused under the identity, where anybody can sign', () => {
    const nonce = deriveScalar('test nonce')
    const signature = concat(encodePoint(multiplyBase(nonce)), encodeScalar(nonce))
    assert.ok(!verify(encodePoint(IDENTITY), message, signature))
  })

  it('cannot be lifted to a related key: the challenge binds the key', () => {
    // With e = H(R, message), s + e·d would sign under P + d·B.
    const signature = sign(secret, message)
    const R = signature.subarray(0, 32)
    const shift = deriveScalar('test shift')
    const e = deriveScalar('schnorr', R, publicKey, message)
    const s = addScalars(decodeScalar(signature.subarray(32)), multiplyScalars(e, shift))
    const related = multiplyBase(addScalars(secret, shift))
    assert.ok(!verify(related, message, concat(R, encodeScalar(s))))
  })
})

describe('Schnorr nonce', () => {
  it('does not repeat for other messages or keys when the generator is broken', () => {
    const nonces = [
      sign(secret, message, zeros),
      sign(secret, utf8('another'), zeros),
      sign(deriveScalar('another key'), message, zeros),
      sign(secret, message, (length) => new Uint8Array(length).fill(1)),
    ].map((signature) => toHex(signature.subarray(0, 32)))
    assert.equal(new Set(nonces).size, 4)
  })

  it('is fresh by default', () => {
    assert.notDeepEqual(sign(secret, message), sign(secret, message))
  })
})

/** sign(secret, message) with a random source of zeros: a change of this value is a change of the network's rules. */
const FROZEN =
  '1e25a2fc7e698d6bf6dfe0fdc73cab5427fc043efa7bf67c5089cda81f9d983bf65028e256e1aff6048e659867a216513531756fecd0fc28b901d1a059cd9908'
