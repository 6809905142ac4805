/**
 * Interleaved multiscalar multiplication for up to a few hundred terms: all scalars share one chain of doublings, and
 * every term adds odd multiples of its point. Faster than buckets there, and twice as fast with tables kept for fixed points.
 *
 * Straus 1964; interleaving with width-w non-adjacent forms as in Möller, "Algorithms for multi-exponentiation" (2001).
 * Variable time.
 */

/** What the algorithm needs of a group element. */
export interface Summand<E> {
  add(other: E): E
  subtract(other: E): E
  double(): E
}

/** A point with its odd multiples P, 3P, … (2^(width−1) − 1)P and the scalar below 2^256 to multiply it with. */
export type StrausTerm<E> = {
  readonly multiples: readonly E[]
  readonly width: number
  readonly scalar: bigint
}

/** Digits of a scalar below 2^256, with one more for the carry. */
const DIGITS = 257

/** P, 3P, 5P, … for scalars in width-`width` form. */
export function oddMultiples<E extends Summand<E>>(point: E, width: number): E[] {
  const multiples = [point]
  const twice = point.double()
  while (multiples.length < 2 ** (width - 2)) multiples.push(multiples.at(-1)!.add(twice))
  return multiples
}

/** Σ scalar · point over the terms. */
export function straus<E extends Summand<E>>(zero: E, terms: readonly StrausTerm<E>[]): E {
  const forms = terms.map(({ scalar, width }) => nonAdjacentForm(scalar, width))
  let sum = zero
  let begun = false
  for (let position = DIGITS - 1; position >= 0; position--) {
    if (begun) sum = sum.double()
    for (let i = 0; i < forms.length; i++) {
      const digit = forms[i]![position]!
      if (digit === 0) continue
      const multiple = terms[i]!.multiples[Math.abs(digit) >> 1]!
      sum = digit > 0 ? sum.add(multiple) : sum.subtract(multiple)
      begun = true
    }
  }
  return sum
}

/** Signed odd digits below 2^(width−1), each followed by at least width − 1 zeros, least significant first. */
function nonAdjacentForm(scalar: bigint, width: number): Int8Array {
  const words = new Uint32Array(Math.ceil(DIGITS / 32))
  for (let i = 0, rest = scalar; rest > 0n; i++, rest >>= 32n) words[i] = Number(rest & 0xffff_ffffn)
  const digits = new Int8Array(DIGITS)
  const mask = 2 ** width - 1
  let carry = 0
  for (let position = 0; position < DIGITS; ) {
    const word = position >> 5
    const shift = position & 31
    if (((words[word]! >>> shift) & 1) === carry) {
      position++
      continue
    }
    let window = words[word]! >>> shift
    if (shift + width > 32) window |= words[word + 1]! << (32 - shift)
    const digit = (window & mask) + carry
    carry = digit >> (width - 1)
    digits[position] = digit - (carry << width)
    position += width
  }
  return digits
}
