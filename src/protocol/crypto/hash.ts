/**
 * The hash of the protocol: BLAKE3 in its key-derivation mode, one context string per use, every part preceded by its
 * length. So two different uses, or two different splits of the same bytes, never hash alike.
 * BLAKE3 specification, sections 2.3 (derive_key) and 2.6 (extendable output).
 */
import { blake3 } from '@noble/hashes/blake3.js'
import { le32, utf8 } from '../bytes.ts'
import { reduceWide, type Scalar } from './group.ts'

export const HASH_LENGTH = 32

/** 32 bytes from `parts` under `domain`. */
export function hash(domain: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return hashTo(domain, HASH_LENGTH, ...parts)
}

/** `length` bytes from `parts` under `domain`. A shorter output is a prefix of a longer one. */
export function hashTo(domain: string, length: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const state = blake3.create({ context: utf8(`stegos v1 ${domain}`), dkLen: length })
  for (const part of parts) state.update(le32(part.length)).update(part)
  return state.digest()
}

/** A uniform scalar from `parts` under `domain`: 64 bytes of output reduced mod ℓ. */
export function deriveScalar(domain: string, ...parts: readonly Uint8Array[]): Scalar {
  return reduceWide(hashTo(domain, 64, ...parts))
}
