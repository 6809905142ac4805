import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { bytesOf, integersOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'
import { seededRandom } from '../../../support/seeded-random.ts'
import { extreme, hardLimbs, signs } from './hard-limbs.ts'
import { type Inner, innerKernel, type Limbs, modP, POINT, sumOf, VARIANTS } from './inner-kernel.ts'
import { LIMITS, type Sizes, sizesKernel } from './sizes-kernel.ts'

/** Scalars with digits of all values and signs, and carries all along. */
const SCALARS = [
  ...[0n, 1n, 8n, ORDER - 1n, 2n ** 252n, 2n ** 252n - 1n],
  ...[0x88n, 0x77n, 0x80n, 0x08n].map((byte) => mod(byte * ((2n ** 256n - 1n) / 255n))),
  ...randomIntegers('sizes', 6).map(mod),
]

for (const variant of VARIANTS) {
  /**
   * That no formula of the kernel hands a function limbs beyond what it computes rightly with, whatever the values are. What a
   * point or a pair in memory may be between two calls is "reduced"; every function is run on the largest limbs of that and
   * must leave no larger ones.
   */
  describe(`limbs never grow too large in the ${variant} module`, () => {
    let sizes: Sizes
    let kernel: Sizes['exports']
    let at: Inner['at']

    before(async () => {
      sizes = await sizesKernel(variant)
      ;({ exports: kernel, at } = sizes)
    })

    const assertReduced = (pairs: readonly number[]): void => {
      for (const pair of pairs) {
        for (const limbs of sizes.read(pair)) {
          assert.ok(
            limbs.every((limb, k) => limb <= sizes.form.reduced[k]!),
            `${limbs}`,
          )
        }
      }
    }
    /** `count` points from the nth pair on, with limbs as large as they may be. */
    const points = (n: number, count: number): number => {
      for (let i = 0; i < 2 * count; i++) sizes.write(at(n + i), [sizes.form.reduced, sizes.form.reduced])
      return at(n)
    }
    const pairsOf = (n: number, count: number): number[] =>
      Array.from({ length: 2 * count }, (_, i) => at(n + i))
    const bytes = (pointer: number, content: Uint8Array): number => {
      new Uint8Array(kernel.memory.buffer).set(content, pointer)
      return pointer
    }

    it('in sums of points, and what is added', () => {
      for (const name of ['double', 'toCached', 'negate'] as const) {
        kernel[name](at(0), points(2, 1))
        assertReduced(pairsOf(0, 1))
      }
      for (const name of ['addCached', 'subCached', 'addPoints', 'subtractPoints'] as const) {
        kernel[name](at(0), points(2, 1), points(4, 1))
        assertReduced(pairsOf(0, 1))
      }
      for (const mask of [0n, -1n]) {
        kernel.negateCached(at(0), points(2, 1), mask)
        assertReduced(pairsOf(0, 1))
      }
      kernel.lookup(at(0), points(2, 8), 8, -3)
      assertReduced(pairsOf(0, 1))
      kernel.equal(points(0, 1), points(2, 1))
      for (const set of [kernel.setIdentity, kernel.setCachedIdentity, kernel.basePoint]) {
        set(at(0))
        assertReduced(pairsOf(0, 1))
      }
    })

    it('in encodings and maps', () => {
      for (const count of [1, 2, 3]) {
        kernel.decodePoints(at(0), at(8), at(20), count)
        assertReduced(pairsOf(0, count))
        kernel.encodePoints(at(20), points(0, count), count)
        kernel.encodeDoubles(at(20), points(0, count), count, at(40))
        assertReduced(pairsOf(40, 5).slice(0, 5 * Math.ceil(count / 2)))
        kernel.mapToGroup(at(0), at(20), count)
        assertReduced(pairsOf(0, count))
      }
      kernel.invert(at(0), points(2, 1))
      assertReduced([at(0)])
    })

    it('in multiplications', () => {
      for (const scalar of SCALARS) {
        const factor = bytes(at(100), bytesOf([scalar]))
        kernel.multiplyEach(at(0), points(10, 2), 2, factor)
        assertReduced(pairsOf(0, 2))
        kernel.buildBase(at(200), points(10, 1))
        assertReduced(pairsOf(200, kernel.baseBytes() / POINT))
        kernel.multiplyBase(at(0), at(200), factor)
        assertReduced(pairsOf(0, 1))
        const three = bytes(at(102), bytesOf([scalar, mod(-scalar), scalar]))
        kernel.sumSecret(at(0), points(10, 3), three, 3, at(200))
        assertReduced(pairsOf(0, 1))
      }
      kernel.sumChosen(at(0), points(10, 3), bytes(at(100), Uint8Array.of(1, 255, 0)), 3)
      assertReduced(pairsOf(0, 1))
    })

    it('in sums of multiples', () => {
      const count = SCALARS.length
      const factors = bytes(at(100), bytesOf(SCALARS))
      for (let width = 5; width <= 9; width++) {
        const odd = 2 ** (width - 2)
        kernel.oddMultiples(at(400), points(10, 1), odd)
        assertReduced(pairsOf(400, odd))
        const tables = new Uint8Array(Uint32Array.from(SCALARS, (_, i) => (i % 3 ? at(400) : 0)).buffer)
        kernel.sumFew(at(0), points(10, count), factors, bytes(at(90), tables), count, width, at(1_000))
        assertReduced(pairsOf(0, 1))
      }
      for (let bits = 2; bits <= 9; bits++) {
        kernel.sumMany(at(0), points(10, count), factors, count, bits, at(1_000))
        assertReduced(pairsOf(0, 1))
      }
      kernel.sumPoints(at(0), points(10, 3), bytes(at(100), Uint8Array.of(1, 255, 1)), 3)
      assertReduced(pairsOf(0, 1))
    })

    it('with room to every limit', (test) => {
      const nearest = LIMITS.map((limit, i) => [limit, kernel.nearestTo(i)] as const)
      for (const [limit, part] of nearest) {
        assert.ok(part < 0.51, `${limit}: ${part}`)
        test.diagnostic(`${variant}, ${limit}: up to ${(100 * part).toFixed(1)} % of the limit`)
      }
    })
  })

  /** That the bounds above are what the field's own functions keep to. */
  describe(`bounds of limbs in the ${variant} module`, () => {
    let inner: Inner
    let sizes: Sizes

    before(async () => {
      inner = await innerKernel(variant)
      sizes = await sizesKernel(variant)
    })

    const magnitudes = (limbs: Limbs): Limbs => limbs.map(Math.abs)

    /** Runs a function on limbs, and on their magnitudes as bounds: no limb of the pairs `outs` is above its bound. */
    const compare = (
      name: string,
      inputs: readonly (readonly [Limbs, Limbs])[],
      outs: readonly number[],
      run: (kernel: Inner) => void,
    ): void => {
      for (const [i, lanes] of inputs.entries()) {
        inner.write(inner.at(i), lanes)
        sizes.write(sizes.at(i), [magnitudes(lanes[0]), magnitudes(lanes[1])])
      }
      run(inner)
      run(sizes)
      for (const out of outs) {
        const bounds = sizes.read(sizes.at(out))
        for (const [lane, limbs] of inner.read(inner.at(out)).entries()) {
          const fits = limbs.every((limb, k) => Math.abs(limb) <= bounds[lane]![k]!)
          assert.ok(fits, `${name}: ${limbs} where ${bounds[lane]} bounds them`)
        }
      }
    }

    it('hold for every function of the field', () => {
      const random = seededRandom(7)
      const sources = [1, form().product ** 0.5, 0.01].map((size, i) => hardLimbs(form(), size, 20 + i))
      const limbs = () => random.pick(sources).next().value
      for (let i = 0; i < 1_500; i++) {
        const [a, b] = [[limbs(), limbs()] as const, [limbs(), limbs()] as const]
        for (const name of [
          'mul',
          'mulZip',
          'mulSwap',
          'mulDif',
          'add',
          'sub',
          'zipLow',
          'zipHigh',
        ] as const) {
          compare(name, [a, b], [2], ({ exports, at }) => exports[name](at(2), at(0), at(1)))
        }
        for (const name of ['square', 'reduce', 'dif', 'swap'] as const) {
          compare(name, [a], [2], ({ exports, at }) => exports[name](at(2), at(0)))
        }
        compare('sumAndLast', [a, b], [2], ({ exports, at }) => exports.sumAndLast(at(2), at(0), at(1)))
        compare('squaresOfDoubling', [a, b], [2, 3], ({ exports, at }) =>
          exports.squaresOfDoubling(at(2), at(3), at(0), at(1)),
        )
        compare('select', [a, b], [2], ({ exports, at }) => exports.select(at(2), at(0), at(1), 0n, -1n))
        compare('negateWhere', [a], [2], ({ exports, at }) => exports.negateWhere(at(2), at(0), -1n, 0n))
      }
      for (const value of randomIntegers('lanes', 2_000)) {
        compare('loadLane', [], [2], ({ exports, at }) => {
          new Uint8Array(exports.memory.buffer).set(bytesOf([value]), at(0))
          exports.loadLane(at(2), 0, at(0))
          exports.loadLane(at(2), 1, at(0))
        })
      }
    })

    const form = () => inner.form

    it('are limits up to which results are right', () => {
      const { exports, at } = inner
      /** Limbs of one magnitude each, with all signs. */
      const lanes = (largest: Limbs, pattern: number) => {
        const one = { ...form(), reduced: largest }
        return [extreme(one, 1, pattern), extreme(one, 1, ~pattern)] as const
      }
      const [products, written, sums] =
        variant === 'simd'
          ? [
              form().reduced.map(() => 2 ** 51),
              form().reduced.map(() => 2 ** 51),
              form().reduced.map(() => 2 ** 53),
            ]
          : [
              form().reduced.map((limb) => 8 * limb),
              form().reduced.map((_, k) => (k === 0 ? 4 * (2 ** 26 - 19) : 4 * (2 ** (26 - (k % 2)) - 1))),
              form().reduced.map(() => 2 ** 31 - 1),
            ]
      for (const pattern of signs(form())) {
        const factors = lanes(products, pattern)
        inner.write(at(0), factors)
        exports.square(at(1), at(0))
        exports.mul(at(2), at(0), at(0))
        for (const out of [at(1), at(2)]) {
          inner.read(out).forEach((limbs, lane) => {
            const value = sumOf(form(), factors[lane]!)
            assert.equal(modP(sumOf(form(), limbs) - value * value), 0n)
          })
        }
        const sum = lanes(sums, pattern)
        inner.write(at(0), sum)
        exports.reduce(at(1), at(0))
        inner.read(at(1)).forEach((limbs, lane) => {
          assert.equal(modP(sumOf(form(), limbs) - sumOf(form(), sum[lane]!)), 0n)
        })
        const stored = lanes(written, pattern)
        inner.write(at(0), stored)
        for (const lane of [0, 1]) {
          exports.storeLane(at(1), at(0), lane)
          const [value] = integersOf(new Uint8Array(exports.memory.buffer, at(1), 32))
          assert.equal(value, modP(sumOf(form(), stored[lane]!)))
        }
      }
    })
  })
}
