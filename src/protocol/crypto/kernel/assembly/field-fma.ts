/**
 * Arithmetic mod p = 2^255 − 19 on pairs of field elements, one in each 64-bit lane of a vector, by fused multiply-add
 * on floating-point numbers. About 10 ns a multiplication where integers take 23 ns, because a vector unit multiplies four
 * 53-bit mantissas in the time an integer unit multiplies one pair of words.
 *
 * An element is Σ d_k·2^(51k), k = 0 … 4, with integers d_k held exactly in f64. The product of two limbs has up to 102
 * bits; two fused operations split it without error (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971; for modular multiplication: N. Emmart, F. Zheng and C. Weems, "Faster modular exponentiation
 * using double precision floating point arithmetic on the GPU", 2018):
 *
 *   high = fma(a, b, C1)             C1 = 1.5·2^103: the sum lies in [2^103, 2^104], whose unit in the last place is 2^51
 *   low  = fma(a, b, C2 − high)      C2 = C1 + 1.5·2^52: exact, and in [2^52, 2^53], whose unit is 1
 *
 * so that the bits of `high` and `low`, read as integers, are a constant plus the high and the low part of a·b, both
 * signed. The integers are summed by column, wrapping mod 2^64, with the constants taken off at the end.
 *
 * BOUNDS. Let a limb be "reduced" when |d| ≤ 2^50 + 2^14, and "of size s" when |d| ≤ s·(2^50 + 2^14).
 *   The split is right while |a·b| ≤ 2^102: sizes of the factors multiply to at most 3 (3·(2^50 + 2^14)² < 2^102).
 *   A column then holds at most five low parts (≤ 2^50) and five high parts (≤ 2^51): below 2^54; with 19 times the column
 *   five places up, below 2^58.4; after the sums of `mulDif` and `double` (at most four of these) below 2^60.4.
 *   The carry out of a limb is below 2^9.5, times 19 below 2^14: every result of this file that is not called a plain sum is
 *   reduced.
 *
 * Every function is free of branches and of addresses that depend on values; multiplication of normal doubles takes the same
 * time whatever they are, and no subnormal number ever occurs: all are integers or sums with the large constants above.
 */

/** Bytes of a pair. */
export const PAIR: usize = 80

const LIMB: i32 = 51
const MASK: i64 = 0x7ffffffffffff
/** Bits of C1 = 1.5·2^103 and of 1.5·2^52, what high and low parts are offset by. */
const HIGH_BITS: i64 = 0x4668000000000000
const LOW_BITS: i64 = 0x4338000000000000
/** Makes a column positive before its carry is taken, and rounds to the nearest: 2^62 + 2^50. */
const CARRY: i64 = 0x4004000000000000
/** Offsets of the folded columns 0 … 4, each (terms below ·LOW + terms one place down ·HIGH) + 19·(the same five up). */
const OFFSET_0: i64 = 1 * LOW_BITS + 19 * (4 * LOW_BITS + 5 * HIGH_BITS)
const OFFSET_1: i64 = 2 * LOW_BITS + 1 * HIGH_BITS + 19 * (3 * LOW_BITS + 4 * HIGH_BITS)
const OFFSET_2: i64 = 3 * LOW_BITS + 2 * HIGH_BITS + 19 * (2 * LOW_BITS + 3 * HIGH_BITS)
const OFFSET_3: i64 = 4 * LOW_BITS + 3 * HIGH_BITS + 19 * (1 * LOW_BITS + 2 * HIGH_BITS)
const OFFSET_4: i64 = 5 * LOW_BITS + 4 * HIGH_BITS + 19 * (1 * HIGH_BITS)

@inline function high(a: v128, b: v128): v128 {
  return v128.relaxed_madd<f64>(a, b, f64x2.splat(reinterpret<f64>(HIGH_BITS)))
}

@inline function low(a: v128, b: v128, h: v128): v128 {
  return v128.relaxed_madd<f64>(a, b, f64x2.sub(f64x2.splat(reinterpret<f64>(HIGH_BITS + 3)), h))
}

@inline function times19(x: v128): v128 {
  return i64x2.add(i64x2.add(i64x2.shl(x, 4), i64x2.shl(x, 1)), x)
}

