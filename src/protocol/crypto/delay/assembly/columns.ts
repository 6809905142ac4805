/**
 * Columns of the product of two long numbers, by fused multiply-add on floating-point limbs: a vector unit multiplies four
 * 53-bit mantissas in the time an integer unit multiplies one pair of words.
 *
 * A number is Σ d_k·2^(51k), k = 0 … n − 1, with signed integers d_k held exactly in f64. The product of two limbs has up to
 * 102 bits; two fused operations split it without error (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971; for modular multiplication: N. Emmart, F. Zheng and C. Weems, "Faster modular exponentiation
 * using double precision floating point arithmetic on the GPU", 2018):
 *
 *   high = fma(a, b, C1)             C1 = 1.5·2^103: the sum lies in [2^103, 2^104], whose unit in the last place is 2^51
 *   low  = fma(a, b, C2 − high)      C2 = C1 + 1.5·2^52: exact, and in [2^52, 2^53], whose unit is 1
 *
 * so that the bits of `high` and `low`, read as integers, are a constant plus the high and the low part of a·b, both
 * signed: |low| ≤ 2^50, |high| ≤ |a·b|/2^51 + 1/2. The integers are summed by column, wrapping mod 2^64; the constants are
 * taken off at the end, once for every term, those with a zero of a pad among them.
 *
 * BOUNDS. A limb is "reduced" when |d| ≤ 2^50 + 2^14; `carry` gives no others.
 *   The split is right while |a·b| ≤ 2^102. Products of two reduced limbs are below 2^100.1; the square doubles one factor
 *   of some: below 2^101.1.
 *   A product of n limbs has at most n low and n high parts in a column (a doubled one counts as two): below
 *   n·(2^50 + 2^49.1) < 2^57 for n ≤ 84. The reduction adds a second product, a limb and a carry: below 2^58.
 *   `carry` is right for columns below 2^61. Its carries are below 2^7 + 1, so every limb it leaves is reduced.
 *
 * Three pairs of columns at a time: a loop then waits for arithmetic instead of for memory.
 */

/** Columns that a sum makes at a time; n is a multiple. */
export const GROUP: i32 = 6

const LIMB: i64 = 51
const MASK: i64 = 0x7ffffffffffff
/** Bits of C1 = 1.5·2^103 and of 1.5·2^52, what high and low parts are offset by. */
const HIGH_BITS: i64 = 0x4668000000000000
const LOW_BITS: i64 = 0x4338000000000000
/** What makes a column positive, 2^62, and rounds its carry to the nearest, 2^50. */
const CARRY: i64 = 0x4004000000000000
/** What the carry of 2^62 is. */
const NO_CARRY: i64 = 2048

@inline function high(a: v128, b: v128): v128 {
  return v128.relaxed_madd<f64>(a, b, f64x2.splat(reinterpret<f64>(HIGH_BITS)))
}

@inline function low(a: v128, b: v128, h: v128): v128 {
  return v128.relaxed_madd<f64>(a, b, f64x2.sub(f64x2.splat(reinterpret<f64>(HIGH_BITS + 3)), h))
}

/** Adds to two columns in memory, or sets them; takes the constants of `terms` terms off. */
@inline function storePair(adding: bool, lows: usize, highs: usize, l: v128, h: v128, terms: i64): void {
  l = i64x2.sub(l, i64x2.splat(terms * LOW_BITS))
  h = i64x2.sub(h, i64x2.splat(terms * HIGH_BITS))
  v128.store(lows, adding ? i64x2.add(v128.load(lows), l) : l)
  v128.store(highs, adding ? i64x2.add(v128.load(highs), h) : h)
}

/**
 * Columns k … k + 5 of Σ a_i·b_j, i from `from` to `to` − 1: low parts to `lows` at k, high parts to `highs` at k + 1. Reads
 * b_(k − to + 1) … b_(k − from + 5), which may be pads.
 */
@inline export function sumGroup(
  adding: bool, lows: usize, highs: usize, a: usize, b: usize, k: i32, from: i32, to: i32,
): void {
  let l0 = i64x2.splat(0), l1 = l0, l2 = l0, h0 = l0, h1 = l0, h2 = l0
  let pa = a + (<usize>from << 3), pb = b + (<usize>(k - from) << 3)
  const end = a + (<usize>to << 3)
  while (pa < end) {
    const x = v128.load64_splat(pa)
    let y = v128.load(pb), h = high(x, y)
    h0 = i64x2.add(h0, h); l0 = i64x2.add(l0, low(x, y, h))
    y = v128.load(pb, 16); h = high(x, y)
    h1 = i64x2.add(h1, h); l1 = i64x2.add(l1, low(x, y, h))
    y = v128.load(pb, 32); h = high(x, y)
    h2 = i64x2.add(h2, h); l2 = i64x2.add(l2, low(x, y, h))
    pa += 8
    pb -= 8
  }
  const at = <usize>k << 3, terms = <i64>(to - from)
  storePair(adding, lows + at, highs + at + 8, l0, h0, terms)
  storePair(adding, lows + at + 16, highs + at + 24, l1, h1, terms)
  storePair(adding, lows + at + 32, highs + at + 40, l2, h2, terms)
}

