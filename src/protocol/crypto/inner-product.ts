/**
 * The inner-product argument of Bulletproofs (Bünz et al., 2018, section 3, protocol 2), in the form and with the
 * transcript of dalek's `bulletproofs`. Letters are the paper's.
 */
import { utf8 } from '../bytes.ts'
import {
  addScalars,
  encodePoint,
  invertScalar,
  invertScalars,
  multiplyScalars,
  multiscalar,
  ONE,
  type Point,
  type Scalar,
} from './group.ts'
import { innerProduct } from './scalar-vector.ts'
import type { Transcript } from './transcript.ts'

export type InnerProductProof = {
  /** L and R of every round, encoded. */
  readonly rounds: readonly (readonly [L: Uint8Array, R: Uint8Array])[]
  readonly a: Scalar
  readonly b: Scalar
}

function begin(transcript: Transcript, length: number): void {
  transcript.append('dom-sep', utf8('ipp v1'))
  transcript.appendU64('n', length)
}

function challengeOfRound(transcript: Transcript, [L, R]: readonly [Uint8Array, Uint8Array]): Scalar {
  transcript.append('L', L)
  transcript.append('R', R)
  return transcript.challengeScalar('u')
}

/**
 * Proves knowledge of a and b with P = <a, G> + <b, h∘H> + <a, b>·q·B, for vectors whose length is a power of two.
 * `h` scales the generators H one by one, `q` the base B.
 *
 * The generators are never folded: folding costs a multiplication for every point of every round. Instead each original
 * generator carries the product of the challenges that folding would have given it.
 * Variable time: in a range proof a and b are already blinded, and the argument hides nothing about them.
 */
export function proveInnerProduct(
  transcript: Transcript,
  statement: { G: readonly Point[]; H: readonly Point[]; h: readonly Scalar[]; B: Point; q: Scalar },
  witness: { a: readonly Scalar[]; b: readonly Scalar[] },
): InnerProductProof {
  const { G, H, B, q } = statement
  const N = G.length
  begin(transcript, N)
  const g: Scalar[] = new Array(N).fill(ONE)
  const h = statement.h.slice()
  let { a, b } = witness
  const rounds: [Uint8Array, Uint8Array][] = []

  for (let n = N; n > 1; n /= 2) {
    const half = n / 2
    const a_lo = a.slice(0, half)
    const a_hi = a.slice(half)
    const b_lo = b.slice(0, half)
    const b_hi = b.slice(half)

    // L = <a_lo, G_hi> + <b_hi, H_lo> + <a_lo, b_hi>·Q,   R = <a_hi, G_lo> + <b_lo, H_hi> + <a_hi, b_lo>·Q
    const pointsL = [B]
    const pointsR = [B]
    const scalarsL = [multiplyScalars(q, innerProduct(a_lo, b_hi))]
    const scalarsR = [multiplyScalars(q, innerProduct(a_hi, b_lo))]
    for (let k = 0; k < N; k++) {
      // Original generator k is part of the folded generator k mod n.
      const i = k % n
      const low = i < half
      const toG = low ? a_hi[i]! : a_lo[i - half]!
      const toH = low ? b_hi[i]! : b_lo[i - half]!
      ;(low ? pointsR : pointsL).push(G[k]!)
      ;(low ? scalarsR : scalarsL).push(multiplyScalars(g[k]!, toG))
      ;(low ? pointsL : pointsR).push(H[k]!)
      ;(low ? scalarsL : scalarsR).push(multiplyScalars(h[k]!, toH))
    }
    const round: [Uint8Array, Uint8Array] = [
      encodePoint(multiscalar(pointsL, scalarsL)),
      encodePoint(multiscalar(pointsR, scalarsR)),
    ]
    rounds.push(round)

    // a' = u·a_lo + u⁻¹·a_hi,  b' = u⁻¹·b_lo + u·b_hi,  G' = u⁻¹·G_lo + u·G_hi,  H' = u·H_lo + u⁻¹·H_hi
    const u = challengeOfRound(transcript, round)
    const v = invertScalar(u)
    a = a_lo.map((low, i) => addScalars(multiplyScalars(u, low), multiplyScalars(v, a_hi[i]!)))
    b = b_lo.map((low, i) => addScalars(multiplyScalars(v, low), multiplyScalars(u, b_hi[i]!)))
    for (let k = 0; k < N; k++) {
      const low = k % n < half
      g[k] = multiplyScalars(g[k]!, low ? v : u)
      h[k] = multiplyScalars(h[k]!, low ? u : v)
    }
  }
  return { rounds, a: a[0]!, b: b[0]! }
}

/** What the verifier knows of a proof after replaying its transcript. */
export type InnerProductChallenges = {
  /** u² of every round, the coefficient of its L. */
  readonly squares: readonly Scalar[]
  /** u⁻² of every round, the coefficient of its R. */
  readonly inverseSquares: readonly Scalar[]
  /** Π u⁻¹ over the rounds: s_0. */
  readonly product: Scalar
  /** The last round's u, which depends on everything in the transcript. */
  readonly last: Scalar
  /** The inverse of `also`. */
  readonly alsoInverted: Scalar
}

/**
 * Replays the rounds. `also` is inverted along with the challenges, sharing their one inversion.
 * @throws ProtocolError `invalid_scalar` if a challenge is zero, which nobody can bring about.
 */
export function innerProductChallenges(
  transcript: Transcript,
  rounds: InnerProductProof['rounds'],
  also: Scalar,
): InnerProductChallenges {
  begin(transcript, 2 ** rounds.length)
  const challenges = rounds.map((round) => challengeOfRound(transcript, round))
  const [alsoInverted, ...inverses] = invertScalars([also, ...challenges])
  return {
    squares: challenges.map((u) => multiplyScalars(u, u)),
    inverseSquares: inverses.map((v) => multiplyScalars(v, v)),
    product: inverses.reduce(multiplyScalars),
    last: challenges.at(-1)!,
    alsoInverted: alsoInverted!,
  }
}

/**
 * s, the coefficients that folding gave the generators G (and, in reverse order, H): s_i is the product of u or u⁻¹
 * over the rounds, as the bits of i say (section 3.1). Each from one before it, with one multiplication.
 */
export function foldingCoefficients({ squares, product }: InnerProductChallenges): Scalar[] {
  const s = [product]
  for (let bit = 0; bit < squares.length; bit++) {
    // The lowest bit of the index belongs to the last round.
    const square = squares[squares.length - 1 - bit]!
    for (let i = 0, count = 2 ** bit; i < count; i++) s.push(multiplyScalars(s[i]!, square))
  }
  return s
}
