import type { Residues } from './residues.ts'

/** Residues as BigInt from 0 to modulus − 1: for every engine and any modulus. */
export class BigIntResidues implements Residues<bigint> {
  readonly modulus: bigint

  constructor(modulus: bigint) {
    this.modulus = modulus
  }

  from(value: bigint): bigint {
    return value
  }

  value(residue: bigint): bigint {
    return residue
  }

  product(a: bigint, b: bigint): bigint {
    return (a * b) % this.modulus
  }

  squared(a: bigint, times: number): bigint {
    const { modulus } = this
    for (; times > 0; times--) a = (a * a) % modulus
    return a
  }
}
