/**
 * ristretto255 (RFC 9496): encodings, two at a time, one in each lane; the map from uniform bytes; and compression of doubled
 * points, whose inversions are shared. Steps are named as in the RFC. Constant-time throughout, but for what it returns.
 */
import {
  D, D_MINUS_ONE_SQ, INVSQRT_A_MINUS_D, ONE, ONE_MINUS_D_SQ, SQRT_AD_MINUS_ONE, SQRT_M1, ZERO_ONE,
} from './constants'
import {
  add, loadLane, mul, negateWhere, PAIR, reduce, select, square, squareTimes, storeLane, sub, zipHigh, zipLow,
} from './field'
import { addCached, POINT, toCached } from './point'

/** Everything these functions work on, in one place, so that it can be overwritten after secrets. */
const SCRATCH: usize = 1440
const scratch = memory.data(1440, 16)
const a: usize = scratch + 0
const b: usize = scratch + 80
const c: usize = scratch + 160
const e: usize = scratch + 240
const f: usize = scratch + 320
const g: usize = scratch + 400
const h: usize = scratch + 480
const root: usize = scratch + 560
const v: usize = scratch + 640
const p0: usize = scratch + 720
const p1: usize = scratch + 800
const p2: usize = scratch + 880
const p3: usize = scratch + 960
const pointA: usize = scratch + 1040
const pointB: usize = scratch + 1200
const bytes: usize = scratch + 1360
const last: usize = scratch + 1392
/** What `squareRootOfRatio` found of each lane: 1 for a square (or zero), 0 for none. */
const wasSquare: usize = scratch + 1424

/** All ones where the canonical value of a lane is odd ("negative", RFC 9496 §4.1). */
function negativeMask(x: usize, lane: usize): i64 {
  storeLane(bytes, x, lane)
  return -(load<i64>(bytes) & 1)
}

/** o = |x|: the one of x and −x that is not negative. o may be x. */
function absolute(o: usize, x: usize): void {
  negateWhere(o, x, negativeMask(x, 0), negativeMask(x, 1))
}

/** o = x^((p−5)/8) = x^(2^252 − 3), and p0 = x, p1 = x^11 on the way; the addition chain of Bernstein's curve25519. */
function power252Minus3(o: usize, x: usize): void {
  square(p0, x) // 2
  squareTimes(p1, p0, 2) // 8
  mul(p1, p1, x) // 9
  mul(p0, p0, p1) // 11
  square(p2, p0) // 22
  mul(p1, p1, p2) // 2^5 − 1
  squareTimes(p2, p1, 5)
  mul(p1, p2, p1) // 2^10 − 1
  squareTimes(p2, p1, 10)
  mul(p2, p2, p1) // 2^20 − 1
  squareTimes(p3, p2, 20)
  mul(p2, p3, p2) // 2^40 − 1
  squareTimes(p2, p2, 10)
  mul(p1, p2, p1) // 2^50 − 1
  squareTimes(p2, p1, 50)
  mul(p2, p2, p1) // 2^100 − 1
  squareTimes(p3, p2, 100)
  mul(p2, p3, p2) // 2^200 − 1
  squareTimes(p2, p2, 50)
  mul(p1, p2, p1) // 2^250 − 1
  squareTimes(p1, p1, 2)
  mul(o, p1, x) // 2^252 − 3
}

/** o = 1/x, 0 for 0: x^(p−2), p − 2 = (2^252 − 3)·8 + 3. */
export function invert(o: usize, x: usize): void {
  power252Minus3(p1, x)
  squareTimes(p1, p1, 3)
  square(p2, x)
  mul(p2, p2, x)
  mul(o, p1, p2)
}

/**
 * SQRT_RATIO_M1(u, x) of RFC 9496 §4.2 with the sign of the root left open: root = √(u/x) or √(√−1·u/x), and wasSquare by lane
 * as masks in the two results.
 */
