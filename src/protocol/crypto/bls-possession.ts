/**
 * Proofs that the holder of a BLS key knows its secret (sections 3.3.2 and 3.3.3), under a domain tag of their own. A key
 * that counts in an aggregate must have one: otherwise somebody registers his key minus everybody else's and signs for all.
 *
 * Always computed by the portable backend, as the native library knows no tag but that of messages. That is slow (tens of
 * milliseconds) and rare: once for every key that is registered.
 */
import { BLS_PUBLIC_KEY_LENGTH } from './bls-backend.ts'
import { blsBackend } from './bls-current.ts'
import { decodeKey, signUnder, verifyUnder } from './bls-noble.ts'
import { checkBlsSecret } from './bls-secret.ts'

const POSSESSION_DST = 'BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_'

/**
 * Shows that the secret of a public key is known (PopProve). Whoever wants the proof bound to more than the key (an account,
 * a network) has that signed beside it by `blsSign`.
 * @returns 96 bytes
 * @throws ProtocolError `invalid_scalar` unless the secret is in 1 … r−1.
 */
export function blsProvePossession(secret: Uint8Array): Uint8Array {
  checkBlsSecret(secret)
  return signUnder(POSSESSION_DST, secret, blsBackend().publicKey(secret))
}

/** Whether `proof` shows that somebody knows the secret of `publicKey` (PopVerify). */
export function blsVerifyPossession(publicKey: Uint8Array, proof: Uint8Array): boolean {
  // Refused at once where the backend is fast: what is no key costs its sender nothing to make.
  if (publicKey.length !== BLS_PUBLIC_KEY_LENGTH || !blsBackend().isPublicKey(publicKey)) return false
  return verifyUnder(POSSESSION_DST, decodeKey(publicKey), publicKey, proof)
}
