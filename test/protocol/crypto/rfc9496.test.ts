import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fromHex, toHex } from '../../../src/protocol/bytes.ts'
import {
  addPoints,
  addScalars,
  BASE,
  decodePoint,
  decodeScalar,
  encodePoint,
  encodeScalar,
  equalPoints,
  hashToGroup,
  IDENTITY,
  invertScalar,
  invertScalars,
  isIdentity,
  multiply,
  multiplyPublic,
  multiplyScalars,
  multiscalar,
  multiscalarSecret,
  ONE,
  type Point,
  precompute,
  reduceWide,
  type Scalar,
  scalarFrom,
  subtractPoints,
  subtractScalars,
  ZERO,
} from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import vectors from './vectors/rfc9496.json' with { type: 'json' }

/** ℓ, little endian. */
const ORDER = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010'

const scalars = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((seed) => deriveScalar('test', seed))

describe('RFC 9496 vectors', () => {
  it('encodes and decodes the small multiples of the base', () => {
    let multiple: Point = IDENTITY
    for (const [i, encoding] of vectors.multiples.entries()) {
      assert.equal(toHex(encodePoint(multiple)), encoding)
      assert.ok(equalPoints(decodePoint(fromHex(encoding)), multiple))
      assert.ok(equalPoints(multiply(BASE, scalarFrom(i)), multiple))
      assert.ok(equalPoints(multiplyPublic(BASE, scalarFrom(i)), multiple))
      multiple = addPoints(multiple, BASE)
    }
  })

  for (const encoding of vectors.invalid) {
    it(`refuses ${encoding}`, () => {
      assert.throws(() => decodePoint(fromHex(encoding)), { code: 'invalid_point' })
    })
  }

  it('refuses encodings of another length', () => {
    for (const length of [0, 31, 33, 64]) {
      assert.throws(() => decodePoint(new Uint8Array(length)), { code: 'invalid_point' })
    }
  })

  it('maps uniform strings to the group', () => {
    for (const [uniform, encoding] of vectors.fromUniform) {
      assert.equal(toHex(encodePoint(hashToGroup(fromHex(uniform!)))), encoding)
    }
  })
})

/** 64 bytes, the first `length` of them `value`. */
const bytesOf = (length: number, value: number): Uint8Array => new Uint8Array(64).fill(value, 0, length)

describe('scalars', () => {
  it('refuses a scalar that is not reduced', () => {
    assert.throws(() => decodeScalar(fromHex(ORDER)), { code: 'invalid_scalar' })
    assert.throws(() => decodeScalar(new Uint8Array(32).fill(255)), { code: 'invalid_scalar' })
    assert.throws(() => decodeScalar(new Uint8Array(31)), { code: 'invalid_scalar' })
    const largest = fromHex(ORDER)
    largest[0]! -= 1
    assert.deepEqual(encodeScalar(decodeScalar(largest)), largest)
  })

  it('reduces 64 bytes mod ℓ', () => {
    const wide = new Uint8Array(64)
    wide.set(fromHex(ORDER))
    assert.deepEqual(reduceWide(wide), ZERO)
    wide[0]! += 3
    assert.deepEqual(reduceWide(wide), scalarFrom(3))
    // 2^512 − 1 = (2^256)² − 1
    const twoTo256 = addScalars(reduceWide(bytesOf(32, 255)), ONE)
    assert.deepEqual(reduceWide(bytesOf(64, 255)), subtractScalars(multiplyScalars(twoTo256, twoTo256), ONE))
    assert.throws(() => reduceWide(new Uint8Array(63)), RangeError)
  })

  it('inverts one and many alike', () => {
    const list = [scalarFrom(1), scalarFrom(2), deriveScalar('test')]
    for (const [i, inverse] of invertScalars(list).entries()) {
      assert.deepEqual(inverse, invertScalar(list[i]!))
      assert.deepEqual(multiplyScalars(inverse, list[i]!), ONE)
    }
    assert.throws(() => invertScalars([ONE, ZERO]), { code: 'invalid_scalar' })
  })
})

describe('multiscalar multiplication', () => {
  const naive = (points: readonly Point[], factors: readonly Scalar[]): Point =>
    points.reduce((sum, point, i) => addPoints(sum, multiply(point, factors[i]!)), IDENTITY)

  it('is the sum of the single products, for secret and for public scalars', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scalars, scalars), { maxLength: 12 }), (pairs) => {
        const points = pairs.map(([seed]) => multiply(BASE, seed))
        const factors = pairs.map(([, factor]) => factor)
        const expected = naive(points, factors)
        assert.ok(equalPoints(multiscalar(points, factors), expected))
        assert.ok(equalPoints(multiscalarSecret(points, factors), expected))
      }),
      { numRuns: 8 },
    )
  })

  it('handles the edges of the scalar range, on fixed points and others', () => {
    const order = fromHex(ORDER)
    order[0]! -= 1
    const edges = [0n, 1n, 2n, 63n, 64n, 2n ** 32n - 1n, 2n ** 64n - 1n].map(scalarFrom)
    edges.push(decodeScalar(order))
    for (const point of [multiply(BASE, scalarFrom(7)), precompute(multiply(BASE, scalarFrom(11)))]) {
      for (const factor of edges) {
        assert.ok(equalPoints(multiscalar([point], [factor]), multiply(point, factor)))
      }
    }
  })

  it('gives the same sum above the size where the algorithm changes', () => {
    const points = Array.from({ length: 340 }, (_, i) => multiplyPublic(BASE, scalarFrom(i + 1)))
    const factors = points.map((_, i) => deriveScalar('test', Uint8Array.of(i & 255, i >> 8)))
    const halves = addPoints(
      multiscalar(points.slice(0, 170), factors.slice(0, 170)),
      multiscalar(points.slice(170), factors.slice(170)),
    )
    assert.ok(equalPoints(multiscalar(points, factors), halves))
  })

  it('of nothing is the identity', () => {
    assert.ok(isIdentity(multiscalar([], [])))
    assert.ok(isIdentity(subtractPoints(BASE, BASE)))
  })
})
