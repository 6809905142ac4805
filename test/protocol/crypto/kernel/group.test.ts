import assert from 'node:assert/strict'
import { afterEach, before, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts'
import {
  addPoints,
  addScalars,
  BASE,
  decodePoint,
  decodePoints,
  decodeScalar,
  encodePoint,
  encodePoints,
  equalPoints,
  hashToGroup,
  IDENTITY,
  isIdentity,
  multiply,
  multiplyBase,
  multiplyEncodings,
  multiplyPublic,
  multiplyScalars,
  multiscalar,
  multiscalarSecret,
  negatePoint,
  negateScalar,
  type Point,
  precompute,
  reduceWide,
  type Scalar,
  scalarFrom,
  subtractPoints,
  sumOfChoices,
  sumPoints,
} from '../../../../src/protocol/crypto/group.ts'
import {
  instantiateKernel,
  KEPT_BYTES,
  kernel,
  useKernel,
} from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { packScalars } from '../../../../src/protocol/crypto/scalars.ts'
import { bytesOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'
import vectors from '../vectors/rfc9496.json' with { type: 'json' }
import { EDGE_SCALARS } from './edge-scalars.ts'
import { VARIANTS } from './inner-kernel.ts'
import { timesBase } from './noble-points.ts'

const scalarOf = (value: bigint): Scalar => decodeScalar(bytesOf([mod(value)]))
const hexOf = (point: Point): string => toHex(encodePoint(point))
const same = (left: Point, right: Point): void => {
  assert.equal(hexOf(left), hexOf(right))
  assert.ok(equalPoints(left, right))
}

const scalars = fc.oneof(
  fc.constantFrom(...EDGE_SCALARS).map((value) => bytesOf([value]) as Scalar),
  fc.uint8Array({ minLength: 64, maxLength: 64 }).map(reduceWide),
)
const points = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, 2n).map((value) => multiplyBase(scalarOf(value))),
  fc.uint8Array({ minLength: 64, maxLength: 64 }).map(hashToGroup),
  fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => precompute(hashToGroup(bytes))),
)
const lists = fc.array(fc.tuple(points, scalars), { maxLength: 20 })
const RUNS = { numRuns: 40 }

/** Multiples of the base point, `count` of them, whose logarithms are known. */
const known = (() => {
  const logs = [0n, 1n, -1n, ...randomIntegers('known', 200)].map(mod)
  const encodings = logs.map((log) => timesBase(log).toBytes())
  return (count: number) => {
    const decoded = decodePoints(encodings) as Point[]
    const at = (i: number) => (i * 7) % logs.length
    const list = Array.from({ length: count }, (_, i) => decoded[at(i)]!)
    const sumOf = (factors: ArrayLike<bigint | number>): string => {
      let sum = 0n
      for (let i = 0; i < count; i++) sum += logs[at(i)]! * BigInt(factors[i]!)
      return toHex(timesBase(sum).toBytes())
    }
    return { list, sumOf }
  }
})()