/** Columns k and k + 1 of Σ a_i·b_j, i from 0 to `to` − 1: low parts to `lows`, high parts to `highs`. */
@inline export function sumPair(lows: usize, highs: usize, a: usize, b: usize, k: i32, to: i32): void {
  let l = i64x2.splat(0), h = l
  let pa = a, pb = b + (<usize>k << 3)
  const end = a + (<usize>to << 3)
  while (pa < end) {
    const x = v128.load64_splat(pa), y = v128.load(pb), part = high(x, y)
    h = i64x2.add(h, part)
    l = i64x2.add(l, low(x, y, part))
    pa += 8
    pb -= 8
  }
  storePair(false, lows, highs, l, h, <i64>to)
}

/** The terms of a square's columns 2i and 2i + 1 that are not in `l` and `h` doubled: [a_i², 2·a_i·a_(i+1)]. */
@inline function storeSquarePair(lows: usize, highs: usize, pa: usize, l: v128, h: v128, terms: i64): void {
  const x = f64x2.mul(v128.load64_splat(pa), f64x2(1, 2)), y = v128.load(pa), part = high(x, y)
  l = i64x2.add(i64x2.shl(l, 1), low(x, y, part))
  h = i64x2.add(i64x2.shl(h, 1), part)
  storePair(false, lows, highs, l, h, 2 * terms + 1)
}

/** Columns k … k + 5 of a², k even: products of two different limbs are summed once and doubled. */
@inline export function squareGroup(lows: usize, highs: usize, a: usize, n: i32, k: i32): void {
  let l0 = i64x2.splat(0), l1 = l0, l2 = l0, h0 = l0, h1 = l0, h2 = l0
  // Below the middle of the first pair, all three take the same limbs.
  const half = k >> 1, from = k < n ? 0 : k - (n - 1)
  const middle = a + (<usize>half << 3)
  let pa = a + (<usize>from << 3), pb = a + (<usize>(k - from) << 3)
  while (pa < middle) {
    const x = v128.load64_splat(pa)
    let y = v128.load(pb), h = high(x, y)
    h0 = i64x2.add(h0, h); l0 = i64x2.add(l0, low(x, y, h))
    y = v128.load(pb, 16); h = high(x, y)
    h1 = i64x2.add(h1, h); l1 = i64x2.add(l1, low(x, y, h))
    y = v128.load(pb, 32); h = high(x, y)
    h2 = i64x2.add(h2, h); l2 = i64x2.add(l2, low(x, y, h))
    pa += 8
    pb -= 8
  }
  // The second and the third pair of columns have their middles one and two limbs further on.
  let x = v128.load64_splat(middle), y = v128.load(middle, 16), h = high(x, y)
  h1 = i64x2.add(h1, h); l1 = i64x2.add(l1, low(x, y, h))
  y = v128.load(middle, 32); h = high(x, y)
  h2 = i64x2.add(h2, h); l2 = i64x2.add(l2, low(x, y, h))
  x = v128.load64_splat(middle, 8); y = v128.load(middle, 24); h = high(x, y)
  h2 = i64x2.add(h2, h); l2 = i64x2.add(l2, low(x, y, h))
  const at = <usize>k << 3, terms = <i64>(half - from)
  storeSquarePair(lows + at, highs + at + 8, middle, l0, h0, terms)
  storeSquarePair(lows + at + 16, highs + at + 24, middle + 8, l1, h1, terms + 1)
  storeSquarePair(lows + at + 32, highs + at + 40, middle + 16, l2, h2, terms + 2)
}

/**
 * Reduced limbs from n columns, each the sum of a low and a high one: every column keeps what is left of it beyond a multiple
 * of 2^51 and hands the multiple to the next, all at the same time.
 * @returns the carry of the last column
 */
@inline export function carry(o: usize, lows: usize, highs: usize, n: i32): i64 {
  const mask = i64x2.splat(MASK), rounding = i64x2.splat(CARRY)
  // the bits of 2^52 above a 52-bit integer make it a double; what is subtracted is 2^52 and what CARRY added
  const one = i64x2.splat(0x4330000000000000)
  const off = f64x2.splat(4503599627370496.0 + 1125899906842624.0 + 2048.0)
  let last = i64x2.splat(NO_CARRY)
  for (let at: usize = 0, end = <usize>n << 3; at < end; at += 16) {
    const u = i64x2.add(i64x2.add(v128.load(lows + at), v128.load(highs + at)), rounding)
    const carries = i64x2.shr_u(u, <i32>LIMB)
    const below = v128.shuffle<i64>(last, carries, 1, 2)
    v128.store(o + at, f64x2.sub(v128.or(i64x2.add(v128.and(u, mask), below), one), off))
    last = carries
  }
  return i64x2.extract_lane(last, 1) - NO_CARRY
}

/** Whether multiply-add is fused here: (1 + 2^-30)² − 1 − 2^-29 is 2^-60 then, and 0 if the square is rounded first. */
export function isFused(): bool {
  const x = f64x2.splat(1.0 + 1.0 / 1073741824.0)
  const r = v128.relaxed_madd<f64>(x, x, f64x2.splat(-1.0 - 2.0 / 1073741824.0))
  const expected = 1.0 / 1073741824.0 / 1073741824.0
  return f64x2.extract_lane(r, 0) == expected && f64x2.extract_lane(r, 1) == expected
}
