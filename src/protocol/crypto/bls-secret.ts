/** BLS secret keys: 32 bytes, big endian, from 1 to r−1. */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, equalBytes, utf8 } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { BLS_SECRET_LENGTH } from './bls-backend.ts'

const { Fn } = bls12_381.G1.Point

/**
 * A secret key, 32 bytes big endian, from at least 32 secret bytes (section 2.3, KeyGen with the salt of draft 4; equal
 * to `hkdf_mod_r` of EIP-2333).
 */
export function blsKeyFromSeed(seed: Uint8Array): Uint8Array {
  if (seed.length < 32) throw new RangeError('a BLS seed has at least 32 bytes')
  const keyMaterial = concat(seed, Uint8Array.of(0))
  // L = ceil(3 · ceil(log2 r) / 16)
  const L = 48
  for (let salt = utf8('BLS-SIG-KEYGEN-SALT-'); ; ) {
    salt = sha256(salt)
    const okm = expand(sha256, extract(sha256, keyMaterial, salt), Uint8Array.of(0, L), L)
    const secret = Fn.create(okm.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n))
    if (secret !== 0n) return Fn.toBytes(secret)
  }
}

/** @throws ProtocolError `invalid_scalar` unless the bytes are a secret key. */
export function checkBlsSecret(secret: Uint8Array): void {
  // Fn.fromBytes reduces what is too large: only a canonical encoding comes back as it was.
  if (secret.length === BLS_SECRET_LENGTH) {
    const value = Fn.fromBytes(secret)
    if (value !== 0n && equalBytes(Fn.toBytes(value), secret)) return
  }
  throw new ProtocolError('invalid_scalar', 'not a BLS secret key')
}
