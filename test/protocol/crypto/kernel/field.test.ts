import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { bytesOf, integersOf, randomIntegers } from '../../../support/scalar-bytes.ts'
import { extreme, hardLimbs, signs } from './hard-limbs.ts'
import {
  formOf,
  type Inner,
  type InnerExports,
  innerKernel,
  type Limbs,
  modP,
  P,
  sumOf,
  VARIANTS,
} from './inner-kernel.ts'

type Lanes = readonly [Limbs, Limbs]
type Values = readonly [bigint, bigint]

/** Elements whose digits are all zeros, all ones or next to that, in 32 bytes: also what is not below p. */
const EDGES: readonly bigint[] = [
  ...[0n, 1n, 2n, 18n, 19n, 20n, P - 20n, P - 19n, P - 18n, P - 2n, P - 1n, P, P + 1n, P + 17n, P + 18n],
  ...[2n ** 255n - 1n, 2n ** 255n - 2n, 2n ** 254n, 2n ** 254n - 1n, (P - 1n) / 2n, (P + 1n) / 2n],
  ...[26n, 51n, 77n, 102n, 128n, 153n, 179n, 204n, 230n].flatMap((place) => [
    2n ** place,
    2n ** place - 1n,
    2n ** (place - 1n),
    P - 2n ** place,
    P - 2n ** (place - 1n),
  ]),
]

/** Sizes of two factors, at the limit of what may be multiplied. */
const FACTORS = {
  simd: [
    [1, 1],
    [3, 1],
    [1, 3],
    [2, 1.5],
    [1.5, 2],
    [3 ** 0.5, 3 ** 0.5],
  ],
  portable: [
    [1, 1],
    [16, 1],
    [1, 16],
    [8, 2],
    [3, 4],
    [4, 4],
  ],
} as const

/** Products by name: what the lanes become. */
const PRODUCTS: Record<'mul' | 'mulZip' | 'mulSwap' | 'mulDif', (a: Values, b: Values) => Values> = {
  mul: ([a0, a1], [b0, b1]) => [a0 * b0, a1 * b1],
  mulZip: ([a0, a1], [b0, b1]) => [a0 * a1, b0 * b1],
  mulSwap: ([a0, a1], [b0, b1]) => [a0 * b1, a1 * b0],
  mulDif: ([a0, a1], [b0, b1]) => [a1 * b1 - a0 * b0, a1 * b1 + a0 * b0],
}

/** Plain sums. */
const SUMS: Record<'add' | 'sub' | 'zipLow' | 'zipHigh', (a: Values, b: Values) => Values> = {
  add: ([a0, a1], [b0, b1]) => [a0 + b0, a1 + b1],
  sub: ([a0, a1], [b0, b1]) => [a0 - b0, a1 - b1],
  zipLow: ([a0], [b0]) => [a0, b0],
  zipHigh: ([, a1], [, b1]) => [a1, b1],
}

