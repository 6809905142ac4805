/**
 * BLS signatures on BLS12-381 for validators: public keys in G1 (48 bytes), signatures in G2 (96 bytes), aggregation of
 * signatures on one message, rogue keys kept out by proofs of possession.
 *
 * draft-irtf-cfrg-bls-signature, ciphersuite BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_, as Ethereum's validators use
 * it. A signature is unique for key and message, so one signer's signature also serves as a verifiable random value.
 */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, equalBytes, utf8 } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'

export const BLS_SECRET_LENGTH = 32
export const BLS_PUBLIC_KEY_LENGTH = 48
export const BLS_SIGNATURE_LENGTH = 96

const MESSAGE_DST = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_'
const POSSESSION_DST = 'BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_'

const { longSignatures: scheme, G1 } = bls12_381
const { Fn } = G1.Point
type PublicKey = InstanceType<typeof G1.Point>
type Signature = ReturnType<typeof scheme.Signature.fromBytes>

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

/** The public key of a secret key. @throws ProtocolError `invalid_scalar` unless the secret is in 1 … r−1. */
export function blsPublicKey(secret: Uint8Array): Uint8Array {
  checkSecret(secret)
  return scheme.getPublicKey(secret).toBytes()
}

/** Signs a message of any length. @throws ProtocolError `invalid_scalar` unless the secret is in 1 … r−1. */
export function blsSign(secret: Uint8Array, message: Uint8Array): Uint8Array {
  return signUnder(MESSAGE_DST, secret, message)
}

/** Whether one validator signed the message. Malformed keys and signatures have not. */
export function blsVerify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return blsVerifyAggregate([publicKey], message, signature)
}

/**
 * Joins signatures into one of the same length.
 * @throws ProtocolError `invalid_signature` when there is none or one is malformed.
 */
export function blsAggregate(signatures: readonly Uint8Array[]): Uint8Array {
  const decoded = signatures.map(decodeSignature)
  if (decoded.length === 0) throw new ProtocolError('invalid_signature', 'no signature to aggregate')
  return scheme.Signature.toBytes(decoded.reduce((sum, signature) => sum.add(signature)))
}

/**
 * Whether all holders of `publicKeys` signed the same message. Sound only for keys whose proof of possession has been
 * checked: otherwise a key can be made up that cancels another's. No keys: false.
 */
export function blsVerifyAggregate(
  publicKeys: readonly Uint8Array[],
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifyUnder(MESSAGE_DST, publicKeys, message, signature)
}

/** Shows that the secret of a public key is known (section 3.3.2, PopProve). */
export function blsProvePossession(secret: Uint8Array): Uint8Array {
  return signUnder(POSSESSION_DST, secret, blsPublicKey(secret))
}

/** Whether `proof` shows that somebody knows the secret of `publicKey` (section 3.3.3, PopVerify). */
export function blsVerifyPossession(publicKey: Uint8Array, proof: Uint8Array): boolean {
  return verifyUnder(POSSESSION_DST, [publicKey], publicKey, proof)
}

/** Whether the bytes are a public key: canonical, in the prime-order subgroup, not infinity (section 2.5). */
export function isBlsPublicKey(bytes: Uint8Array): boolean {
  return decodePublicKey(bytes) !== undefined
}

function signUnder(tag: string, secret: Uint8Array, message: Uint8Array): Uint8Array {
  checkSecret(secret)
  return scheme.Signature.toBytes(scheme.sign(scheme.hash(message, tag), secret))
}

function verifyUnder(
  tag: string,
  publicKeys: readonly Uint8Array[],
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== BLS_SIGNATURE_LENGTH) return false
  let sum: PublicKey | undefined
  for (const encoded of publicKeys) {
    const key = decodePublicKey(encoded)
    if (key === undefined) return false
    sum = sum === undefined ? key : sum.add(key)
  }
  if (sum === undefined || sum.is0()) return false
  try {
    return scheme.verify(decodeSignature(signature), scheme.hash(message, tag), sum)
  } catch (error) {
    if (error instanceof ProtocolError) return false
    throw error
  }
}

function checkSecret(secret: Uint8Array): void {
  // Fn.fromBytes reduces what is too large: only a canonical encoding comes back as it was.
  if (secret.length === BLS_SECRET_LENGTH) {
    const value = Fn.fromBytes(secret)
    if (value !== 0n && equalBytes(Fn.toBytes(value), secret)) return
  }
  throw new ProtocolError('invalid_scalar', 'not a BLS secret key')
}

function decodePublicKey(bytes: Uint8Array): PublicKey | undefined {
  if (bytes.length !== BLS_PUBLIC_KEY_LENGTH) return undefined
  try {
    const key = G1.Point.fromBytes(bytes)
    return key.is0() ? undefined : key
  } catch {
    return undefined
  }
}

/** A point of the subgroup of G2; infinity is one. */
function decodeSignature(bytes: Uint8Array): Signature {
  try {
    if (bytes.length === BLS_SIGNATURE_LENGTH) return scheme.Signature.fromBytes(bytes)
  } catch {
    // Reported below.
  }
  throw new ProtocolError('invalid_signature', 'not a BLS signature', { length: bytes.length })
}
