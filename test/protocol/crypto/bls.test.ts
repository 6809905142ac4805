import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromHex, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import {
  blsAggregate,
  blsKeyFromSeed,
  blsProvePossession,
  blsPublicKey,
  blsSign,
  blsVerify,
  blsVerifyAggregate,
  blsVerifyPossession,
  isBlsPublicKey,
} from '../../../src/protocol/crypto/bls.ts'
import vectors from './vectors/bls12-381.json' with { type: 'json' }

const secrets = vectors.keys.map(({ secret }) => fromHex(secret))
const publicKeys = vectors.keys.map((key) => fromHex(key.public))
const messages = vectors.messages.map(fromHex)
const signatures = vectors.signatures.map((row) => row.map(fromHex))
const infinityG2 = Uint8Array.of(0xc0, ...new Uint8Array(95))

describe('BLS vectors', () => {
  it('key generation', () => {
    for (const { seed, secret } of vectors.keyGeneration) {
      assert.equal(BigInt(`0x${toHex(blsKeyFromSeed(fromHex(seed)))}`), BigInt(secret))
    }
  })

  it('public keys', () => {
    for (const [i, secret] of secrets.entries()) assert.deepEqual(blsPublicKey(secret), publicKeys[i])
  })

  it('signatures', () => {
    for (const [i, secret] of secrets.entries()) {
      for (const [j, message] of messages.entries()) {
        assert.deepEqual(blsSign(secret, message), signatures[i]![j])
        assert.ok(blsVerify(publicKeys[i]!, message, signatures[i]![j]!))
      }
    }
  })

  it('aggregate of three', () => {
    const aggregate = blsAggregate(signatures.map((row) => row[2]!))
    assert.equal(toHex(aggregate), vectors.aggregate.signature)
    assert.ok(blsVerifyAggregate(publicKeys, fromHex(vectors.aggregate.message), aggregate))
  })

  for (const [why, key] of Object.entries(vectors.invalidPublicKeys)) {
    it(`refuses a public key: ${why}`, () => {
      assert.ok(!isBlsPublicKey(fromHex(key)))
      assert.ok(!blsVerify(fromHex(key), messages[0]!, infinityG2))
      assert.ok(!blsVerifyPossession(fromHex(key), infinityG2))
    })
  }
})

describe('BLS verification', () => {
  const [key] = publicKeys
  const [signature] = signatures[0]!
  const [message] = messages

  it('refuses another message, key or signature', () => {
    assert.ok(!blsVerify(key!, messages[1]!, signature!))
    assert.ok(!blsVerify(publicKeys[1]!, message!, signature!))
    assert.ok(!blsVerify(key!, message!, signatures[0]![1]!))
  })

  it('refuses malformed signatures without throwing', () => {
    const tampered = signature!.slice()
    tampered.fill(0xff, 92)
    for (const bytes of [
      tampered,
      infinityG2,
      signature!.subarray(0, 95),
      new Uint8Array(0),
      new Uint8Array(96),
    ]) {
      assert.ok(!blsVerify(key!, message!, bytes))
    }
  })

  it('refuses an aggregate with a signer too many, too few, or none', () => {
    const aggregate = fromHex(vectors.aggregate.signature)
    assert.ok(!blsVerifyAggregate([...publicKeys, key!], messages[2]!, aggregate))
    assert.ok(!blsVerifyAggregate(publicKeys.slice(1), messages[2]!, aggregate))
    assert.ok(!blsVerifyAggregate([], messages[2]!, infinityG2))
  })

  it('refuses keys that cancel each other', () => {
    const negated = key!.slice()
    // The sign bit of a compressed point.
    negated[0]! ^= 0x20
    assert.ok(isBlsPublicKey(negated))
    assert.ok(!blsVerifyAggregate([key!, negated], message!, infinityG2))
  })

  it('does not aggregate nothing, or what is no signature', () => {
    assert.throws(() => blsAggregate([]), { code: 'invalid_signature' })
    assert.throws(() => blsAggregate([signature!, new Uint8Array(96)]), { code: 'invalid_signature' })
  })
})

describe('proof of possession', () => {
  it('shows that the secret is known', () => {
    const proof = blsProvePossession(secrets[0]!)
    assert.ok(blsVerifyPossession(publicKeys[0]!, proof))
    assert.ok(!blsVerifyPossession(publicKeys[1]!, proof))
  })

  it('is no signature on the key, and such a signature is no proof', () => {
    const signed = blsSign(secrets[0]!, publicKeys[0]!)
    assert.ok(!blsVerifyPossession(publicKeys[0]!, signed))
    assert.ok(!blsVerify(publicKeys[0]!, publicKeys[0]!, blsProvePossession(secrets[0]!)))
  })
})

describe('BLS secret key', () => {
  it('is in 1 … r−1', () => {
    const order = fromHex('73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001')
    for (const secret of [new Uint8Array(32), order, new Uint8Array(31), new Uint8Array(32).fill(255)]) {
      assert.throws(() => blsPublicKey(secret), { code: 'invalid_scalar' })
      assert.throws(() => blsSign(secret, utf8('x')), { code: 'invalid_scalar' })
    }
    assert.throws(() => blsKeyFromSeed(new Uint8Array(31)), RangeError)
  })
})
