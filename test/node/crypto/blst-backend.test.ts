import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SecretKey } from '@chainsafe/blst'
import fc from 'fast-check'
import { loadNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { concat, toHex } from '../../../src/protocol/bytes.ts'
import {
  type BlsBackend,
  type BlsSigned,
  blsFindInvalid,
  blsKeyFromSeed,
  useBls,
} from '../../../src/protocol/crypto/bls.ts'
import { nobleBls } from '../../../src/protocol/crypto/bls-noble.ts'
import { describeConformance } from '../../protocol/crypto/bls-conformance.ts'
import { INFINITE_KEY, INFINITE_SIGNATURE, negated, secretOf } from '../../protocol/crypto/bls-signers.ts'

const blst = (await loadNativeBls())!
const noble = nobleBls()
const backends = [blst, noble] as const

const MODULUS =
  0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn
const secrets = Array.from({ length: 16 }, (_, index) => secretOf(index))
const keys = secrets.map(blst.publicKey)
const message = new Uint8Array(32).fill(0x61)
const signatures = secrets.map((secret) => blst.sign(secret, message))

/** What both backends answer, which is the same. */
function agreed<T>(ask: (bls: BlsBackend) => T): T {
  const [native, portable] = backends.map(ask)
  assert.deepEqual(native, portable)
  return native!
}

/** All that a backend says about bytes that may be a key. */
const aboutKey = (bytes: Uint8Array) => (bls: BlsBackend) => [
  bls.isPublicKey(bytes),
  bls.aggregateKeys([bytes]),
  bls.aggregateKeys([keys[0]!, bytes]),
]

/** All that a backend says about bytes that may be a signature, but for pairings. */
const aboutSignature = (bytes: Uint8Array) => (bls: BlsBackend) => [
  bls.aggregate([bytes]),
  bls.aggregate([bytes, signatures[0]!]),
]

describeConformance(blst)

describe('blst and noble agree', () => {
  it('on keys and signatures', () => {
    const seed = fc.uint8Array({ minLength: 32, maxLength: 64 })
    const text = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(seed, text, (entropy, signed) => {
        const secret = blsKeyFromSeed(entropy)
        assert.equal(toHex(SecretKey.deriveMasterEip2333(entropy).toBytes()), toHex(secret))
        const key = agreed((bls) => bls.publicKey(secret))
        const signature = agreed((bls) => bls.sign(secret, signed))
        assert.ok(agreed((bls) => bls.verifyAggregate([key], signed, signature)))
        assert.ok(!agreed((bls) => bls.verifyAggregate([key], concat(signed, signed, key), signature)))
      }),
      { numRuns: 10 },
    )
  })

  it('on the smallest and the largest secret', () => {
    const one = new Uint8Array(32).with(31, 1)
    const last = Uint8Array.from(
      Buffer.from('73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000000', 'hex'),
    )
    const [first, opposite] = [one, last].map((secret) => agreed((bls) => bls.publicKey(secret)))
    assert.deepEqual(opposite, negated(first!))
    for (const secret of [one, last]) agreed((bls) => bls.sign(secret, message))
  })

  it('on aggregates of any number, with signers twice and signers missing', () => {
    const signers = fc.array(fc.nat({ max: secrets.length - 1 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(signers, fc.nat(), (who, other) => {
        const sum = agreed((bls) => bls.aggregate(who.map((i) => signatures[i]!)))!
        const listed = who.map((i) => keys[i]!)
        agreed((bls) => bls.aggregateKeys(listed))
        assert.ok(agreed((bls) => bls.verifyAggregate(listed, message, sum)))
        const wrong = listed.with(other % listed.length, negated(keys[other % keys.length]!))
        agreed((bls) => bls.verifyAggregate(wrong, message, sum))
      }),
      { numRuns: 8 },
    )
  })

  it('on batches, whatever is wrong with them', () => {
    const texts = [message, new Uint8Array(0), new Uint8Array(500)]
    const one = fc.record({
      signer: fc.nat({ max: secrets.length - 1 }),
      text: fc.nat({ max: 2 }),
      // Mostly nothing, as a batch with many faults finds none of them.
      fault: fc.constantFrom(
        ...new Array<string>(24).fill('none'),
        'signer',
        'text',
        'infinite',
        'sign',
        'key',
      ),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), (choices) => {
        const batch = choices.map(({ signer, text, fault }): BlsSigned => {
          const signature = blst.sign(secrets[signer]!, texts[text]!)
          const right = { publicKey: keys[signer]!, message: texts[text]!, signature }
          if (fault === 'signer') return { ...right, publicKey: keys[(signer + 1) % keys.length]! }
          if (fault === 'text') return { ...right, message: Uint8Array.of(1) }
          if (fault === 'infinite') return { ...right, signature: INFINITE_SIGNATURE }
          if (fault === 'sign') return { ...right, signature: negated(signature) }
          return fault === 'key' ? { ...right, publicKey: INFINITE_KEY } : right
        })
        const flawless = choices.every(({ fault }) => fault === 'none')
        assert.equal(
          agreed((bls) => bls.verifyMany(batch)),
          flawless,
        )
      }),
      { numRuns: 25 },
    )
  })
})

describe('blst and noble refuse the same encodings', () => {
  /** Bytes of one of these lengths, with flags and coordinates that are near to right. */
  const nearly = (length: number) => {
    const free = fc.uint8Array({ minLength: length, maxLength: length })
    const marked = fc.tuple(free, fc.constantFrom(0x80, 0xa0, 0xc0, 0xe0, 0x00, 0x20, 0x40, 0x60))
    // Coordinates below the modulus: about half of them lie on the curve, outside of the subgroup.
    const low = marked.map(([bytes, flags]) =>
      bytes.with(0, (bytes[0]! & 0x0f) | flags).map(smallHalf(length)),
    )
    const zeros = fc
      .tuple(
        fc.constantFrom(0x80, 0xa0, 0xc0, 0xe0, 0x00, 0x40),
        fc.nat({ max: length - 1 }),
        fc.nat({ max: 2 }),
      )
      .map(([flags, at, value]) => {
        const bytes = new Uint8Array(length)
        bytes[at] = value
        bytes[0]! |= flags
        return bytes
      })
    return fc.oneof(free, low, zeros)
  }
  const smallHalf = (length: number) => (byte: number, at: number) =>
    length === 96 && at === 48 ? byte & 0x0f : byte

  it('keys', () => {
    fc.assert(
      fc.property(nearly(48), (bytes) => void agreed(aboutKey(bytes))),
      { numRuns: 150 },
    )
  })

  it('signatures', () => {
    fc.assert(
      fc.property(nearly(96), (bytes) => void agreed(aboutSignature(bytes))),
      { numRuns: 150 },
    )
  })

  it('any length but the right one', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = new Uint8Array(length)
      if (length > 0) bytes[0] = 0xc0
      if (length !== 48) assert.deepEqual(agreed(aboutKey(bytes)), [false, undefined, undefined])
      if (length !== 96) assert.deepEqual(agreed(aboutSignature(bytes)), [undefined, undefined])
    }
  })

  it('points that are not compressed', () => {
    const key = SecretKey.fromBytes(secrets[0]!).toPublicKey().toBytes(false)
    const signature = SecretKey.fromBytes(secrets[0]!).sign(message).toBytes(false)
    assert.equal(key.length, 96)
    assert.equal(signature.length, 192)
    assert.deepEqual(agreed(aboutKey(key)), [false, undefined, undefined])
    assert.deepEqual(agreed(aboutSignature(signature)), [undefined, undefined])
    assert.ok(!agreed((bls) => bls.verifyAggregate([key], message, signatures[0]!)))
    assert.ok(!agreed((bls) => bls.verifyAggregate([keys[0]!], message, signature)))
    const batch = keys.map((publicKey, i) => ({ publicKey, message, signature: signatures[i]! }))
    assert.ok(!agreed((bls) => bls.verifyMany(batch.with(3, { ...batch[3]!, signature }))))
    assert.ok(!agreed((bls) => bls.verifyMany(batch.with(3, { ...batch[3]!, publicKey: key }))))
  })

  it('every bit of a key or a signature flipped', () => {
    const flip = (bytes: Uint8Array, bit: number) => bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)))
    for (let bit = 0; bit < 48 * 8; bit++) agreed(aboutKey(flip(keys[0]!, bit)))
    for (let bit = 0; bit < 96 * 8; bit++) agreed(aboutSignature(flip(signatures[0]!, bit)))
  })

  it('coordinates above the modulus that stand for a valid point', () => {
    const bits = (1n << 381n) - 1n
    /** Adds the modulus to the coordinate in 48 bytes where it still fits in its 381 bits. */
    const raised = (bytes: Uint8Array, at: number): Uint8Array | undefined => {
      const value = BigInt(`0x${toHex(bytes.subarray(at, at + 48))}`)
      if ((value & bits) + MODULUS > bits) return undefined
      const text = (value + MODULUS).toString(16).padStart(96, '0')
      return concat(bytes.subarray(0, at), Uint8Array.from(Buffer.from(text, 'hex')), bytes.subarray(at + 48))
    }
    const found = (list: readonly Uint8Array[], at: number) =>
      list.map((bytes) => raised(bytes, at)).filter((bytes) => bytes !== undefined)
    const [wrongKeys, wrongHigh, wrongLow] = [found(keys, 0), found(signatures, 0), found(signatures, 48)]
    for (const list of [wrongKeys, wrongHigh, wrongLow]) assert.ok(list.length > 0)
    for (const bytes of wrongKeys) assert.deepEqual(agreed(aboutKey(bytes)), [false, undefined, undefined])
    for (const bytes of [...wrongHigh, ...wrongLow]) {
      assert.deepEqual(agreed(aboutSignature(bytes)), [undefined, undefined])
    }
  })
})

describe('batches with blst', () => {
  it('name the false signatures among many', () => {
    const sizes = [1, 2, 3, 15, 31, 32, 33, 64, 150]
    try {
      useBls(blst)
      for (const size of sizes) {
        const batch = Array.from({ length: size }, (_, i): BlsSigned => {
          const signer = i % keys.length
          return { publicKey: keys[signer]!, message, signature: signatures[signer]! }
        })
        assert.deepEqual(blsFindInvalid(batch), [])
        const wrong = [...new Set([0, size >> 1, size - 1])]
        const spoilt = batch.map((one, i) => (wrong.includes(i) ? { ...one, message: keys[0]! } : one))
        assert.deepEqual(blsFindInvalid(spoilt), wrong)
      }
    } finally {
      useBls(noble)
    }
  })
})
