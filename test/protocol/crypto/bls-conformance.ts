/** What every BLS backend must pass: outside vectors, and the rules that they leave open. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromHex, toHex } from '../../../src/protocol/bytes.ts'
import type { BlsBackend } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { INFINITE_KEY, INFINITE_SIGNATURE, negated, secretOf } from './bls-signers.ts'
import ethereum from './vectors/bls-ethereum.json' with { type: 'json' }

const { cases } = ethereum
const bytesOf = (text: string): Uint8Array => fromHex(text.slice(2))
const hexOf = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : `0x${toHex(bytes)}`

export function describeConformance(bls: BlsBackend): void {
  describe(`ethereum/bls12-381-tests with ${bls.name}`, () => {
    it('sign', () => {
      for (const [name, { input, output }] of Object.entries(cases.sign)) {
        // Secrets out of range are refused before a backend sees them.
        if (output === null) continue
        assert.equal(hexOf(bls.sign(bytesOf(input.privkey), bytesOf(input.message))), output, name)
      }
    })

    it('verify', () => {
      for (const [name, { input, output }] of Object.entries(cases.verify)) {
        const { pubkey, message, signature } = input
        const [key, text, signed] = [bytesOf(pubkey), bytesOf(message), bytesOf(signature)]
        assert.equal(bls.verifyAggregate([key], text, signed), output, name)
        assert.equal(bls.verifyMany([{ publicKey: key, message: text, signature: signed }]), output, name)
      }
    })

    it('aggregate', () => {
      for (const [name, { input, output }] of Object.entries(cases.aggregate)) {
        assert.equal(hexOf(bls.aggregate(input.map(bytesOf))), output, name)
      }
    })

    it('fast_aggregate_verify', () => {
      for (const [name, { input, output }] of Object.entries(cases.fast_aggregate_verify)) {
        const keys = input.pubkeys.map(bytesOf)
        const [message, signature] = [bytesOf(input.message), bytesOf(input.signature)]
        assert.equal(bls.verifyAggregate(keys, message, signature), output, name)
        const key = bls.aggregateKeys(keys)
        assert.equal(key !== undefined && bls.verifyAggregate([key], message, signature), output, name)
      }
    })

    it('batch_verify', () => {
      for (const [name, { input, output }] of Object.entries(cases.batch_verify)) {
        const batch = input.pubkeys.map((publicKey, i) => ({
          publicKey: bytesOf(publicKey),
          message: bytesOf(input.messages[i]!),
          signature: bytesOf(input.signatures[i]!),
        }))
        assert.equal(bls.verifyMany(batch), output, name)
      }
    })

    it('deserialization_G1', () => {
      for (const [name, { input, output }] of Object.entries(cases.deserialization_G1)) {
        const key = fromHex(input.pubkey)
        // Infinity is a point of G1, but no public key.
        const valid = output && !name.includes('infinity')
        assert.equal(bls.isPublicKey(key), valid, name)
        assert.equal(hexOf(bls.aggregateKeys([key])), valid ? `0x${input.pubkey}` : null, name)
      }
    })

    it('deserialization_G2', () => {
      for (const [name, { input, output }] of Object.entries(cases.deserialization_G2)) {
        const sum = bls.aggregate([fromHex(input.signature)])
        assert.equal(hexOf(sum), output ? `0x${input.signature}` : null, name)
      }
    })
  })

  describe(`BLS with ${bls.name}`, () => {
    const secrets = [0, 1, 2].map(secretOf)
    const keys = secrets.map((secret) => bls.publicKey(secret))
    const message = hash('test message')
    const signatures = secrets.map((secret) => bls.sign(secret, message))
    const batch = keys.map((publicKey, i) => ({ publicKey, message, signature: signatures[i]! }))

    it('signs messages of any length', () => {
      for (const length of [0, 1, 64, 100_000]) {
        const text = new Uint8Array(length).fill(7)
        const signature = bls.sign(secrets[0]!, text)
        assert.ok(bls.verifyAggregate([keys[0]!], text, signature))
        assert.ok(!bls.verifyAggregate([keys[0]!], Uint8Array.of(...text.subarray(0, 99), 8), signature))
      }
    })

    it('takes bytes that lie inside of others, and returns bytes that lie in none', () => {
      const inside = (bytes: Uint8Array) => Uint8Array.of(1, 2, 3, ...bytes, 4).subarray(3, 3 + bytes.length)
      const signature = bls.sign(inside(secrets[0]!), inside(message))
      assert.deepEqual(signature, signatures[0])
      assert.equal(signature.buffer.byteLength, signature.length)
      assert.ok(bls.verifyAggregate([inside(keys[0]!)], inside(message), inside(signature)))
      assert.ok(bls.verifyMany(batch.map((one) => ({ ...one, publicKey: inside(one.publicKey) }))))
    })

    it('refuses keys that cancel each other', () => {
      const cancelled = [keys[0]!, negated(keys[0]!)]
      assert.ok(bls.isPublicKey(negated(keys[0]!)))
      assert.ok(!bls.verifyAggregate(cancelled, message, INFINITE_SIGNATURE))
      assert.equal(bls.aggregateKeys(cancelled), undefined)
    })

    it('adds signatures that cancel each other up to infinity, which nobody signed', () => {
      const sum = bls.aggregate([signatures[0]!, negated(signatures[0]!)])
      assert.deepEqual(sum, INFINITE_SIGNATURE)
      assert.ok(!bls.verifyAggregate(keys, message, INFINITE_SIGNATURE))
      assert.deepEqual(bls.aggregate([INFINITE_SIGNATURE, signatures[0]!]), signatures[0])
    })

    it('takes a key that is listed twice for two signers', () => {
      const twice = [keys[0]!, keys[0]!]
      assert.ok(!bls.verifyAggregate(twice, message, signatures[0]!))
      assert.ok(bls.verifyAggregate(twice, message, bls.aggregate([signatures[0]!, signatures[0]!])!))
      assert.ok(bls.verifyMany([batch[0]!, batch[0]!]))
    })

    it('does not make up for a false signature of a batch by another', () => {
      const shift = signatures[2]!
      const [one, two] = signatures
      const forged = [bls.aggregate([one!, shift])!, bls.aggregate([two!, negated(shift)])!]
      // The plain sum cannot tell, the batch does.
      assert.ok(bls.verifyAggregate(keys.slice(0, 2), message, bls.aggregate(forged)!))
      const same = forged.map((signature, i) => ({ ...batch[i]!, signature }))
      assert.ok(!bls.verifyMany(same))
      const other = hash('another test message')
      const apart = { publicKey: keys[1]!, message: other, signature: bls.sign(secrets[1]!, other) }
      assert.ok(bls.verifyMany([batch[0]!, apart]))
      const moved = bls.aggregate([apart.signature, negated(shift)])!
      assert.ok(!bls.verifyMany([same[0]!, { ...apart, signature: moved }]))
    })

    it('refuses what is no key or no signature anywhere in a batch', () => {
      for (const at of [0, 1, 2]) {
        const put = (change: Partial<(typeof batch)[number]>) =>
          batch.map((one, i) => (i === at ? { ...one, ...change } : one))
        assert.ok(bls.verifyMany(put({})))
        for (const publicKey of [INFINITE_KEY, new Uint8Array(48), signatures[0]!, new Uint8Array(0)]) {
          assert.ok(!bls.verifyMany(put({ publicKey })))
        }
        for (const signature of [INFINITE_SIGNATURE, new Uint8Array(96), keys[0]!, new Uint8Array(0)]) {
          assert.ok(!bls.verifyMany(put({ signature })))
        }
      }
    })
  })
}
