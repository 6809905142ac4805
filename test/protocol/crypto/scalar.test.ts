import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addScalars,
  decodeScalar,
  encodeScalar,
  equalScalars,
  invertScalar,
  invertScalars,
  isZeroScalar,
  multiplyAddScalars,
  multiplyScalars,
  negateScalar,
  ONE,
  reduceWide,
  type Scalar,
  scalarFrom,
  subtractScalars,
  ZERO,
} from '../../../src/protocol/crypto/scalar.ts'
import { bytesOf, integersOf, mod, ORDER } from '../../support/scalar-bytes.ts'

const integers = fc.bigInt({ min: 0n, max: 2n ** 512n - 1n })
const scalars = integers.map((value) => reduceWide(bytesOf([value], 64)))
const nonzero = scalars.filter((scalar) => !isZeroScalar(scalar))
const integerOf = (scalar: Scalar): bigint => integersOf(encodeScalar(scalar))[0]!

describe('scalars are a field', () => {
  const holds = (law: (a: Scalar, b: Scalar, c: Scalar) => readonly [Scalar, Scalar]): void => {
    fc.assert(
      fc.property(scalars, scalars, scalars, (a, b, c) => {
        const [left, right] = law(a, b, c)
        assert.deepEqual(left, right)
      }),
    )
  }

  it('addition and multiplication commute and associate', () => {
    holds((a, b) => [addScalars(a, b), addScalars(b, a)])
    holds((a, b) => [multiplyScalars(a, b), multiplyScalars(b, a)])
    holds((a, b, c) => [addScalars(a, addScalars(b, c)), addScalars(addScalars(a, b), c)])
    holds((a, b, c) => [multiplyScalars(a, multiplyScalars(b, c)), multiplyScalars(multiplyScalars(a, b), c)])
  })

  it('multiplication distributes over addition', () => {
    holds((a, b, c) => [
      multiplyScalars(a, addScalars(b, c)),
      addScalars(multiplyScalars(a, b), multiplyScalars(a, c)),
    ])
    holds((a, b, c) => [multiplyAddScalars(a, b, c), addScalars(multiplyScalars(a, b), c)])
  })

  it('zero and one are neutral', () => {
    holds((a) => [addScalars(a, ZERO), a])
    holds((a) => [multiplyScalars(a, ONE), a])
    holds((a) => [multiplyScalars(a, ZERO), ZERO])
  })

  it('everything has a negative, everything but zero an inverse', () => {
    holds((a) => [addScalars(a, negateScalar(a)), ZERO])
    holds((a, b) => [subtractScalars(a, b), addScalars(a, negateScalar(b))])
    fc.assert(fc.property(nonzero, (a) => assert.deepEqual(multiplyScalars(a, invertScalar(a)), ONE)))
    assert.throws(() => invertScalar(ZERO), { code: 'invalid_scalar' })
  })

  it('many are inverted like one', () => {
    fc.assert(
      fc.property(fc.array(nonzero, { maxLength: 10 }), (list) => {
        assert.deepEqual(invertScalars(list), list.map(invertScalar))
      }),
    )
    assert.throws(() => invertScalars([ONE, ZERO, ONE]), { code: 'invalid_scalar' })
  })
})

describe('a scalar from something else', () => {
  it('is an integer mod ℓ', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 260n), max: 2n ** 260n }), (value) => {
        assert.equal(integerOf(scalarFrom(value)), mod(value))
      }),
    )
    for (const value of [0n, 1n, -1n, 2n ** 64n - 1n, 2n ** 64n, ORDER - 1n, ORDER, ORDER + 1n, -ORDER]) {
      assert.equal(integerOf(scalarFrom(value)), mod(value))
    }
    assert.deepEqual(scalarFrom(2 ** 40), scalarFrom(2n ** 40n))
    assert.throws(() => scalarFrom(1.5), RangeError)
  })

  it('is 32 canonical bytes, and they are refused otherwise', () => {
    fc.assert(
      fc.property(scalars, (a) => {
        assert.deepEqual(decodeScalar(encodeScalar(a)), a)
        assert.throws(() => decodeScalar(bytesOf([integerOf(a) + ORDER])), { code: 'invalid_scalar' })
      }),
    )
    for (const length of [0, 31, 33, 64]) {
      assert.throws(() => decodeScalar(new Uint8Array(length)), { code: 'invalid_scalar' })
    }
  })

  it('is 64 bytes mod ℓ', () => {
    fc.assert(fc.property(integers, (value) => integerOf(reduceWide(bytesOf([value], 64))) === mod(value)))
    assert.throws(() => reduceWide(new Uint8Array(63)), RangeError)
  })
})

describe('the bytes of a scalar', () => {
  it('are its own: neither what it came from nor what was made of it can change it', () => {
    const bytes = bytesOf([5n])
    const buffer = Buffer.from(bytes)
    const five = [decodeScalar(bytes), decodeScalar(buffer)]
    bytes.fill(1)
    buffer.fill(1)
    encodeScalar(five[0]!).fill(2)
    for (const scalar of five) {
      assert.deepEqual(scalar, scalarFrom(5))
      assert.equal(scalar.buffer.byteLength, 32)
    }
  })

  it('tell whether it equals another', () => {
    assert.ok(equalScalars(scalarFrom(7), scalarFrom(ORDER + 7n)))
    assert.ok(!equalScalars(scalarFrom(7), scalarFrom(7n + 2n ** 248n)))
    assert.ok(isZeroScalar(scalarFrom(ORDER)))
    assert.ok(!isZeroScalar(ONE))
  })
})
