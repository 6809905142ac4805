/**
 * Many equations of the form Σ coefficient · point = 0, checked as ONE multiscalar multiplication.
 *
 * Every relation gets its own random weight and the weighted sum must be the identity: a false relation slips through
 * with probability 2^-128. The weights come from a hash of every equation of the check, so that nobody can choose an
 * equation knowing the weights of the others, and every node decides alike. (Bellare, Garay and Rabin, "Fast batch
 * verification for modular exponentiation and digital signatures", 1998: the small-exponents test.)
 */
import { concat } from '../bytes.ts'
import {
  addScalars,
  encodeScalar,
  isIdentity,
  multiplyScalars,
  multiscalar,
  type Point,
  type Scalar,
  scalarFrom,
} from './group.ts'
import { hash, hashTo } from './hash.ts'
import { PointCache } from './point-cache.ts'

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

  add(coefficient: Scalar, point: Point): void {
    const before = this.#coefficients.get(point)
    this.#coefficients.set(point, before === undefined ? coefficient : addScalars(before, coefficient))
  }

  isZero(): boolean {
    return isIdentity(multiscalar([...this.#coefficients.keys()], [...this.#coefficients.values()]))
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
      weights.push(weightFrom(stream.subarray(at, at + WEIGHT_LENGTH)))
    }
    equation.addTo(sum, weights)
  }
  return sum.isZero()
}

function weightFrom(bytes: Uint8Array): Scalar {
  const view = new DataView(bytes.buffer, bytes.byteOffset, WEIGHT_LENGTH)
  return scalarFrom(view.getBigUint64(0, true) | (view.getBigUint64(8, true) << 64n))
}

/** One term of a plain equation: the point is given by its encoding, which is what the weights are derived from. */
export type Term = readonly [coefficient: Scalar, encoding: Uint8Array]

/**
 * The equation Σ coefficient · point = 0.
 * @throws ProtocolError `invalid_point` when an encoding is none.
 */
export function linearEquation(terms: readonly Term[], points = new PointCache()): Equation {
  const decoded = terms.map(([coefficient, encoding]) => [coefficient, points.decode(encoding)] as const)
  return {
    digest: hash(
      'linear equation',
      ...terms.map(([scalar, encoding]) => concat(encodeScalar(scalar), encoding)),
    ),
    relations: 1,
    addTo(sum, [weight]) {
      for (const [coefficient, point] of decoded) sum.add(multiplyScalars(weight!, coefficient), point)
    },
  }
}
