/**
 * Many equations of the form Σ coefficient · point = 0, checked as ONE multiscalar multiplication.
 *
 * Every relation gets its own random weight and the weighted sum must be the identity: a false relation slips through
 * with probability 2^-128. The weights come from a hash of every equation of the check, so that nobody can choose an
 * equation knowing the weights of the others, and every node decides alike. (Bellare, Garay and Rabin, "Fast batch
 * verification for modular exponentiation and digital signatures", 1998: the small-exponents test.)
 */
import { concat } from '../bytes.ts'
import type { Deferred } from './deferred.ts'
import { type GeneratorShare, generatorCoefficients } from './folding.ts'
import { bulletproofGenerators } from './generators.ts'
import {
  addScalars,
  encodePoint,
  encodeScalar,
  isIdentity,
  multiplyScalars,
  multiscalar,
  type Point,
  type Scalar,
  scalarFromBytes,
} from './group.ts'
import { hash, hashTo } from './hash.ts'
import { scalarAt } from './scalars.ts'

/** One or more relations that stand or fall together, such as a range proof or a signature. */
export type Equation = {
  /** Hash of everything that the equation is made of. What it leaves out, a forger may choose knowing the weights. */
  readonly digest: Uint8Array
  /** Number of independent relations inside; each takes a weight of its own. */
  readonly relations: number
  /** Adds the relations, each times its weight, to `sum`. */
  readonly addTo: (sum: LinearSum, weights: readonly Scalar[]) => void
}

/** A formal sum of coefficient · point; equal points (the same object) share one coefficient. */
export class LinearSum {
  readonly #coefficients = new Map<Point, Scalar>()
  readonly #shares: GeneratorShare[] = []

  add(coefficient: Scalar, point: Point): void {
    const before = this.#coefficients.get(point)
    this.#coefficients.set(point, before === undefined ? coefficient : addScalars(before, coefficient))
  }

  /** Adds what a range proof brings in by way of the vector generators. All proofs share one set of these. */
  addGenerators(share: GeneratorShare): void {
    this.#shares.push(share)
  }

  isZero(): boolean {
    this.#spread()
    return isIdentity(multiscalar([...this.#coefficients.keys()], [...this.#coefficients.values()]))
  }

  /** Turns the shares into coefficients of generators. */
  #spread(): void {
    if (this.#shares.length === 0) return
    const parties = Math.max(...this.#shares.map(({ m }) => m))
    const bits = Math.max(...this.#shares.map(({ n }) => n))
    const coefficients = generatorCoefficients(parties, bits, this.#shares.splice(0))
    const { G, H } = bulletproofGenerators(parties, bits)
    for (let k = 0; k < parties * bits; k++) {
      this.add(scalarAt(coefficients.G, k), G[k]!)
      this.add(scalarAt(coefficients.H, k), H[k]!)
    }
  }
}

/** Bytes of a weight. */
const WEIGHT_LENGTH = 16

/**
 * Whether all equations hold. None of them: true.
 * When the answer is no, at least one is false; halve the list and ask again to find which.
 */
export function holdTogether(equations: readonly Equation[]): boolean {
  if (equations.length === 0) return true
  let relations = 0
  for (const equation of equations) relations += equation.relations
  const seed = hash('weights seed', ...equations.map((equation) => equation.digest))
  const stream = hashTo('weights', relations * WEIGHT_LENGTH, seed)
  const sum = new LinearSum()
  let at = 0
  for (const equation of equations) {
    const weights: Scalar[] = []
    for (let i = 0; i < equation.relations; i++, at += WEIGHT_LENGTH) {
      weights.push(scalarFromBytes(stream.subarray(at, at + WEIGHT_LENGTH)))
    }
    equation.addTo(sum, weights)
  }
  return sum.isZero()
}

/** One term of a plain equation: a point, or the encoding of one. */
export type Term = readonly [coefficient: Scalar, point: Point | Uint8Array]

/** The equation Σ coefficient · point = 0. */
export function linearEquation(terms: readonly Term[]): Deferred<Equation> {
  const digest = hash(
    'linear equation',
    ...terms.map(([scalar, point]) =>
      concat(encodeScalar(scalar), point instanceof Uint8Array ? point : encodePoint(point)),
    ),
  )
  return {
    encodings: terms.flatMap(([, point]) => (point instanceof Uint8Array ? [point] : [])),
    finish(decode) {
      const decoded = terms.map(
        ([scalar, point]) => [scalar, point instanceof Uint8Array ? decode(point) : point] as const,
      )
      return {
        digest,
        relations: 1,
        addTo(sum, [weight]) {
          for (const [coefficient, point] of decoded) sum.add(multiplyScalars(weight!, coefficient), point)
        },
      }
    },
  }
}