@inline function swapped(v: v128): v128 {
  return v128.shuffle<i64>(v, v, 1, 0)
}

@inline function lows(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 0, 2)
}

@inline function highs(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 1, 3)
}

/** Takes the carries of columns that already hold CARRY, and stores them as reduced limbs. */
@inline function finish(o: usize, u0: v128, u1: v128, u2: v128, u3: v128, u4: v128): void {
  const mask = i64x2.splat(MASK)
  // the bits of 2^52 above a 52-bit integer make it a double; what is subtracted is 2^52 and what CARRY added
  const one = i64x2.splat(0x4330000000000000)
  const off = f64x2.splat(4503599627370496.0 + 1125899906842624.0 + 2048.0)
  const off0 = f64x2.splat(4503599627370496.0 + 1125899906842624.0 + 19.0 * 2048.0)
  v128.store(o, f64x2.sub(v128.or(i64x2.add(v128.and(u0, mask), times19(i64x2.shr_u(u4, LIMB))), one), off0))
  v128.store(o, f64x2.sub(v128.or(i64x2.add(v128.and(u1, mask), i64x2.shr_u(u0, LIMB)), one), off), 16)
  v128.store(o, f64x2.sub(v128.or(i64x2.add(v128.and(u2, mask), i64x2.shr_u(u1, LIMB)), one), off), 32)
  v128.store(o, f64x2.sub(v128.or(i64x2.add(v128.and(u3, mask), i64x2.shr_u(u2, LIMB)), one), off), 48)
  v128.store(o, f64x2.sub(v128.or(i64x2.add(v128.and(u4, mask), i64x2.shr_u(u3, LIMB)), one), off), 64)
}

/** Columns 0 … 4 of a product, folded, still offset. Kept in memory between the two halves of an operation. */
@inline function storeColumns(o: usize, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128): void {
  v128.store(o, c0)
  v128.store(o, c1, 16)
  v128.store(o, c2, 32)
  v128.store(o, c3, 48)
  v128.store(o, c4, 64)
}

@inline function finishColumns(o: usize, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128): void {
  finish(
    o,
    i64x2.add(c0, i64x2.splat(CARRY - OFFSET_0)),
    i64x2.add(c1, i64x2.splat(CARRY - OFFSET_1)),
    i64x2.add(c2, i64x2.splat(CARRY - OFFSET_2)),
    i64x2.add(c3, i64x2.splat(CARRY - OFFSET_3)),
    i64x2.add(c4, i64x2.splat(CARRY - OFFSET_4)),
  )
}

/** What becomes of the columns: a reduced element, or the columns themselves. */
const REDUCED: i32 = 0
const COLUMNS: i32 = 1

