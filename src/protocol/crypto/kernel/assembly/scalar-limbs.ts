/**
 * Integers mod ℓ = 2^252 + 27742317777372353535851937790883648493 as the loops of the kernel hold them: nine limbs of 29
 * bits, Σ x_i·2^(29i), each in 64 bits of memory (LIMBS bytes in all). Products of limbs have 58 bits, so a whole column
 * of nine is summed before anything is carried, and ℓ itself is sparse: limbs 5, 6 and 7 are zero, limb 8 is 2^20.
 *
 * Multiplication is Montgomery's ("Modular multiplication without trial division", 1985) with R = 2^261:
 * mul(a, b) = a·b/R mod ℓ. A loop that multiplies by the same factor again and again holds that factor as x·R (its
 * "Montgomery form") and everything else plain: mul(a, x·R) = a·x.
 *
 * BOUNDS, of the operands and results below:
 *   "whole"  0 ≤ x < 2^256, limbs below 2^29. What unpack makes of any 32 bytes.
 *   "small"  0 ≤ x < 2ℓ, limbs below 2^29. What mul returns.
 *   "loose"  a sum of small or whole numbers with limbs below 2^30: at most two of them. What mul takes.
 *   "signed" any sum and difference with |x_i| < 2^34 for i < 8 and |x_8| < 2^50. What pack takes.
 *
 * There is no branch and no address that depends on a value; shifts, masks and multiplications of integers take the same
 * time whatever the operands are. (`borrow` computes with bits instead of comparing, so that no engine is tempted.)
 */

/** Bytes of the nine limbs of a scalar. */
export const LIMBS: usize = 72
/** Bytes of a packed scalar. */
export const SCALAR: usize = 32

const MASK: u64 = 0x1fffffff
/** Limbs of ℓ. */
const L0: u64 = 0x1cf5d3ed
const L1: u64 = 0x009318d2
const L2: u64 = 0x1de73596
const L3: u64 = 0x1df3bd45
const L4: u64 = 0x0000014d
/** −1/ℓ mod 2^29. */
const N: u64 = 0x12547e1b
/** 64-bit words of ℓ; word 2 is zero. */
const W0: u64 = 0x5812631a5cf5d3ed
const W1: u64 = 0x14def9dea2f79cd6
const W3: u64 = 0x1000000000000000

/** R mod ℓ: the Montgomery form of 1. */
export const R = memory.data<u64>([
  0x114df9ed, 0x1a617303, 0x0f7c098c, 0x16793167, 0x1ffd656e, 0x1fffffff, 0x1fffffff, 0x1fffffff, 0x000fffff,
])
/** R² mod ℓ: mul(x, RR) is the Montgomery form of x. */
export const RR = memory.data<u64>([
  0x0b5f9d12, 0x1e141b17, 0x158d7f3d, 0x143f3757, 0x1972d781, 0x042feb7c, 0x1ceec73d, 0x1e184d1e, 0x0005046d,
])
/** 2^256·R mod ℓ: mul(x, HIGH) is 2^256·x. */
export const HIGH = memory.data<u64>([
  0x08c914a5, 0x020c3580, 0x1b47c606, 0x153fad37, 0x1ccb96fa, 0x1d217f5b, 0x1ee77639, 0x0df0c268, 0x00032823,
])

/**
 * out = a·b/R mod ℓ, small, from loose a and b with a·b < 2^513; out may be a or b.
 *
 * Digits m_0 … m_8 are chosen so that the lowest nine columns of a·b + m·ℓ are zero (m·2^252 is m·2^20 eight columns up).
 * A column has at most nine products of limbs below 2^30, four of m (29 bits) with 29 bits of ℓ, one with its 9 bits, one
 * m·2^20 and a carry below 2^35: in all below 9·2^60 + 4·2^58 + 2^39 + 2^50 < 2^64.
 * The result is (a·b + m·ℓ)/R < 2^513/2^261 + ℓ = 2^252 + ℓ < 2ℓ.
 */