for (const variant of VARIANTS) {
  describe(`the group on the ${variant} module`, () => {
    // points of one module mean nothing to the other, so every test has its own
    beforeEach(() => useKernel(instantiateKernel(variant)))
    afterEach(() => useKernel(undefined))

    it('is what the engine may take: the module passes its own test', () => {
      assert.equal(kernel().exports.selfTest(), 1)
    })

    it('has the vectors of RFC 9496', () => {
      const multiples = vectors.multiples.map((_, i) => multiplyBase(scalarFrom(i)))
      assert.deepEqual(encodePoints(multiples).map(toHex), vectors.multiples)
      for (const [i, encoding] of vectors.multiples.entries())
        same(decodePoint(fromHex(encoding)), multiples[i]!)
      for (const encoding of vectors.invalid) {
        assert.throws(() => decodePoint(fromHex(encoding)), { code: 'invalid_point' })
      }
      for (const [uniform, encoding] of vectors.fromUniform) {
        assert.equal(hexOf(hashToGroup(fromHex(uniform!))), encoding)
      }
    })

    describe('is a group', () => {
      it('of sums', () => {
        fc.assert(
          fc.property(points, points, points, (a, b, c) => {
            same(addPoints(a, b), addPoints(b, a))
            same(addPoints(addPoints(a, b), c), addPoints(a, addPoints(b, c)))
            same(addPoints(a, IDENTITY), a)
            same(subtractPoints(a, b), addPoints(a, negatePoint(b)))
            assert.ok(isIdentity(subtractPoints(a, a)))
            assert.ok(isIdentity(addPoints(a, negatePoint(a))))
            assert.equal(equalPoints(a, b), hexOf(a) === hexOf(b))
          }),
          RUNS,
        )
      })

      it('with scalars that multiply it', () => {
        fc.assert(
          fc.property(points, points, scalars, scalars, (p, q, a, b) => {
            const product = multiply(p, a)
            same(multiplyPublic(p, a), product)
            same(multiply(p, addScalars(a, b)), addPoints(product, multiply(p, b)))
            same(multiply(product, b), multiply(p, multiplyScalars(a, b)))
            same(multiply(addPoints(p, q), a), addPoints(product, multiply(q, a)))
            same(multiply(p, negateScalar(a)), negatePoint(product))
            same(multiply(BASE, a), multiplyBase(a))
            assert.deepEqual(multiplyEncodings([encodePoint(p)], a), [encodePoint(product)])
          }),
          RUNS,
        )
      })

      it('whose sums of multiples are sums of its multiples', () => {
        fc.assert(
          fc.property(lists, (list) => {
            const [bases, factors] = [list.map(([point]) => point), list.map(([, scalar]) => scalar)]
            const expected = list.reduce(
              (sum, [point, scalar]) => addPoints(sum, multiply(point, scalar)),
              IDENTITY,
            )
            for (const given of [factors, packScalars(factors)]) {
              same(multiscalar(bases, given), expected)
              same(multiscalarSecret(bases, given), expected)
            }
            const choices = Int8Array.from(list, ([, scalar]) => (scalar[0]! % 3) - 1)
            const signs = choices.map((choice) => choice || 1)
            const by = (which: Int8Array) =>
              multiscalar(
                bases,
                [...which].map((one) => scalarOf(BigInt(one))),
              )
            same(sumOfChoices(bases, choices), by(choices))
            same(sumPoints(bases, signs), by(signs))
          }),
          RUNS,
        )
      })

      it('whose elements are their encodings', () => {
        fc.assert(
          fc.property(points, points, (p, q) => {
            // new from coordinates, not what was kept
            const sum = addPoints(p, q)
            const encoding = encodePoint(sum)
            same(decodePoint(encoding), sum)
            assert.deepEqual(encodePoint(addPoints(decodePoint(encoding), IDENTITY)), encoding)
            assert.equal(isIdentity(sum), toHex(encoding) === '00'.repeat(32))
          }),
          RUNS,
        )
      })
    })

    describe('sums in parts, and by another way from a size on', () => {
      const factorsOf = (count: number) =>
        randomIntegers(`factors ${count}`, Math.min(count, 300)).map((value, i) =>
          i % 5 ? mod(value) : BigInt(i % 9),
        )

      for (const count of [0, 1, 299, 300, 301, 302, 601, 4_095, 4_096, 4_097, 8_193]) {
        it(`of ${count} points`, () => {
          const { list, sumOf } = known(count)
          const some = factorsOf(count)
          const factors = list.map((_, i) => some[i % some.length]!)
          const expected = sumOf(factors)
          const packed = list.length === 0 ? packScalars([]) : packScalars(factors.map(scalarOf))
          assert.equal(hexOf(multiscalar(list, packed)), expected)
          assert.equal(hexOf(multiscalar(list, factors.map(scalarOf))), expected)
          const signs = Int8Array.from(factors, (factor) => (factor & 1n ? 1 : -1))
          assert.equal(hexOf(sumPoints(list, signs)), sumOf(signs))
          const choices = Int8Array.from(factors, (factor) => Number(factor % 3n) - 1)
          assert.equal(hexOf(sumOfChoices(list, choices)), sumOf(choices))
          // secret factors take six times as long
          if (count <= 4_097) assert.equal(hexOf(multiscalarSecret(list, packed)), expected)
        })
      }

      it('of fixed points, which count half', () => {
        for (const count of [598, 600, 602]) {
          const { sumOf } = known(count)
          const { list } = known(count)
          list.forEach(precompute)
          const factors = list.map((_, i) => mod(BigInt(i) * 3n ** 160n - 7n))
          assert.equal(hexOf(multiscalar(list, factors.map(scalarOf))), sumOf(factors))
        }
      })

      it('and decodes and encodes in parts', () => {
        const { list } = known(8_193)
        const doubles = list.map((point) => addPoints(point, point))
        const encodings = encodePoints(doubles)
        const bad = encodings.map((encoding, i) =>
          i % 1_000 === 95 ? encoding.with(0, encoding[0]! ^ 1) : encoding,
        )
        for (const [i, point] of decodePoints(bad).entries()) {
          if (i % 1_000 === 95) assert.equal(point, undefined)
          else assert.equal(hexOf(point!), toHex(encodings[i]!))
        }
        const scanned = multiplyEncodings(bad.slice(0, 4_098), scalarFrom(1))
        for (const [i, encoding] of scanned.entries()) {
          assert.deepEqual(encoding, i % 1_000 === 95 ? undefined : encodings[i])
        }
      })

      it('within bounds of memory, however many', () => {
        const { list, sumOf } = known(20_000)
        const factors = list.map((_, i) => mod(3n ** 158n * BigInt(i)))
        const packed = packScalars(factors.map(scalarOf))
        const instance = kernel()
        assert.equal(hexOf(multiscalar(list, packed)), sumOf(factors))
        assert.ok(instance.memoryBytes < 2 * KEPT_BYTES)
        assert.ok(kernel().memoryBytes < KEPT_BYTES)
        for (const each of [sumPoints, sumOfChoices]) each(list, new Int8Array(20_000).fill(1))
        assert.ok(kernel().memoryBytes < KEPT_BYTES)
      })
    })

    describe('refuses', () => {
      it('encodings of another length, beside right ones', () => {
        const good = encodePoint(BASE)
        for (const length of [0, 1, 31, 33, 64]) {
          const bad = new Uint8Array(length)
          assert.throws(() => decodePoint(bad), { code: 'invalid_point' })
          const [first, second, third] = decodePoints([good, bad, good])
          same(first!, BASE)
          assert.equal(second, undefined)
          same(third!, BASE)
        }
      })

      it('lists of different lengths', () => {
        const two = [BASE, BASE]
        const one = [scalarFrom(1)]
        for (const sum of [multiscalar, multiscalarSecret]) {
          for (const factors of [one, packScalars(one), [], [...one, ...one, ...one]]) {
            assert.throws(() => sum(two, factors), RangeError)
          }
        }
        for (const sum of [sumPoints, sumOfChoices]) {
          for (const length of [0, 1, 3])
            assert.throws(() => sum(two, new Int8Array(length).fill(1)), RangeError)
        }
        for (const length of [0, 63, 65]) assert.throws(() => hashToGroup(new Uint8Array(length)), RangeError)
      })
    })

    it('keeps its points from what callers do with their bytes', () => {
      const bytes = Buffer.from(encodePoint(multiplyBase(scalarFrom(5))))
      const hex = bytes.toString('hex')
      const decoded = decodePoint(bytes)
      bytes.fill(0)
      assert.equal(hexOf(decoded), hex)
      encodePoint(decoded).fill(1)
      encodePoints([decoded])[0]!.fill(2)
      assert.equal(hexOf(decoded), hex)
      assert.equal(hexOf(addPoints(decoded, IDENTITY)), hex)
      // many share a copy: what is written into one is not in the next
      const both = decodePoints([encodePoint(BASE), encodePoint(decoded)])
      encodePoint(both[0]!).fill(3)
      assert.equal(hexOf(both[1]!), hex)
    })

    describe('tables', () => {
      const product = (point: Point): string[] => {
        const scalar = scalarOf(ORDER - 12_345n)
        return [multiply(point, scalar), multiplyPublic(point, scalar)].map(hexOf)
      }
      const expected = Array<string>(2).fill(toHex(timesBase(-12_345n * 9n).toBytes()))
      let point: Point

      before(() => {
        useKernel(instantiateKernel(variant))
        point = precompute(multiplyBase(scalarFrom(9)))
      })

      it('are built anew when the instance was renewed', () => {
        for (let i = 0; i < 3; i++) {
          const { id } = kernel()
          assert.deepEqual(product(point), expected)
          assert.equal(kernel().id, id)
          kernel().call((frame) => frame.take(KEPT_BYTES + (1 << 20)))
          // where the tables were, there is something else now
          kernel().callSecret((frame) => frame.put(new Uint8Array(1 << 20).fill(i + 1)))
          assert.notEqual(kernel().id, id)
          assert.deepEqual(product(point), expected)
        }
      })

      it('are not taken for those of another instance', () => {
        const [first, second] = [instantiateKernel(variant), instantiateKernel(variant)]
        second.reserve(1_000)
        for (const instance of [first, second, first, second]) {
          useKernel(instance)
          assert.deepEqual(product(point), expected)
        }
      })
    })
  })
}

describe('the group on both modules', { skip: VARIANTS.length < 2 }, () => {
  afterEach(() => useKernel(undefined))

  it('takes decoded points over, and refuses what has no encoding yet', () => {
    useKernel(instantiateKernel('simd'))
    const decoded = decodePoint(fromHex(vectors.multiples[3]!))
    const computed = multiplyBase(scalarFrom(3))
    const encoded = multiplyBase(scalarFrom(3))
    encodePoint(encoded)
    useKernel(instantiateKernel('portable'))
    const expected = vectors.multiples[6]
    assert.equal(hexOf(addPoints(decoded, encoded)), expected)
    assert.throws(() => addPoints(decoded, computed), RangeError)
    assert.throws(() => encodePoint(computed), RangeError)
    useKernel(instantiateKernel('simd'))
    assert.equal(hexOf(addPoints(decoded, computed)), expected)
    assert.equal(hexOf(addPoints(encoded, computed)), expected)
  })
})
