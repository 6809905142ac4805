import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { randomIntegers } from '../../../support/scalar-bytes.ts'
import { extreme, hardLimbs } from './hard-limbs.ts'
import { type Inner, innerKernel, type Limbs, modP, PAIR, POINT, sumOf, VARIANTS } from './inner-kernel.ts'
import { Edwards, putPoint, scaled, TORSION } from './noble-points.ts'

/** X, Y, T, Z of an extended point, or Y − X, Y + X, 2d·T, 2Z of a cached one. */
type Four = readonly [bigint, bigint, bigint, bigint]

const { d } = Edwards.CURVE()

/** What the formulas compute, of any four numbers: whether these are a point is another matter. */
const FORMULAS = {
  double([X, Y, , Z]: Four): Four {
    const [E, G, S] = [2n * X * Y, Y * Y - X * X, Y * Y + X * X]
    const F = 2n * Z * Z - G
    return [E * F, G * S, E * S, F * G]
  },
  addCached([X, Y, T, Z]: Four, [minus, plus, dT, ZZ]: Four): Four {
    const [A, B, C, D] = [(Y - X) * minus, (Y + X) * plus, T * dT, Z * ZZ]
    const [E, F, G, H] = [B - A, D - C, D + C, B + A]
    return [E * F, G * H, E * H, F * G]
  },
  subCached: (p: Four, [minus, plus, dT, ZZ]: Four): Four => FORMULAS.addCached(p, [plus, minus, -dT, ZZ]),
  toCached: ([X, Y, T, Z]: Four): Four => [Y - X, Y + X, 2n * d * T, 2n * Z],
  negate: ([X, Y, T, Z]: Four): Four => [-X, Y, -T, Z],
}

