/**
 * Multiplication by secret scalars: the same operations and the same addresses whatever the scalar is. Scalars become 64 signed
 * digits of four bits, −8 … 8 (D. J. Bernstein et al., "High-speed high-security signatures", 2011, section 4); a multiple is
 * taken from its table by `lookup`, which reads every entry.
 */
import { addCached, double, lookup, POINT, setIdentity, toCached } from './point'

/** Signed digits of a scalar, a byte each. */
export const DIGITS: usize = 64
/** Entries of a table: 1, 2, … 8 times a point, cached. */
const ENTRIES: usize = 8
/** Bytes of such a table. */
export const TABLE: usize = 8 * 160

const digitsOfOne = memory.data(64, 16)
const chosen = memory.data(160, 16)
const multiple = memory.data(160, 16)
const ownTable = memory.data(1280, 16)

/** 64 digits d_i with Σ d_i·16^i = scalar, for a scalar below 2^253. */
function signedDigits(digits: usize, scalar: usize): void {
  let carry = 0
  for (let i: usize = 0; i < 32; i++) {
    const byte = i32(load<u8>(scalar + i))
    let digit = (byte & 15) + carry
    carry = (digit + 8) >> 4
    store<i8>(digits + 2 * i, i8(digit - (carry << 4)))
    digit = (byte >> 4) + carry
    carry = (digit + 8) >> 4
    store<i8>(digits + 2 * i + 1, i8(digit - (carry << 4)))
  }
}

/** table = 1, 2, … 8 times the extended point, cached. */
function multiplesOf(table: usize, point: usize): void {
  toCached(table, point)
  memory.copy(multiple, point, POINT)
  for (let i: usize = 1; i < ENTRIES; i++) {
    addCached(multiple, multiple, table)
    toCached(table + i * POINT, multiple)
  }
}

/** o += digit · (the table's point) */
@inline function addDigit(o: usize, table: usize, digit: usize): void {
  lookup(chosen, table, i32(ENTRIES), load<i8>(digit))
  addCached(o, o, chosen)
}

@inline function timesSixteen(o: usize): void {
  double(o, o)
  double(o, o)
  double(o, o)
  double(o, o)
}

/** results[i] = scalar · points[i], extended; o and points may be the same. */
export function multiplyEach(results: usize, points: usize, count: usize, scalar: usize): void {
  signedDigits(digitsOfOne, scalar)
  for (let n: usize = 0; n < count; n++, results += POINT, points += POINT) {
    multiplesOf(ownTable, points)
    setIdentity(results)
    for (let i = DIGITS - 1; i < DIGITS; i--) {
      timesSixteen(results)
      addDigit(results, ownTable, digitsOfOne + i)
    }
  }
}

/** Bytes of what `buildBase` makes. */
export function baseBytes(): usize {
  return 32 * TABLE
}

/** 32 tables, of 256^i times the point, for `multiplyBase`. */
export function buildBase(tables: usize, point: usize): void {
  memory.copy(chosen, point, POINT)
  for (let i = 0; i < 32; i++, tables += TABLE) {
    multiplesOf(tables, chosen)
    timesSixteen(chosen)
    timesSixteen(chosen)
  }
}

/** o = scalar · (the point the tables were built from): the odd digits first, times 16, then the even ones. */
export function multiplyBase(o: usize, tables: usize, scalar: usize): void {
  signedDigits(digitsOfOne, scalar)
  setIdentity(o)
  for (let i: usize = 0; i < 32; i++) addDigit(o, tables + i * TABLE, digitsOfOne + 2 * i + 1)
  timesSixteen(o)
  for (let i: usize = 0; i < 32; i++) addDigit(o, tables + i * TABLE, digitsOfOne + 2 * i)
}

/** Bytes of `room` for each term of `sumSecret`. */
export function secretRoom(): usize {
  return TABLE + DIGITS
}

/** o = Σ scalars[i] · points[i]: one chain of doublings for all. */
export function sumSecret(o: usize, points: usize, scalars: usize, count: usize, room: usize): void {
  const digits = room + count * TABLE
  for (let n: usize = 0; n < count; n++) {
    multiplesOf(room + n * TABLE, points + n * POINT)
    signedDigits(digits + n * DIGITS, scalars + 32 * n)
  }
  setIdentity(o)
  for (let i = DIGITS - 1; i < DIGITS; i--) {
    timesSixteen(o)
    for (let n: usize = 0; n < count; n++) addDigit(o, room + n * TABLE, digits + n * DIGITS + i)
  }
}

/**
 * o = Σ ±points[i] over the points whose choice is not 0: +1 adds, −1 subtracts, and 0 adds the identity, all with the same
 * operations. For sums of bits.
 */
export function sumChosen(o: usize, points: usize, choices: usize, count: usize): void {
  setIdentity(o)
  for (let n: usize = 0; n < count; n++) {
    toCached(ownTable, points + n * POINT)
    lookup(chosen, ownTable, 1, load<i8>(choices + n))
    addCached(o, o, chosen)
  }
}

/** Overwrites what a secret left behind. */
export function wipeMultiples(): void {
  memory.fill(digitsOfOne, 0, DIGITS)
  memory.fill(chosen, 0, POINT)
  memory.fill(multiple, 0, POINT)
  memory.fill(ownTable, 0, TABLE)
}
