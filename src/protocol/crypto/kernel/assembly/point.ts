/**
 * Points of edwards25519 (a = −1) in extended coordinates, each operation as products of pairs: H. Hisil, K. Wong, G. Carter and
 * E. Dawson, "Twisted Edwards curves revisited" (2008), whose formulas split into two or four independent products. They are
 * complete: right for every two points, the identity and equal ones among them.
 *
 * Extended, 160 bytes: [X, Y] then [T, Z], with x = X/Z, y = Y/Z and X·Y = T·Z.
 * Cached, 160 bytes: [Y − X, Y + X] then [2d·T, 2Z], what is added to an extended point.
 */
import { ONE, TWO_D_TWO, ZERO_ONE, ZERO_TWO } from './constants'
import {
  accumulate, dif, mul, mulDif, mulSwap, mulZip, negateWhere, PAIR, reduce, select, squaresOfDoubling, storeLane, sumAndLast,
  swap, zipHigh, zipLow,
} from './field'

/** Bytes of a point, extended or cached. */
export const POINT: usize = 2 * PAIR

const t0 = memory.data(80, 16)
const t1 = memory.data(80, 16)
const t2 = memory.data(80, 16)
const zipped = memory.data(160, 16)
const negated = memory.data(160, 16)
const lookedUp = memory.data(160, 16)
const bytes = memory.data(64, 16)

const identity = memory.data(160, 16)
memory.copy(identity, ZERO_ONE, PAIR)
memory.copy(identity + PAIR, ZERO_ONE, PAIR)

const cachedIdentity = memory.data(160, 16)
memory.copy(cachedIdentity, ONE, PAIR)
memory.copy(cachedIdentity + PAIR, ZERO_TWO, PAIR)

/** o = the identity, extended: [0, 1], [0, 1]. */
export function setIdentity(o: usize): void {
  memory.copy(o, identity, POINT)
}

/** o = the identity, cached: [1, 1], [0, 2]. */
export function setCachedIdentity(o: usize): void {
  memory.copy(o, cachedIdentity, POINT)
}

/** o = 2p: 4 products of pairs. */
export function double(o: usize, p: usize): void {
  sumAndLast(t0, p, p + PAIR)
  // [E, F] = [2XY, 2Z² − G],  [G, S] = [Y² − X², Y² + X²]; all coordinates with the opposite sign, which is the same point
  squaresOfDoubling(t1, t2, p, t0)
  zipLow(zipped, t1, t2)
  zipHigh(zipped + PAIR, t1, t2)
  mul(o, zipped, zipped + PAIR)
  mulSwap(o + PAIR, t1, t2)
}

/** o = p + q, q cached: 4 products of pairs. */
export function addCached(o: usize, p: usize, q: usize): void {
  dif(t0, p)
  mulDif(t1, t0, q)
  mulDif(t2, p + PAIR, q + PAIR)
  mul(o, t1, t2)
  mulZip(o + PAIR, t1, t2)
}

/** o = p − q, q cached. */
export function subCached(o: usize, p: usize, q: usize): void {
  negateCached(negated, q, -1)
  addCached(o, p, negated)
}

/** o = the cached form of p. */
export function toCached(o: usize, p: usize): void {
  dif(t0, p)
  reduce(o, t0)
  mul(o + PAIR, p + PAIR, TWO_D_TWO)
}

/** o = −q where the mask is all ones, q where it is zero; both cached. */
export function negateCached(o: usize, q: usize, mask: i64): void {
  swap(t0, q)
  select(o, q, t0, mask, mask)
  negateWhere(o + PAIR, q + PAIR, mask, 0)
}

/** o = −p, extended: [−X, Y], [−T, Z]. */
export function negate(o: usize, p: usize): void {
  negateWhere(o, p, -1, 0)
  negateWhere(o + PAIR, p + PAIR, -1, 0)
}

/**
 * o = the cached multiple number |digit| of a table of `count` multiples 1, 2, 3, …, with the digit's sign; the identity
 * for 0. Reads every entry and selects by masks: neither addresses nor branches depend on the digit.
 */
export function lookup(o: usize, table: usize, count: i32, digit: i32): void {
  const sign = digit >> 31
  const magnitude = (digit ^ sign) - sign
  memory.fill(lookedUp, 0, POINT)
  pick(lookedUp, cachedIdentity, magnitude)
  for (let i = 1; i <= count; i++, table += POINT) pick(lookedUp, table, magnitude ^ i)
  negateCached(o, lookedUp, i64(sign))
}

/** Takes an entry in where `difference` (0 … 2^30) is zero. */
@inline function pick(o: usize, entry: usize, difference: i32): void {
  const mask = i64((difference - 1) >> 31)
  accumulate(o, entry, mask)
  accumulate(o + PAIR, entry + PAIR, mask)
}

/** Whether two extended points are the same element of ristretto255 (RFC 9496 §4.3.3): x1·y2 = y1·x2 or y1·y2 = x1·x2. */
export function equal(p: usize, q: usize): i32 {
  mulSwap(t0, p, q)
  mul(t1, p, q)
  return i32(sameLanes(t0) | sameLanes(t1))
}

function sameLanes(a: usize): bool {
  storeLane(bytes, a, 0)
  storeLane(bytes + 32, a, 1)
  let difference: u64 = 0
  for (let i: usize = 0; i < 32; i += 8) difference |= load<u64>(bytes + i) ^ load<u64>(bytes + i, 32)
  return difference == 0
}


/** Overwrites what operations on secret points left behind. */
export function wipePoints(): void {
  memory.fill(t0, 0, PAIR)
  memory.fill(t1, 0, PAIR)
  memory.fill(t2, 0, PAIR)
  memory.fill(zipped, 0, 2 * PAIR)
  memory.fill(negated, 0, 2 * PAIR)
  memory.fill(lookedUp, 0, 2 * PAIR)
  memory.fill(bytes, 0, 64)
}
