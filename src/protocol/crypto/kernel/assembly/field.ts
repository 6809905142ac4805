/**
 * Pairs of field elements mod p = 2^255 − 19: by vectors where the module is compiled with relaxed SIMD, by integers
 * elsewhere. The choice falls at compile time; everything above this file is the same for both.
 *
 * Sizes: "reduced" results may be multiplied when the sizes of the factors multiply to at most 3; `add`, `sub` and `dif` are
 * plain sums, whose sizes add up.
 */
import * as fma from './field-fma'
import * as portable from './field-portable'

/** Bytes of a pair, in either form. */
export const PAIR: usize = 80

/** o = a·b, lane by lane; reduced. */
@inline export function mul(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.mul(o, a, b)
  else portable.mul(o, a, b)
}

/** o = [a0·a1, b0·b1]; reduced. */
@inline export function mulZip(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.mulZip(o, a, b)
  else portable.mulZip(o, a, b)
}

/** o = [a0·b1, a1·b0]; reduced. */
@inline export function mulSwap(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.mulSwap(o, a, b)
  else portable.mulSwap(o, a, b)
}

/** o = [v1 − v0, v1 + v0] for v = a·b; may be multiplied with another such, or with a reduced pair. */
@inline export function mulDif(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.mulDif(o, a, b)
  else portable.mulDif(o, a, b)
}

/** o = a²; reduced. a of size 1. */
@inline export function square(o: usize, a: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.square(o, a)
  else portable.square(o, a)
}

/** o = a^(2^n), n > 0; reduced. */
@inline export function squareTimes(o: usize, a: usize, n: i32): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.squareTimes(o, a, n)
  else portable.squareTimes(o, a, n)
}

/** From xy = [X, Y] and sz = [X + Y, Z], all reduced: gs = [Y² − X², Y² + X²] and ef = [2XY, 2Z² − (Y² − X²)]; may be
 * multiplied with each other. */
@inline export function squaresOfDoubling(ef: usize, gs: usize, xy: usize, sz: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.squaresOfDoubling(ef, gs, xy, sz)
  else portable.squaresOfDoubling(ef, gs, xy, sz)
}

/** o = a, reduced; a of size up to 4. */
@inline export function reduce(o: usize, a: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.reduce(o, a)
  else portable.reduce(o, a)
}

/** o = [X + Y, Z] from [X, Y] and [T, Z]; may be squared. */
@inline export function sumAndLast(o: usize, xy: usize, tz: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.sumAndLast(o, xy, tz)
  else portable.sumAndLast(o, xy, tz)
}

/** o = [a1 − a0, a1 + a0]; size 2. */
@inline export function dif(o: usize, a: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.dif(o, a)
  else portable.dif(o, a)
}

/** o = a + b. */
@inline export function add(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.add(o, a, b)
  else portable.add(o, a, b)
}

/** o = a − b. */
@inline export function sub(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.sub(o, a, b)
  else portable.sub(o, a, b)
}

/** o = [a0, b0]; o is neither a nor b. */
@inline export function zipLow(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.zipLow(o, a, b)
  else portable.zipLow(o, a, b)
}

/** o = [a1, b1]; o is neither a nor b. */
@inline export function zipHigh(o: usize, a: usize, b: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.zipHigh(o, a, b)
  else portable.zipHigh(o, a, b)
}

/** o = [a1, a0]; o is not a. */
@inline export function swap(o: usize, a: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.swap(o, a)
  else portable.swap(o, a)
}

/** Lane by lane: o = b where the mask is all ones, a where it is zero. */
@inline export function select(o: usize, a: usize, b: usize, mask0: i64, mask1: i64): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.select(o, a, b, mask0, mask1)
  else portable.select(o, a, b, mask0, mask1)
}

/** Lane by lane: o = −a where the mask is all ones, a where it is zero. */
@inline export function negateWhere(o: usize, a: usize, mask0: i64, mask1: i64): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.negateWhere(o, a, mask0, mask1)
  else portable.negateWhere(o, a, mask0, mask1)
}

/** o |= a & mask, bit by bit: a step of a table lookup that reads every entry. */
@inline export function accumulate(o: usize, a: usize, mask: i64): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.accumulate(o, a, mask)
  else portable.accumulate(o, a, mask)
}

/** Lane of o = 32 bytes, little endian, highest bit ignored; need not be below p. Reduced. */
@inline export function loadLane(o: usize, lane: usize, bytes: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.loadLane(o, lane, bytes)
  else portable.loadLane(o, lane, bytes)
}

/** The canonical 32 bytes of a lane of a, which is reduced. */
@inline export function storeLane(bytes: usize, a: usize, lane: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fma.storeLane(bytes, a, lane)
  else portable.storeLane(bytes, a, lane)
}

/** Overwrites what operations on secrets left behind. */
@inline export function wipeField(): void {
  if (!ASC_FEATURE_RELAXED_SIMD) portable.wipe()
}
