/**
 * What sizes-simd.ts is, for modules without vectors: bounds of the ten digits of both elements of a pair, in i32, as
 * field-portable.ts holds the digits themselves.
 */

/** Bytes of a pair. */
export const PAIR: usize = 80

const DIGITS: usize = 10

/** How near a limit was come to, as a part of it: products are not limited by themselves. */
const nearest = memory.data(32, 16)
export const PRODUCT: i32 = 0
export const COLUMN: i32 = 1
export const WRITTEN: i32 = 2
export const SUM: i32 = 3

export function nearestTo(limit: i32): f64 {
  return load<f64>(nearest + (limit << 3))
}

function within(limit: i32, value: f64, most: f64): void {
  const at = nearest + (limit << 3)
  store<f64>(at, max(load<f64>(at), value / most))
  if (!(value <= most)) unreachable()
}

@inline function digit(a: usize, k: usize, lane: usize): f64 {
  return f64(load<i32>(a + 4 * k + 40 * lane))
}

@inline function put(o: usize, k: usize, lane: usize, bound: f64): void {
  within(SUM, bound, f64(i32.MAX_VALUE))
  store<i32>(o + 4 * k + 40 * lane, i32(bound))
}

/** Bits of the digit in place k. */
@inline function unit(k: usize): f64 {
  return k & 1 ? 33554432.0 : 67108864.0
}

const columns = memory.data(80, 16)

/** Columns of a product, folded: ten numbers, for lane x of a and lane y of b. */
function multiply(a: usize, x: usize, b: usize, y: usize): void {
  memory.fill(columns, 0, 80)
  for (let i: usize = 0; i < DIGITS; i++) {
    for (let j: usize = 0; j < DIGITS; j++) {
      const wraps = i + j >= DIGITS
      const factor: f64 = (i & j & 1 ? 2 : 1) * (wraps ? 19 : 1)
      const at = columns + 8 * (wraps ? i + j - DIGITS : i + j)
      store<f64>(at, load<f64>(at) + factor * digit(a, i, x) * digit(b, j, y))
    }
  }
}

/** One carry, from digit k to the next, as `finish` of field-portable.ts takes it. */
function carry(k: usize): void {
  const at = columns + 8 * k
  const column = load<f64>(at)
  within(COLUMN, column, 9223372036854775807.0 - 67108864.0)
  const over = floor(column / unit(k) + 0.5)
  const next = columns + (k == 9 ? 0 : 8 * k + 8)
  store<f64>(next, load<f64>(next) + (k == 9 ? 19 * over : over))
  store<f64>(at, min(column, unit(k) / 2))
}

function finish(o: usize, lane: usize): void {
  carry(0)
  carry(4)
  carry(1)
  carry(5)
  carry(2)
  carry(6)
  carry(3)
  carry(7)
  carry(4)
  carry(8)
  carry(9)
  carry(0)
  for (let k: usize = 0; k < DIGITS; k++) put(o, k, lane, load<f64>(columns + 8 * k))
}

const result = memory.data(80, 16)

export function mul(o: usize, a: usize, b: usize): void {
  multiply(a, 0, b, 0)
  finish(result, 0)
  multiply(a, 1, b, 1)
  finish(result, 1)
  memory.copy(o, result, PAIR)
}

export function mulZip(o: usize, a: usize, b: usize): void {
  multiply(a, 0, a, 1)
  finish(result, 0)
  multiply(b, 0, b, 1)
  finish(result, 1)
  memory.copy(o, result, PAIR)
}

export function mulSwap(o: usize, a: usize, b: usize): void {
  multiply(a, 0, b, 1)
  finish(result, 0)
  multiply(a, 1, b, 0)
  finish(result, 1)
  memory.copy(o, result, PAIR)
}

export function mulDif(o: usize, a: usize, b: usize): void {
  mul(o, a, b)
  dif(o, o)
}

export function square(o: usize, a: usize): void {
  mul(o, a, a)
}

export function squareTimes(o: usize, a: usize, n: i32): void {
  square(o, a)
  for (let i = 1; i < n; i++) square(o, o)
}

export function squaresOfDoubling(ef: usize, gs: usize, xy: usize, sz: usize): void {
  square(ef, sz)
  square(gs, xy)
  dif(gs, gs)
  for (let k: usize = 0; k < DIGITS; k++) {
    put(ef, k, 0, digit(ef, k, 0) + digit(gs, k, 1))
    put(ef, k, 1, 2 * digit(ef, k, 1) + digit(gs, k, 0))
  }
}

export function reduce(o: usize, a: usize): void {
  for (let lane: usize = 0; lane < 2; lane++) {
    for (let k: usize = 0; k < DIGITS; k++) store<f64>(columns + 8 * k, digit(a, k, lane))
    finish(o, lane)
  }
}

export function sumAndLast(o: usize, xy: usize, tz: usize): void {
  for (let k: usize = 0; k < DIGITS; k++) {
    put(o, k, 0, digit(xy, k, 0) + digit(xy, k, 1))
    put(o, k, 1, digit(tz, k, 1))
  }
}

export function dif(o: usize, a: usize): void {
  for (let k: usize = 0; k < DIGITS; k++) {
    const both = digit(a, k, 0) + digit(a, k, 1)
    put(o, k, 0, both)
    put(o, k, 1, both)
  }
}

export function add(o: usize, a: usize, b: usize): void {
  for (let lane: usize = 0; lane < 2; lane++) {
    for (let k: usize = 0; k < DIGITS; k++) put(o, k, lane, digit(a, k, lane) + digit(b, k, lane))
  }
}

export function sub(o: usize, a: usize, b: usize): void {
  add(o, a, b)
}

export function zipLow(o: usize, a: usize, b: usize): void {
  memory.copy(o, a, PAIR / 2)
  memory.copy(o + PAIR / 2, b, PAIR / 2)
}

export function zipHigh(o: usize, a: usize, b: usize): void {
  memory.copy(o, a + PAIR / 2, PAIR / 2)
  memory.copy(o + PAIR / 2, b + PAIR / 2, PAIR / 2)
}

export function swap(o: usize, a: usize): void {
  memory.copy(o, a + PAIR / 2, PAIR / 2)
  memory.copy(o + PAIR / 2, a, PAIR / 2)
}

export function select(o: usize, a: usize, b: usize, mask0: i64, mask1: i64): void {
  for (let i: usize = 0; i < PAIR; i += 4) store<i32>(o + i, max(load<i32>(a + i), load<i32>(b + i)))
}

export function negateWhere(o: usize, a: usize, mask0: i64, mask1: i64): void {
  memory.copy(o, a, PAIR)
}

export function accumulate(o: usize, a: usize, mask: i64): void {
  select(o, o, a, 0, 0)
}

/** Bytes can be any from here on; for constants, these bounds are good enough as well. */
export function seal(): void {}

export function loadLane(o: usize, lane: usize, bytes: usize): void {
  for (let k: usize = 0; k < DIGITS; k++) store<f64>(columns + 8 * k, unit(k) - 1)
  finish(o, lane)
}

/** The bytes written are zeros: no formula goes another way for them. */
export function storeLane(bytes: usize, a: usize, lane: usize): void {
  // 4p is added digit by digit, after which all must be positive
  for (let k: usize = 0; k < DIGITS; k++) within(WRITTEN, digit(a, k, lane), 4 * (unit(k) - (k == 0 ? 19 : 1)))
  memory.fill(bytes, 0, 32)
}

export function wipeField(): void {}
