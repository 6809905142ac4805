/**
 * Vectors of scalars mod ℓ: packed, 32 bytes each, little endian. Operands may be any integers below 2^256, results are
 * canonical. A result vector may be an operand vector, but may not overlap one otherwise.
 * Time and touched memory depend on the lengths alone.
 */
import { invert } from './scalar-invert'
import {
  add,
  carry,
  copy,
  HIGH,
  isCanonical,
  LIMBS,
  mul,
  pack,
  R,
  RR,
  SCALAR,
  subtract,
  unpack,
  unpackMontgomery,
} from './scalar-limbs'

/** Four numbers, wiped before a call returns. */
const X = memory.data(288, 16)
const Y: usize = X + LIMBS
const S: usize = X + 2 * LIMBS
const T: usize = X + 3 * LIMBS

function wipe(): void {
  memory.fill(X, 0, 288)
}

/** out[i] = start·x^i for i < n */
export function scalarsPowers(out: usize, start: usize, x: usize, n: i32): void {
  unpack(X, start)
  unpackMontgomery(S, x)
  for (let i = 0; i < n; i++, out += SCALAR) {
    pack(out, X)
    mul(X, X, S)
  }
  wipe()
}

/** out = 1 + x + … + x^(n−1), for any n ≥ 0. */
export function scalarsSumOfPowers(out: usize, x: usize, n: u32): void {
  // After every bit of n from the highest: X the sum of the first k powers in Montgomery form, Y = x^k in Montgomery form,
  // for the number k that the bits so far make. X is small or loose.
  unpackMontgomery(S, x)
  memory.fill(X, 0, LIMBS)
  copy(Y, R)
  for (let bit: i32 = 31 - clz(n); bit >= 0; bit--) {
    add(T, Y, R)
    mul(X, X, T)
    mul(Y, Y, Y)
    if ((n >> bit) & 1) {
      add(X, X, Y)
      mul(Y, Y, S)
    }
  }
  memory.fill(T, 0, LIMBS)
  store<u64>(T, 1)
  mul(X, X, T)
  pack(out, X)
  wipe()
}

/** out[i] = a[i] + b[i] */
export function scalarsAdd(out: usize, a: usize, b: usize, n: i32): void {
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR, b += SCALAR) {
    unpack(X, a)
    unpack(Y, b)
    add(X, X, Y)
    pack(out, X)
  }
  wipe()
}

/** out[i] = a[i] − b[i] */
export function scalarsSubtract(out: usize, a: usize, b: usize, n: i32): void {
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR, b += SCALAR) {
    unpack(X, a)
    unpack(Y, b)
    subtract(X, X, Y)
    pack(out, X)
  }
  wipe()
}

/** out[i] = a[i] + s */
export function scalarsAddConstant(out: usize, a: usize, s: usize, n: i32): void {
  unpack(S, s)
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR) {
    unpack(X, a)
    add(X, X, S)
    pack(out, X)
  }
  wipe()
}

/** out[i] = a[i]·s */
export function scalarsScale(out: usize, a: usize, s: usize, n: i32): void {
  unpackMontgomery(S, s)
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR) {
    unpack(X, a)
    mul(X, X, S)
    pack(out, X)
  }
  wipe()
}

/** out[i] = a[i]·b[i] */
export function scalarsMultiply(out: usize, a: usize, b: usize, n: i32): void {
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR, b += SCALAR) {
    unpack(X, a)
    unpack(Y, b)
    mul(X, X, Y)
    mul(X, X, RR)
    pack(out, X)
  }
  wipe()
}

/** out[i] = a[i]·s + b[i]·t */
export function scalarsFold(out: usize, a: usize, s: usize, b: usize, t: usize, n: i32): void {
  unpackMontgomery(S, s)
  unpackMontgomery(T, t)
  for (let i = 0; i < n; i++, out += SCALAR, a += SCALAR, b += SCALAR) {
    unpack(X, a)
    mul(X, X, S)
    unpack(Y, b)
    mul(Y, Y, T)
    add(X, X, Y)
    pack(out, X)
  }
  wipe()
}