function squareRootOfRatio(u: usize, x: usize): void {
  square(v, x)
  mul(v, v, x) // v³
  square(root, v)
  mul(root, root, x) // v⁷
  mul(root, root, u)
  power252Minus3(root, root)
  mul(root, root, v)
  mul(root, root, u) // u·v³·(u·v⁷)^((p−5)/8)
  square(v, root)
  mul(v, v, x) // check
  // check is u, −u, u·√−1 or −u·√−1 (or zero)
  add(p0, v, u)
  reduce(p0, p0)
  mul(p1, u, SQRT_M1)
  add(p1, v, p1)
  reduce(p1, p1)
  sub(p2, v, u)
  reduce(p2, p2)
  mul(p3, root, SQRT_M1)
  const flipped0 = zeroMask(p0, 0), flipped1 = zeroMask(p0, 1)
  const flippedI0 = zeroMask(p1, 0), flippedI1 = zeroMask(p1, 1)
  select(root, root, p3, flipped0 | flippedI0, flipped1 | flippedI1)
  store<i32>(wasSquare, i32((flipped0 | zeroMask(p2, 0)) & 1))
  store<i32>(wasSquare, i32((flipped1 | zeroMask(p2, 1)) & 1), 4)
}

/** All ones if a lane is zero mod p. */
function zeroMask(x: usize, lane: usize): i64 {
  storeLane(bytes, x, lane)
  const d = load<u64>(bytes) | load<u64>(bytes, 8) | load<u64>(bytes, 16) | load<u64>(bytes, 24)
  return ((d | -d) >>> 63) - 1
}

/** All ones if the bytes are a canonical, non-negative field element: below p and even. */
function canonicalMask(encoding: usize): i64 {
  const w0 = load<u64>(encoding), w1 = load<u64>(encoding, 8), w2 = load<u64>(encoding, 16), w3 = load<u64>(encoding, 24)
  // p ≤ x < 2^255 when the words 1 … 3 are all ones (the last with 63 bits) and w0 + 19 carries; by bits, as && would branch
  const rest = ~w1 | ~w2 | (w3 ^ 0x7fffffffffffffff)
  const above = (w0 & ~(w0 + 19) & ~(rest | -rest)) >> 63
  return i64((w3 >> 63) | (w0 & 1) | above) - 1
}

/**
 * Decodes two encodings (RFC 9496 §4.3.1) to the extended points at `first` and `second`.
 * @returns bit 0 set when the first, bit 1 when the second is a canonical encoding; the point of another is the identity.
 */
function decodePair(first: usize, second: usize, encoding0: usize, encoding1: usize): i32 {
  loadLane(a, 0, encoding0)
  loadLane(a, 1, encoding1)
  square(b, a) // ss
  sub(c, ONE, b) // u1
  reduce(c, c)
  add(e, ONE, b) // u2
  reduce(e, e)
  square(f, e) // u2²
  square(g, c)
  mul(g, g, D)
  add(g, g, f)
  negateWhere(g, g, -1, -1) // v = −d·u1² − u2²
  reduce(g, g)
  mul(h, g, f) // v·u2²
  squareRootOfRatio(ONE, h)
  mul(f, root, e) // den_x
  mul(h, f, root)
  mul(h, h, g) // den_y
  mul(f, f, a)
  add(f, f, f)
  reduce(f, f)
  absolute(f, f) // x
  mul(h, h, c) // y
  mul(g, f, h) // t
  const valid0 = canonicalMask(encoding0) & ~negativeMask(g, 0) & ~zeroMask(h, 0) & -i64(load<i32>(wasSquare))
  const valid1 = canonicalMask(encoding1) & ~negativeMask(g, 1) & ~zeroMask(h, 1) & -i64(load<i32>(wasSquare, 4))
  // [x, y] and [t, 1] of each
  zipLow(a, f, h)
  zipLow(b, g, ONE)
  select(first, ZERO_ONE, a, valid0, valid0)
  select(first + PAIR, ZERO_ONE, b, valid0, valid0)
  zipHigh(a, f, h)
  zipHigh(b, g, ONE)
  select(second, ZERO_ONE, a, valid1, valid1)
  select(second + PAIR, ZERO_ONE, b, valid1, valid1)
  return i32(valid0 & 1) | i32(valid1 & 2)
}

/**
 * Decodes `count` encodings of 32 bytes to extended points; valid[i] = 1 for a canonical encoding and 0 for anything else,
 * whose point is the identity.
 */
export function decodePoints(points: usize, valid: usize, encodings: usize, count: usize): void {
  let i: usize = 0
  for (; i + 1 < count; i += 2, points += 2 * POINT, encodings += 64) {
    const good = decodePair(points, points + POINT, encodings, encodings + 32)
    store<u8>(valid + i, good & 1)
    store<u8>(valid + i + 1, good >> 1)
  }
  if (i < count) store<u8>(valid + i, decodePair(points, pointA, encodings, encodings) & 1)
}

