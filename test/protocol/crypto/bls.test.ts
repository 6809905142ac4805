import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { fromHex, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import {
  type BlsBackend,
  blsAggregate,
  blsAggregateKeys,
  blsBackend,
  blsFindInvalid,
  blsKeyFromSeed,
  blsProvePossession,
  blsPublicKey,
  blsSign,
  blsVerify,
  blsVerifyAggregate,
  blsVerifyMany,
  blsVerifyPossession,
  isBlsPublicKey,
  useBls,
} from '../../../src/protocol/crypto/bls.ts'
import { nobleBls } from '../../../src/protocol/crypto/bls-noble.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { describeConformance } from './bls-conformance.ts'
import { INFINITE_KEY, INFINITE_SIGNATURE, negated, secretOf } from './bls-signers.ts'
import eip2333 from './vectors/bls-eip2333.json' with { type: 'json' }
import ethereum from './vectors/bls-ethereum.json' with { type: 'json' }
import avalanche from './vectors/bls-possession.json' with { type: 'json' }

const secrets = [0, 1, 2, 3].map(secretOf)
const publicKeys = secrets.map(blsPublicKey)
const message = hash('test message')
const signatures = secrets.map((secret) => blsSign(secret, message))

describeConformance(nobleBls())

describe('hash to the curve', () => {
  // Under the tag of RFC 9380, appendix J.10.1: checks the map that all signatures here rest on.
  const DST = 'QUUX-V01-CS02-with-BLS12381G2_XMD:SHA-256_SSWU_RO_'
  for (const [name, { input, output }] of Object.entries(ethereum.cases.hash_to_G2)) {
    it(name, () => {
      const { x, y } = bls12_381.G2.hashToCurve(utf8(input.msg), { DST }).toAffine()
      assert.deepEqual([x.c0, x.c1], output.x.split(',').map(BigInt))
      assert.deepEqual([y.c0, y.c1], output.y.split(',').map(BigInt))
    })
  }
})

describe('BLS secret key', () => {
  it('comes from a seed as EIP-2333 says', () => {
    for (const { seed, secret } of eip2333.cases) {
      assert.equal(BigInt(`0x${toHex(blsKeyFromSeed(fromHex(seed)))}`), BigInt(secret))
    }
    assert.throws(() => blsKeyFromSeed(new Uint8Array(31)), RangeError)
  })

  it('is in 1 … r−1', () => {
    const order = fromHex('73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001')
    const unfit = [
      new Uint8Array(32),
      order,
      new Uint8Array(31),
      new Uint8Array(33),
      new Uint8Array(32).fill(255),
    ]
    for (const secret of unfit) {
      assert.throws(() => blsPublicKey(secret), { code: 'invalid_scalar' })
      assert.throws(() => blsSign(secret, message), { code: 'invalid_scalar' })
      assert.throws(() => blsProvePossession(secret), { code: 'invalid_scalar' })
    }
  })
})

describe('BLS signature', () => {
  it('verifies what it signed, and nothing else', () => {
    assert.ok(blsVerify(publicKeys[0]!, message, signatures[0]!))
    assert.ok(!blsVerify(publicKeys[0]!, hash('another test message'), signatures[0]!))
    assert.ok(!blsVerify(publicKeys[1]!, message, signatures[0]!))
    assert.ok(!blsVerify(publicKeys[0]!, message, negated(signatures[0]!)))
  })

  it('does not throw when malformed', () => {
    for (const bytes of [INFINITE_SIGNATURE, new Uint8Array(0), new Uint8Array(96), publicKeys[0]!]) {
      assert.ok(!blsVerify(publicKeys[0]!, message, bytes))
    }
    for (const bytes of [INFINITE_KEY, new Uint8Array(0), new Uint8Array(1_000_000)]) {
      assert.ok(!isBlsPublicKey(bytes))
      assert.ok(!blsVerify(bytes, message, signatures[0]!))
      assert.ok(!blsVerifyPossession(bytes, signatures[0]!))
    }
  })
})

describe('aggregate', () => {
  it('holds for its signers, no more and no fewer', () => {
    const aggregate = blsAggregate(signatures.slice(0, 3))
    assert.ok(blsVerifyAggregate(publicKeys.slice(0, 3), message, aggregate))
    assert.ok(!blsVerifyAggregate(publicKeys, message, aggregate))
    assert.ok(!blsVerifyAggregate(publicKeys.slice(0, 2), message, aggregate))
    assert.ok(!blsVerifyAggregate([], message, aggregate))
    assert.ok(blsVerify(blsAggregateKeys(publicKeys.slice(0, 3)), message, aggregate))
  })

  it('is not made of nothing, of what is no signature or no key, or of keys that cancel each other', () => {
    assert.throws(() => blsAggregate([]), { code: 'invalid_signature' })
    assert.throws(() => blsAggregate([signatures[0]!, new Uint8Array(96)]), { code: 'invalid_signature' })
    const [key] = publicKeys
    for (const keys of [[], [INFINITE_KEY], [key!, new Uint8Array(48)], [key!, negated(key!)]]) {
      assert.throws(() => blsAggregateKeys(keys), { code: 'invalid_point' })
    }
  })
})

describe('batch', () => {
  const batch = publicKeys.map((publicKey, i) => ({ publicKey, message, signature: signatures[i]! }))

  it('holds when all signatures do', () => {
    assert.ok(blsVerifyMany([]))
    assert.ok(blsVerifyMany(batch))
    assert.deepEqual(blsFindInvalid(batch), [])
    assert.deepEqual(blsFindInvalid([]), [])
  })

  it('names the false ones', () => {
    const spoilt = batch.map((one, i) => (i % 2 === 1 ? { ...one, signature: signatures[0]! } : one))
    assert.deepEqual(blsFindInvalid(spoilt), [1, 3])
    assert.deepEqual(
      blsFindInvalid(batch.map((one) => ({ ...one, signature: INFINITE_SIGNATURE }))),
      [0, 1, 2, 3],
    )
  })

  it('leaves no signature out when the generator is broken', () => {
    const broken = nobleBls((length) => new Uint8Array(length))
    assert.ok(broken.verifyMany(batch))
    assert.ok(!broken.verifyMany([batch[0]!, { ...batch[1]!, signature: signatures[0]! }]))
  })
})

describe('proof of possession', () => {
  it('outside vector', () => {
    const [key, proof] = [fromHex(avalanche.publicKey), fromHex(avalanche.proof)]
    assert.ok(blsVerifyPossession(key, proof))
    assert.ok(!blsVerifyPossession(publicKeys[0]!, proof))
    assert.ok(!blsVerifyPossession(key, negated(proof)))
  })

  it('shows that the secret is known', () => {
    const proof = blsProvePossession(secrets[0]!)
    assert.ok(blsVerifyPossession(publicKeys[0]!, proof))
    assert.ok(!blsVerifyPossession(publicKeys[1]!, proof))
    assert.ok(!blsVerifyPossession(publicKeys[0]!, INFINITE_SIGNATURE))
  })

  it('is no signature on the key, and such a signature is no proof', () => {
    const signed = blsSign(secrets[0]!, publicKeys[0]!)
    assert.ok(!blsVerifyPossession(publicKeys[0]!, signed))
    assert.ok(!blsVerify(publicKeys[0]!, publicKeys[0]!, blsProvePossession(secrets[0]!)))
  })
})

describe('backend', () => {
  it('is the portable one until another is put in its place', () => {
    const before = blsBackend()
    assert.equal(before.name, 'noble')
    const other: BlsBackend = { ...before, sign: () => INFINITE_SIGNATURE }
    try {
      useBls(other)
      assert.equal(blsBackend(), other)
      assert.deepEqual(blsSign(secrets[0]!, message), INFINITE_SIGNATURE)
    } finally {
      useBls(before)
    }
  })
})
