/**
 * Arithmetic mod p = 2^255 − 19 on pairs of field elements, in plain WebAssembly: what field-fma.ts does with vectors, for
 * engines without relaxed SIMD. The functions are the same, and the two modules agree in every result.
 *
 * An element is Σ d_k·2^⌈25.5·k⌉, k = 0 … 9, with signed digits in i32, in the manner of D. J. Bernstein, "Curve25519: new
 * Diffie-Hellman speed records" (2006). A pair is two of them, one after the other.
 *
 * BOUNDS. "Reduced" is |d| ≤ 1.01·2^25 for even k and 1.01·2^24 for odd k; "of size s" is s times that. A product of sizes
 * s and t has columns below s·t·2^57.6 (ten terms, up to nine of them times 19, half of them doubled), which fits 63 bits for
 * s·t ≤ 16. Digits of size up to 16 fit 32 bits.
 */

/** Bytes of a pair, and of one element. */
export const PAIR: usize = 80
const ELEMENT: usize = 40

@inline function digit(a: usize, k: usize): i64 {
  return i64(load<i32>(a + 4 * k))
}

/** Takes the carries of ten columns below 2^63 and stores the digits; each is carried once, 0 and 4 twice. */
@inline function finish(
  o: usize, h0: i64, h1: i64, h2: i64, h3: i64, h4: i64, h5: i64, h6: i64, h7: i64, h8: i64, h9: i64,
): void {
  let c: i64
  c = (h0 + (1 << 25)) >> 26; h1 += c; h0 -= c << 26
  c = (h4 + (1 << 25)) >> 26; h5 += c; h4 -= c << 26
  c = (h1 + (1 << 24)) >> 25; h2 += c; h1 -= c << 25
  c = (h5 + (1 << 24)) >> 25; h6 += c; h5 -= c << 25
  c = (h2 + (1 << 25)) >> 26; h3 += c; h2 -= c << 26
  c = (h6 + (1 << 25)) >> 26; h7 += c; h6 -= c << 26
  c = (h3 + (1 << 24)) >> 25; h4 += c; h3 -= c << 25
  c = (h7 + (1 << 24)) >> 25; h8 += c; h7 -= c << 25
  c = (h4 + (1 << 25)) >> 26; h5 += c; h4 -= c << 26
  c = (h8 + (1 << 25)) >> 26; h9 += c; h8 -= c << 26
  c = (h9 + (1 << 24)) >> 25; h0 += 19 * c; h9 -= c << 25
  c = (h0 + (1 << 25)) >> 26; h1 += c; h0 -= c << 26
  store<i32>(o, i32(h0), 0)
  store<i32>(o, i32(h1), 4)
  store<i32>(o, i32(h2), 8)
  store<i32>(o, i32(h3), 12)
  store<i32>(o, i32(h4), 16)
  store<i32>(o, i32(h5), 20)
  store<i32>(o, i32(h6), 24)
  store<i32>(o, i32(h7), 28)
  store<i32>(o, i32(h8), 32)
  store<i32>(o, i32(h9), 36)
}

function mulElement(o: usize, a: usize, b: usize): void {
  const a0 = digit(a, 0), b0 = digit(b, 0)
  const a1 = digit(a, 1), b1 = digit(b, 1)
  const a2 = digit(a, 2), b2 = digit(b, 2)
  const a3 = digit(a, 3), b3 = digit(b, 3)
  const a4 = digit(a, 4), b4 = digit(b, 4)
  const a5 = digit(a, 5), b5 = digit(b, 5)
  const a6 = digit(a, 6), b6 = digit(b, 6)
  const a7 = digit(a, 7), b7 = digit(b, 7)
  const a8 = digit(a, 8), b8 = digit(b, 8)
  const a9 = digit(a, 9), b9 = digit(b, 9)
  // 2^⌈25.5 i⌉·2^⌈25.5 j⌉ is twice 2^⌈25.5 (i + j)⌉ when both are odd; ten places up means 19 times
  const c1 = 19 * b1, c2 = 19 * b2, c3 = 19 * b3, c4 = 19 * b4, c5 = 19 * b5, c6 = 19 * b6, c7 = 19 * b7, c8 = 19 * b8, c9 = 19 * b9
  const d1 = 2 * a1, d3 = 2 * a3, d5 = 2 * a5, d7 = 2 * a7, d9 = 2 * a9
  finish(
    o,
    a0 * b0 + d1 * c9 + a2 * c8 + d3 * c7 + a4 * c6 + d5 * c5 + a6 * c4 + d7 * c3 + a8 * c2 + d9 * c1,
    a0 * b1 + a1 * b0 + a2 * c9 + a3 * c8 + a4 * c7 + a5 * c6 + a6 * c5 + a7 * c4 + a8 * c3 + a9 * c2,
    a0 * b2 + d1 * b1 + a2 * b0 + d3 * c9 + a4 * c8 + d5 * c7 + a6 * c6 + d7 * c5 + a8 * c4 + d9 * c3,
    a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c9 + a5 * c8 + a6 * c7 + a7 * c6 + a8 * c5 + a9 * c4,
    a0 * b4 + d1 * b3 + a2 * b2 + d3 * b1 + a4 * b0 + d5 * c9 + a6 * c8 + d7 * c7 + a8 * c6 + d9 * c5,
    a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + a6 * c9 + a7 * c8 + a8 * c7 + a9 * c6,
    a0 * b6 + d1 * b5 + a2 * b4 + d3 * b3 + a4 * b2 + d5 * b1 + a6 * b0 + d7 * c9 + a8 * c8 + d9 * c7,
    a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + a8 * c9 + a9 * c8,
    a0 * b8 + d1 * b7 + a2 * b6 + d3 * b5 + a4 * b4 + d5 * b3 + a6 * b2 + d7 * b1 + a8 * b0 + d9 * c9,
    a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + a9 * b0,
  )
}

