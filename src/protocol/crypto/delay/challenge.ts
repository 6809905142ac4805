/** The exponent ℓ that a proof is made for, by the Fiat–Shamir transform of Wesolowski's protocol (2019, section 3). */
import { le64 } from '../../bytes.ts'
import { type DelayGroup, encodeElement } from './group.ts'
import { hashToPrime } from './hash-to-prime.ts'

/** One claim: that `output` is `input` squared `steps` times. */
export type DelayClaim = { readonly input: bigint; readonly output: bigint; readonly steps: number }

/** The prime ℓ of a claim. It depends on everything the claim says, so no part can be chosen after it. */
export function challengePrime(group: DelayGroup, { input, output, steps }: DelayClaim): bigint {
  const elements = [group.modulus, input, output].map((value) => encodeElement(group, value))
  return hashToPrime('delay challenge', ...elements, le64(steps))
}

/** base^exponent mod modulus, for numbers as short as ℓ. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}
