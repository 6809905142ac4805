/**
 * Sums of multiples of public points by public scalars, in variable time.
 *
 * Few terms: interleaving (E. Straus, 1964; B. Möller, "Algorithms for multi-exponentiation", 2001). All scalars share one
 * chain of doublings; a term adds odd multiples of its point, from a table kept for fixed points.
 * Many terms: buckets (N. Pippenger, 1976; signed digits as in D. J. Bernstein et al., "Faster batch forgery identification",
 * 2012). Where they cross is measured by the caller.
 */

import { addCached, double, POINT, setIdentity, subCached, toCached } from './point'

/** Places of a scalar's digits, one more than its bits for the carry. */
const PLACES: usize = 257
/** Bytes of an entry: the next entry of the same place, and what to add there (an address; odd: to subtract). */
const ENTRY: usize = 8
/** Non-zero digits a scalar below 2^256 has at most in the narrowest form that is used (width 5). */
const MOST_DIGITS: usize = 52

const multiple = memory.data(160, 16)
const twice = memory.data(160, 16)
const words = memory.data(48, 16)

/** table = P, 3P, 5P, … (2·count − 1)P, cached, of an extended point. */
export function oddMultiples(table: usize, point: usize, count: usize): void {
  double(multiple, point)
  toCached(twice, multiple)
  memory.copy(multiple, point, POINT)
  toCached(table, point)
  for (let i: usize = 1; i < count; i++) {
    addCached(multiple, multiple, twice)
    toCached(table + i * POINT, multiple)
  }
}

/** Width of the form of points without a table, and the odd multiples it takes. */
const WIDTH: usize = 5
const MULTIPLES: usize = 8

/** Bytes of `room` that `sumFew` takes for a number of terms. */
export function roomOfFew(count: usize): usize {
  return PLACES * 4 + 12 + count * (MOST_DIGITS * ENTRY + MULTIPLES * POINT)
}

/**
 * o = Σ scalars[i] · points[i] by interleaving. tables[i] is the address of a table of odd multiples with 2^(width − 2) entries
 * made by `oddMultiples`, or 0 for a point that has none; where it is not 0, points[i] is not read.
 */
export function sumFew(o: usize, points: usize, scalars: usize, tables: usize, count: usize, width: usize, room: usize): void {
  const heads = room
  let entries = (room + PLACES * 4 + 15) & ~15
  let own = entries + count * MOST_DIGITS * ENTRY
  memory.fill(heads, 0, PLACES * 4)
  for (let n: usize = 0; n < count; n++, scalars += 32, points += POINT) {
    let table: usize = load<u32>(tables + 4 * n)
    if (table == 0) {
      oddMultiples(own, points, MULTIPLES)
      entries = pushDigits(heads, entries, scalars, own, WIDTH)
      own += MULTIPLES * POINT
    } else {
      entries = pushDigits(heads, entries, scalars, table, width)
    }
  }
  setIdentity(o)
  let begun = false
  for (let place = PLACES - 1; place < PLACES; place--) {
    if (begun) double(o, o)
    for (let entry: usize = load<u32>(heads + 4 * place); entry != 0; entry = load<u32>(entry)) {
      const what: usize = load<u32>(entry, 4)
      if (what & 1) subCached(o, o, what - 1)
      else addCached(o, o, what)
      begun = true
    }
  }
}

/**
 * Enters the signed odd digits below 2^(width − 1) of a scalar, each followed by at least width − 1 zeros, in the lists of
 * their places. @returns where the next entry goes
 */
function pushDigits(heads: usize, entry: usize, scalar: usize, table: usize, width: usize): usize {
  memory.copy(words, scalar, 32)
  const mask: u32 = (1 << u32(width)) - 1
  let carry: u32 = 0
  for (let place: usize = 0; place < PLACES; ) {
    const word = words + ((place >> 5) << 2)
    const window = u32(load<u64>(word) >> (place & 31))
    if ((window & 1) == carry) {
      place++
      continue
    }
    const digit = i32((window & mask) + carry)
    carry = u32(digit) >> u32(width - 1)
    const signed = digit - i32(carry << u32(width))
    const size = signed < 0 ? -signed : signed
    const head = heads + 4 * place
    store<u32>(entry, load<u32>(head))
    store<u32>(entry, u32(table + (usize(size) >> 1) * POINT) | u32(signed < 0), 4)
    store<u32>(head, u32(entry))
    entry += ENTRY
    place += width
  }
  return entry
}

