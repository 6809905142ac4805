/**
 * BLS signatures on BLS12-381 for validators: public keys in G1 (48 bytes), signatures in G2 (96 bytes), aggregation of
 * signatures on one message, rogue keys kept out by proofs of possession.
 *
 * draft-irtf-cfrg-bls-signature, ciphersuite BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_, as Ethereum's validators use
 * it. A signature is unique for key and message, so one signer's signature also serves as a verifiable random value.
 *
 * Keys that are checked against are kept decoded (a bounded number), so verify only under keys that are known to belong to
 * a validator; `isBlsPublicKey` and `blsVerifyPossession`, which strangers' keys go through first, keep nothing.
 */
import { ProtocolError } from '../errors.ts'
import { blsBackend } from './bls-current.ts'
import { checkBlsSecret } from './bls-secret.ts'

export {
  BLS_PUBLIC_KEY_LENGTH,
  BLS_SECRET_LENGTH,
  BLS_SIGNATURE_LENGTH,
  type BlsBackend,
  type BlsSigned,
} from './bls-backend.ts'
export { blsFindInvalid, blsVerifyMany } from './bls-batch.ts'
export { blsBackend, useBls } from './bls-current.ts'
export { type BlsJointlySigned, blsVerifyJoint, blsVerifyJointMany } from './bls-joint.ts'
export { blsProvePossession, blsVerifyPossession } from './bls-possession.ts'
export { blsKeyFromSeed } from './bls-secret.ts'

/** The public key of a secret key. @throws ProtocolError `invalid_scalar` unless the secret is in 1 … r−1. */
export function blsPublicKey(secret: Uint8Array): Uint8Array {
  checkBlsSecret(secret)
  return blsBackend().publicKey(secret)
}

/** Whether the bytes are a public key: canonical, in the prime-order subgroup, not infinity (section 2.5). */
export function isBlsPublicKey(bytes: Uint8Array): boolean {
  return blsBackend().isPublicKey(bytes)
}

/** Signs a message of any length. @throws ProtocolError `invalid_scalar` unless the secret is in 1 … r−1. */
export function blsSign(secret: Uint8Array, message: Uint8Array): Uint8Array {
  checkBlsSecret(secret)
  return blsBackend().sign(secret, message)
}

/** Whether one validator signed the message. Malformed keys and signatures have not. */
export function blsVerify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return blsBackend().verifyAggregate([publicKey], message, signature)
}

/**
 * Joins signatures into one of the same length.
 * @throws ProtocolError `invalid_signature` when there is none or one is malformed.
 */
export function blsAggregate(signatures: readonly Uint8Array[]): Uint8Array {
  const sum = blsBackend().aggregate(signatures)
  if (sum === undefined) throw new ProtocolError('invalid_signature', 'no BLS signatures to aggregate')
  return sum
}

/**
 * Joins public keys into the one under which the aggregate of their signatures on one message verifies, so that
 * certificates can be checked in a batch. The caution of `blsVerifyAggregate` holds.
 * @throws ProtocolError `invalid_point` when there is none, one is malformed, or they cancel each other.
 */
export function blsAggregateKeys(publicKeys: readonly Uint8Array[]): Uint8Array {
  const sum = blsBackend().aggregateKeys(publicKeys)
  if (sum === undefined) throw new ProtocolError('invalid_point', 'no BLS public keys to aggregate')
  return sum
}

/**
 * Whether all holders of `publicKeys` signed the same message (section 3.3.4, FastAggregateVerify): one pairing check,
 * whatever their number. A key that is listed twice must have signed twice. Sound only for keys whose proof of possession
 * has been checked: otherwise a key can be made up that cancels another's. No keys, or keys that cancel each other: false.
 */
export function blsVerifyAggregate(
  publicKeys: readonly Uint8Array[],
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return blsBackend().verifyAggregate(publicKeys, message, signature)
}
