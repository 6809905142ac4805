/**
 * Single scalars mod ℓ. Every argument is a pointer to 32 bytes, little endian, unless it says otherwise: operands may be
 * any integers below 2^256, results are canonical (below ℓ). The result may lie where an operand does.
 * All of it takes the same time and touches the same memory whatever the values are.
 */
import { invert } from './scalar-invert'
import { add, HIGH, isCanonical, LIMBS, mul, pack, RR, SCALAR, subtract, unpack } from './scalar-limbs'

/** Two numbers, wiped before a call returns. */
const X = memory.data(144, 16)
const Y: usize = X + LIMBS

/** Writes x as the result, and wipes what the call has left in memory. */
function finish(out: usize, x: usize): void {
  pack(out, x)
  memory.fill(X, 0, 144)
}

/** 1 if the bytes are canonical, that is an integer below ℓ; else 0. */
export function scalarIsCanonical(bytes: usize): i32 {
  return isCanonical(bytes)
}

/** out = wide mod ℓ, for 64 bytes little endian: low + 2^256·high. */
export function scalarReduceWide(out: usize, wide: usize): void {
  unpack(X, wide + SCALAR)
  mul(X, X, HIGH)
  unpack(Y, wide)
  add(X, X, Y)
  finish(out, X)
}

/** out = a + b */
export function scalarAdd(out: usize, a: usize, b: usize): void {
  unpack(X, a)
  unpack(Y, b)
  add(X, X, Y)
  finish(out, X)
}

/** out = a − b */
export function scalarSubtract(out: usize, a: usize, b: usize): void {
  unpack(X, a)
  unpack(Y, b)
  subtract(X, X, Y)
  finish(out, X)
}

/** out = −a */
export function scalarNegate(out: usize, a: usize): void {
  unpack(Y, a)
  memory.fill(X, 0, LIMBS)
  subtract(X, X, Y)
  finish(out, X)
}

/** out = a·b */
export function scalarMultiply(out: usize, a: usize, b: usize): void {
  unpack(X, a)
  unpack(Y, b)
  mul(X, X, Y)
  mul(X, X, RR)
  finish(out, X)
}

/** out = a·b + c */
export function scalarMultiplyAdd(out: usize, a: usize, b: usize, c: usize): void {
  unpack(X, a)
  unpack(Y, b)
  mul(X, X, Y)
  mul(X, X, RR)
  unpack(Y, c)
  add(X, X, Y)
  finish(out, X)
}

/** out = 1/a, or 0 where there is none; returns 1 if there is one, else 0. */
export function scalarInvert(out: usize, a: usize): i32 {
  unpack(X, a)
  invert(X, X)
  finish(out, X)
  const any = load<u64>(out) | load<u64>(out, 8) | load<u64>(out, 16) | load<u64>(out, 24)
  // The top bit of n | −n is set unless n is 0.
  return <i32>((any | (0 - any)) >> 63)
}
