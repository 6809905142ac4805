import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addScalars,
  invertScalar,
  multiplyAddScalars,
  multiplyScalars,
  ONE,
  reduceWide,
  type Scalar,
  scalarFrom,
  subtractScalars,
  ZERO,
} from '../../../src/protocol/crypto/scalar.ts'
import {
  addScaled,
  addToEach,
  addVectors,
  countOf,
  decodeScalars,
  foldVectors,
  innerProduct,
  invertVector,
  multiplyVectors,
  packScalars,
  powers,
  powersFrom,
  productOf,
  reduceWideAll,
  repeatScalar,
  scalarAt,
  scaleVector,
  sliceScalars,
  subtractVectors,
  sumOf,
  sumOfPowers,
  unpackScalars,
} from '../../../src/protocol/crypto/scalars.ts'
import { bytesOf, ORDER, randomIntegers } from '../../support/scalar-bytes.ts'

const random = (seed: string, count: number): Scalar[] => randomIntegers(seed, count).map(scalarFrom)

const left = random('left', 5)
const right = random('right', 5)
const [a, b] = [packScalars(left), packScalars(right)]
const [s, t] = random('factors', 2) as [Scalar, Scalar]
const zip = (combine: (x: Scalar, y: Scalar) => Scalar): Scalar[] =>
  left.map((value, i) => combine(value, right[i]!))

describe('vectors of scalars', () => {
  it('are packed and taken apart', () => {
    assert.equal(countOf(a), 5)
    assert.deepEqual(unpackScalars(a), left)
    assert.deepEqual(scalarAt(a, 3), left[3])
    assert.throws(() => scalarAt(a, 5), RangeError)
    assert.throws(() => scalarAt(a, -1), RangeError)
    assert.deepEqual(unpackScalars(packScalars([s, a, t])), [s, ...left, t])
    assert.deepEqual(unpackScalars(sliceScalars(a, 1, 3)), left.slice(1, 3))
    assert.deepEqual(unpackScalars(sliceScalars(a, 3)), left.slice(3))
    assert.deepEqual(unpackScalars(repeatScalar(s, 2)), [s, s])
    assert.deepEqual(unpackScalars(packScalars([])), [])
  })

  it('are decoded only when all are canonical', () => {
    assert.deepEqual(decodeScalars(Uint8Array.from(a)), a)
    assert.throws(() => decodeScalars(bytesOf([1n, ORDER])), { code: 'invalid_scalar' })
    assert.throws(() => decodeScalars(new Uint8Array(33)), { code: 'invalid_scalar' })
  })

  it('come from uniform bytes', () => {
    const bytes = bytesOf(randomIntegers('uniform', 3, 64), 64)
    const each = [0, 64, 128].map((at) => reduceWide(bytes.subarray(at, at + 64)))
    assert.deepEqual(unpackScalars(reduceWideAll(bytes)), each)
    assert.throws(() => reduceWideAll(new Uint8Array(96)), RangeError)
  })

  it('combine element by element', () => {
    assert.deepEqual(unpackScalars(addVectors(a, b)), zip(addScalars))
    assert.deepEqual(unpackScalars(subtractVectors(a, b)), zip(subtractScalars))
    assert.deepEqual(unpackScalars(multiplyVectors(a, b)), zip(multiplyScalars))
    assert.deepEqual(
      unpackScalars(addScaled(a, b, s)),
      zip((x, y) => multiplyAddScalars(y, s, x)),
    )
    const folded = zip((x, y) => multiplyAddScalars(x, s, multiplyScalars(y, t)))
    assert.deepEqual(unpackScalars(foldVectors(a, s, b, t)), folded)
    assert.deepEqual(
      unpackScalars(addToEach(a, s)),
      left.map((x) => addScalars(x, s)),
    )
    assert.deepEqual(
      unpackScalars(scaleVector(a, s)),
      left.map((x) => multiplyScalars(x, s)),
    )
    assert.throws(() => addVectors(a, sliceScalars(b, 1)), RangeError)
  })

  it('collapse to one', () => {
    assert.deepEqual(sumOf(a), left.reduce(addScalars))
    assert.deepEqual(productOf(a), left.reduce(multiplyScalars))
    assert.deepEqual(innerProduct(a, b), zip(multiplyScalars).reduce(addScalars))
    assert.deepEqual(sumOf(packScalars([])), ZERO)
    assert.deepEqual(productOf(packScalars([])), ONE)
    assert.throws(() => innerProduct(a, sliceScalars(b, 1)), RangeError)
  })

  it('are powers', () => {
    const expected = [ONE, s, multiplyScalars(s, s), multiplyScalars(multiplyScalars(s, s), s)]
    assert.deepEqual(unpackScalars(powers(s, 4)), expected)
    assert.deepEqual(
      unpackScalars(powersFrom(t, s, 4)),
      expected.map((power) => multiplyScalars(power, t)),
    )
    assert.deepEqual(sumOfPowers(s, 4), expected.reduce(addScalars))
    assert.deepEqual(sumOfPowers(s, 3), expected.slice(0, 3).reduce(addScalars))
  })

  it('are inverted, unless there is a zero', () => {
    assert.deepEqual(unpackScalars(invertVector(a)), left.map(invertScalar))
    assert.throws(() => invertVector(packScalars([ONE, ZERO])), { code: 'invalid_scalar' })
  })
})