@inline function product(
  form: i32, o: usize,
  a0: v128, a1: v128, a2: v128, a3: v128, a4: v128,
  b0: v128, b1: v128, b2: v128, b3: v128, b4: v128,
): void {
  let h = high(a0, b0); let r0 = low(a0, b0, h); let r1 = h
  h = high(a0, b1); r1 = i64x2.add(r1, low(a0, b1, h)); let r2 = h
  h = high(a1, b0); r1 = i64x2.add(r1, low(a1, b0, h)); r2 = i64x2.add(r2, h)
  h = high(a0, b2); r2 = i64x2.add(r2, low(a0, b2, h)); let r3 = h
  h = high(a1, b1); r2 = i64x2.add(r2, low(a1, b1, h)); r3 = i64x2.add(r3, h)
  h = high(a2, b0); r2 = i64x2.add(r2, low(a2, b0, h)); r3 = i64x2.add(r3, h)
  h = high(a0, b3); r3 = i64x2.add(r3, low(a0, b3, h)); let r4 = h
  h = high(a1, b2); r3 = i64x2.add(r3, low(a1, b2, h)); r4 = i64x2.add(r4, h)
  h = high(a2, b1); r3 = i64x2.add(r3, low(a2, b1, h)); r4 = i64x2.add(r4, h)
  h = high(a3, b0); r3 = i64x2.add(r3, low(a3, b0, h)); r4 = i64x2.add(r4, h)
  h = high(a0, b4); r4 = i64x2.add(r4, low(a0, b4, h)); let r5 = h
  h = high(a1, b3); r4 = i64x2.add(r4, low(a1, b3, h)); r5 = i64x2.add(r5, h)
  h = high(a2, b2); r4 = i64x2.add(r4, low(a2, b2, h)); r5 = i64x2.add(r5, h)
  h = high(a3, b1); r4 = i64x2.add(r4, low(a3, b1, h)); r5 = i64x2.add(r5, h)
  h = high(a4, b0); r4 = i64x2.add(r4, low(a4, b0, h)); r5 = i64x2.add(r5, h)
  h = high(a1, b4); r5 = i64x2.add(r5, low(a1, b4, h)); let r6 = h
  h = high(a2, b3); r5 = i64x2.add(r5, low(a2, b3, h)); r6 = i64x2.add(r6, h)
  h = high(a3, b2); r5 = i64x2.add(r5, low(a3, b2, h)); r6 = i64x2.add(r6, h)
  h = high(a4, b1); r5 = i64x2.add(r5, low(a4, b1, h)); r6 = i64x2.add(r6, h)
  h = high(a2, b4); r6 = i64x2.add(r6, low(a2, b4, h)); let r7 = h
  h = high(a3, b3); r6 = i64x2.add(r6, low(a3, b3, h)); r7 = i64x2.add(r7, h)
  h = high(a4, b2); r6 = i64x2.add(r6, low(a4, b2, h)); r7 = i64x2.add(r7, h)
  h = high(a3, b4); r7 = i64x2.add(r7, low(a3, b4, h)); let r8 = h
  h = high(a4, b3); r7 = i64x2.add(r7, low(a4, b3, h)); r8 = i64x2.add(r8, h)
  h = high(a4, b4); r8 = i64x2.add(r8, low(a4, b4, h)); const r9 = h
  r0 = i64x2.add(r0, times19(r5))
  r1 = i64x2.add(r1, times19(r6))
  r2 = i64x2.add(r2, times19(r7))
  r3 = i64x2.add(r3, times19(r8))
  r4 = i64x2.add(r4, times19(r9))
  if (form === REDUCED) finishColumns(o, r0, r1, r2, r3, r4)
  else storeColumns(o, r0, r1, r2, r3, r4)
}

/** A square: the products of two different limbs are summed once and doubled. */
@inline function squareOf(form: i32, o: usize, a0: v128, a1: v128, a2: v128, a3: v128, a4: v128): void {
  // columns of products of different limbs
  let h = high(a0, a1); let r1 = low(a0, a1, h); let r2 = h
  h = high(a0, a2); r2 = i64x2.add(r2, low(a0, a2, h)); let r3 = h
  h = high(a0, a3); r3 = i64x2.add(r3, low(a0, a3, h)); let r4 = h
  h = high(a1, a2); r3 = i64x2.add(r3, low(a1, a2, h)); r4 = i64x2.add(r4, h)
  h = high(a0, a4); r4 = i64x2.add(r4, low(a0, a4, h)); let r5 = h
  h = high(a1, a3); r4 = i64x2.add(r4, low(a1, a3, h)); r5 = i64x2.add(r5, h)
  h = high(a1, a4); r5 = i64x2.add(r5, low(a1, a4, h)); let r6 = h
  h = high(a2, a3); r5 = i64x2.add(r5, low(a2, a3, h)); r6 = i64x2.add(r6, h)
  h = high(a2, a4); r6 = i64x2.add(r6, low(a2, a4, h)); let r7 = h
  h = high(a3, a4); r7 = i64x2.add(r7, low(a3, a4, h)); let r8 = h
  // doubled, and the squares of the limbs
  h = high(a0, a0); let r0 = low(a0, a0, h); r1 = i64x2.add(i64x2.shl(r1, 1), h)
  h = high(a1, a1); r2 = i64x2.add(i64x2.shl(r2, 1), low(a1, a1, h)); r3 = i64x2.add(i64x2.shl(r3, 1), h)
  h = high(a2, a2); r4 = i64x2.add(i64x2.shl(r4, 1), low(a2, a2, h)); r5 = i64x2.add(i64x2.shl(r5, 1), h)
  h = high(a3, a3); r6 = i64x2.add(i64x2.shl(r6, 1), low(a3, a3, h)); r7 = i64x2.add(i64x2.shl(r7, 1), h)
  h = high(a4, a4); r8 = i64x2.add(i64x2.shl(r8, 1), low(a4, a4, h)); const r9 = h
  r0 = i64x2.add(r0, times19(r5))
  r1 = i64x2.add(r1, times19(r6))
  r2 = i64x2.add(r2, times19(r7))
  r3 = i64x2.add(r3, times19(r8))
  r4 = i64x2.add(r4, times19(r9))
  if (form === REDUCED) finishColumns(o, r0, r1, r2, r3, r4)
  else storeColumns(o, r0, r1, r2, r3, r4)
}

