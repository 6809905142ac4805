/**
 * The check of a proof: y = π^ℓ·x^(2^T mod ℓ) up to sign (B. Wesolowski, 2019, section 3), with every encoding strict.
 *
 * A proof is y ‖ π. With ℓ in place of y it would be 223 bytes shorter, since the equation gives y and the hash then gives ℓ
 * again. But then nobody could look at an output, to see whether it wins, without two exponentiations first; and as it
 * stands a proof is a function of seed and steps: all who post one post the same bytes.
 */
import { ProtocolError } from '../../errors.ts'
import { challengePrime, power } from './challenge.ts'
import { canonical, type DelayGroup, decodeElement, hashToElement, isUnit } from './group.ts'
import { RSA_2048 } from './modulus.ts'
import { checkSteps } from './plan.ts'
import { type Residues, residuesOf } from './residues.ts'

/** Bytes of a proof over RSA-2048: the output, then π. */
export const DELAY_PROOF_LENGTH = 2 * RSA_2048.bytes
/** Bytes of an output. */
export const DELAY_OUTPUT_LENGTH = RSA_2048.bytes

/** A proof for a seed (any bytes) and a number of squarings. */
export type DelayProof = { readonly seed: Uint8Array; readonly steps: number; readonly proof: Uint8Array }

/**
 * Checks a proof.
 * @returns the output, DELAY_OUTPUT_LENGTH bytes: now certain, and the only one there is for this seed and these steps
 * @throws ProtocolError `invalid_delay_proof` when anything is wrong: length, encoding, number of steps or the equation
 */
export function verifyDelay({ seed, steps, proof }: DelayProof, group: DelayGroup = RSA_2048): Uint8Array {
  checkSteps(steps)
  if (proof.length !== 2 * group.bytes) {
    throw new ProtocolError('invalid_delay_proof', 'a proof of a delay has another length', {
      length: proof.length,
    })
  }
  const output = element(group, proof.subarray(0, group.bytes))
  const pi = element(group, proof.subarray(group.bytes))
  const input = hashToElement(group, seed)
  const challenge = challengePrime(group, { input, output, steps })
  const rest = power(2n, BigInt(steps), challenge)
  // A π with a factor in common with N gives an output with one: asking the output is enough, and only where all else holds.
  const found = multiPower(residuesOf(group.modulus), pi, challenge, input, rest)
  if (canonical(group, found) !== output || !isUnit(group, output)) {
    throw new ProtocolError('invalid_delay_proof', 'the proof is not one for this seed and number of steps')
  }
  return proof.slice(0, group.bytes)
}

/**
 * The output that a proof claims, before it is checked: to see cheaply whether checking is worth it.
 * @throws ProtocolError `invalid_delay_proof` for a wrong length
 */
export function claimedOutput(proof: Uint8Array): Uint8Array {
  if (proof.length === DELAY_PROOF_LENGTH) return proof.slice(0, DELAY_OUTPUT_LENGTH)
  throw new ProtocolError('invalid_delay_proof', 'a proof of a delay has another length', {
    length: proof.length,
  })
}

function element(group: DelayGroup, bytes: Uint8Array): bigint {
  try {
    return decodeElement(group, bytes)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    throw new ProtocolError('invalid_delay_proof', error.message)
  }
}

/** a^m·b^n for exponents of about the same length: two bits of both at a time (Straus), so the squarings are shared. */
function multiPower<T>(residues: Residues<T>, a: bigint, m: bigint, b: bigint, n: bigint): bigint {
  const [one, x, y] = [residues.from(1n), residues.from(a), residues.from(b)]
  const table: T[] = []
  for (let i = 0, row = one; i < 4; i++, row = residues.product(row, x)) {
    for (let j = 0, entry = row; j < 4; j++, entry = residues.product(entry, y)) table.push(entry)
  }
  const [ms, ns] = [m.toString(4), n.toString(4)]
  const length = Math.max(ms.length, ns.length)
  const [left, right] = [ms.padStart(length, '0'), ns.padStart(length, '0')]
  let result = one
  for (let i = 0; i < length; i++) {
    result = residues.squared(result, 2)
    const entry = 4 * Number(left[i]) + Number(right[i])
    if (entry !== 0) result = residues.product(result, table[entry]!)
  }
  return residues.value(result)
}
