import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { concat, fromHex, utf8 } from '../../../src/protocol/bytes.ts'
import {
  decodePoint,
  encodePoint,
  encodeScalar,
  subtractPoints,
  ZERO,
} from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import { commit, pedersenBases } from '../../../src/protocol/crypto/pedersen.ts'
import { proveRange, rangeProofLength, verifyRange } from '../../../src/protocol/crypto/rangeproof.ts'
import { proveOpenings } from '../../../src/protocol/crypto/rangeproof-prove.ts'
import { Transcript } from '../../../src/protocol/crypto/transcript.ts'

const transcript = () => new Transcript('test')
const blinding = (name: string | number) => deriveScalar('test', utf8(String(name)))
const zeros = (length: number): Uint8Array => new Uint8Array(length)

function prove(values: readonly (bigint | number)[], bits: number, random?: (length: number) => Uint8Array) {
  const blindings = values.map((_, j) => blinding(j))
  return proveRange({ values, blindings, bits, transcript: transcript(), ...(random && { random }) })
}

describe('range proof', () => {
  it('verifies for any values in range', () => {
    const values = fc
      .constantFrom(1, 2, 4)
      .chain((length) => fc.array(fc.integer({ min: 0, max: 255 }), { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(values, (list) => {
        const made = prove(list, 8)
        assert.equal(made.proof.length, rangeProofLength(8, list.length))
        assert.ok(verifyRange({ ...made, bits: 8, transcript: transcript() }))
      }),
      { numRuns: 12, examples: [[[0]], [[255]], [[0, 255]]] },
    )
  })

  for (const [bits, parties] of [
    [8, 8],
    [8, 16],
    [16, 2],
    [32, 1],
    [64, 4],
  ] as const) {
    it(`verifies for ${parties} values of ${bits} bits`, () => {
      const values = Array.from({ length: parties }, (_, j) => 2n ** BigInt(bits) - 1n - BigInt(j))
      assert.ok(verifyRange({ ...prove(values, bits), bits, transcript: transcript() }))
    })
  }

  it('takes blindings as bytes or scalars', () => {
    const r = blinding('r')
    const made = proveRange({ values: [5], blindings: [encodeScalar(r)], bits: 8, transcript: transcript() })
    assert.deepEqual(made.commitments, [encodePoint(commit(5n, r))])
  })

  it('may be about a commitment that is the identity', () => {
    const made = proveRange({ values: [0], blindings: [zeros(32)], bits: 8, transcript: transcript() })
    assert.deepEqual(made.commitments, [zeros(32)])
    assert.ok(verifyRange({ ...made, bits: 8, transcript: transcript() }))
  })
})

describe('proving', () => {
  it('refuses a value out of range', () => {
    for (const [values, bits] of [
      [[256], 8],
      [[-1], 8],
      [[1n, 2n ** 64n], 64],
      [[2n ** 32n], 32],
    ] as const) {
      assert.throws(() => prove(values, bits), { code: 'invalid_amount' })
    }
  })

  it('refuses a blinding that is no scalar', () => {
    const request = { values: [1], bits: 8, transcript: transcript() }
    assert.throws(() => proveRange({ ...request, blindings: [new Uint8Array(32).fill(255)] }), {
      code: 'invalid_scalar',
    })
  })

  it('refuses numbers that there is no proof for', () => {
    assert.throws(() => prove([1], 7), RangeError)
    assert.throws(() => prove([], 8), RangeError)
    assert.throws(() => prove([1, 2, 3], 8), RangeError)
    assert.throws(
      () => proveRange({ values: [1], blindings: [], bits: 8, transcript: transcript() }),
      RangeError,
    )
  })

  it('with a broken random source repeats itself only for the same witness', () => {
    const S = ({ proof }: { proof: Uint8Array }) => proof.slice(32, 64)
    assert.deepEqual(prove([1], 8, zeros), prove([1], 8, zeros))
    assert.notDeepEqual(S(prove([1], 8, zeros)), S(prove([2], 8, zeros)))
    assert.notDeepEqual(S(prove([1], 8)), S(prove([1], 8)))
    const [left, right] = ['left', 'right'].map((label) =>
      proveRange({
        values: [1],
        blindings: [blinding(0)],
        bits: 8,
        transcript: new Transcript(label),
        random: zeros,
      }),
    )
    assert.notDeepEqual(S(left!), S(right!))
  })
})

describe('a range proof is refused', () => {
  const bits = 8
  let proof: Uint8Array
  let commitments: Uint8Array[]
  before(() => {
    ;({ proof, commitments } = prove([77, 133], bits))
  })
  const accepts = (change: Partial<Parameters<typeof verifyRange>[0]>): boolean =>
    verifyRange({ proof, commitments, bits, transcript: transcript(), ...change })

  it('unless it is untouched', () => {
    assert.ok(accepts({}))
    assert.ok(accepts({ transcript: transcript() }))
  })

  it('when a bit of any byte changes', () => {
    for (let i = 0; i < proof.length; i++) {
      assert.ok(!accepts({ proof: proof.with(i, proof[i]! ^ (1 << (i & 7))) }), `byte ${i}`)
    }
  })

  it('in any other length', () => {
    assert.ok(!accepts({ proof: concat(proof, zeros(1)) }))
    assert.ok(!accepts({ proof: concat(proof, zeros(64)) }))
    for (const length of [0, 1, 31, 32, 64, proof.length - 64, proof.length - 32, proof.length - 1]) {
      assert.ok(!accepts({ proof: proof.subarray(0, length) }))
    }
  })

  it('when every 32 bytes in turn are zero or out of range', () => {
    const outOfRange = new Uint8Array(32).fill(255)
    for (let at = 0; at < proof.length; at += 32) {
      for (const part of [zeros(32), outOfRange]) {
        const changed = proof.slice()
        changed.set(part, at)
        assert.ok(!accepts({ proof: changed }), `bytes from ${at}`)
      }
    }
  })

  it('with a scalar that is not reduced, though it means the same', () => {
    const order = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')
    for (const at of [128, 160, 192, proof.length - 64, proof.length - 32]) {
      const changed = proof.slice()
      let carry = 0
      for (let i = 0; i < 32; i++) {
        carry += changed[at + i]! + order[i]!
        changed[at + i] = carry & 255
        carry >>= 8
      }
      assert.ok(!accepts({ proof: changed }), `scalar at ${at}`)
    }
  })

  it('with other commitments', () => {
    const [first, second] = commitments
    const shifted = encodePoint(subtractPoints(decodePoint(first!), commit(1n, blinding('shift'))))
    for (const changed of [
      [second!, first!],
      [first!, first!],
      [shifted, second!],
      [first!],
      [first!, second!, first!, second!],
      [first!, new Uint8Array(32).fill(255)],
      [first!, zeros(31)],
      [first!, zeros(100_000)],
      [],
    ]) {
      assert.ok(!accepts({ commitments: changed }))
    }
  })

  it('under another transcript, bit size or base', () => {
    const longer = transcript()
    longer.append('context', utf8('another'))
    assert.ok(!accepts({ transcript: new Transcript('another') }))
    assert.ok(!accepts({ transcript: longer }))
    for (const other of [0, 1, 7, 16, 32, 64, 128, Number.NaN]) assert.ok(!accepts({ bits: other }))
    const { value, blinding: base } = pedersenBases()
    assert.ok(!accepts({ bases: { value: base, blinding: value } }))
    assert.ok(accepts({ bases: { value: encodePoint(value), blinding: encodePoint(base) } }))
    assert.ok(!accepts({ bases: { value: new Uint8Array(32).fill(255), blinding: base } }))
  })
})

/** A dishonest prover runs the protocol on bits that do not make up the committed value. */
describe('a forged range proof is refused', () => {
  const r = blinding('forged')
  const forge = (claimed: Uint8Array, values: readonly bigint[]): boolean => {
    const openings = { values, blindings: [r], commitments: [claimed], bits: 8, bases: pedersenBases() }
    const proof = proveOpenings({ ...openings, transcript: transcript(), entropy: zeros(32) })
    return verifyRange({ proof, commitments: [claimed], bits: 8, transcript: transcript() })
  }

  it('for a commitment to −1, which is 255 in eight bits', () => {
    const minusOne = encodePoint(subtractPoints(commit(0n, r), commit(1n, ZERO)))
    assert.ok(!forge(minusOne, [255n]))
    assert.ok(forge(encodePoint(commit(255n, r)), [255n]))
  })

  it('for 256 and more, cut to eight bits', () => {
    for (const value of [256n, 257n, 2n ** 63n]) {
      assert.ok(!forge(encodePoint(commit(value, r)), [value]))
    }
  })
})
