/**
 * Residues as limbs in floating-point numbers, multiplied by the WebAssembly module of `assembly/` in the form of Montgomery:
 * a number a is held as a·R mod N, R = 2^(51n). `assembly/columns.ts` and `assembly/montgomery.ts` argue the bounds.
 *
 * Limbs are plain arrays, so that a kept power lives as long as somebody has it and the module's memory is one page for good.
 * Copying them in and out takes a tenth of a multiplication.
 */
import { LIMB_BITS, splitLimbs, sumLimbs } from './limbs.ts'
import type { Multiplier } from './multiplier.ts'
import type { Residues } from './residues.ts'

/** Σ limbs[k]·2^(51k), signed. */
export type Limbs = readonly number[]

/** The columns of a product are summed six at a time. */
const GROUP = 6

/** The least multiple of six with N < R/4. */
export function limbsFor(modulus: bigint): number {
  const bits = modulus.toString(16).length * 4 + 2
  return GROUP * Math.ceil(bits / (GROUP * LIMB_BITS))
}

export class LimbResidues implements Residues<Limbs> {
  readonly modulus: bigint
  readonly #engine: () => Multiplier
  readonly #length: number
  /** N and −1/N mod R. */
  readonly #constants: { readonly modulus: Limbs; readonly inverse: Limbs }
  /** R² mod N: a product with it turns a into a·R. */
  readonly #enter: Limbs
  /** 1: a product with it turns a·R into a. */
  readonly #leave: Limbs

  /**
   * @param modulus odd, above 1, of no more limbs than the module has room for
   * @param engine gives the multiplier for the next operation: another one after a trap
   */
  constructor(modulus: bigint, engine: () => Multiplier) {
    const length = limbsFor(modulus)
    this.modulus = modulus
    this.#engine = engine
    this.#length = length
    const bits = length * LIMB_BITS
    const inverse = splitLimbs(negatedInverse(modulus, bits), length)
    this.#constants = { modulus: splitLimbs(modulus, length), inverse }
    const radix = (1n << BigInt(bits)) % modulus
    this.#enter = splitLimbs((radix * radix) % modulus, length)
    this.#leave = splitLimbs(1n, length)
  }

  from(value: bigint): Limbs {
    return this.product(splitLimbs(value, this.#length), this.#enter)
  }

  value(residue: Limbs): bigint {
    const sum = sumLimbs(this.product(residue, this.#leave))
    return sum < 0n ? sum + this.modulus : sum
  }

  product(a: Limbs, b: Limbs): Limbs {
    return this.#multiplier().product(a, b)
  }

  squared(a: Limbs, times: number): Limbs {
    return this.#multiplier().squared(a, times)
  }

  /** Selects every time, since another modulus may have been in use meanwhile. */
  #multiplier(): Multiplier {
    const multiplier = this.#engine()
    multiplier.select(this.#constants)
    return multiplier
  }
}

/** −1/N mod 2^bits by Newton's iteration: each step doubles the bits that are right, and 1/N = N mod 8. */
function negatedInverse(modulus: bigint, bits: number): bigint {
  let inverse = BigInt.asUintN(3, modulus)
  for (let right = 3; right < bits; ) {
    right = Math.min(2 * right, bits)
    inverse = BigInt.asUintN(right, inverse * (2n - BigInt.asUintN(right, modulus) * inverse))
  }
  return (1n << BigInt(bits)) - inverse
}