/** o = a·b. */
export function mul(o: usize, a: usize, b: usize): void {
  product(
    REDUCED, o,
    v128.load(a), v128.load(a, 16), v128.load(a, 32), v128.load(a, 48), v128.load(a, 64),
    v128.load(b), v128.load(b, 16), v128.load(b, 32), v128.load(b, 48), v128.load(b, 64),
  )
}

/** o = [a0·a1, b0·b1] where a = [a0, b0'], crosswise: lanes (a0, b0) times (a1, b1). */
export function mulZip(o: usize, a: usize, b: usize): void {
  const a0 = v128.load(a), a1 = v128.load(a, 16), a2 = v128.load(a, 32), a3 = v128.load(a, 48), a4 = v128.load(a, 64)
  const b0 = v128.load(b), b1 = v128.load(b, 16), b2 = v128.load(b, 32), b3 = v128.load(b, 48), b4 = v128.load(b, 64)
  product(
    REDUCED, o,
    lows(a0, b0), lows(a1, b1), lows(a2, b2), lows(a3, b3), lows(a4, b4),
    highs(a0, b0), highs(a1, b1), highs(a2, b2), highs(a3, b3), highs(a4, b4),
  )
}

/** o = [a0·b1, a1·b0]. */
export function mulSwap(o: usize, a: usize, b: usize): void {
  product(
    REDUCED, o,
    v128.load(a), v128.load(a, 16), v128.load(a, 32), v128.load(a, 48), v128.load(a, 64),
    swapped(v128.load(b)), swapped(v128.load(b, 16)), swapped(v128.load(b, 32)),
    swapped(v128.load(b, 48)), swapped(v128.load(b, 64)),
  )
}

/** [v1 − v0, v1 + v0] of integers. */
@inline function difColumns(v: v128): v128 {
  const first = i64x2(-1, 0)
  return i64x2.add(swapped(v), i64x2.sub(v128.xor(v, first), first))
}

/** o = [v1 − v0, v1 + v0] for v = a·b. The sum is made before the carry, so that the result is reduced. */
export function mulDif(o: usize, a: usize, b: usize): void {
  product(
    COLUMNS, o,
    v128.load(a), v128.load(a, 16), v128.load(a, 32), v128.load(a, 48), v128.load(a, 64),
    v128.load(b), v128.load(b, 16), v128.load(b, 32), v128.load(b, 48), v128.load(b, 64),
  )
  finish(
    o,
    i64x2.add(difColumns(v128.load(o)), i64x2(CARRY, CARRY - 2 * OFFSET_0)),
    i64x2.add(difColumns(v128.load(o, 16)), i64x2(CARRY, CARRY - 2 * OFFSET_1)),
    i64x2.add(difColumns(v128.load(o, 32)), i64x2(CARRY, CARRY - 2 * OFFSET_2)),
    i64x2.add(difColumns(v128.load(o, 48)), i64x2(CARRY, CARRY - 2 * OFFSET_3)),
    i64x2.add(difColumns(v128.load(o, 64)), i64x2(CARRY, CARRY - 2 * OFFSET_4)),
  )
}

/** o = a². */
export function square(o: usize, a: usize): void {
  squareOf(REDUCED, o, v128.load(a), v128.load(a, 16), v128.load(a, 32), v128.load(a, 48), v128.load(a, 64))
}

