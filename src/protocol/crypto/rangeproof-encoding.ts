/**
 * The bytes of a Bulletproofs range proof and the messages of its transcript that prover and verifier share, exactly as
 * in dalek's `bulletproofs` 4.x.
 *
 * A ‖ S ‖ T_1 ‖ T_2 ‖ t_x ‖ t_x blinding ‖ e blinding ‖ (L ‖ R) for every round ‖ a ‖ b, 32 bytes each.
 */
import { concat, utf8 } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { decodeScalar, ENCODED_LENGTH, encodeScalar, type Scalar } from './group.ts'
import type { InnerProductProof } from './inner-product.ts'
import type { Transcript } from './transcript.ts'

/** Bits that a proof can be about. */
export const RANGE_BITS: readonly number[] = [8, 16, 32, 64]
/** Values that one proof can be about. */
export const RANGE_PARTIES: readonly number[] = [1, 2, 4, 8, 16]

export type RangeProof = {
  readonly A: Uint8Array
  readonly S: Uint8Array
  readonly T_1: Uint8Array
  readonly T_2: Uint8Array
  readonly t_x: Scalar
  readonly t_x_blinding: Scalar
  readonly e_blinding: Scalar
  readonly innerProduct: InnerProductProof
}

/** Bytes of a proof that `parties` values are below 2^bits: 672 for one of 64 bits, 64 more at every doubling. */
export function rangeProofLength(bits: number, parties: number): number {
  return ENCODED_LENGTH * (9 + 2 * Math.log2(bits * parties))
}

export function encodeRangeProof(proof: RangeProof): Uint8Array {
  const { rounds, a, b } = proof.innerProduct
  return concat(
    ...[proof.A, proof.S, proof.T_1, proof.T_2],
    ...[proof.t_x, proof.t_x_blinding, proof.e_blinding].map(encodeScalar),
    ...rounds.flat(),
    ...[a, b].map(encodeScalar),
  )
}

/**
 * Splits a proof; points stay encoded, because the transcript takes them so.
 * @throws ProtocolError `invalid_proof` for a wrong length, `invalid_scalar` for a scalar that is not reduced.
 */
export function decodeRangeProof(bytes: Uint8Array, bits: number, parties: number): RangeProof {
  const expected = rangeProofLength(bits, parties)
  if (bytes.length !== expected) {
    throw new ProtocolError('invalid_proof', `this range proof has ${expected} bytes`, {
      length: bytes.length,
    })
  }
  const part = (index: number) => bytes.subarray(ENCODED_LENGTH * index, ENCODED_LENGTH * (index + 1))
  const roundCount = Math.log2(bits * parties)
  return {
    A: part(0),
    S: part(1),
    T_1: part(2),
    T_2: part(3),
    t_x: decodeScalar(part(4)),
    t_x_blinding: decodeScalar(part(5)),
    e_blinding: decodeScalar(part(6)),
    innerProduct: {
      rounds: Array.from({ length: roundCount }, (_, i) => [part(7 + 2 * i), part(8 + 2 * i)]),
      a: decodeScalar(part(7 + 2 * roundCount)),
      b: decodeScalar(part(8 + 2 * roundCount)),
    },
  }
}

/** The statement: what is proven, about which commitments. */
export function appendStatement(
  transcript: Transcript,
  bits: number,
  commitments: readonly Uint8Array[],
): void {
  transcript.append('dom-sep', utf8('rangeproof v1'))
  transcript.appendU64('n', bits)
  transcript.appendU64('m', commitments.length)
  for (const commitment of commitments) transcript.append('V', commitment)
}

type Encoded = { A: Uint8Array; S: Uint8Array; T_1: Uint8Array; T_2: Uint8Array }

/** Challenges y and z, once the bit vectors are committed to. */
export function challengesYZ(
  transcript: Transcript,
  { A, S }: Pick<Encoded, 'A' | 'S'>,
): [y: Scalar, z: Scalar] {
  transcript.append('A', A)
  transcript.append('S', S)
  return [transcript.challengeScalar('y'), transcript.challengeScalar('z')]
}

/** Challenge x, once the polynomial t(X) is committed to. */
export function challengeX(transcript: Transcript, { T_1, T_2 }: Pick<Encoded, 'T_1' | 'T_2'>): Scalar {
  transcript.append('T_1', T_1)
  transcript.append('T_2', T_2)
  return transcript.challengeScalar('x')
}

/** Challenge w, which scales the base that carries the inner product. */
export function challengeW(
  transcript: Transcript,
  { t_x, t_x_blinding, e_blinding }: Pick<RangeProof, 't_x' | 't_x_blinding' | 'e_blinding'>,
): Scalar {
  transcript.append('t_x', encodeScalar(t_x))
  transcript.append('t_x_blinding', encodeScalar(t_x_blinding))
  transcript.append('e_blinding', encodeScalar(e_blinding))
  return transcript.challengeScalar('w')
}
