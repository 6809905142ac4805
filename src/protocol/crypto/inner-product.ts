/**
 * The inner-product argument of Bulletproofs (Bünz et al., 2018, section 3, protocol 2), in the form and with the
 * transcript of dalek's `bulletproofs`. Letters are the paper's.
 */
import { utf8 } from '../bytes.ts'
import { type Folding, foldRound, roundScalars } from './folding.ts'
import { encodePoints, multiscalar, type Point, type Scalar } from './group.ts'
import {
  invertVector,
  multiplyVectors,
  packScalars,
  productOf,
  type Scalars,
  scalarAt,
  sliceScalars,
} from './scalars.ts'
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
 * Proves knowledge of a and b with P = <a, g∘G> + <b, h∘H> + <a, b>·q·B, for vectors whose length is a power of two.
 * `g` and `h` scale the generators one by one, `q` the base B.
 *
 * The generators are never folded: folding costs a multiplication for every point of every round. Instead each original
 * generator carries the product of the challenges that folding would have given it.
 * Variable time: in a range proof a and b are already blinded, and the argument hides nothing about them.
 */
export function proveInnerProduct(
  transcript: Transcript,
  statement: { G: readonly Point[]; H: readonly Point[]; B: Point; q: Scalar },
  witness: Folding,
): InnerProductProof {
  const { G, H, B, q } = statement
  const N = G.length
  begin(transcript, N)
  const rounds: [Uint8Array, Uint8Array][] = []
  let folding = witness
  for (let n = N; n > 1; n /= 2) {
    // L = <a_lo, G_hi> + <b_hi, H_lo> + <a_lo, b_hi>·Q,   R = <a_hi, G_lo> + <b_lo, H_hi> + <a_hi, b_lo>·Q
    const inLower = (k: number) => k % n < n / 2
    const pointsL = [B, ...G.map((point, k) => (inLower(k) ? H[k]! : point))]
    const pointsR = [B, ...H.map((point, k) => (inLower(k) ? G[k]! : point))]
    const { L, R } = roundScalars(folding, q)
    const round = encodePoints([multiscalar(pointsL, L), multiscalar(pointsR, R)]) as [Uint8Array, Uint8Array]
    rounds.push(round)
    folding = foldRound(folding, challengeOfRound(transcript, round))
  }
  return { rounds, a: scalarAt(folding.a, 0), b: scalarAt(folding.b, 0) }
}

/** What the verifier knows of a proof after replaying its transcript. */
export type InnerProductChallenges = {
  /** u² of every round, the coefficient of its L. */
  readonly squares: Scalars
  /** u⁻² of every round, the coefficient of its R. */
  readonly inverseSquares: Scalars
  /** Π u⁻¹ over the rounds: s_0. */
  readonly product: Scalar
  /** The last round's u, which depends on everything in the transcript. */
  readonly last: Scalar
  /** The inverse of the range proof's y. */
  readonly yInverse: Scalar
}

/**
 * Replays the rounds. `y` is inverted along with the challenges, sharing their one inversion.
 * @throws ProtocolError `invalid_scalar` if a challenge is zero, which nobody can bring about.
 */
export function innerProductChallenges(
  transcript: Transcript,
  rounds: InnerProductProof['rounds'],
  y: Scalar,
): InnerProductChallenges {
  begin(transcript, 2 ** rounds.length)
  const challenges = packScalars(rounds.map((round) => challengeOfRound(transcript, round)))
  const inverses = invertVector(packScalars([challenges, y]))
  const ofRounds = sliceScalars(inverses, 0, rounds.length)
  return {
    squares: multiplyVectors(challenges, challenges),
    inverseSquares: multiplyVectors(ofRounds, ofRounds),
    product: productOf(ofRounds),
    last: scalarAt(challenges, rounds.length - 1),
    yInverse: scalarAt(inverses, rounds.length),
  }
}