/** o = a^(2^n), n > 0. */
export function squareTimes(o: usize, a: usize, n: i32): void {
  square(o, a)
  for (let i = 1; i < n; i++) square(o, o)
}

/** One column of the second half of `squaresOfDoubling`: [q − s, 2z − g] from [q, z] and [g, s]. */
@inline function doublingColumn(qz: v128, gs: v128): v128 {
  return i64x2.sub(i64x2.add(qz, v128.and(qz, i64x2(0, -1))), swapped(gs))
}

/**
 * The squares of a doubling. From xy = [X, Y] and sz = [X + Y, Z]:
 * gs = [Y² − X², Y² + X²],  ef = [(X + Y)² − X² − Y², 2Z² − (Y² − X²)].
 */
export function squaresOfDoubling(ef: usize, gs: usize, xy: usize, sz: usize): void {
  squareOf(COLUMNS, gs, v128.load(xy), v128.load(xy, 16), v128.load(xy, 32), v128.load(xy, 48), v128.load(xy, 64))
  squareOf(COLUMNS, ef, v128.load(sz), v128.load(sz, 16), v128.load(sz, 32), v128.load(sz, 48), v128.load(sz, 64))
  const g0 = difColumns(v128.load(gs)), g1 = difColumns(v128.load(gs, 16)), g2 = difColumns(v128.load(gs, 32))
  const g3 = difColumns(v128.load(gs, 48)), g4 = difColumns(v128.load(gs, 64))
  finish(
    gs,
    i64x2.add(g0, i64x2(CARRY, CARRY - 2 * OFFSET_0)),
    i64x2.add(g1, i64x2(CARRY, CARRY - 2 * OFFSET_1)),
    i64x2.add(g2, i64x2(CARRY, CARRY - 2 * OFFSET_2)),
    i64x2.add(g3, i64x2(CARRY, CARRY - 2 * OFFSET_3)),
    i64x2.add(g4, i64x2(CARRY, CARRY - 2 * OFFSET_4)),
  )
  // offsets: lane 0 has 1 − 2, lane 1 has 2 − 0 of them
  finish(
    ef,
    i64x2.add(doublingColumn(v128.load(ef), g0), i64x2(CARRY + OFFSET_0, CARRY - 2 * OFFSET_0)),
    i64x2.add(doublingColumn(v128.load(ef, 16), g1), i64x2(CARRY + OFFSET_1, CARRY - 2 * OFFSET_1)),
    i64x2.add(doublingColumn(v128.load(ef, 32), g2), i64x2(CARRY + OFFSET_2, CARRY - 2 * OFFSET_2)),
    i64x2.add(doublingColumn(v128.load(ef, 48), g3), i64x2(CARRY + OFFSET_3, CARRY - 2 * OFFSET_3)),
    i64x2.add(doublingColumn(v128.load(ef, 64), g4), i64x2(CARRY + OFFSET_4, CARRY - 2 * OFFSET_4)),
  )
}

/** 1.5·2^103: adding and subtracting it rounds to a multiple of 2^51. */
@inline function rounded(x: v128): v128 {
  const c = f64x2.splat(reinterpret<f64>(HIGH_BITS))
  return f64x2.sub(f64x2.add(x, c), c)
}

/** Carries once: limbs of size up to 4 become reduced. */
@inline function reduceLimbs(o: usize, x0: v128, x1: v128, x2: v128, x3: v128, x4: v128): void {
  const t0 = rounded(x0), t1 = rounded(x1), t2 = rounded(x2), t3 = rounded(x3), t4 = rounded(x4)
  const down = f64x2.splat(reinterpret<f64>(0x3cc0000000000000)) // 2^-51
  const wrap = f64x2.splat(19.0 * reinterpret<f64>(0x3cc0000000000000))
  v128.store(o, f64x2.add(f64x2.sub(x0, t0), f64x2.mul(t4, wrap)))
  v128.store(o, f64x2.add(f64x2.sub(x1, t1), f64x2.mul(t0, down)), 16)
  v128.store(o, f64x2.add(f64x2.sub(x2, t2), f64x2.mul(t1, down)), 32)
  v128.store(o, f64x2.add(f64x2.sub(x3, t3), f64x2.mul(t2, down)), 48)
  v128.store(o, f64x2.add(f64x2.sub(x4, t4), f64x2.mul(t3, down)), 64)
}

