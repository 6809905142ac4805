/**
 * The prover of Bulletproofs range proofs (Bünz et al., 2018, sections 4.1 to 4.3), all parties in one place.
 *
 * Aggregation of m values of n bits: party j owns positions k = j·n … j·n + n−1 of every vector, N = n·m in all.
 * The steps that touch the values do the same operations at the same addresses whatever the values are.
 */
import { concat, le64 } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { bulletproofGenerators } from './generators.ts'
import {
  addPoints,
  addScalars,
  decodePoint,
  decodeScalar,
  encodePoint,
  encodePoints,
  encodeScalar,
  invertScalar,
  multiply,
  multiplyAddScalars,
  multiscalarSecret,
  ONE,
  type Point,
  type Scalar,
  scalarFrom,
  scalarFromBytes,
  subtractScalars,
  sumOfChoices,
  ZERO,
} from './group.ts'
import { proveInnerProduct } from './inner-product.ts'
import { commit, type PedersenBases, pedersenBases } from './pedersen.ts'
import { type Random, systemRandom } from './random.ts'
import {
  appendStatement,
  challengesYZ,
  challengeW,
  challengeX,
  encodeRangeProof,
  RANGE_BITS,
  RANGE_PARTIES,
} from './rangeproof-encoding.ts'
import {
  addScaled,
  addToEach,
  addVectors,
  innerProduct,
  multiplyVectors,
  packScalars,
  powers,
  powersFrom,
  reduceWideAll,
  repeatScalar,
  sliceScalars,
  unpackScalars,
} from './scalars.ts'
import type { Transcript } from './transcript.ts'

export type ProveRangeParameters = {
  /** 1, 2, 4, 8 or 16 values, each below 2^bits. */
  values: readonly (bigint | number)[]
  /** As many blindings, as scalars or their 32 bytes. */
  blindings: readonly (Uint8Array | Scalar)[]
  /** 8, 16, 32 or 64. */
  bits: number
  /** A transcript that says what the proof is for; the proof holds only together with an equal one. */
  transcript: Transcript
  /** Bases of the commitments; without them, the network's. */
  bases?: { value: Point | Uint8Array; blinding: Point | Uint8Array }
  /** Fresh randomness. A broken source weakens nothing: nonces also depend on the values, blindings and transcript. */
  random?: Random
}

/**
 * Proves that every value is in 0 … 2^bits−1.
 * @returns the proof and the commitments that it is about, 32 bytes each
 * @throws ProtocolError `invalid_amount` for a value out of range, `invalid_scalar` and `invalid_point` for a malformed
 * blinding or base; RangeError for a number of values or bits that there is no proof for.
 */
export function proveRange(parameters: ProveRangeParameters): {
  proof: Uint8Array
  commitments: Uint8Array[]
} {
  const { bits, transcript, random = systemRandom } = parameters
  const values = parameters.values.map(BigInt)
  if (!RANGE_BITS.includes(bits)) throw new RangeError('bits is 8, 16, 32 or 64')
  if (!RANGE_PARTIES.includes(values.length)) throw new RangeError('a proof takes 1, 2, 4, 8 or 16 values')
  if (parameters.blindings.length !== values.length) throw new RangeError('every value takes one blinding')
  for (const value of values) {
    if (value < 0n || value >> BigInt(bits) !== 0n) {
      throw new ProtocolError('invalid_amount', `a value is not in 0 … 2^${bits}−1`)
    }
  }
  const blindings = parameters.blindings.map((given) =>
    given instanceof Uint8Array ? decodeScalar(given) : given,
  )
  const bases = basesOf(parameters.bases)
  const commitments = values.map((value, j) => encodePoint(commit(value, blindings[j]!, bases)))
  const proof = proveOpenings({
    values,
    blindings,
    commitments,
    bits,
    bases,
    transcript,
    entropy: random(32),
  })
  return { proof, commitments }
}

type Openings = {
  values: readonly bigint[]
  blindings: readonly Scalar[]
  commitments: readonly Uint8Array[]
  bits: number
  bases: PedersenBases
  transcript: Transcript
  entropy: Uint8Array
}

