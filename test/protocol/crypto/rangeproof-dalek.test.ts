import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import * as dalek from '@aptos-labs/confidential-asset-wasm-bindings/range-proofs'
import { fromHex } from '../../../src/protocol/bytes.ts'
import { BASE, encodePoint, encodeScalar } from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import { blindingBase } from '../../../src/protocol/crypto/pedersen.ts'
import { proveRange, rangeProofLength, verifyRange } from '../../../src/protocol/crypto/rangeproof.ts'
import { Transcript } from '../../../src/protocol/crypto/transcript.ts'
import vectors from './vectors/dalek-range-proofs.json' with { type: 'json' }

describe('frozen proofs of dalek', () => {
  for (const { bits, parties, proof } of vectors.proofs) {
    it(`${bits} bits, ${parties} values`, () => {
      const bytes = fromHex(proof)
      const commitments = vectors.commitments.slice(0, parties).map(fromHex)
      assert.equal(bytes.length, rangeProofLength(bits, parties))
      const verify = (label: string) =>
        verifyRange({ proof: bytes, commitments, bits, transcript: new Transcript(label) })
      assert.ok(verify(vectors.label))
      assert.ok(!verify('another label'))
    })
  }
})

/** dalek's own code, version 4.0, compiled to WebAssembly. */
describe('interoperation with dalek', () => {
  const transcript = () => new Transcript('AptosConfidentialAsset/BulletproofRangeProof')
  const standard = { value: encodePoint(BASE), blinding: encodePoint(blindingBase()) }
  const others = { value: standard.blinding, blinding: encodePoint(BASE) }
  const blindings = ['first', 'second'].map((name) =>
    encodeScalar(deriveScalar('test', new TextEncoder().encode(name))),
  )
  const [first, second] = blindings

  before(() => {
    const entry = import.meta.resolve('@aptos-labs/confidential-asset-wasm-bindings/range-proofs')
    dalek.initSync({ module: readFileSync(new URL('aptos_rp_wasm_bg.wasm', entry)) })
  })

  for (const value of [0n, 1n, 2n ** 64n - 1n]) {
    it(`its proof for ${value} verifies here`, () => {
      const made = dalek.range_proof(value, first!, standard.value, standard.blinding, 64)
      const statement = { proof: made.proof(), commitments: [made.comm()], bits: 64 }
      assert.ok(verifyRange({ ...statement, transcript: transcript() }))
    })

    it(`ours for ${value} verifies there`, () => {
      const { proof, commitments } = proveRange({
        values: [value],
        blindings: [first!],
        bits: 64,
        transcript: transcript(),
      })
      assert.ok(dalek.verify_proof(proof, commitments[0]!, standard.value, standard.blinding, 64))
    })
  }

  it('its proof for two values verifies here', () => {
    const values = BigUint64Array.of(7n, 2n ** 63n)
    const made = dalek.batch_range_proof(values, blindings, standard.value, standard.blinding, 64)
    const statement = { proof: made.proof(), commitments: made.comms(), bits: 64 }
    assert.ok(verifyRange({ ...statement, transcript: transcript() }))
  })

  it('ours for two values verifies there', () => {
    const made = proveRange({ values: [7n, 2n ** 63n], blindings, bits: 64, transcript: transcript() })
    const verify = (commitments: Uint8Array[]) =>
      dalek.batch_verify_proof(made.proof, commitments, standard.value, standard.blinding, 64)
    assert.ok(verify(made.commitments))
    assert.ok(!verify(made.commitments.toReversed()))
  })

  it('both agree on commitments', () => {
    const theirs = dalek.range_proof(99n, second!, standard.value, standard.blinding, 8).comm()
    const ours = proveRange({ values: [99n], blindings: [second!], bits: 8, transcript: transcript() })
    assert.deepEqual(ours.commitments, [theirs])
  })

  for (const bits of [8, 16, 32]) {
    it(`both ways with ${bits} bits and other bases`, () => {
      const ours = proveRange({
        values: [200],
        blindings: [first!],
        bits,
        bases: others,
        transcript: transcript(),
      })
      assert.ok(dalek.verify_proof(ours.proof, ours.commitments[0]!, others.value, others.blinding, bits))
      const theirs = dalek.range_proof(200n, first!, others.value, others.blinding, bits)
      const statement = { proof: theirs.proof(), commitments: [theirs.comm()], bits }
      assert.ok(verifyRange({ ...statement, bases: others, transcript: transcript() }))
      assert.ok(!verifyRange({ ...statement, transcript: transcript() }))
    })
  }
})
