import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { type Deferred, decodeTogether, finishAlone } from '../../../src/protocol/crypto/deferred.ts'
import {
  addPoints,
  BASE,
  encodePoint,
  multiplyBase,
  negateScalar,
  ONE,
  scalarFrom,
  subtractPoints,
} from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import {
  type Equation,
  holdTogether,
  LinearSum,
  linearEquation,
} from '../../../src/protocol/crypto/linear-check.ts'
import { blindingBase, commit } from '../../../src/protocol/crypto/pedersen.ts'
import { proveRange, rangeProofEquation } from '../../../src/protocol/crypto/rangeproof.ts'
import { sign, signatureEquation } from '../../../src/protocol/crypto/schnorr.ts'
import { Transcript } from '../../../src/protocol/crypto/transcript.ts'

const scalar = (name: string) => deriveScalar('test', utf8(name))
const MINUS_ONE = negateScalar(ONE)

/** commit(a) + commit(b) − commit(a + b) = 0, or not by `excess`. */
function deferredSum(name: string, excess = 0n): Deferred<Equation> {
  const [r, s] = [scalar(`${name} r`), scalar(`${name} s`)]
  const [left, right] = [commit(3n, r), commit(4n, s)]
  const total = addPoints(addPoints(left, right), multiplyBase(scalarFrom(excess)))
  return linearEquation([
    [ONE, encodePoint(left)],
    [ONE, encodePoint(right)],
    [MINUS_ONE, encodePoint(total)],
  ])
}

const sumEquation = (name: string, excess = 0n): Equation => finishAlone(deferredSum(name, excess))

describe('linear check', () => {
  it('holds for true equations, one or many or none', () => {
    assert.ok(holdTogether([]))
    assert.ok(holdTogether([sumEquation('a')]))
    assert.ok(holdTogether(['a', 'b', 'c', 'a'].map((name) => sumEquation(name))))
  })

  it('fails for one false equation anywhere', () => {
    for (let bad = 0; bad < 5; bad++) {
      const list = [0, 1, 2, 3, 4].map((i) => sumEquation(`equation ${i}`, i === bad ? 1n : 0n))
      assert.ok(!holdTogether(list), `equation ${bad}`)
    }
  })

  it('fails for false equations that would cancel under equal weights', () => {
    assert.ok(!holdTogether([sumEquation('a', 1n), sumEquation('a', -1n)]))
    assert.ok(!holdTogether([sumEquation('a', 2n), sumEquation('a', -1n), sumEquation('a', -1n)]))
  })

  it('fails when an amount is split between two relations of one equation', () => {
    const error = multiplyBase(scalarFrom(9))
    const split: Equation = {
      digest: new Uint8Array(32),
      relations: 2,
      addTo(sum, [first, second]) {
        sum.add(first!, error)
        sum.add(negateScalar(second!), error)
      },
    }
    assert.ok(!holdTogether([split]))
  })

  it('gives every relation another weight, which depends on every equation', () => {
    const weightsOf = (digests: readonly number[]): string[] => {
      const seen: string[] = []
      holdTogether(
        digests.map((digest) => ({
          digest: new Uint8Array(32).fill(digest),
          relations: 2,
          addTo: (_, weights) => seen.push(...weights.map(toHex)),
        })),
      )
      return seen
    }
    const first = weightsOf([1, 2, 3])
    assert.equal(new Set(first).size, 6)
    assert.deepEqual(weightsOf([1, 2, 3]), first)
    assert.equal(new Set([...first, ...weightsOf([1, 2, 4])]).size, 12)
  })

  it('refuses an encoding that is no point', () => {
    for (const bad of [new Uint8Array(32).fill(255), new Uint8Array(5)]) {
      assert.throws(() => finishAlone(linearEquation([[ONE, bad]])), { code: 'invalid_point' })
    }
  })
})

describe('linear sum', () => {
  it('joins the coefficients of a point', () => {
    const sum = new LinearSum()
    sum.add(scalarFrom(2), BASE)
    sum.add(MINUS_ONE, BASE)
    assert.ok(!sum.isZero())
    sum.add(MINUS_ONE, BASE)
    assert.ok(sum.isZero())
  })
})

describe('deferred points', () => {
  it('are the same object for the same encoding, in whatever asked for it', () => {
    const encoding = encodePoint(subtractPoints(BASE, blindingBase()))
    const asking = { encodings: [encoding, encodePoint(BASE)], finish: () => undefined }
    const decode = decodeTogether([asking, asking])
    assert.equal(decode(encoding), decode(encoding))
    assert.deepEqual(encodePoint(decode(encoding)), encoding)
    assert.throws(() => decode(new Uint8Array(32)), { code: 'invalid_point' })
  })
})

describe('range proofs, signatures and balances in one check', () => {
  const transcript = () => new Transcript('test')
  const makers: ((valid: boolean) => Deferred<Equation>)[] = []

  before(() => {
    for (let i = 0; i < 3; i++) {
      const r = scalar(`blinding ${i}`)
      const proven = proveRange({
        values: [i, 255 - i],
        blindings: [r, r],
        bits: 8,
        transcript: transcript(),
      })
      makers.push((valid) => {
        const label = valid ? transcript() : new Transcript('another')
        return rangeProofEquation({ ...proven, bits: 8, transcript: label })
      })
      const secret = scalar(`key ${i}`)
      const signed = { publicKey: encodePoint(multiplyBase(secret)), signature: sign(secret, utf8('this')) }
      makers.push((valid) => signatureEquation({ ...signed, message: utf8(valid ? 'this' : 'that') }))
      makers.push((valid) => deferredSum(`balance ${i}`, valid ? 0n : 1n))
    }
  })

  const batch = (bad?: number): Equation[] => {
    const deferred = makers.map((make, i) => make(i !== bad))
    const decode = decodeTogether(deferred)
    return deferred.map((one) => one.finish(decode))
  }

  it('hold together', () => {
    assert.ok(holdTogether(batch()))
  })

  it('fail with a bad one at any place, which halving finds', () => {
    for (let bad = 0; bad < makers.length; bad++) {
      const equations = batch(bad)
      assert.ok(!holdTogether(equations), `equation ${bad}`)
      assert.deepEqual(culprits(equations), [equations[bad]])
    }
  })

  /** The false ones, found as a block's verifier does. */
  function culprits(equations: readonly Equation[]): readonly Equation[] {
    if (holdTogether(equations)) return []
    if (equations.length === 1) return equations
    const middle = equations.length >> 1
    return [...culprits(equations.slice(0, middle)), ...culprits(equations.slice(middle))]
  }
})
