/**
 * Pedersen commitments C = amount·B + blinding·B~ with the default generators of dalek's `bulletproofs`: B is the
 * ristretto base point, B~ the hash of its encoding to the group, so that nobody knows a relation between the two.
 */
import { sha3_512 } from '@noble/hashes/sha3.js'
import {
  addPoints,
  BASE,
  encodePoint,
  hashToGroup,
  multiply,
  type Point,
  precompute,
  type Scalar,
  scalarFrom,
} from './group.ts'

export type PedersenBases = { readonly value: Point; readonly blinding: Point }

let cachedBlindingBase: Point | undefined

/** B~, the base of blindings; computed at the first call. */
export function blindingBase(): Point {
  cachedBlindingBase ??= precompute(hashToGroup(sha3_512(encodePoint(BASE))))
  return cachedBlindingBase
}

/** B and B~, the bases that the network uses. */
export function pedersenBases(): PedersenBases {
  return { value: BASE, blinding: blindingBase() }
}

let cachedEncodings: { value: Uint8Array; blinding: Uint8Array } | undefined

/** The encodings of B and B~, computed once. Not to be written to. */
export function pedersenBaseEncodings(): { readonly value: Uint8Array; readonly blinding: Uint8Array } {
  cachedEncodings ??= { value: encodePoint(BASE), blinding: encodePoint(blindingBase()) }
  return cachedEncodings
}

/** Commits to an amount, an integer in 0 … 2^64−1. The work does not depend on it: nobody can tell a message by its time. */
export function commit(amount: bigint, blinding: Scalar, bases = pedersenBases()): Point {
  return addPoints(multiply(bases.value, scalarFrom(amount)), multiply(bases.blinding, blinding))
}
