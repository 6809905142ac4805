/**
 * Signatures of a simulated world. The stand-in is a keyed hash whose keys the world alone knows: nobody in it can sign for
 * another, because a node is only ever given the function that signs with its own key. It is no signature outside of the
 * simulation. Real BLS signatures have the same interface and cost a thousand times as much.
 */
import { equalBytes, le32, toHex } from '../../src/protocol/bytes.ts'
import {
  BLS_PUBLIC_KEY_LENGTH,
  BLS_SIGNATURE_LENGTH,
  blsAggregate,
  blsKeyFromSeed,
  blsPublicKey,
  blsSign,
  blsVerify,
  blsVerifyAggregate,
} from '../../src/protocol/crypto/bls.ts'
import { hash, hashTo } from '../../src/protocol/crypto/hash.ts'

/** Signs with the key of one validator. */
export type Sign = (message: Uint8Array) => Uint8Array

export type Signatures = {
  readonly publicKeys: readonly Uint8Array[]
  signer(validator: number): Sign
  /** The number of a public key; undefined for one that nobody has. */
  keyOf(publicKey: Uint8Array): number | undefined
  verify(validator: number, message: Uint8Array, signature: Uint8Array): boolean
  aggregate(signatures: readonly Uint8Array[]): Uint8Array
  verifyAggregate(validators: readonly number[], message: Uint8Array, signature: Uint8Array): boolean
}

/** Keyed hashes; an aggregate is the exclusive or of its parts. */
export function standInSignatures(count: number, seed: number): Signatures {
  const keys = Array.from({ length: count }, (_, i) => hash('simulated key', le32(seed >>> 0), le32(i)))
  const publicKeys = keys.map((key) => hashTo('simulated public key', BLS_PUBLIC_KEY_LENGTH, key))
  const sign = (validator: number, message: Uint8Array) =>
    hashTo('simulated signature', BLS_SIGNATURE_LENGTH, keys[validator]!, message)
  const aggregate = (signatures: readonly Uint8Array[]) => {
    const sum = new Uint8Array(BLS_SIGNATURE_LENGTH)
    for (const signature of signatures) for (let i = 0; i < sum.length; i++) sum[i]! ^= signature[i]!
    return sum
  }
  return {
    publicKeys,
    signer: (validator) => (message) => sign(validator, message),
    keyOf: finder(publicKeys),
    verify: (validator, message, signature) =>
      validator in keys && equalBytes(sign(validator, message), signature),
    aggregate,
    verifyAggregate: (validators, message, signature) =>
      validators.length > 0 &&
      equalBytes(aggregate(validators.map((validator) => sign(validator, message))), signature),
  }
}

function finder(publicKeys: readonly Uint8Array[]): Signatures['keyOf'] {
  const numbers = new Map(publicKeys.map((key, number) => [toHex(key), number]))
  return (publicKey) => numbers.get(toHex(publicKey))
}

/** The real thing, for few runs. */
export function blsSignatures(count: number, seed: number): Signatures {
  const secrets = Array.from({ length: count }, (_, i) =>
    blsKeyFromSeed(hash('simulated key', le32(seed >>> 0), le32(i))),
  )
  const publicKeys = secrets.map(blsPublicKey)
  return {
    publicKeys,
    signer: (validator) => (message) => blsSign(secrets[validator]!, message),
    keyOf: finder(publicKeys),
    verify: (validator, message, signature) => {
      const key = publicKeys[validator]
      return key !== undefined && blsVerify(key, message, signature)
    },
    aggregate: blsAggregate,
    verifyAggregate: (validators, message, signature) =>
      blsVerifyAggregate(
        validators.map((validator) => publicKeys[validator]!),
        message,
        signature,
      ),
  }
}
