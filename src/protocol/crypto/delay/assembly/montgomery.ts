/**
 * Multiplication modulo an odd N, after P. L. Montgomery, "Modular multiplication without trial division" (1985):
 * a·b/R mod N with R = 2^(51n). The limbs are those of `columns.ts`, their number n a multiple of six.
 *
 * BOUNDS. N < R/4, and operands are below N in magnitude, with reduced limbs. Then the result is, too:
 *   |m| ≤ (2^50 + 2^14)·Σ 2^(51k) < 0.5001·R for any number m of reduced limbs; the result is (a·b + m·N)/R, below
 *   N/4 + 0.5001·N.
 *   So nothing is carried out of its highest limb: limb plus carry, in units of 2^(51(n − 1)), are less than 1 away from
 *   the value, which in these units is below 2^49.
 */
import { carry, GROUP, squareGroup, sumGroup, sumPair } from './columns'
import {
  A, B, HIGHS, INVERSE, LOWER, LOWS, MODULUS, MOST_LIMBS, MULTIPLE, REDUCING_HIGHS, REDUCING_LOWS,
} from './places'

/** A = (columns)/R mod N, the columns being those of a product in LOWS and HIGHS. */
@inline function reduce(n: i32): void {
  const bytes = <usize>n << 3
  const lows = REDUCING_LOWS(), highs = REDUCING_HIGHS()
  // t, the product mod R, and what is carried out of it
  const carried = carry(LOWER(), LOWS(), HIGHS(), n)
  // m = t·(−1/N) mod R
  for (let k = 0; k < n; k += GROUP) sumGroup(false, lows, highs, LOWER(), INVERSE(), k, 0, k + GROUP)
  store<i64>(highs, 0)
  carry(MULTIPLE(), lows, highs, n)
  // t plus the columns below n of m·N are q·R, and q is seen at the highest of them: the others are, by their bounds, less than
  // 2^-44 of R together, and rounding takes less than 2^-46.
  sumPair(lows, highs, MULTIPLE(), MODULUS(), n - 2, n)
  const top = <f64>(load<i64>(lows, 8) + load<i64>(highs)) + load<f64>(LOWER() + bytes - 8)
  const q = <i64>nearest(top * (1.0 / 2251799813685248.0))
  const column = LOWS() + bytes
  store<i64>(column, load<i64>(column) + carried + q + load<i64>(highs, 8))
  for (let k = n; k < 2 * n; k += GROUP) {
    sumGroup(true, LOWS(), HIGHS(), MULTIPLE(), MODULUS(), k, k - (n - 1), n)
  }
  carry(A(), LOWS() + bytes, HIGHS() + bytes, n)
}

/** No other lengths have their pads and rows. */
@inline function check(n: i32): void {
  if (n < GROUP || n > MOST_LIMBS || n % GROUP != 0) unreachable()
}

/** A = A·B/R mod N. */
export function multiply(n: i32): void {
  check(n)
  for (let k = 0; k < n; k += GROUP) sumGroup(false, LOWS(), HIGHS(), A(), B(), k, 0, k + GROUP)
  for (let k = n; k < 2 * n; k += GROUP) sumGroup(false, LOWS(), HIGHS(), A(), B(), k, k - (n - 1), n)
  store<i64>(HIGHS(), 0)
  reduce(n)
}

/** `times` times A = A²/R mod N. */
export function squareTimes(n: i32, times: i32): void {
  check(n)
  for (; times > 0; times--) {
    for (let k = 0; k < 2 * n; k += GROUP) squareGroup(LOWS(), HIGHS(), A(), n, k)
    store<i64>(HIGHS(), 0)
    reduce(n)
  }
}
