/** A toy group whose factors are known, and what somebody who knows them can do. */
import { concat } from '../../../src/protocol/bytes.ts'
import { challengePrime, power } from '../../../src/protocol/crypto/delay/challenge.ts'
import {
  canonical,
  type DelayGroup,
  encodeElement,
  hashToElement,
} from '../../../src/protocol/crypto/delay/group.ts'

export const P = 2n ** 61n - 1n
export const Q = 2n ** 59n - 55n
export const PHI = (P - 1n) * (Q - 1n)
/** With a byte more than the modulus needs, so that y + N can be written. */
export const SMALL: DelayGroup = { modulus: P * Q, bytes: 16 }

/** The output by the short cut that the order of the group opens: two exponentiations, whatever the number of steps. */
export function knownOrderOutput(seed: Uint8Array, steps: number): bigint {
  return canonical(SMALL, power(hashToElement(SMALL, seed), power(2n, BigInt(steps), PHI), SMALL.modulus))
}

/** A proof that somebody who knows the order makes for any claimed output that is a power of the input, or for another ℓ. */
export function knownOrderProof(seed: Uint8Array, steps: number, challenge?: bigint): Uint8Array {
  const input = hashToElement(SMALL, seed)
  const output = knownOrderOutput(seed, steps)
  const prime = challenge ?? challengePrime(SMALL, { input, output, steps })
  // ⌊2^T/ℓ⌋ mod φ, from 2^T mod ℓ·φ
  const rest = power(2n, BigInt(steps), prime * PHI)
  const pi = canonical(SMALL, power(input, rest / prime, SMALL.modulus))
  return concat(encodeElement(SMALL, output), encodeElement(SMALL, pi))
}

/** The number that is r mod P and s mod Q. */
export function chinese(r: bigint, s: bigint): bigint {
  const inverse = power(P, Q - 2n, Q)
  return r + P * (((((s - r) * inverse) % Q) + Q) % Q)
}
