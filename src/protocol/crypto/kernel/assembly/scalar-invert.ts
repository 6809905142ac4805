/**
 * Inversion mod ℓ by Fermat: 1/x = x^(ℓ−2), always the same 250 squarings and 34 multiplications whatever x is.
 * The addition chain is Brian Smith's ("The most efficient known addition chains for field element & scalar inversion",
 * 2017, curve25519 scalar inversion), as curve25519-dalek has it.
 */
import { LIMBS, mul, RR } from './scalar-limbs'

/** x^1, x^2, … x^15 where the chain has them, and the running power; wiped before a call returns. */
const POWERS = memory.data(1152, 16)

@inline
function power(exponent: usize): usize {
  return POWERS + exponent * LIMBS
}

/** The running power, to begin with x^16. */
const Y: usize = POWERS

/** y = y^(2^squarings)·x^digit */
function step(squarings: i32, digit: usize): void {
  for (let i = 0; i < squarings; i++) mul(Y, Y, Y)
  mul(Y, Y, power(digit))
}

/** out = 1/x mod ℓ, small, for whole x; 0 for a multiple of ℓ. out may be x. */
export function invert(out: usize, x: usize): void {
  mul(power(1), x, RR)
  mul(power(2), power(1), power(1))
  mul(power(4), power(2), power(2))
  mul(power(3), power(2), power(1))
  mul(power(5), power(2), power(3))
  mul(power(7), power(2), power(5))
  mul(power(9), power(2), power(7))
  mul(power(11), power(2), power(9))
  mul(power(15), power(4), power(11))
  mul(Y, power(15), power(1))
  step(126, 5)
  step(4, 3)
  step(5, 15)
  step(5, 15)
  step(4, 9)
  step(2, 3)
  step(5, 15)
  step(4, 5)
  step(6, 5)
  step(3, 7)
  step(5, 15)
  step(5, 7)
  step(4, 3)
  step(5, 11)
  step(6, 11)
  step(10, 9)
  step(4, 3)
  step(5, 3)
  step(5, 3)
  step(5, 9)
  step(4, 7)
  step(6, 15)
  step(5, 11)
  step(3, 5)
  step(6, 15)
  step(3, 5)
  step(3, 3)
  // Out of the Montgomery form: x^(ℓ−2)·R · 1 / R.
  memory.fill(power(1), 0, LIMBS)
  store<u64>(power(1), 1)
  mul(out, Y, power(1))
  memory.fill(POWERS, 0, 1152)
}