export function mul(out: usize, a: usize, b: usize): void {
  const a0 = load<u64>(a)
  const a1 = load<u64>(a, 8)
  const a2 = load<u64>(a, 16)
  const a3 = load<u64>(a, 24)
  const a4 = load<u64>(a, 32)
  const a5 = load<u64>(a, 40)
  const a6 = load<u64>(a, 48)
  const a7 = load<u64>(a, 56)
  const a8 = load<u64>(a, 64)
  const b0 = load<u64>(b)
  const b1 = load<u64>(b, 8)
  const b2 = load<u64>(b, 16)
  const b3 = load<u64>(b, 24)
  const b4 = load<u64>(b, 32)
  const b5 = load<u64>(b, 40)
  const b6 = load<u64>(b, 48)
  const b7 = load<u64>(b, 56)
  const b8 = load<u64>(b, 64)

  // Columns 0 … 8: what the multiple of ℓ makes divisible by the radix, one digit m after the other.
  let t = a0 * b0
  const m0 = (t * N) & MASK
  t = (t + m0 * L0) >> 29
  t += a0 * b1 + a1 * b0 + m0 * L1
  const m1 = (t * N) & MASK
  t = (t + m1 * L0) >> 29
  t += a0 * b2 + a1 * b1 + a2 * b0 + m0 * L2 + m1 * L1
  const m2 = (t * N) & MASK
  t = (t + m2 * L0) >> 29
  t += a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + m0 * L3 + m1 * L2 + m2 * L1
  const m3 = (t * N) & MASK
  t = (t + m3 * L0) >> 29
  t += a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + m0 * L4 + m1 * L3 + m2 * L2 + m3 * L1
  const m4 = (t * N) & MASK
  t = (t + m4 * L0) >> 29
  t += a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0
  t += m1 * L4 + m2 * L3 + m3 * L2 + m4 * L1
  const m5 = (t * N) & MASK
  t = (t + m5 * L0) >> 29
  t += a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0
  t += m2 * L4 + m3 * L3 + m4 * L2 + m5 * L1
  const m6 = (t * N) & MASK
  t = (t + m6 * L0) >> 29
  t += a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0
  t += m3 * L4 + m4 * L3 + m5 * L2 + m6 * L1
  const m7 = (t * N) & MASK
  t = (t + m7 * L0) >> 29
  t += a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0
  t += (m0 << 20) + m4 * L4 + m5 * L3 + m6 * L2 + m7 * L1
  const m8 = (t * N) & MASK
  t = (t + m8 * L0) >> 29

  // Columns 9 … 17 are the result.
  t += a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1
  t += (m1 << 20) + m5 * L4 + m6 * L3 + m7 * L2 + m8 * L1
  store<u64>(out, t & MASK)
  t >>= 29
  t += a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2
  t += (m2 << 20) + m6 * L4 + m7 * L3 + m8 * L2
  store<u64>(out, t & MASK, 8)
  t >>= 29
  t += a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + (m3 << 20) + m7 * L4 + m8 * L3
  store<u64>(out, t & MASK, 16)
  t >>= 29
  t += a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 + (m4 << 20) + m8 * L4
  store<u64>(out, t & MASK, 24)
  t >>= 29
  t += a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 + (m5 << 20)
  store<u64>(out, t & MASK, 32)
  t >>= 29
  t += a6 * b8 + a7 * b7 + a8 * b6 + (m6 << 20)
  store<u64>(out, t & MASK, 40)
  t >>= 29
  t += a7 * b8 + a8 * b7 + (m7 << 20)
  store<u64>(out, t & MASK, 48)
  t >>= 29
  t += a8 * b8 + (m8 << 20)
  store<u64>(out, t & MASK, 56)
  t >>= 29
  store<u64>(out, t, 64)
}

/** The limbs of 32 bytes, little endian: whole. */
export function unpack(out: usize, bytes: usize): void {
  const w0 = load<u64>(bytes)
  const w1 = load<u64>(bytes, 8)
  const w2 = load<u64>(bytes, 16)
  const w3 = load<u64>(bytes, 24)
  store<u64>(out, w0 & MASK)
  store<u64>(out, (w0 >> 29) & MASK, 8)
  store<u64>(out, ((w0 >> 58) | (w1 << 6)) & MASK, 16)
  store<u64>(out, (w1 >> 23) & MASK, 24)
  store<u64>(out, ((w1 >> 52) | (w2 << 12)) & MASK, 32)
  store<u64>(out, (w2 >> 17) & MASK, 40)
  store<u64>(out, ((w2 >> 46) | (w3 << 18)) & MASK, 48)
  store<u64>(out, (w3 >> 11) & MASK, 56)
  store<u64>(out, w3 >> 40, 64)
}

/**
 * The 32 canonical bytes of signed limbs.
 *
 * q = ⌊(x_8 − 64)/2^20⌋ is a little less than x/ℓ, so that 0 ≤ x − q·ℓ < 2ℓ. For let s be what the limbs below x_8 sum to:
 * |s| < 2^34·(2^203 + 2^174 + …) < 33·2^232. From q·2^252 ≤ (x_8 − 64)·2^232 follows x − q·2^252 ≥ 64·2^232 + s > 31·2^232,
 * and from (x_8 − 64)·2^232 < (q + 1)·2^252 follows x − q·2^252 < 2^252 + 64·2^232 + s < 2^252 + 97·2^232; and
 * |q·(ℓ − 2^252)| < 2^31·2^125 changes neither bound by 2^232. One subtraction of ℓ then remains to do, or not.
 */