/** Windows of `bits` bits that a scalar below 2^253 has, with its carry. */
@inline function windowsOf(bits: usize): usize {
  return (253 + bits) / bits
}

/** Bytes of `room` that `sumMany` takes. */
export function roomOfMany(count: usize, bits: usize): usize {
  return count * POINT + (<usize>1 << (bits - 1)) * (POINT + 1) + ((count * windowsOf(bits) * 2 + 15) & ~15) + 16
}

/** o = Σ scalars[i] · points[i] with buckets, for digits of `bits` bits, 2 … 15. */
export function sumMany(o: usize, points: usize, scalars: usize, count: usize, bits: usize, room: usize): void {
  const windows = windowsOf(bits)
  const half: usize = 1 << (bits - 1)
  const cached = room
  const buckets = cached + count * POINT
  const digits = buckets + half * POINT
  const filled = digits + ((count * windows * 2 + 15) & ~15)
  for (let n: usize = 0; n < count; n++) {
    toCached(cached + n * POINT, points + n * POINT)
    windowDigits(digits + 2 * n, 2 * count, scalars + 32 * n, windows, bits)
  }
  setIdentity(o)
  for (let window = windows - 1; window < windows; window--) {
    if (window != windows - 1) for (let i: usize = 0; i < bits; i++) double(o, o)
    memory.fill(filled, 0, half)
    let digit = digits + window * count * 2
    let point = cached
    let highest: usize = 0
    for (let n: usize = 0; n < count; n++, digit += 2, point += POINT) {
      const d = i32(load<i16>(digit))
      if (d == 0) continue
      const index = usize((d < 0 ? -d : d) - 1)
      const bucket = buckets + index * POINT
      if (load<u8>(filled + index) == 0) {
        store<u8>(filled + index, 1)
        setIdentity(bucket)
        if (index >= highest) highest = index + 1
      }
      if (d < 0) subCached(bucket, bucket, point)
      else addCached(bucket, bucket, point)
    }
    // Σ j·bucket_j: every bucket is added to `running` once, and `running` to the sum at every step
    setIdentity(running)
    for (let index = highest - 1; index < highest; index--) {
      if (load<u8>(filled + index)) {
        toCached(multiple, buckets + index * POINT)
        addCached(running, running, multiple)
        toCached(runningCached, running)
      }
      addCached(o, o, runningCached)
    }
  }
}

const running = memory.data(160, 16)
const runningCached = memory.data(160, 16)

/** Signed digits of a scalar in windows of `bits` bits, least significant first, `stride` bytes apart. */
function windowDigits(digits: usize, stride: usize, scalar: usize, windows: usize, bits: usize): void {
  memory.copy(words, scalar, 32)
  const mask: u32 = (1 << u32(bits)) - 1
  const half: i32 = 1 << i32(bits - 1)
  let carry = 0
  for (let i: usize = 0, place: usize = 0; i < windows; i++, place += bits, digits += stride) {
    const window = u32(load<u64>(words + ((place >> 5) << 2)) >> (place & 31)) & mask
    const digit = i32(window) + carry
    carry = i32(digit > half)
    store<i16>(digits, i16(digit - (carry << i32(bits))))
  }
}

/** o = Σ ± points[i], choices 1 or −1, extended points. */
export function sumPoints(o: usize, points: usize, choices: usize, count: usize): void {
  setIdentity(o)
  for (let n: usize = 0; n < count; n++, points += POINT) {
    toCached(multiple, points)
    if (load<i8>(choices + n) < 0) subCached(o, o, multiple)
    else addCached(o, o, multiple)
  }
}
