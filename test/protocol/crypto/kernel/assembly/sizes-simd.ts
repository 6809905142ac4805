/**
 * Stands in for field.ts where the vectors do: instead of limbs a pair holds bounds of their magnitudes, and every function
 * derives the bounds of its result from those of its arguments. It stops (`unreachable`) where field-fma.ts would not be
 * exact. The formulas of the kernel, run on bounds, are so checked for all values at once: what they do does not depend on
 * values, and where they choose between two pairs, the larger bound is taken.
 *
 * Bounds are whole numbers or a little more, in f64; what rounding does to them is far below the distance to any limit.
 */

/** Bytes of a pair. */
export const PAIR: usize = 80

const LIMBS: usize = 5
/** A limb in units of the next one. */
const UNIT: f64 = 2251799813685248.0
const HALF: f64 = UNIT / 2

/** How near a limit was come to, as a part of it: products, columns, limbs to be written, plain sums. */
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

@inline function limb(a: usize, k: usize, lane: usize): f64 {
  return load<f64>(a + 16 * k + 8 * lane)
}

@inline function put(o: usize, k: usize, lane: usize, bound: f64): void {
  store<f64>(o + 16 * k + 8 * lane, bound)
}

/** Columns of a product, folded: five numbers, for lane x of a and lane y of b. */
function columns(o: usize, a: usize, x: usize, b: usize, y: usize): void {
  for (let k: usize = 0; k < LIMBS; k++) store<f64>(o + 8 * k, 0)
  for (let i: usize = 0; i < LIMBS; i++) {
    for (let j: usize = 0; j < LIMBS; j++) {
      const product = limb(a, i, x) * limb(b, j, y)
      // beyond 2^102 the sum with 1.5·2^103 leaves the range where the unit in the last place is 2^51
      within(PRODUCT, product, UNIT * UNIT)
      addTo(o, i + j, min(product, HALF))
      addTo(o, i + j + 1, floor(product / UNIT + 0.5))
    }
  }
}

@inline function addTo(o: usize, k: usize, bound: f64): void {
  const wraps = k >= LIMBS
  const at = o + 8 * (wraps ? k - LIMBS : k)
  store<f64>(at, load<f64>(at) + (wraps ? 19 * bound : bound))
}

/** o += times · a, columns. */
function addColumns(o: usize, a: usize, times: f64): void {
  for (let k: usize = 0; k < LIMBS; k++) store<f64>(o + 8 * k, load<f64>(o + 8 * k) + times * load<f64>(a + 8 * k))
}

/** A lane from its columns. */
function finish(o: usize, lane: usize, c: usize): void {
  for (let k: usize = 0; k < LIMBS; k++) {
    // with 2^62 + 2^50 a column must be positive and below 2^63
    within(COLUMN, load<f64>(c + 8 * k), 2048 * UNIT - HALF)
    const carry = load<f64>(c + 8 * (k == 0 ? LIMBS - 1 : k - 1)) / UNIT + 1
    put(o, k, lane, HALF + (k == 0 ? 19 * carry : carry))
  }
}

const c0 = memory.data(40, 16)
const c1 = memory.data(40, 16)
const sums = memory.data(40, 16)
const halves = memory.data(160, 16)

/** Columns of both lanes become a pair. */
@inline function finishBoth(o: usize): void {
  finish(o, 0, c0)
  finish(o, 1, c1)
}

/** Both lanes become the sum of both: what [v1 − v0, v1 + v0] is in bounds. */
@inline function mix(): void {
  addColumns(c0, c1, 1)
  memory.copy(c1, c0, 40)
}

export function mul(o: usize, a: usize, b: usize): void {
  columns(c0, a, 0, b, 0)
  columns(c1, a, 1, b, 1)
  finishBoth(o)
}

export function mulZip(o: usize, a: usize, b: usize): void {
  columns(c0, a, 0, a, 1)
  columns(c1, b, 0, b, 1)
  finishBoth(o)
}

export function mulSwap(o: usize, a: usize, b: usize): void {
  columns(c0, a, 0, b, 1)
  columns(c1, a, 1, b, 0)
  finishBoth(o)
}

export function mulDif(o: usize, a: usize, b: usize): void {
  columns(c0, a, 0, b, 0)
  columns(c1, a, 1, b, 1)
  mix()
  finishBoth(o)
}

export function square(o: usize, a: usize): void {
  mul(o, a, a)
}

export function squareTimes(o: usize, a: usize, n: i32): void {
  square(o, a)
  for (let i = 1; i < n; i++) square(o, o)
}