/** Encodes two extended points (RFC 9496 §4.3.2). */
function encodePair(encoding0: usize, encoding1: usize, first: usize, second: usize): void {
  zipLow(a, first, second) // x0
  zipHigh(b, first, second) // y0
  zipLow(c, first + PAIR, second + PAIR) // t0
  zipHigh(e, first + PAIR, second + PAIR) // z0
  add(f, e, b)
  reduce(f, f)
  sub(g, e, b)
  reduce(g, g)
  mul(f, f, g) // u1 = (z0 + y0)·(z0 − y0)
  mul(g, a, b) // u2 = x0·y0
  square(h, g)
  mul(h, h, f)
  squareRootOfRatio(ONE, h) // always a square for a valid point
  mul(f, root, f) // den1
  mul(g, root, g) // den2
  mul(h, f, g)
  mul(h, h, c) // z_inv
  mul(p0, a, SQRT_M1) // ix0
  mul(p1, b, SQRT_M1) // iy0
  mul(p2, f, INVSQRT_A_MINUS_D) // enchanted denominator
  mul(p3, c, h)
  const rotate0 = negativeMask(p3, 0), rotate1 = negativeMask(p3, 1)
  select(a, a, p1, rotate0, rotate1) // x
  select(b, b, p0, rotate0, rotate1) // y
  select(g, g, p2, rotate0, rotate1) // den_inv
  mul(a, a, h)
  negateWhere(b, b, negativeMask(a, 0), negativeMask(a, 1))
  sub(b, e, b)
  reduce(b, b)
  mul(b, b, g)
  absolute(b, b) // s
  storeLane(encoding0, b, 0)
  storeLane(encoding1, b, 1)
}

/** Encodes `count` extended points to 32 bytes each. */
export function encodePoints(encodings: usize, points: usize, count: usize): void {
  let i: usize = 0
  for (; i + 1 < count; i += 2, points += 2 * POINT, encodings += 64) {
    encodePair(encodings, encodings + 32, points, points + POINT)
  }
  if (i < count) encodePair(encodings, last, points, points)
}

/** MAP of RFC 9496 §4.3.4 on two field elements at once: the extended points of both lanes of `a`. */
function mapPair(first: usize, second: usize): void {
  square(b, a)
  mul(b, b, SQRT_M1) // r = √−1·t²
  add(c, b, ONE)
  reduce(c, c)
  mul(c, c, ONE_MINUS_D_SQ) // u = (r + 1)·(1 − d²)
  mul(e, b, D)
  add(e, e, ONE)
  negateWhere(e, e, -1, -1)
  reduce(e, e) // −1 − r·d
  add(f, b, D)
  reduce(f, f)
  mul(e, e, f) // v = (−1 − r·d)·(r + d)
  squareRootOfRatio(c, e)
  absolute(root, root) // s
  mul(g, root, a)
  absolute(g, g)
  negateWhere(g, g, -1, -1) // s' = −|s·t|
  const square0 = -i64(load<i32>(wasSquare)), square1 = -i64(load<i32>(wasSquare, 4))
  select(f, g, root, square0, square1) // s
  negateWhere(h, ONE, -1, -1)
  select(h, b, h, square0, square1) // c = −1 for a square, else r
  sub(b, b, ONE)
  reduce(b, b)
  mul(b, b, h)
  mul(b, b, D_MINUS_ONE_SQ)
  sub(b, b, e) // N = c·(r − 1)·(d − 1)² − v
  reduce(b, b)
  mul(e, f, e)
  add(e, e, e)
  reduce(e, e) // w0 = 2·s·v
  mul(b, b, SQRT_AD_MINUS_ONE) // w1
  square(f, f)
  sub(c, ONE, f) // w2 = 1 − s²
  reduce(c, c)
  add(f, ONE, f) // w3 = 1 + s²
  reduce(f, f)
  mul(p0, e, f) // X = w0·w3
  mul(p1, c, b) // Y = w2·w1
  mul(p2, e, c) // T = w0·w2
  mul(p3, b, f) // Z = w1·w3
  zipLow(first, p0, p1)
  zipLow(first + PAIR, p2, p3)
  zipHigh(second, p0, p1)
  zipHigh(second + PAIR, p2, p3)
}

/** The one-way map (RFC 9496 §4.3.4) of `count` times 64 uniform bytes to extended points. */
export function mapToGroup(points: usize, uniform: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++, points += POINT, uniform += 64) {
    loadLane(a, 0, uniform)
    loadLane(a, 1, uniform + 32)
    mapPair(pointA, pointB)
    toCached(pointB, pointB)
    addCached(points, pointA, pointB)
  }
}