for (const variant of VARIANTS) {
  describe(`field elements of the ${variant} module`, () => {
    const form = formOf(variant)
    let inner: Inner
    let field: InnerExports
    let [A, B, C, D, OUT, BYTES] = [0, 0, 0, 0, 0, 0]

    before(async () => {
      inner = await innerKernel(variant)
      field = inner.exports
      ;[A, B, C, D, OUT, BYTES] = [0, 1, 2, 3, 4, 5].map(inner.at) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
    })

    const values = (lanes: Lanes): Values => [sumOf(form, lanes[0]), sumOf(form, lanes[1])]

    /** What is at a place is congruent to the expected values, and its limbs are of the size. */
    const check = (place: number, expected: Values, size: number, what: string): void => {
      const lanes = inner.read(place)
      for (const lane of [0, 1] as const) {
        const limbs = lanes[lane]
        const fits = limbs.every(
          (limb, k) => Number.isInteger(limb) && Math.abs(limb) <= size * form.reduced[k]!,
        )
        if (!fits) assert.fail(`${what}: ${limbs} is not of size ${size}`)
        if (modP(sumOf(form, limbs) - expected[lane]) !== 0n) assert.fail(`${what}, lane ${lane}`)
      }
    }

    const load = (place: number, lane: number, value: bigint): void => {
      new Uint8Array(field.memory.buffer).set(bytesOf([value]), BYTES)
      field.loadLane(place, lane, BYTES)
    }
    const stored = (place: number, lane: number): bigint => {
      field.storeLane(BYTES, place, lane)
      return integersOf(new Uint8Array(field.memory.buffer, BYTES, 32))[0]!
    }

    /** Pairs of hard elements, `count` times. */
    function* pairs(count: number, ...sizes: readonly number[]): Generator<Lanes[]> {
      const sources = sizes.map((size, i) => hardLimbs(form, size, 1 + i))
      for (let i = 0; i < count; i++) {
        yield sources.map((source) => [source.next().value, source.next().value] as const)
      }
    }

    describe('multiplies', () => {
      for (const name of ['mul', 'mulZip', 'mulSwap', 'mulDif'] as const) {
        const expect = PRODUCTS[name]
        // a difference of products is a plain sum where limbs are integers
        const size = name === 'mulDif' && variant === 'portable' ? 2 : 1
        const multiplied = (a: Lanes, b: Lanes): void => {
          inner.write(A, a)
          inner.write(B, b)
          field[name](OUT, A, B)
          check(OUT, expect(values(a), values(b)), size, `${name} ${a} ${b}`)
        }

        it(`${name}: all signs of the largest limbs`, () => {
          for (const [s, t] of FACTORS[variant]) {
            const patterns = signs(form)
            const others =
              variant === 'simd' ? patterns : [0, 2 ** 10 - 1, 0b0101010101, 0b1010101010, 0b1001101011]
            // the factors of mulZip are the lanes of one pair
            const [inA1, inB0] = name === 'mulZip' ? [t, s] : [s, t]
            for (const first of patterns) {
              for (const second of others) {
                multiplied(
                  [extreme(form, s, first), extreme(form, inA1, name === 'mulZip' ? second : ~first)],
                  [extreme(form, inB0, name === 'mulZip' ? ~first : second), extreme(form, t, second)],
                )
              }
            }
          }
        })

        it(`${name}: hard limbs of every size`, () => {
          for (const [s, t] of FACTORS[variant]) {
            for (const [a, b] of pairs(600, s, t)) {
              if (name === 'mulZip') multiplied([a![0], b![0]], [a![1], b![1]])
              else multiplied(a!, b!)
            }
          }
        })

        it(`${name}: onto one of its factors`, () => {
          for (const [a, b] of pairs(50, 1, 1)) {
            for (const out of [A, B]) {
              inner.write(A, a!)
              inner.write(B, b!)
              field[name](out, A, B)
              check(out, expect(values(a!), values(b!)), size, name)
            }
            inner.write(A, a!)
            field[name](A, A, A)
            check(A, expect(values(a!), values(a!)), size, name)
          }
        })
      }

      it('edges by edges', () => {
        for (const [i, a] of EDGES.entries()) {
          for (const [j, b] of EDGES.entries()) {
            load(A, 0, a)
            load(A, 1, b)
            load(B, 0, b)
            load(B, 1, EDGES[(i + j) % EDGES.length]!)
            field.mul(OUT, A, B)
            check(OUT, [a * b, b * EDGES[(i + j) % EDGES.length]!], 1, `${a} ${b}`)
          }
        }
      })
    })

    describe('squares', () => {
      const most = form.product ** 0.5

      it('all signs of the largest limbs', () => {
        for (const size of [1, most]) {
          for (const pattern of signs(form)) {
            const lanes = [extreme(form, size, pattern), extreme(form, size, ~pattern)] as const
            inner.write(A, lanes)
            field.square(OUT, A)
            const [a0, a1] = values(lanes)
            check(OUT, [a0 * a0, a1 * a1], 1, `square ${lanes}`)
          }
        }
      })

      it('hard limbs, as a product does', () => {
        for (const size of [1, most]) {
          for (const [lanes] of pairs(1_000, size)) {
            const [a0, a1] = values(lanes!)
            inner.write(A, lanes!)
            field.square(OUT, A)
            check(OUT, [a0 * a0, a1 * a1], 1, `square ${lanes}`)
            field.square(A, A)
            assert.deepEqual(inner.read(A), inner.read(OUT))
          }
        }
      })

      it('many times', () => {
        for (const [lanes] of pairs(40, 1)) {
          let [a0, a1] = values(lanes!)
          for (let n = 1; n <= 6; n++) {
            ;[a0, a1] = [modP(a0 * a0), modP(a1 * a1)]
            inner.write(A, lanes!)
            field.squareTimes(OUT, A, n)
            check(OUT, [a0, a1], 1, `squareTimes ${n}`)
          }
        }
      })

      it('those of a doubling', () => {
        // of the factors, [X + Y, Z] is a sum of two where limbs are integers
        const [sums, ef, gs] = variant === 'simd' ? [1, 1, 1] : [2, 4, 2]
        const check4 = (xy: Lanes, sz: Lanes): void => {
          inner.write(A, xy)
          inner.write(B, sz)
          field.squaresOfDoubling(C, D, A, B)
          const [x, y] = values(xy)
          const [s, z] = values(sz)
          const [g, sum] = [y * y - x * x, y * y + x * x]
          check(D, [g, sum], gs, 'gs')
          check(C, [s * s - sum, 2n * z * z - g], ef, 'ef')
        }
        for (const first of signs(form)) {
          for (const second of [0, 0b0101010101, 0b1010101010, 0b1111111111]) {
            check4(
              [extreme(form, 1, first), extreme(form, 1, second)],
              [extreme(form, sums, ~first), extreme(form, 1, second ^ first)],
            )
          }
        }
        for (const [xy, s, z] of pairs(2_000, 1, sums, 1)) check4(xy!, [s![0], z![1]])
      })
    })

    describe('sums', () => {
      for (const name of ['add', 'sub', 'zipLow', 'zipHigh'] as const) {
        it(name, () => {
          for (const [a, b] of pairs(500, 1, 1)) {
            inner.write(A, a!)
            inner.write(B, b!)
            field[name](OUT, A, B)
            const expected = SUMS[name](values(a!), values(b!))
            check(OUT, expected, name === 'add' || name === 'sub' ? 2 : 1, name)
            if (name.startsWith('zip')) continue
            field[name](A, A, B)
            check(A, expected, 2, name)
          }
        })
      }

      it('dif, onto itself as well', () => {
        for (const [a] of pairs(500, 1)) {
          const [a0, a1] = values(a!)
          inner.write(A, a!)
          field.dif(OUT, A)
          check(OUT, [a1 - a0, a1 + a0], 2, 'dif')
          field.dif(A, A)
          assert.deepEqual(inner.read(A), inner.read(OUT))
        }
      })

      it('swap, and sumAndLast', () => {
        for (const [a, b] of pairs(500, 1, 1)) {
          const [[a0, a1], [, b1]] = [values(a!), values(b!)]
          inner.write(A, a!)
          inner.write(B, b!)
          field.swap(OUT, A)
          check(OUT, [a1, a0], 1, 'swap')
          field.sumAndLast(OUT, A, B)
          check(OUT, [a0 + a1, b1], variant === 'simd' ? 1 : 2, 'sumAndLast')
        }
      })

      it('reduce limbs of size 4, onto themselves as well', () => {
        for (const size of [1, 2, 3, 4]) {
          for (const pattern of signs(form)) {
            const lanes = [extreme(form, size, pattern), extreme(form, size, ~pattern)] as const
            inner.write(A, lanes)
            field.reduce(A, A)
            check(A, values(lanes), 1, `reduce ${lanes}`)
          }
          for (const [lanes] of pairs(500, size)) {
            inner.write(A, lanes!)
            field.reduce(OUT, A)
            check(OUT, values(lanes!), 1, `reduce ${lanes}`)
          }
        }
      })
    })

    describe('choices', () => {
      const MASKS = [0n, -1n] as const

      it('select, onto either', () => {
        for (const [a, b] of pairs(50, 4, 4)) {
          for (const mask0 of MASKS) {
            for (const mask1 of MASKS) {
              for (const out of [OUT, A, B]) {
                inner.write(A, a!)
                inner.write(B, b!)
                const expected = [inner.read(mask0 ? B : A)[0], inner.read(mask1 ? B : A)[1]]
                field.select(out, A, B, mask0, mask1)
                assert.deepEqual(inner.read(out), expected)
              }
            }
          }
        }
      })

      it('negateWhere', () => {
        for (const [a] of pairs(100, 4)) {
          for (const mask0 of MASKS) {
            for (const mask1 of MASKS) {
              const [a0, a1] = values(a!)
              inner.write(A, a!)
              field.negateWhere(OUT, A, mask0, mask1)
              check(OUT, [mask0 ? -a0 : a0, mask1 ? -a1 : a1], 4, 'negateWhere')
            }
          }
        }
      })

      it('accumulate, onto zeros', () => {
        for (const [a, b] of pairs(100, 1, 1)) {
          inner.write(A, a!)
          inner.write(B, b!)
          new Uint8Array(field.memory.buffer).fill(0, OUT, OUT + 80)
          field.accumulate(OUT, A, 0n)
          field.accumulate(OUT, B, -1n)
          field.accumulate(OUT, A, 0n)
          assert.deepEqual(inner.read(OUT), inner.read(B))
        }
      })
    })

    describe('bytes', () => {
      it('are read without their highest bit, and written canonically', () => {
        for (const value of [...EDGES, ...randomIntegers('bytes', 2_000)]) {
          for (const high of [0n, 2n ** 255n]) {
            const plain = value % 2n ** 255n
            for (const lane of [0, 1]) {
              load(A, lane, plain + high)
              load(A, 1 - lane, 2n ** 255n - 1n - plain)
              check(A, lane === 0 ? [plain, 18n - plain] : [18n - plain, plain], 1, `load ${value}`)
              assert.equal(stored(A, lane), modP(plain))
              assert.equal(stored(A, 1 - lane), modP(18n - plain))
            }
          }
        }
      })

      it('are canonical for every form of a number', () => {
        for (const pattern of signs(form)) {
          const lanes = [extreme(form, 1, pattern), extreme(form, 1, ~pattern)] as const
          inner.write(A, lanes)
          for (const lane of [0, 1]) assert.equal(stored(A, lane), modP(values(lanes)[lane]!))
        }
        for (const [lanes] of pairs(3_000, 1)) {
          inner.write(A, lanes!)
          for (const lane of [0, 1]) assert.equal(stored(A, lane), modP(values(lanes!)[lane]!))
        }
      })
    })

    it('inverts', () => {
      for (const [lanes] of pairs(300, 1)) {
        inner.write(A, lanes!)
        field.invert(OUT, A)
        field.mul(OUT, OUT, A)
        const zeros = values(lanes!).map((value) => (modP(value) === 0n ? 0n : 1n)) as [bigint, bigint]
        check(OUT, zeros, 1, `invert ${lanes}`)
      }
    })
  })
}