export function squaresOfDoubling(ef: usize, gs: usize, xy: usize, sz: usize): void {
  columns(c0, xy, 0, xy, 0)
  columns(c1, xy, 1, xy, 1)
  mix()
  memory.copy(sums, c0, 40)
  finishBoth(gs)
  columns(c0, sz, 0, sz, 0)
  columns(c1, sz, 1, sz, 1)
  addColumns(c1, c1, 1)
  addColumns(c0, sums, 1)
  addColumns(c1, sums, 1)
  finishBoth(ef)
}

export function reduce(o: usize, a: usize): void {
  for (let lane: usize = 0; lane < 2; lane++) {
    for (let k: usize = 0; k < LIMBS; k++) {
      within(SUM, limb(a, k, lane), 4 * UNIT)
      const below = limb(a, k == 0 ? LIMBS - 1 : k - 1, lane)
      const carry = floor(below / UNIT + 0.5)
      put(halves, k, lane, min(limb(a, k, lane), HALF) + (k == 0 ? 19 * carry : carry))
    }
  }
  memory.copy(o, halves, PAIR)
}

export function sumAndLast(o: usize, xy: usize, tz: usize): void {
  const unreduced = halves + PAIR
  for (let k: usize = 0; k < LIMBS; k++) {
    put(unreduced, k, 0, limb(xy, k, 0) + limb(xy, k, 1))
    put(unreduced, k, 1, limb(tz, k, 1))
  }
  reduce(o, unreduced)
}

/** A plain sum is exact up to 2^53. */
@inline function plain(bound: f64): f64 {
  within(SUM, bound, 4 * UNIT)
  return bound
}

export function dif(o: usize, a: usize): void {
  for (let k: usize = 0; k < LIMBS; k++) {
    const both = plain(limb(a, k, 0) + limb(a, k, 1))
    put(o, k, 0, both)
    put(o, k, 1, both)
  }
}

export function add(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 8) store<f64>(o + i, plain(load<f64>(a + i) + load<f64>(b + i)))
}

export function sub(o: usize, a: usize, b: usize): void {
  add(o, a, b)
}

export function zipLow(o: usize, a: usize, b: usize): void {
  for (let k: usize = 0; k < LIMBS; k++) {
    put(o, k, 0, limb(a, k, 0))
    put(o, k, 1, limb(b, k, 0))
  }
}

export function zipHigh(o: usize, a: usize, b: usize): void {
  for (let k: usize = 0; k < LIMBS; k++) {
    put(o, k, 0, limb(a, k, 1))
    put(o, k, 1, limb(b, k, 1))
  }
}

export function swap(o: usize, a: usize): void {
  zipHigh(o, a, a)
  for (let k: usize = 0; k < LIMBS; k++) put(o, k, 1, limb(a, k, 0))
}

export function select(o: usize, a: usize, b: usize, mask0: i64, mask1: i64): void {
  for (let i: usize = 0; i < PAIR; i += 8) store<f64>(o + i, max(load<f64>(a + i), load<f64>(b + i)))
}

export function negateWhere(o: usize, a: usize, mask0: i64, mask1: i64): void {
  memory.copy(o, a, PAIR)
}

export function accumulate(o: usize, a: usize, mask: i64): void {
  select(o, o, a, 0, 0)
}

/** Until this is called bytes are constants of the curve, whose limbs are known; from then on they can be any. */
export function seal(): void {
  sealed = true
}
let sealed = false

export function loadLane(o: usize, lane: usize, bytes: usize): void {
  let carry: i64 = 0
  for (let k: usize = 0; k < LIMBS; k++) {
    // 51 bits from bit 51·k on; the highest of the 256 is left out
    const bit: usize = 51 * k
    const low = load<u64>(bytes + 8 * (bit >> 6)) >> (bit & 63)
    const rest = (bit & 63) > 13 ? load<u64>(bytes + 8 * (bit >> 6), 8) << (64 - (bit & 63)) : 0
    const value = i64((low | rest) & 0x7ffffffffffff) + carry
    carry = (value + (1 << 50)) >> 51
    put(o, k, lane, sealed ? HALF : abs(f64(value - (carry << 51))))
  }
  put(o, 0, lane, limb(o, 0, lane) + (sealed ? 19 : 19 * f64(carry)))
}

/** The bytes written are zeros: no formula goes another way for them. */
export function storeLane(bytes: usize, a: usize, lane: usize): void {
  // beyond 2^51 the sum with 1.5·2^52 leaves the range where the unit in the last place is 1
  for (let k: usize = 0; k < LIMBS; k++) within(WRITTEN, limb(a, k, lane), UNIT)
  memory.fill(bytes, 0, 32)
}

export function wipeField(): void {}
