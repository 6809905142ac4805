/**
 * Multiplication modulo an odd number, which is what all the time of the delay function goes into, in whatever form of the
 * numbers is fastest here: floating-point limbs where multiply-add is fused, BigInt elsewhere. Both give the same answers.
 */
import { KernelError } from '../kernel/kernel.ts'
import { RSA_2048 } from './modulus.ts'
import { compileMultiplier, type Multiplier } from './multiplier.ts'
import { BigIntResidues } from './residues-bigint.ts'
import { LimbResidues, limbsFor } from './residues-limbs.ts'

/** The numbers modulo one modulus, each in a form T that is never changed in place. */
export type Residues<T> = {
  readonly modulus: bigint
  /** The form of a number from 0 to modulus − 1. */
  from(value: bigint): T
  /** The number from 0 to modulus − 1 that a form stands for. */
  value(residue: T): bigint
  /** a·b */
  product(a: T, b: T): T
  /** a^(2^times), times from 0 to 2^31 − 1. */
  squared(a: T, times: number): T
}

/** How residues are made for a modulus. */
export type MakeResidues = (modulus: bigint) => Residues<unknown>

/** What {@link useResidues} chose. */
let chosen: MakeResidues | undefined

/** The multiplier of this thread, `null` where there is none. Making it takes as long as the check of a proof. */
let current: Multiplier | null | undefined

/**
 * The residues of an odd modulus above 1, in the fastest form that this engine computes rightly. An operation throws
 * KernelError `trap` when WebAssembly stops in the middle of it: no answer instead of a wrong one.
 */
export function residuesOf(modulus: bigint): Residues<unknown> {
  if (chosen !== undefined) return chosen(modulus)
  if (current === undefined) current = make() ?? null
  if (current === null || limbsFor(modulus) > current.mostLimbs) return new BigIntResidues(modulus)
  return new LimbResidues(modulus, () => {
    if (current!.spent) current = current!.renew()
    return current!
  })
}

/** From here on {@link residuesOf} gives these; `undefined` goes back to the choice of the engine. For tests and benchmarks. */
export function useResidues(make: MakeResidues | undefined): void {
  chosen = make
}

/** A multiplier that has passed its self-test, if the engine gives one. */
function make(): Multiplier | undefined {
  const made = compileMultiplier()
  try {
    return made && passes(made) ? made : undefined
  } catch (error) {
    if (error instanceof KernelError) return undefined
    throw error
  }
}

/** Whether limbs give what BigInt gives: in both lengths that the delay function uses, for numbers that fill their limbs. */
function passes(multiplier: Multiplier): boolean {
  for (const modulus of [RSA_2048.modulus, 2n ** 264n - 275n]) {
    const limbs = new LimbResidues(modulus, () => multiplier)
    const numbers = new BigIntResidues(modulus)
    let [a, b] = [modulus - 1n, 2n ** 2050n % modulus]
    for (let i = 0; i < 4; i++) {
      const [x, y] = [limbs.from(a), limbs.from(b)]
      const expected = numbers.product(numbers.squared(a, 5), b)
      if (limbs.value(limbs.product(limbs.squared(x, 5), y)) !== expected) return false
      a = b
      b = expected
    }
  }
  return true
}