/** o = a with limbs of size up to 4 reduced. */
export function reduce(o: usize, a: usize): void {
  reduceLimbs(o, v128.load(a), v128.load(a, 16), v128.load(a, 32), v128.load(a, 48), v128.load(a, 64))
}

/** Reduced [X + Y, Z] from [X, Y] and [T, Z]. */
@inline function sumColumn(xy: v128, tz: v128): v128 {
  return v128.shuffle<i64>(f64x2.add(xy, swapped(xy)), tz, 0, 3)
}

export function sumAndLast(o: usize, xy: usize, tz: usize): void {
  reduceLimbs(
    o,
    sumColumn(v128.load(xy), v128.load(tz)),
    sumColumn(v128.load(xy, 16), v128.load(tz, 16)),
    sumColumn(v128.load(xy, 32), v128.load(tz, 32)),
    sumColumn(v128.load(xy, 48), v128.load(tz, 48)),
    sumColumn(v128.load(xy, 64), v128.load(tz, 64)),
  )
}

@inline function difLimb(v: v128): v128 {
  return f64x2.add(swapped(v), v128.xor(v, i64x2(i64.MIN_VALUE, 0)))
}

/** o = [a1 − a0, a1 + a0], a plain sum. */
export function dif(o: usize, a: usize): void {
  v128.store(o, difLimb(v128.load(a)))
  v128.store(o, difLimb(v128.load(a, 16)), 16)
  v128.store(o, difLimb(v128.load(a, 32)), 32)
  v128.store(o, difLimb(v128.load(a, 48)), 48)
  v128.store(o, difLimb(v128.load(a, 64)), 64)
}

/** o = a + b, a plain sum. */
export function add(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, f64x2.add(v128.load(a + i), v128.load(b + i)))
}

/** o = a − b, a plain sum. */
export function sub(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, f64x2.sub(v128.load(a + i), v128.load(b + i)))
}

/** o = [a0, b0]. */
export function zipLow(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, lows(v128.load(a + i), v128.load(b + i)))
}

/** o = [a1, b1]. */
export function zipHigh(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, highs(v128.load(a + i), v128.load(b + i)))
}

/** o = [a1, a0]. */
export function swap(o: usize, a: usize): void {
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, swapped(v128.load(a + i)))
}

/** Lane by lane: o = b where the mask is all ones, a where it is zero. */
export function select(o: usize, a: usize, b: usize, mask0: i64, mask1: i64): void {
  const mask = i64x2.replace_lane(i64x2.splat(mask0), 1, mask1)
  for (let i: usize = 0; i < PAIR; i += 16) {
    v128.store(o + i, v128.bitselect(v128.load(b + i), v128.load(a + i), mask))
  }
}

/** Lane by lane: o = −a where the mask is all ones, a where it is zero. */
export function negateWhere(o: usize, a: usize, mask0: i64, mask1: i64): void {
  const sign = i64x2.replace_lane(i64x2.splat(mask0 & i64.MIN_VALUE), 1, mask1 & i64.MIN_VALUE)
  for (let i: usize = 0; i < PAIR; i += 16) v128.store(o + i, v128.xor(v128.load(a + i), sign))
}

/** o ^= a & mask, bit by bit: one step of a table lookup that reads every entry. */
@inline export function accumulate(o: usize, a: usize, mask: i64): void {
  const m = i64x2.splat(mask)
  v128.store(o, v128.or(v128.load(o), v128.and(v128.load(a), m)))
  v128.store(o, v128.or(v128.load(o, 16), v128.and(v128.load(a, 16), m)), 16)
  v128.store(o, v128.or(v128.load(o, 32), v128.and(v128.load(a, 32), m)), 32)
  v128.store(o, v128.or(v128.load(o, 48), v128.and(v128.load(a, 48), m)), 48)
  v128.store(o, v128.or(v128.load(o, 64), v128.and(v128.load(a, 64), m)), 64)
}