export function pack(out: usize, x: usize): void {
  const x8 = load<i64>(x, 64)
  const q = (x8 - 64) >> 20
  let t = load<i64>(x) - q * <i64>L0
  const l0 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 8) - q * <i64>L1
  const l1 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 16) - q * <i64>L2
  const l2 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 24) - q * <i64>L3
  const l3 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 32) - q * <i64>L4
  const l4 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 40)
  const l5 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 48)
  const l6 = <u64>t & MASK
  t = (t >> 29) + load<i64>(x, 56)
  const l7 = <u64>t & MASK
  const l8 = <u64>((t >> 29) + x8 - (q << 20))

  const w0 = l0 | (l1 << 29) | (l2 << 58)
  const w1 = (l2 >> 6) | (l3 << 23) | (l4 << 52)
  const w2 = (l4 >> 12) | (l5 << 17) | (l6 << 46)
  const w3 = (l6 >> 18) | (l7 << 11) | (l8 << 40)

  const d0 = w0 - W0
  const b0 = borrow(w0, W0, d0)
  const e1 = w1 - W1
  const d1 = e1 - b0
  const b1 = borrow(w1, W1, e1) | borrow(e1, b0, d1)
  const d2 = w2 - b1
  const d3 = w3 - W3 - borrow(w2, b1, d2)
  // All ones if the difference is negative.
  const keep: u64 = 0 - (d3 >> 63)
  store<u64>(out, d0 ^ ((d0 ^ w0) & keep))
  store<u64>(out, d1 ^ ((d1 ^ w1) & keep), 8)
  store<u64>(out, d2 ^ ((d2 ^ w2) & keep), 16)
  store<u64>(out, d3 ^ ((d3 ^ w3) & keep), 24)
}

/** 1 if x < y, for difference = x − y mod 2^64. */
@inline
function borrow(x: u64, y: u64, difference: u64): u64 {
  return ((~x & y) | ((~x | y) & difference)) >> 63
}

/** 1 if 32 bytes are an integer below ℓ, else 0. */
export function isCanonical(bytes: usize): i32 {
  const w0 = load<u64>(bytes)
  const w1 = load<u64>(bytes, 8)
  const w2 = load<u64>(bytes, 16)
  const w3 = load<u64>(bytes, 24)
  const b0 = borrow(w0, W0, w0 - W0)
  const e1 = w1 - W1
  const b1 = borrow(w1, W1, e1) | borrow(e1, b0, e1 - b0)
  const b2 = borrow(w2, b1, w2 - b1)
  const e3 = w3 - W3
  return <i32>(borrow(w3, W3, e3) | borrow(e3, b2, e3 - b2))
}

/** out = a + b, limb by limb. */
export function add(out: usize, a: usize, b: usize): void {
  store<u64>(out, load<u64>(a) + load<u64>(b))
  store<u64>(out, load<u64>(a, 8) + load<u64>(b, 8), 8)
  store<u64>(out, load<u64>(a, 16) + load<u64>(b, 16), 16)
  store<u64>(out, load<u64>(a, 24) + load<u64>(b, 24), 24)
  store<u64>(out, load<u64>(a, 32) + load<u64>(b, 32), 32)
  store<u64>(out, load<u64>(a, 40) + load<u64>(b, 40), 40)
  store<u64>(out, load<u64>(a, 48) + load<u64>(b, 48), 48)
  store<u64>(out, load<u64>(a, 56) + load<u64>(b, 56), 56)
  store<u64>(out, load<u64>(a, 64) + load<u64>(b, 64), 64)
}

/** out = a − b, limb by limb: only for pack and add. */
export function subtract(out: usize, a: usize, b: usize): void {
  store<u64>(out, load<u64>(a) - load<u64>(b))
  store<u64>(out, load<u64>(a, 8) - load<u64>(b, 8), 8)
  store<u64>(out, load<u64>(a, 16) - load<u64>(b, 16), 16)
  store<u64>(out, load<u64>(a, 24) - load<u64>(b, 24), 24)
  store<u64>(out, load<u64>(a, 32) - load<u64>(b, 32), 32)
  store<u64>(out, load<u64>(a, 40) - load<u64>(b, 40), 40)
  store<u64>(out, load<u64>(a, 48) - load<u64>(b, 48), 48)
  store<u64>(out, load<u64>(a, 56) - load<u64>(b, 56), 56)
  store<u64>(out, load<u64>(a, 64) - load<u64>(b, 64), 64)
}

/** Copies a number. */
export function copy(out: usize, a: usize): void {
  memory.copy(out, a, LIMBS)
}

/** The Montgomery form of 32 bytes: small. */
export function unpackMontgomery(out: usize, bytes: usize): void {
  unpack(out, bytes)
  mul(out, out, RR)
}

/** Carries in a long sum of signed numbers, |x_i| < 2^62: after it, limbs 0 … 7 are in 0 … 2^29 − 1. */
export function carry(x: usize): void {
  let t: i64 = 0
  for (let at = x, end = x + 64; at < end; at += 8) {
    t += load<i64>(at)
    store<i64>(at, t & <i64>MASK)
    t >>= 29
  }
  store<i64>(x, t + load<i64>(x, 64), 64)
}
