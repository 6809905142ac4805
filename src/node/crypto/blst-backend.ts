/**
 * BLS signatures on blst, supranational's library in C and assembly, through ChainSafe's binding: some thirty times faster
 * than plain JavaScript, and in constant time where secrets are.
 */
import type * as Blst from '@chainsafe/blst'
import {
  BLS_PUBLIC_KEY_LENGTH,
  BLS_SIGNATURE_LENGTH,
  type BlsBackend,
  type BlsSigned,
} from '../../protocol/crypto/bls-backend.ts'
import { BlsKeyCache } from '../../protocol/crypto/bls-key-cache.ts'

export type BlstModule = Pick<
  typeof Blst,
  | 'SecretKey'
  | 'PublicKey'
  | 'Signature'
  | 'aggregatePublicKeys'
  | 'aggregateSignatures'
  | 'aggregateWithRandomness'
  | 'verify'
  | 'verifyMultipleAggregateSignatures'
>

/** The flag of a compressed point that stands for infinity. */
const INFINITY_FLAG = 0x40

/** @param blst the module `@chainsafe/blst`, or one that stands for it in a test */
export function blstBackend(blst: BlstModule): BlsBackend {
  const { SecretKey, PublicKey, Signature } = blst

  // The binding takes uncompressed points, too, which are longer: the network does not.
  const decodeKey = (bytes: Uint8Array): Blst.PublicKey | undefined =>
    bytes.length === BLS_PUBLIC_KEY_LENGTH ? orRefused(() => PublicKey.fromBytes(bytes, true)) : undefined
  const decodeSignature = (bytes: Uint8Array): Blst.Signature | undefined =>
    bytes.length === BLS_SIGNATURE_LENGTH
      ? orRefused(() => Signature.fromBytes(bytes, true, false))
      : undefined
  const cache = new BlsKeyCache(decodeKey)

  /** Infinity, which keys that cancel each other add up to, would hold for every message: it is no sum. */
  const sumOf = (keys: readonly [Blst.PublicKey, ...Blst.PublicKey[]] | undefined) => {
    if (keys === undefined || keys.length === 1) return keys?.[0]
    const sum = blst.aggregatePublicKeys([...keys], false)
    return sum.toBytes()[0]! & INFINITY_FLAG ? undefined : sum
  }

  /** The signatures on one message as one: Σ cᵢ·keyᵢ and Σ cᵢ·signatureᵢ with random 64-bit cᵢ. */
  const joined = (group: readonly BlsSigned[]): Blst.SignatureSet | undefined => {
    const sets: Blst.PkAndSerializedSig[] = []
    for (const { publicKey, signature } of group) {
      const pk = cache.get(publicKey)
      if (pk === undefined || signature.length !== BLS_SIGNATURE_LENGTH) return undefined
      sets.push({ pk, sig: signature })
    }
    const msg = group[0]!.message
    return orRefused(() => {
      if (sets.length > 1) return { msg, ...blst.aggregateWithRandomness(sets) }
      return { msg, pk: sets[0]!.pk, sig: Signature.fromBytes(sets[0]!.sig, true, true) }
    })
  }

  return {
    name: 'blst',
    // What the binding returns lies outside of V8's heap; the copies do not.
    publicKey: (secret) => SecretKey.fromBytes(secret).toPublicKey().toBytes().slice(),
    sign: (secret, message) => SecretKey.fromBytes(secret).sign(message).toBytes().slice(),
    isPublicKey: (bytes) => decodeKey(bytes) !== undefined,
    aggregate: (signatures) => {
      const decoded = signatures.map(decodeSignature)
      if (decoded.length === 0 || !decoded.every((signature) => signature !== undefined)) return undefined
      return blst.aggregateSignatures(decoded, false).toBytes().slice()
    },
    aggregateKeys: (publicKeys) => sumOf(cache.getAll(publicKeys))?.toBytes().slice(),
    verifyAggregate: (publicKeys, message, signature) => {
      const key = sumOf(cache.getAll(publicKeys))
      const decoded = decodeSignature(signature)
      if (key === undefined || decoded === undefined) return false
      return blst.verify(message, key, decoded, false, false)
    },
    verifyMany: (batch) => {
      const sets: Blst.SignatureSet[] = []
      for (const group of Map.groupBy(batch, ({ message }) => message.join()).values()) {
        const set = joined(group)
        if (set === undefined) return false
        sets.push(set)
      }
      const [first] = sets
      if (first === undefined) return false
      if (sets.length === 1) return blst.verify(first.msg, first.pk, first.sig, false, false)
      return blst.verifyMultipleAggregateSignatures(sets, false, false)
    },
  }
}

/** What `work` returns; undefined when the library refuses the bytes. Any other failure is none of theirs and is thrown. */
function orRefused<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('BLST_')) return undefined
    throw error
  }
}