/**
 * Encodes the doubles of `count` extended points, sharing inversions: an encoding then costs a few products instead of a
 * square root. With 2P, everything under the root of the encoding becomes a square whose root is known (M. Hamburg,
 * "Decaf: eliminating cofactors through point compression", 2015, and the batch form of ristretto in
 * curve25519-dalek's documentation).
 * `room` has 5 pairs for every two points. The points are left as they were.
 */
export function encodeDoubles(encodings: usize, points: usize, count: usize, room: usize): void {
  // every two points: [e], [f], [g], [h], and the product of all e·g·f·h before
  const STEP: usize = 5 * PAIR
  memory.copy(c, ONE, PAIR)
  let at = room
  for (let i: usize = 0; i < count; i += 2, at += STEP) {
    const first = points + i * POINT
    const second = i + 1 < count ? first + POINT : first
    zipLow(a, first, second) // X
    zipHigh(b, first, second) // Y
    mul(at, a, b)
    add(at, at, at)
    reduce(at, at) // e = 2XY
    square(a, a)
    square(b, b)
    add(at + 2 * PAIR, b, a)
    reduce(at + 2 * PAIR, at + 2 * PAIR) // g = Y² + X²
    zipLow(a, first + PAIR, second + PAIR)
    square(a, a)
    mul(a, a, D) // d·T²
    zipHigh(b, first + PAIR, second + PAIR)
    square(b, b) // Z²
    add(at + PAIR, b, a)
    reduce(at + PAIR, at + PAIR) // f
    sub(at + 3 * PAIR, b, a)
    reduce(at + 3 * PAIR, at + 3 * PAIR) // h
    efgh(f, at)
    // a zero, which is the double of a point of small order, must not spoil the product: it counts as one
    select(f, f, ONE, zeroMask(f, 0), zeroMask(f, 1))
    memory.copy(at + 4 * PAIR, c, PAIR)
    mul(c, c, f)
  }
  invert(c, c)
  for (let i = (count - 1) & ~1; i < count; i -= 2) {
    at -= STEP
    efgh(f, at)
    const zero0 = zeroMask(f, 0), zero1 = zeroMask(f, 1)
    select(f, f, ONE, zero0, zero1)
    mul(v, c, at + 4 * PAIR) // 1 / (e·f·g·h)
    mul(c, c, f)
    encodeDoubled(at, zero0, zero1)
    storeLane(encodings + i * 32, b, 0)
    storeLane(i + 1 < count ? encodings + i * 32 + 32 : last, b, 1)
  }
}

@inline function efgh(o: usize, at: usize): void {
  mul(g, at, at + 2 * PAIR)
  mul(h, at + PAIR, at + 3 * PAIR)
  mul(o, g, h)
}

/** b = the encodings, from e, f, g, h at `at`, their products e·g in g and f·h in h, and the inverse of all in v. */
function encodeDoubled(at: usize, zero0: i64, zero1: i64): void {
  mul(a, g, v) // 1/(f·h): of Z
  mul(e, h, v) // 1/(e·g): of T
  mul(p0, g, a) // e·g/(f·h)
  const rotate0 = negativeMask(p0, 0), rotate1 = negativeMask(p0, 1)
  negateWhere(p0, at, -1, -1) // −e
  mul(p1, at + PAIR, SQRT_M1) // f·√−1 stands for h
  select(p2, at, at + 2 * PAIR, rotate0, rotate1) // e, or g
  select(p3, at + 2 * PAIR, p0, rotate0, rotate1) // g, or −e
  select(g, at + 3 * PAIR, p1, rotate0, rotate1) // h, or f·√−1
  select(h, INVSQRT_A_MINUS_D, SQRT_M1, rotate0, rotate1)
  mul(a, a, p2)
  mul(a, a, g)
  negateWhere(p3, p3, negativeMask(a, 0), negativeMask(a, 1))
  sub(b, g, p3)
  reduce(b, b)
  mul(p3, p3, e)
  mul(p3, p3, h)
  mul(b, b, p3)
  absolute(b, b)
  // the double of a point of small order is the identity, whose encoding is zero
  sub(p0, ONE, ONE)
  select(b, b, p0, zero0, zero1)
}

/** Overwrites what operations on secrets left behind. */
export function wipeEncodings(): void {
  memory.fill(scratch, 0, SCRATCH)
}
