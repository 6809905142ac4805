/** Authenticated encryption for payloads and key files: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

export const AEAD_KEY_LENGTH = 32
export const AEAD_NONCE_LENGTH = 24
/** A sealed text is this much longer than its plaintext. */
export const AEAD_TAG_LENGTH = 16

/**
 * Encrypts and authenticates.
 * @param key 32 bytes
 * @param nonce 24 bytes, never used twice with one key; random ones are long enough not to collide
 * @param context authenticated together with the text and not part of the result
 * @returns ciphertext and tag
 */
export function seal(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array = new Uint8Array(0),
): Uint8Array {
  return xchacha20poly1305(key, nonce, context).encrypt(plaintext)
}

/** Opens what {@link seal} made. Returns undefined unless key, nonce, text and context are all as they were. */
export function openSealed(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array = new Uint8Array(0),
): Uint8Array | undefined {
  const cipher = xchacha20poly1305(key, nonce, context)
  if (sealed.length < AEAD_TAG_LENGTH) return undefined
  try {
    return cipher.decrypt(sealed)
  } catch {
    return undefined
  }
}
