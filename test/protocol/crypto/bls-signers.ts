/** Signers of the tests of BLS signatures, and points that are not theirs. */
import { le32 } from '../../../src/protocol/bytes.ts'
import { blsKeyFromSeed } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'

export const INFINITE_KEY = Uint8Array.of(0xc0, ...new Uint8Array(47))
export const INFINITE_SIGNATURE = Uint8Array.of(0xc0, ...new Uint8Array(95))

/** The point with the other sign: its encoding differs in one bit. */
export function negated(point: Uint8Array): Uint8Array {
  return Uint8Array.of(point[0]! ^ 0x20, ...point.subarray(1))
}

/** The secret of test signer `index`. */
export function secretOf(index: number): Uint8Array {
  return blsKeyFromSeed(hash('test signer', le32(index)))
}
