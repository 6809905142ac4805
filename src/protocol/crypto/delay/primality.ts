/**
 * Whether a number that came out of a hash is prime: the strong probable prime test (Miller–Rabin), with 2 as the first base,
 * for which nothing has to be hashed, then with bases that a hash of the number chooses.
 *
 * How sure that is. For a k-bit odd number drawn at random that passes t rounds with random bases, the probability p(k, t)
 * of being composite is bounded for k/9 ≤ t ≤ k/4 by 7/20·k·2^(-5t) + 1/7·k^(15/4)·2^(-k/2-2t) + 12·k·2^(-k/4-3t)
 * (I. Damgård, P. Landrock, C. Pomerance, "Average case error estimates for the strong probable prime test", 1993):
 * p(264, 30) < 2^-142. The bound fits because number and bases are a hash's: an adversary can try many numbers, but not build
 * one, and every try costs as much as the tests. Even a number that somebody did build passes with at most 4^-30.
 */
import { hashTo } from '../hash.ts'
import { fromLittleEndian, littleEndian } from './group.ts'
import { type Residues, residuesOf } from './residues.ts'

const ROUNDS = 30
/** Bits of a base's hash beyond the number's own: what is reduced is then uniform but for 2^-128. */
const EXCESS = 16

/** Whether an odd number above 3 is prime, wrongly yes with the probability above. */
export function isPrime(number: bigint): boolean {
  const test = new StrongTest(residuesOf(number))
  if (!test.passes(2n)) return false
  const length = Math.ceil(number.toString(16).length / 2)
  const width = length + EXCESS
  const stream = hashTo('delay witness', ROUNDS * width, littleEndian(number, length))
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = fromLittleEndian(stream.subarray(round * width, (round + 1) * width))
    if (!test.passes(2n + (drawn % (number - 3n)))) return false
  }
  return true
}

/** The strong probable prime test of one odd number n, n − 1 = d·2^s with d odd. */
class StrongTest<T> {
  readonly #residues: Residues<T>
  readonly #one: T
  /** The digits of d in base 16, the highest first. */
  readonly #digits: readonly number[]
  readonly #s: number

  constructor(residues: Residues<T>) {
    this.#residues = residues
    this.#one = residues.from(1n)
    const last = residues.modulus - 1n
    const bits = last.toString(2)
    const odd = bits.lastIndexOf('1') + 1
    this.#s = bits.length - odd
    this.#digits = Array.from((last >> BigInt(this.#s)).toString(16), (digit) => Number.parseInt(digit, 16))
  }

  /** @param base from 1 to n − 1 */
  passes(base: bigint): boolean {
    const residues = this.#residues
    const factor = residues.from(base)
    const multiples = [this.#one]
    for (let i = 1; i < 16; i++) multiples.push(residues.product(multiples[i - 1] as T, factor))
    let power = multiples[this.#digits[0] as number] as T
    for (const digit of this.#digits.slice(1)) {
      power = residues.squared(power, 4)
      if (digit !== 0) power = residues.product(power, multiples[digit] as T)
    }
    return this.#endsRight(power)
  }

  /** Whether base^d is 1, or one of its s squarings −1. */
  #endsRight(power: T): boolean {
    const residues = this.#residues
    const last = residues.modulus - 1n
    let value = residues.value(power)
    if (value === 1n || value === last) return true
    for (let i = 1; i < this.#s; i++) {
      value = (value * value) % residues.modulus
      if (value === last) return true
    }
    return false
  }
}