function squareElement(o: usize, a: usize): void {
  const a0 = digit(a, 0)
  const a1 = digit(a, 1)
  const a2 = digit(a, 2)
  const a3 = digit(a, 3)
  const a4 = digit(a, 4)
  const a5 = digit(a, 5)
  const a6 = digit(a, 6)
  const a7 = digit(a, 7)
  const a8 = digit(a, 8)
  const a9 = digit(a, 9)
  const t0 = 2 * a0, t1 = 2 * a1, t2 = 2 * a2, t3 = 2 * a3, t4 = 2 * a4, t5 = 2 * a5, t6 = 2 * a6, t7 = 2 * a7, t8 = 2 * a8, t9 = 2 * a9
  const c5 = 19 * a5, c6 = 19 * a6, c7 = 19 * a7, c8 = 19 * a8, c9 = 19 * a9
  finish(
    o,
    a0 * a0 + t1 * (2 * c9) + t2 * c8 + t3 * (2 * c7) + t4 * c6 + t5 * c5,
    t0 * a1 + t2 * c9 + t3 * c8 + t4 * c7 + t5 * c6,
    t0 * a2 + t1 * a1 + t3 * (2 * c9) + t4 * c8 + t5 * (2 * c7) + a6 * c6,
    t0 * a3 + t1 * a2 + t4 * c9 + t5 * c8 + t6 * c7,
    t0 * a4 + t1 * t3 + a2 * a2 + t5 * (2 * c9) + t6 * c8 + t7 * c7,
    t0 * a5 + t1 * a4 + t2 * a3 + t6 * c9 + t7 * c8,
    t0 * a6 + t1 * t5 + t2 * a4 + t3 * a3 + t7 * (2 * c9) + a8 * c8,
    t0 * a7 + t1 * a6 + t2 * a5 + t3 * a4 + t8 * c9,
    t0 * a8 + t1 * t7 + t2 * a6 + t3 * t5 + a4 * a4 + t9 * c9,
    t0 * a9 + t1 * a8 + t2 * a7 + t3 * a6 + t4 * a5,
  )
}

/** o = a·b. */
export function mul(o: usize, a: usize, b: usize): void {
  mulElement(o, a, b)
  mulElement(o + ELEMENT, a + ELEMENT, b + ELEMENT)
}

const scratch = memory.data(40, 16)

/** Overwrites what operations on secrets left behind. */
export function wipe(): void {
  memory.fill(scratch, 0, ELEMENT)
}

/** o = [a0·a1, b0·b1]. */
export function mulZip(o: usize, a: usize, b: usize): void {
  mulElement(scratch, a, a + ELEMENT)
  mulElement(o + ELEMENT, b, b + ELEMENT)
  memory.copy(o, scratch, ELEMENT)
}

/** o = [a0·b1, a1·b0]. */
export function mulSwap(o: usize, a: usize, b: usize): void {
  mulElement(scratch, a, b + ELEMENT)
  mulElement(o + ELEMENT, a + ELEMENT, b)
  memory.copy(o, scratch, ELEMENT)
}

/** o = [v1 − v0, v1 + v0] for v = a·b; of size 2. */
export function mulDif(o: usize, a: usize, b: usize): void {
  mul(o, a, b)
  dif(o, o)
}

