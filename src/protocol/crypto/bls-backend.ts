/** What BLS signatures are computed with, and how long things are. */

export const BLS_SECRET_LENGTH = 32
export const BLS_PUBLIC_KEY_LENGTH = 48
export const BLS_SIGNATURE_LENGTH = 96

/** A signature of one key, as one of a batch. */
export type BlsSigned = {
  /** 48 bytes, compressed. */
  readonly publicKey: Uint8Array
  /** Any length. */
  readonly message: Uint8Array
  /** 96 bytes, compressed. */
  readonly signature: Uint8Array
}

/**
 * The operations of ciphersuite BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_ on encodings. Every backend gives the same
 * answer on every input, malformed ones included: an encoding is a key or a signature only if it is compressed, of
 * exactly its length, canonical and in the subgroup of prime order. Infinity is no key; as a signature it decodes, since
 * an aggregate may pass through it, but no key ever signed it.
 */
export type BlsBackend = {
  readonly name: 'noble' | 'blst'
  /** The public key of a secret that is in 1 … r−1. */
  readonly publicKey: (secret: Uint8Array) => Uint8Array
  /** Signs under a secret that is in 1 … r−1. */
  readonly sign: (secret: Uint8Array, message: Uint8Array) => Uint8Array
  /** Whether the bytes are a public key (KeyValidate). */
  readonly isPublicKey: (bytes: Uint8Array) => boolean
  /** The sum of signatures; undefined when there is none or one is malformed. */
  readonly aggregate: (signatures: readonly Uint8Array[]) => Uint8Array | undefined
  /** The sum of keys; undefined when there is none, one is malformed, or the sum is infinity. */
  readonly aggregateKeys: (publicKeys: readonly Uint8Array[]) => Uint8Array | undefined
  /** Whether the holders of all keys signed the message (FastAggregateVerify). One pairing check. */
  readonly verifyAggregate: (
    publicKeys: readonly Uint8Array[],
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean
  /** Whether every signature of a batch that is not empty holds, but for a chance of 2^-64. One pairing check. */
  readonly verifyMany: (batch: readonly BlsSigned[]) => boolean
}