for (const variant of VARIANTS) {
  describe(`points of the ${variant} module`, () => {
    let inner: Inner
    let kernel: Inner['exports']
    let [A, B, OUT, TABLE, ROOM] = [0, 0, 0, 0, 0]

    before(async () => {
      inner = await innerKernel(variant)
      kernel = inner.exports
      ;[A, B, OUT, TABLE, ROOM] = [0, 2, 4, 6, 40].map(inner.at) as [number, number, number, number, number]
    })

    const write = (pointer: number, [x, y, t, z]: readonly Limbs[]): void => {
      inner.write(pointer, [x!, y!])
      inner.write(pointer + PAIR, [t!, z!])
    }
    const limbsAt = (pointer: number): Limbs[] => [...inner.read(pointer), ...inner.read(pointer + PAIR)]
    const at = (pointer: number): Four =>
      limbsAt(pointer).map((limbs) => sumOf(inner.form, limbs)) as unknown as Four
    const check = (pointer: number, expected: Four, what: string): void => {
      assert.deepEqual(at(pointer).map(modP), expected.map(modP), what)
      const small = limbsAt(pointer).every((limbs) =>
        limbs.every((limb, k) => Math.abs(limb) <= inner.form.reduced[k]!),
      )
      assert.ok(small, `${what}: not reduced`)
    }

    describe('compute their formulas on the hardest limbs', () => {
      /** Eight elements, again and again: of the largest limbs with various signs, and of special ones. */
      const cases = function* (): Generator<Limbs[]> {
        const { form } = inner
        const patterns = [0, 2 ** 10 - 1, 0b0101010101, 0b1010101010, 0b0000100001]
        for (let i = 0; i < patterns.length ** 4; i++) {
          const pattern = (k: number) =>
            patterns[Math.floor(i / patterns.length ** (k % 4)) % patterns.length]!
          yield Array.from({ length: 8 }, (_, k) => extreme(form, 1, k < 4 ? pattern(k) : ~pattern(k + 1)))
        }
        const hard = hardLimbs(form, 1, 3)
        for (let i = 0; i < 1_500; i++) yield Array.from({ length: 8 }, () => hard.next().value)
      }

      for (const name of ['double', 'toCached', 'negate'] as const) {
        it(`${name}, onto the point itself as well`, () => {
          for (const limbs of cases()) {
            write(A, limbs)
            const expected = FORMULAS[name](at(A))
            kernel[name](OUT, A)
            check(OUT, expected, `${name} ${limbs}`)
            kernel[name](A, A)
            check(A, expected, `${name} onto itself`)
          }
        })
      }

      for (const name of ['addCached', 'subCached'] as const) {
        it(`${name}, onto either point as well`, () => {
          for (const limbs of cases()) {
            write(A, limbs)
            write(B, limbs.slice(4))
            const expected = FORMULAS[name](at(A), at(B))
            kernel[name](OUT, A, B)
            check(OUT, expected, `${name} ${limbs}`)
            kernel[name](A, A, B)
            check(A, expected, `${name} onto the first`)
            write(A, limbs)
            kernel[name](B, A, B)
            check(B, expected, `${name} onto the second`)
          }
        })
      }
    })

    describe('are a group', () => {
      /** All points of small order, others, and sums of both: every case that incomplete formulas would get wrong. */
      const factors = randomIntegers('points', 2)
      const others = [
        Edwards.BASE,
        ...factors.map((factor) => Edwards.BASE.multiply(factor % Edwards.Fn.ORDER)),
      ]
      const points = [...TORSION, ...others.flatMap((point) => TORSION.map((torsion) => point.add(torsion)))]
      const scales = [1n, ...randomIntegers('scales', 2).map(modP), 2n ** 255n - 20n]

      const put = (pointer: number, point: Edwards, i: number): void =>
        putPoint(inner, pointer, scaled(point, scales[i % scales.length]!), ROOM)
      const assertPoint = (pointer: number, expected: Edwards): void => {
        const [X, Y, T, Z] = at(pointer)
        const { x, y } = expected.toAffine()
        assert.notEqual(modP(Z), 0n)
        assert.deepEqual([modP(x * Z), modP(y * Z), modP(x * y * Z)], [modP(X), modP(Y), modP(T)])
      }

      it('doubling every point', () => {
        for (const [i, point] of points.entries()) {
          put(A, point, i)
          kernel.double(OUT, A)
          assertPoint(OUT, point.double())
        }
      })

      it('adding and subtracting every two', () => {
        for (const [i, p] of points.entries()) {
          for (const [j, q] of points.entries()) {
            put(A, p, i)
            put(B, q, i + j)
            kernel.toCached(B, B)
            kernel.addCached(OUT, A, B)
            assertPoint(OUT, p.add(q))
            kernel.subCached(OUT, A, B)
            assertPoint(OUT, p.subtract(q))
          }
        }
      })

      it('with a neutral element in both forms, and opposites', () => {
        for (const [i, point] of points.entries()) {
          put(A, point, i)
          kernel.setCachedIdentity(B)
          kernel.addCached(OUT, A, B)
          assertPoint(OUT, point)
          kernel.setIdentity(B)
          kernel.toCached(A, A)
          kernel.addCached(OUT, B, A)
          assertPoint(OUT, point)
          for (const mask of [0n, -1n]) {
            kernel.negateCached(A, A, mask)
            kernel.addCached(OUT, B, A)
            assertPoint(OUT, mask === 0n ? point : point.negate())
          }
        }
      })

      it('whose elements of ristretto255 are equal for points that differ by one of order 4', () => {
        for (const [i, p] of points.entries()) {
          for (const [j, q] of points.entries()) {
            put(A, p, i)
            put(B, q, i + j)
            const { x: x1, y: y1 } = p.toAffine()
            const { x: x2, y: y2 } = q.toAffine()
            const equal = modP(x1 * y2 - y1 * x2) === 0n || modP(y1 * y2 - x1 * x2) === 0n
            // the same in other words, for the points that stand for elements
            if (i % 2 === 0 && j % 2 === 0) assert.equal(equal, p.subtract(q).double().double().is0())
            assert.equal(kernel.equal(A, B), Number(equal), `${i} ${j}`)
          }
        }
      })
    })

    it('are looked up by signed digits', () => {
      const hard = hardLimbs(inner.form, 1, 9)
      for (const count of [1, 8, 16]) {
        const entries = Array.from({ length: count }, () =>
          Array.from({ length: 4 }, () => hard.next().value),
        )
        for (const [i, limbs] of entries.entries()) write(TABLE + i * POINT, limbs)
        for (let digit = -count; digit <= count; digit++) {
          kernel.lookup(OUT, TABLE, count, digit)
          const identity: Four = [1n, 1n, 0n, 2n]
          const [minus, plus, dT, ZZ] = digit === 0 ? identity : at(TABLE + (Math.abs(digit) - 1) * POINT)
          check(OUT, digit < 0 ? [plus, minus, -dT, ZZ] : [minus, plus, dT, ZZ], `digit ${digit}`)
        }
      }
    })
  })
}