/** o = a². */
export function square(o: usize, a: usize): void {
  squareElement(o, a)
  squareElement(o + ELEMENT, a + ELEMENT)
}

/** o = a^(2^n), n > 0. */
export function squareTimes(o: usize, a: usize, n: i32): void {
  square(o, a)
  for (let i = 1; i < n; i++) square(o, o)
}

/**
 * The squares of a doubling. From xy = [X, Y] and sz = [X + Y, Z]:
 * gs = [Y² − X², Y² + X²],  ef = [(X + Y)² − X² − Y², 2Z² − (Y² − X²)], of size up to 4.
 */
export function squaresOfDoubling(ef: usize, gs: usize, xy: usize, sz: usize): void {
  square(ef, sz)
  square(gs, xy)
  dif(gs, gs)
  for (let i: usize = 0; i < ELEMENT; i += 4) {
    const g = load<i32>(gs + i), s = load<i32>(gs + i + ELEMENT)
    store<i32>(ef + i, load<i32>(ef + i) - s)
    store<i32>(ef + i + ELEMENT, 2 * load<i32>(ef + i + ELEMENT) - g)
  }
}

@inline function reduceElement(o: usize, a: usize): void {
  finish(
    o,
    digit(a, 0), digit(a, 1), digit(a, 2), digit(a, 3), digit(a, 4),
    digit(a, 5), digit(a, 6), digit(a, 7), digit(a, 8), digit(a, 9),
  )
}

/** o = a, reduced. */
export function reduce(o: usize, a: usize): void {
  reduceElement(o, a)
  reduceElement(o + ELEMENT, a + ELEMENT)
}

/** o = [X + Y, Z] from [X, Y] and [T, Z]. */
export function sumAndLast(o: usize, xy: usize, tz: usize): void {
  for (let i: usize = 0; i < ELEMENT; i += 4) {
    store<i32>(o + i, load<i32>(xy + i) + load<i32>(xy + i + ELEMENT))
    store<i32>(o + i + ELEMENT, load<i32>(tz + i + ELEMENT))
  }
}

/** o = [a1 − a0, a1 + a0], a plain sum. */
export function dif(o: usize, a: usize): void {
  for (let i: usize = 0; i < ELEMENT; i += 4) {
    const x = load<i32>(a + i), y = load<i32>(a + i + ELEMENT)
    store<i32>(o + i, y - x)
    store<i32>(o + i + ELEMENT, y + x)
  }
}

/** o = a + b, a plain sum. */
export function add(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 4) store<i32>(o + i, load<i32>(a + i) + load<i32>(b + i))
}

/** o = a − b, a plain sum. */
export function sub(o: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < PAIR; i += 4) store<i32>(o + i, load<i32>(a + i) - load<i32>(b + i))
}

/** o = [a0, b0]; o is neither a nor b. */
export function zipLow(o: usize, a: usize, b: usize): void {
  memory.copy(o, a, ELEMENT)
  memory.copy(o + ELEMENT, b, ELEMENT)
}

/** o = [a1, b1]; o is neither a nor b. */
export function zipHigh(o: usize, a: usize, b: usize): void {
  memory.copy(o, a + ELEMENT, ELEMENT)
  memory.copy(o + ELEMENT, b + ELEMENT, ELEMENT)
}

/** o = [a1, a0]; o is not a. */
export function swap(o: usize, a: usize): void {
  memory.copy(o, a + ELEMENT, ELEMENT)
  memory.copy(o + ELEMENT, a, ELEMENT)
}

/** Lane by lane: o = b where the mask is all ones, a where it is zero. */
export function select(o: usize, a: usize, b: usize, mask0: i64, mask1: i64): void {
  for (let i: usize = 0; i < ELEMENT; i += 8) {
    const x = load<i64>(a + i), y = load<i64>(a + i + ELEMENT)
    store<i64>(o + i, x ^ (mask0 & (x ^ load<i64>(b + i))))
    store<i64>(o + i + ELEMENT, y ^ (mask1 & (y ^ load<i64>(b + i + ELEMENT))))
  }
}

/** Lane by lane: o = −a where the mask is all ones, a where it is zero. */
export function negateWhere(o: usize, a: usize, mask0: i64, mask1: i64): void {
  const m0 = i32(mask0), m1 = i32(mask1)
  for (let i: usize = 0; i < ELEMENT; i += 4) {
    store<i32>(o + i, (load<i32>(a + i) ^ m0) - m0)
    store<i32>(o + i + ELEMENT, (load<i32>(a + i + ELEMENT) ^ m1) - m1)
  }
}