/** Lane `lane` of o = the 32 bytes at `bytes`, little endian, without their highest bit; not necessarily below p. */
export function loadLane(o: usize, lane: usize, bytes: usize): void {
  const w0 = load<u64>(bytes), w1 = load<u64>(bytes, 8), w2 = load<u64>(bytes, 16), w3 = load<u64>(bytes, 24)
  let d0: i64 = w0 & MASK
  let d1: i64 = ((w0 >> 51) | (w1 << 13)) & MASK
  let d2: i64 = ((w1 >> 38) | (w2 << 26)) & MASK
  let d3: i64 = ((w2 >> 25) | (w3 << 39)) & MASK
  let d4: i64 = (w3 >> 12) & MASK
  // to digits around zero
  let c = (d0 + (1 << 50)) >> LIMB; d0 -= c << LIMB; d1 += c
  c = (d1 + (1 << 50)) >> LIMB; d1 -= c << LIMB; d2 += c
  c = (d2 + (1 << 50)) >> LIMB; d2 -= c << LIMB; d3 += c
  c = (d3 + (1 << 50)) >> LIMB; d3 -= c << LIMB; d4 += c
  c = (d4 + (1 << 50)) >> LIMB; d4 -= c << LIMB; d0 += 19 * c
  o += lane << 3
  store<f64>(o, f64(d0))
  store<f64>(o, f64(d1), 16)
  store<f64>(o, f64(d2), 32)
  store<f64>(o, f64(d3), 48)
  store<f64>(o, f64(d4), 64)
}

@inline function integer(x: f64): i64 {
  return reinterpret<i64>(x + reinterpret<f64>(LOW_BITS)) - LOW_BITS
}

/** The canonical 32 bytes of lane `lane` of a, which is reduced: `integer` is right for limbs of up to 2^51. */
export function storeLane(bytes: usize, a: usize, lane: usize): void {
  a += lane << 3
  // plus 4p, limb by limb: 2^53 − 76, then 2^53 − 4; all limbs become positive and stay below 2^54
  let d0 = integer(load<f64>(a)) + 0x1fffffffffffb4
  let d1 = integer(load<f64>(a, 16)) + 0x1ffffffffffffc
  let d2 = integer(load<f64>(a, 32)) + 0x1ffffffffffffc
  let d3 = integer(load<f64>(a, 48)) + 0x1ffffffffffffc
  let d4 = integer(load<f64>(a, 64)) + 0x1ffffffffffffc
  d1 += d0 >> LIMB; d0 &= MASK
  d2 += d1 >> LIMB; d1 &= MASK
  d3 += d2 >> LIMB; d2 &= MASK
  d4 += d3 >> LIMB; d3 &= MASK
  d0 += 19 * (d4 >> LIMB); d4 &= MASK
  // now below 2^255 + 2^8: q is how often p fits
  let q = (d0 + 19) >> LIMB
  q = (d1 + q) >> LIMB
  q = (d2 + q) >> LIMB
  q = (d3 + q) >> LIMB
  q = (d4 + q) >> LIMB
  d0 += 19 * q
  d1 += d0 >> LIMB; d0 &= MASK
  d2 += d1 >> LIMB; d1 &= MASK
  d3 += d2 >> LIMB; d2 &= MASK
  d4 += d3 >> LIMB; d3 &= MASK
  d4 &= MASK
  store<u64>(bytes, d0 | (d1 << 51))
  store<u64>(bytes, (d1 >> 13) | (d2 << 38), 8)
  store<u64>(bytes, (d2 >> 26) | (d3 << 25), 16)
  store<u64>(bytes, (d3 >> 39) | (d4 << 12), 24)
}

/** Whether multiply-add is fused here: (1 + 2^-30)² − 1 − 2^-29 is 2^-60 then, and 0 if the square is rounded first. */
export function isFused(): bool {
  const x = f64x2.splat(1.0 + 1.0 / 1073741824.0)
  const r = v128.relaxed_madd<f64>(x, x, f64x2.splat(-1.0 - 2.0 / 1073741824.0))
  const expected = 1.0 / 1073741824.0 / 1073741824.0
  return f64x2.extract_lane(r, 0) == expected && f64x2.extract_lane(r, 1) == expected
}