/** The protocol itself, on openings that were checked. On others it makes proofs that do not verify. */
export function proveOpenings(openings: Openings): Uint8Array {
  const { values, blindings, commitments, bits: n, bases, transcript, entropy } = openings
  const N = n * values.length
  const { G, H } = bulletproofGenerators(values.length, n)
  appendStatement(transcript, n, commitments)
  const nonces = transcript.nonces(
    values.flatMap((value, j) => [
      ['v', le64(value)] as const,
      ['v_blinding', encodeScalar(blindings[j]!)] as const,
    ]),
    entropy,
  )

  // 1. a_L are the bits of the values, a_R = a_L − 1;  A = α·B~ + <a_L, G> + <a_R, H>
  const alpha = nonces.scalar()
  const bits = bitsOf(values, n)
  const a_L = packScalars(Array.from(bits, (bit) => scalarFromBytes(Uint8Array.of(bit))))
  const a_R = addToEach(a_L, MINUS_ONE)
  const choices = Int8Array.of(...bits, ...bits.map((bit) => bit - 1))
  const A = addPoints(multiply(bases.blinding, alpha), sumOfChoices([...G, ...H], choices))

  // 2. S = ρ·B~ + <s_L, G> + <s_R, H>
  const rho = nonces.scalar()
  const s = reduceWideAll(concat(...Array.from({ length: 2 * N }, () => nonces.bytes(64))))
  const [s_L, s_R] = [sliceScalars(s, 0, N), sliceScalars(s, N)]
  const S = multiscalarSecret([bases.blinding, ...G, ...H], packScalars([rho, s]))

  // 3. Challenges y and z.
  const [encodedA, encodedS] = encodePoints([A, S]) as [Uint8Array, Uint8Array]
  const bitCommitments = { A: encodedA, S: encodedS }
  const [y, z] = challengesYZ(transcript, bitCommitments)

  // 4. l(X) = a_L − z + s_L·X,  r(X) = y^k∘(a_R + z + s_R·X) + z^(2+j)·2^i,  t(X) = <l(X), r(X)>
  const y_k = powers(y, N)
  const z_j = sliceScalars(powers(z, 2 + values.length), 2)
  const shifted = packScalars(unpackScalars(z_j).map((power) => powersFrom(power, TWO, n)))
  const l_0 = addToEach(a_L, subtractScalars(ZERO, z))
  const r_0 = addVectors(multiplyVectors(y_k, addToEach(a_R, z)), shifted)
  const r_1 = multiplyVectors(y_k, s_R)
  const t_0 = innerProduct(l_0, r_0)
  const t_1 = addScalars(innerProduct(l_0, r_1), innerProduct(s_L, r_0))
  const t_2 = innerProduct(s_L, r_1)

  // 5. T_i = t_i·B + τ_i·B~ for the two coefficients that are not known beforehand; challenge x.
  const tau_1 = nonces.scalar()
  const tau_2 = nonces.scalar()
  const [T_1, T_2] = encodePoints([commitScalar(t_1, tau_1, bases), commitScalar(t_2, tau_2, bases)]) as [
    Uint8Array,
    Uint8Array,
  ]
  const x = challengeX(transcript, { T_1, T_2 })

  // 6. Everything opened at X = x; challenge w.
  const at = (c_0: Scalar, c_1: Scalar): Scalar => multiplyAddScalars(c_1, x, c_0)
  const t_x_blinding = at(innerProduct(z_j, packScalars(blindings)), at(tau_1, tau_2))
  const opened = { t_x: at(t_0, at(t_1, t_2)), t_x_blinding, e_blinding: at(alpha, rho) }
  const w = challengeW(transcript, opened)

  // 7. Instead of l and r themselves (section 4.2) an inner-product argument about them, on generators H_k·y^-k.
  const inner = proveInnerProduct(
    transcript,
    { G, H, B: bases.value, q: w },
    {
      a: addScaled(l_0, s_L, x),
      b: addScaled(r_0, r_1, x),
      g: repeatScalar(ONE, N),
      h: powers(invertScalar(y), N),
    },
  )
  return encodeRangeProof({ ...bitCommitments, T_1, T_2, ...opened, innerProduct: inner })
}

const TWO = scalarFrom(2)
/** ℓ − 1, as a number that needs no arithmetic at import. */
const MINUS_ONE = scalarFrom(-1)

/** The lowest n bits of every value, least significant first. */
function bitsOf(values: readonly bigint[], n: number): Int8Array {
  const bits = new Int8Array(values.length * n)
  values.forEach((value, j) => {
    const bytes = le64(value)
    for (let i = 0; i < n; i++) bits[j * n + i] = (bytes[i >> 3]! >> (i & 7)) & 1
  })
  return bits
}

function commitScalar(value: Scalar, blinding: Scalar, bases: PedersenBases): Point {
  return addPoints(multiply(bases.value, value), multiply(bases.blinding, blinding))
}

/** Bases as points; the network's where none are given. */
export function basesOf(given: ProveRangeParameters['bases']): PedersenBases {
  if (given === undefined) return pedersenBases()
  const pointOf = (base: Point | Uint8Array): Point => (base instanceof Uint8Array ? decodePoint(base) : base)
  return { value: pointOf(given.value), blinding: pointOf(given.blinding) }
}
