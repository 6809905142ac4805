/**
 * The verifier of Bulletproofs range proofs: both relations of the proof as linear forms in its points and the
 * generators, so that one multiscalar multiplication checks many proofs, signatures and balances at once
 * (Bünz et al., 2018, sections 4.1 to 4.3, 6.1 and 6.2). Letters are the paper's.
 */
import { ProtocolError } from '../errors.ts'
import { type Decode, type Deferred, finishAlone } from './deferred.ts'
import {
  addScalars,
  encodePoint,
  encodeScalar,
  isIdentity,
  multiplyScalars,
  negateScalar,
  type Point,
  type Scalar,
  scalarFromBytes,
  subtractScalars,
} from './group.ts'
import { hash } from './hash.ts'
import { innerProductChallenges } from './inner-product.ts'
import { type Equation, holdTogether, type LinearSum } from './linear-check.ts'
import {
  appendStatement,
  challengesYZ,
  challengeW,
  challengeX,
  decodeRangeProof,
  RANGE_BITS,
  RANGE_PARTIES,
} from './rangeproof-encoding.ts'
import { basesOf, type ProveRangeParameters } from './rangeproof-prove.ts'
import { powers, scalarAt, scaleVector, sumOfPowers } from './scalars.ts'
import type { Transcript } from './transcript.ts'

export type VerifyRangeParameters = {
  proof: Uint8Array
  /** The commitments that the proof is about, 32 bytes each, in its order. */
  commitments: readonly Uint8Array[]
  /** 8, 16, 32 or 64. */
  bits: number
  /** A transcript equal to the one that the prover began with. */
  transcript: Transcript
  /** Bases of the commitments; without them, the network's. */
  bases?: ProveRangeParameters['bases']
}

/**
 * Whether the proof shows that every commitment is to a value in 0 … 2^bits−1. Malformed proofs and commitments, and
 * numbers of values or bits that there is no proof for, are answered with false.
 */
export function verifyRange(parameters: VerifyRangeParameters): boolean {
  try {
    return holdTogether([finishAlone(rangeProofEquation(parameters))])
  } catch (error) {
    if (error instanceof ProtocolError) return false
    throw error
  }
}

/**
 * A range proof as linear forms, to be checked together with others. Replays the transcript.
 * @throws ProtocolError, at once or when it is finished: `invalid_proof`, `invalid_point` or `invalid_scalar` when it is
 * malformed.
 */
export function rangeProofEquation(parameters: VerifyRangeParameters): Deferred<Equation> {
  const { commitments, bits: n, transcript } = parameters
  const m = commitments.length
  if (!RANGE_BITS.includes(n) || !RANGE_PARTIES.includes(m)) {
    throw new ProtocolError('invalid_proof', 'no range proof has this number of bits or values', {
      bits: n,
      values: m,
    })
  }
  const bases = basesOf(parameters.bases)
  const proof = decodeRangeProof(parameters.proof, n, m)
  const { t_x, t_x_blinding, e_blinding } = proof
  const { rounds, a, b } = proof.innerProduct

  appendStatement(transcript, n, commitments)
  const [y, z] = challengesYZ(transcript, proof)
  const x = challengeX(transcript, proof)
  const w = challengeW(transcript, proof)
  const challenges = innerProductChallenges(transcript, rounds, y)
  const { squares, inverseSquares } = challenges

  // Section 4.1: δ(y, z) = (z − z²)·<1, y^k> − Σ_j z^(3+j)·<1, 2^i>
  const z_2 = multiplyScalars(z, z)
  const allOnes = scalarFromBytes(new Uint8Array(n / 8).fill(255))
  const delta = subtractScalars(
    multiplyScalars(subtractScalars(z, z_2), sumOfPowers(y, n * m)),
    multiplyScalars(multiplyScalars(multiplyScalars(z_2, z), allOnes), sumOfPowers(z, m)),
  )
  // z^(2+j)
  const z_j = scaleVector(powers(z, m), z_2)
  // The last challenge depends on the transcript's label, the statement and all of the proof but a and b.
  const digest = hash(
    'range proof equation',
    encodeScalar(challenges.last),
    parameters.proof,
    ...(parameters.bases === undefined ? [] : [encodePoint(bases.value), encodePoint(bases.blinding)]),
    ...commitments,
  )

  const finish = (decode: Decode): Equation => {
    const decodePart = (encoding: Uint8Array): Point => {
      const point = decode(encoding)
      // dalek refuses the identity in the proof; a commitment may be the identity.
      if (isIdentity(point))
        throw new ProtocolError('invalid_proof', 'the identity as a part of a range proof')
      return point
    }
    const V = commitments.map(decode)
    const [A, S, T_1, T_2] = [proof.A, proof.S, proof.T_1, proof.T_2].map(decodePart) as [
      ...[Point, Point, Point, Point],
    ]
    const LR = rounds.map(([L, R]) => [decodePart(L), decodePart(R)] as const)

    const addTo = (sum: LinearSum, [weight, weightOfT]: readonly Scalar[]): void => {
      const W = weight!
      const c = weightOfT!
      // The polynomial was opened to what the commitments say, times c:
      // t_x·B + t_x_blinding·B~ = Σ_j z^(2+j)·V_j + δ·B + x·T_1 + x²·T_2
      const c_x = multiplyScalars(c, x)
      const c_z_j = scaleVector(z_j, c)
      for (let j = 0; j < m; j++) sum.add(scalarAt(c_z_j, j), V[j]!)
      sum.add(c_x, T_1)
      sum.add(multiplyScalars(c_x, x), T_2)

      // The inner-product argument (section 3.1), times W, on
      // P = A + x·S − z·<1, G> + <z·y^k + z^(2+j)·2^i, H'> − e_blinding·B~ + w·t_x·B with H'_k = y^-k·H_k
      sum.add(W, A)
      sum.add(multiplyScalars(W, x), S)
      const [ofL, ofR] = [scaleVector(squares, W), scaleVector(inverseSquares, W)]
      for (const [round, [L, R]] of LR.entries()) {
        sum.add(scalarAt(ofL, round), L)
        sum.add(scalarAt(ofR, round), R)
      }

      // B and B~ occur in both.
      const t_x_ab = multiplyScalars(w, subtractScalars(t_x, multiplyScalars(a, b)))
      sum.add(
        addScalars(multiplyScalars(W, t_x_ab), multiplyScalars(c, subtractScalars(delta, t_x))),
        bases.value,
      )
      const blindings = addScalars(multiplyScalars(W, e_blinding), multiplyScalars(c, t_x_blinding))
      sum.add(negateScalar(blindings), bases.blinding)

      // G_k: −z − a·s_k;   H_k: z + y^-k·(z^(2+j)·2^i − b·s_(N−1−k))
      const { yInverse, product } = challenges
      sum.addGenerators({ n, m, W, z, a, b, yInverse, product, squares, inverseSquares })
    }
    return { digest, relations: 2, addTo }
  }

  const { A, S, T_1, T_2 } = proof
  return { encodings: [...commitments, A, S, T_1, T_2, ...rounds.flat()], finish }
}
