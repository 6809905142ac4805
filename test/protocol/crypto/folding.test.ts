import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  foldRound,
  type GeneratorShare,
  generatorCoefficients,
  roundScalars,
} from '../../../src/protocol/crypto/folding.ts'
import {
  addScalars,
  invertScalar,
  multiplyAddScalars,
  multiplyScalars,
  negateScalar,
  ONE,
  type Scalar,
  scalarFrom,
  ZERO,
} from '../../../src/protocol/crypto/scalar.ts'
import {
  addVectors,
  innerProduct,
  invertVector,
  multiplyVectors,
  packScalars,
  productOf,
  repeatScalar,
  type Scalars,
  scalarAt,
  unpackScalars,
} from '../../../src/protocol/crypto/scalars.ts'
import { randomIntegers } from '../../support/scalar-bytes.ts'

const random = (seed: string, count: number): Scalar[] => randomIntegers(seed, count).map(scalarFrom)

function share(n: number, m: number): GeneratorShare {
  const [W, z, a, b, yInverse, ...u] = random(`share ${n} ${m}`, 5 + Math.log2(n * m))
  const inverses = invertVector(packScalars(u))
  const squares = multiplyVectors(packScalars(u), packScalars(u))
  return {
    ...{ n, m, W: W!, z: z!, a: a!, b: b!, yInverse: yInverse! },
    product: productOf(inverses),
    squares,
    inverseSquares: multiplyVectors(inverses, inverses),
  }
}

describe('coefficients of the generators', () => {
  it('of several proofs are the sums of those of each', () => {
    const shares = [share(8, 2), share(64, 1), share(64, 2)]
    const each = shares.map((one) => generatorCoefficients(2, 64, [one]))
    const together = generatorCoefficients(2, 64, shares)
    assert.deepEqual(together.G, each.map(({ G }) => G).reduce(addVectors))
    assert.deepEqual(together.H, each.map(({ H }) => H).reduce(addVectors))
    const none = generatorCoefficients(1, 8, [])
    assert.deepEqual(none, { G: repeatScalar(ZERO, 8), H: repeatScalar(ZERO, 8) })
  })

  it('touch no generator that a proof does not have', () => {
    const { G, H } = generatorCoefficients(2, 64, [share(8, 1)])
    assert.deepEqual(unpackScalars(G).slice(8), new Array(120).fill(ZERO))
    assert.deepEqual(unpackScalars(H).slice(8), new Array(120).fill(ZERO))
    const { W, z, a, product } = share(8, 1)
    assert.deepEqual(scalarAt(G, 0), negateScalar(multiplyScalars(W, multiplyAddScalars(a, product, z))))
  })

  it('are refused where a proof does not fit', () => {
    assert.throws(() => generatorCoefficients(1, 64, [share(64, 2)]), RangeError)
    assert.throws(() => generatorCoefficients(2, 32, [share(64, 1)]), RangeError)
    const short = { ...share(8, 1), squares: packScalars([ONE]) }
    assert.throws(() => generatorCoefficients(1, 8, [short]), RangeError)
  })
})

describe('rounds of the inner-product argument', () => {
  // On generators that are numbers instead of points, everything can be checked: P = <a, G> + <b, H> + q·<a, b>, and
  // P' = u²·L + P + u⁻²·R.
  it('keep the relation that they prove', () => {
    const N = 16
    const G = random('G', N)
    const H = random('H', N)
    const q = scalarFrom(77)
    let state = {
      a: packScalars(random('a', N)),
      b: packScalars(random('b', N)),
      g: repeatScalar(ONE, N),
      h: packScalars(random('h', N)),
    }
    /** The folded generators: sums over the original ones, each times its factor. */
    const folded = (generators: readonly Scalar[], factors: Scalars, n: number): Scalars => {
      const sums: Scalar[] = new Array(n).fill(ZERO)
      for (const [k, generator] of generators.entries()) {
        sums[k % n] = multiplyAddScalars(generator, scalarAt(factors, k), sums[k % n]!)
      }
      return packScalars(sums)
    }
    const relation = (n: number): Scalar =>
      addScalars(
        addScalars(
          innerProduct(state.a, folded(G, state.g, n)),
          innerProduct(state.b, folded(H, state.h, n)),
        ),
        multiplyScalars(q, innerProduct(state.a, state.b)),
      )

    for (let n = N; n > 1; n /= 2) {
      const before = relation(n)
      const { L, R } = roundScalars(state, q)
      const pick = (upperG: boolean): Scalars =>
        packScalars([ONE, ...G.map((_, k) => (k % n >= n / 2 === upperG ? G[k]! : H[k]!))])
      const u = scalarFrom(BigInt(n) + 1000n)
      const square = multiplyScalars(u, u)
      const sum = [
        multiplyScalars(square, innerProduct(L, pick(true))),
        before,
        multiplyScalars(invertScalar(square), innerProduct(R, pick(false))),
      ].reduce(addScalars)
      state = foldRound(state, u)
      assert.deepEqual(relation(n / 2), sum)
    }
    assert.equal(state.a.length, 32)
  })

  it('refuse the challenge zero', () => {
    const one = packScalars([ONE, ONE])
    assert.throws(() => foldRound({ a: one, b: one, g: one, h: one }, ZERO), { code: 'invalid_scalar' })
  })
})