/** o |= a & mask, bit by bit: one step of a table lookup that reads every entry. */
@inline export function accumulate(o: usize, a: usize, mask: i64): void {
  for (let i: usize = 0; i < PAIR; i += 8) store<i64>(o + i, load<i64>(o + i) | (load<i64>(a + i) & mask))
}

/** Lane `lane` of o = the 32 bytes at `bytes`, little endian, without their highest bit; not necessarily below p. */
export function loadLane(o: usize, lane: usize, bytes: usize): void {
  const w0 = load<u64>(bytes), w1 = load<u64>(bytes, 8), w2 = load<u64>(bytes, 16), w3 = load<u64>(bytes, 24)
  finish(
    o + lane * ELEMENT,
    i64(w0 & 0x3ffffff),
    i64((w0 >> 26) & 0x1ffffff),
    i64(((w0 >> 51) | (w1 << 13)) & 0x3ffffff),
    i64((w1 >> 13) & 0x1ffffff),
    i64((w1 >> 38) & 0x3ffffff),
    i64(w2 & 0x1ffffff),
    i64((w2 >> 25) & 0x3ffffff),
    i64(((w2 >> 51) | (w3 << 13)) & 0x1ffffff),
    i64((w3 >> 12) & 0x3ffffff),
    i64((w3 >> 38) & 0x1ffffff),
  )
}

/** The canonical 32 bytes of lane `lane` of a, whose digits are of size up to 2. */
export function storeLane(bytes: usize, a: usize, lane: usize): void {
  a += lane * ELEMENT
  // plus 4p, digit by digit, so that all become positive
  let h0 = digit(a, 0) + 4 * 0x3ffffed, h1 = digit(a, 1) + 4 * 0x1ffffff, h2 = digit(a, 2) + 4 * 0x3ffffff
  let h3 = digit(a, 3) + 4 * 0x1ffffff, h4 = digit(a, 4) + 4 * 0x3ffffff, h5 = digit(a, 5) + 4 * 0x1ffffff
  let h6 = digit(a, 6) + 4 * 0x3ffffff, h7 = digit(a, 7) + 4 * 0x1ffffff, h8 = digit(a, 8) + 4 * 0x3ffffff
  let h9 = digit(a, 9) + 4 * 0x1ffffff
  h1 += h0 >> 26; h0 &= 0x3ffffff
  h2 += h1 >> 25; h1 &= 0x1ffffff
  h3 += h2 >> 26; h2 &= 0x3ffffff
  h4 += h3 >> 25; h3 &= 0x1ffffff
  h5 += h4 >> 26; h4 &= 0x3ffffff
  h6 += h5 >> 25; h5 &= 0x1ffffff
  h7 += h6 >> 26; h6 &= 0x3ffffff
  h8 += h7 >> 25; h7 &= 0x1ffffff
  h9 += h8 >> 26; h8 &= 0x3ffffff
  h0 += 19 * (h9 >> 25); h9 &= 0x1ffffff
  // now below 2^255 + 2^8: q is how often p fits
  let q = (h0 + 19) >> 26
  q = (h1 + q) >> 25
  q = (h2 + q) >> 26
  q = (h3 + q) >> 25
  q = (h4 + q) >> 26
  q = (h5 + q) >> 25
  q = (h6 + q) >> 26
  q = (h7 + q) >> 25
  q = (h8 + q) >> 26
  q = (h9 + q) >> 25
  h0 += 19 * q
  h1 += h0 >> 26; h0 &= 0x3ffffff
  h2 += h1 >> 25; h1 &= 0x1ffffff
  h3 += h2 >> 26; h2 &= 0x3ffffff
  h4 += h3 >> 25; h3 &= 0x1ffffff
  h5 += h4 >> 26; h4 &= 0x3ffffff
  h6 += h5 >> 25; h5 &= 0x1ffffff
  h7 += h6 >> 26; h6 &= 0x3ffffff
  h8 += h7 >> 25; h7 &= 0x1ffffff
  h9 += h8 >> 26; h8 &= 0x3ffffff
  h9 &= 0x1ffffff
  store<u64>(bytes, h0 | (h1 << 26) | (h2 << 51))
  store<u64>(bytes, (h2 >> 13) | (h3 << 13) | (h4 << 38), 8)
  store<u64>(bytes, h5 | (h6 << 25) | (h7 << 51), 16)
  store<u64>(bytes, (h7 >> 13) | (h8 << 12) | (h9 << 38), 24)
}