/** sum[i] += a[i]·s */
export function scalarsMultiplyAdd(sum: usize, a: usize, s: usize, n: i32): void {
  unpackMontgomery(S, s)
  for (let i = 0; i < n; i++, sum += SCALAR, a += SCALAR) {
    unpack(X, a)
    mul(X, X, S)
    unpack(Y, sum)
    add(X, X, Y)
    pack(sum, X)
  }
  wipe()
}

/** out = Σ a[i] */
export function scalarsSum(out: usize, a: usize, n: i32): void {
  memory.fill(X, 0, LIMBS)
  for (let i = 0; i < n; i++, a += SCALAR) {
    unpack(Y, a)
    add(X, X, Y)
  }
  // Memory has no room for 2^26 terms: limbs 0 … 7 are below 2^55, limb 8 below 2^50.
  carry(X)
  pack(out, X)
  wipe()
}

/** out = Π a[i] */
export function scalarsProduct(out: usize, a: usize, n: i32): void {
  copy(X, R)
  for (let i = 0; i < n; i++, a += SCALAR) {
    unpackMontgomery(Y, a)
    mul(X, X, Y)
  }
  memory.fill(Y, 0, LIMBS)
  store<u64>(Y, 1)
  mul(X, X, Y)
  pack(out, X)
  wipe()
}

/** out = Σ a[i]·b[i] */
export function scalarsInnerProduct(out: usize, a: usize, b: usize, n: i32): void {
  memory.fill(T, 0, LIMBS)
  for (let i = 0; i < n; i++, a += SCALAR, b += SCALAR) {
    unpack(X, a)
    unpack(Y, b)
    mul(X, X, Y)
    add(T, T, X)
  }
  // The sum is the inner product divided by R, with limbs as in scalarsSum.
  carry(T)
  pack(out, T)
  unpackMontgomery(X, out)
  pack(out, X)
  wipe()
}

/**
 * out[i] = 1/a[i] for i < n, with one inversion in all (Montgomery's trick). Returns 1; if an a[i] is a multiple of ℓ it
 * returns 0 and every out[i] is 0. Here out may not be a.
 */
export function scalarsInvert(out: usize, a: usize, n: i32): i32 {
  if (n == 0) return 1
  // out[i] = a[0]·…·a[i] / R^i
  unpack(X, a)
  pack(out, X)
  for (let i = 1; i < n; i++) {
    unpack(Y, a + <usize>i * SCALAR)
    mul(X, X, Y)
    pack(out + <usize>i * SCALAR, X)
  }
  const last: usize = out + <usize>(n - 1) * SCALAR
  const any = load<u64>(last) | load<u64>(last, 8) | load<u64>(last, 16) | load<u64>(last, 24)
  invert(X, X)
  // X = R^i / (a[0]·…·a[i]): times out[i − 1], over R, it is 1/a[i]; times a[i], over R, it is the next X.
  for (let i = n - 1; i > 0; i--) {
    const at: usize = out + <usize>i * SCALAR
    unpack(Y, at - SCALAR)
    mul(Y, Y, X)
    pack(at, Y)
    unpack(Y, a + <usize>i * SCALAR)
    mul(X, X, Y)
  }
  pack(out, X)
  wipe()
  return <i32>((any | (0 - any)) >> 63)
}

/** out[i] = wide[i] mod ℓ for n integers of 64 bytes, little endian. */
export function scalarsReduceWide(out: usize, wide: usize, n: i32): void {
  for (let i = 0; i < n; i++, out += SCALAR, wide += 2 * SCALAR) {
    unpack(X, wide + SCALAR)
    mul(X, X, HIGH)
    unpack(Y, wide)
    add(X, X, Y)
    pack(out, X)
  }
  wipe()
}

/** 1 if all of n scalars are canonical, else 0. */
export function scalarsAreCanonical(a: usize, n: i32): i32 {
  let all = 1
  for (let i = 0; i < n; i++, a += SCALAR) all &= isCanonical(a)
  return all
}
