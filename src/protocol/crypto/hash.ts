/**
 * The hash of the protocol: BLAKE3 in its key-derivation mode, one context string per use, every part preceded by its
 * length. So two different uses, or two different splits of the same bytes, never hash alike.
 * BLAKE3 specification, sections 2.3 (derive_key) and 2.6 (extendable output).
 */
import { utf8 } from '../bytes.ts'
import { type Blake3Mode, blake3, blake3Each, deriveKeyMode } from './blake3.ts'
import { reduceWide, type Scalar } from './group.ts'

export const HASH_LENGTH = 32

/**
 * The keys of the domains that were used: a constant of the protocol each, worth keeping because deriving one costs as
 * much as a short hash. There are as many as the code names, some fifty.
 */
const modes = new Map<string, Blake3Mode>()

function modeOf(domain: string): Blake3Mode {
  let mode = modes.get(domain)
  if (mode === undefined) {
    mode = deriveKeyMode(utf8(`stegos v1 ${domain}`))
    modes.set(domain, mode)
  }
  return mode
}

/** 32 bytes from `parts` under `domain`, which is a constant of the code. */
export function hash(domain: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return blake3(modeOf(domain), HASH_LENGTH, parts, 'prefixed')
}

/** `length` bytes from `parts` under `domain`. A shorter output is a prefix of a longer one. */
export function hashTo(domain: string, length: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return blake3(modeOf(domain), length, parts, 'prefixed')
}

/** {@link hash} of every list of parts: faster than one by one when the lists are of one length, and right always. */
export function hashEach(domain: string, lists: readonly (readonly Uint8Array[])[]): Uint8Array[] {
  return blake3Each(modeOf(domain), lists, 'prefixed')
}

/** A uniform scalar from `parts` under `domain`: 64 bytes of output reduced mod ℓ. */
export function deriveScalar(domain: string, ...parts: readonly Uint8Array[]): Scalar {
  return reduceWide(blake3(modeOf(domain), 64, parts, 'prefixed'))
}
