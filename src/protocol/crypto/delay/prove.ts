/**
 * π = x^⌊2^T/ℓ⌋ from the powers that the evaluation kept (B. Wesolowski, 2019, section 4.1, algorithm 5).
 *
 * In base 2^κ the exponent is Σ b_m·2^(κ·m). With m = γ·i + j, x^(2^(κ·γ·i)) is the kept power C_i, and
 * π = Π_j (Π_i C_i^(b_(γ·i+j)))^(2^(κ·j)): for every j the C_i are multiplied into one bucket for each digit, and
 * Π_b bucket_b^b is a product of running products.
 */
import { power } from './challenge.ts'
import type { DelayPlan } from './plan.ts'
import type { Residues } from './residues.ts'

/**
 * Works out π, up to sign.
 * @param powers C_0, C_1, … as the plan says
 * @param challenge ℓ
 * @returns a generator: it yields how many multiplications were done since it last yielded, about every `slice`
 */
export function* proofSteps<T>(
  residues: Residues<T>,
  { steps, digitBits, passes, spacing }: DelayPlan,
  powers: readonly T[],
  challenge: bigint,
  slice: number,
): Generator<number, T, void> {
  const shift = BigInt(digitBits)
  const stride = power(2n, BigInt(spacing), challenge)
  // Above it the digits are zero: there 2^T is below ℓ·2^(κ·m).
  const topDigit = Math.floor(steps / digitBits) - 1
  let done = 0
  let proof = residues.from(1n)
  for (let j = passes - 1; j >= 0; j--) {
    proof = residues.squared(proof, digitBits)
    done += digitBits
    const buckets = new Array<T | undefined>(2 ** digitBits).fill(undefined)
    const top = Math.floor((topDigit - j) / passes)
    // b_m = ⌊2^κ·(2^(T − κ·(m+1)) mod ℓ)/ℓ⌋, the digit of a long division; the next one down is `stride` times further on
    let remainder = power(2n, BigInt(Math.max(0, steps - digitBits * (top * passes + j + 1))), challenge)
    for (let i = top; i >= 0; i--) {
      const digit = Number((remainder << shift) / challenge)
      if (digit !== 0) {
        const bucket = buckets[digit]
        buckets[digit] = bucket === undefined ? powers[i]! : residues.product(bucket, powers[i]!)
        done++
      }
      remainder = (remainder * stride) % challenge
      if (done >= slice) {
        yield done
        done = 0
      }
    }
    let running: T | undefined
    for (let digit = buckets.length - 1; digit > 0; digit--) {
      const bucket = buckets[digit]
      if (bucket !== undefined) {
        running = running === undefined ? bucket : residues.product(running, bucket)
        done++
      }
      if (running !== undefined) {
        proof = residues.product(proof, running)
        done++
      }
      if (done >= slice) {
        yield done
        done = 0
      }
    }
  }
  if (done > 0) yield done
  return proof
}
