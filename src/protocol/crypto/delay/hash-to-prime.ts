/**
 * A prime of 264 bits from a hash: the challenge of a proof.
 *
 * Why 264. Wesolowski draws the challenge from the first 2^(2k) primes for a security of k bits: without interaction an
 * adversary may try outputs until the challenge divides a number prepared beforehand, and so many tries times so many
 * prepared primes have to stay out of reach. The primes of 264 bits are 2^255.5.
 *
 * Every candidate is a hash of its own instead of the next number after one: so each prime is as likely as any other.
 */
import { hashTo } from '../hash.ts'
import { fromLittleEndian } from './group.ts'
import { isPrime } from './primality.ts'

/** Bytes of a candidate: 264 bits, the highest and the lowest of them set. */
const WIDTH = 33
/** Candidates hashed at first; one of 91 is prime. */
const BATCH = 128
/** Where trial division ends: above, a division costs more than it saves of the test with base 2. */
const LIMIT = 2048

/** The first prime among the candidates that `parts` give under `domain`. */
export function hashToPrime(domain: string, ...parts: readonly Uint8Array[]): bigint {
  for (let begin = 0, end = BATCH; ; begin = end, end *= 2) {
    const stream = hashTo(domain, end * WIDTH, ...parts)
    for (let i = begin; i < end; i++) {
      const candidate = stream.subarray(i * WIDTH, (i + 1) * WIDTH)
      candidate[0]! |= 1
      candidate[WIDTH - 1]! |= 0x80
      if (hasSmallFactor(candidate)) continue
      const number = fromLittleEndian(candidate)
      if (isPrime(number)) return number
    }
  }
}

/** Small odd primes with a product below 2^25, and 2^(24·i) modulo that product. */
type Divisors = { readonly product: number; readonly primes: number[]; readonly weights: number[] }

/** Made at the first use, since it takes as long as a few candidates. */
let divisors: readonly Divisors[] | undefined

/** Whether a prime below LIMIT divides the candidate: in doubles, where all sums stay below 2^53. */
function hasSmallFactor(candidate: Uint8Array): boolean {
  divisors ??= makeDivisors()
  for (const { product, primes, weights } of divisors) {
    let sum = 0
    for (let i = 0, at = 0; i < weights.length; i++, at += 3) {
      const word = candidate[at]! | (candidate[at + 1]! << 8) | (candidate[at + 2]! << 16)
      sum += word * weights[i]!
    }
    const rest = sum % product
    for (const prime of primes) if (rest % prime === 0) return true
  }
  return false
}

function makeDivisors(): Divisors[] {
  const made: { product: number; primes: number[]; weights: number[] }[] = []
  let last = { product: 2 ** 25, primes: [] as number[], weights: [] as number[] }
  for (let n = 3; n < LIMIT; n += 2) {
    if (made.some(({ primes }) => primes.some((prime) => n % prime === 0))) continue
    if (last.product * n >= 2 ** 25) {
      last = { product: 1, primes: [], weights: [] }
      made.push(last)
    }
    last.product *= n
    last.primes.push(n)
  }
  for (const { product, weights } of made) {
    for (let i = 0, weight = 1; i < WIDTH / 3; i++, weight = (weight * 2 ** 24) % product)
      weights.push(weight)
  }
  return made
}
