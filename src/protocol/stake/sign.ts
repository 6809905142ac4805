/** Signing an operation, by whoever may make it. */
import { Writer } from '../codec.ts'
import { BLS_SIGNATURE_LENGTH, blsProvePossession, blsSign } from '../crypto/bls.ts'
import type { Scalar } from '../crypto/group.ts'
import { type Random, systemRandom } from '../crypto/random.ts'
import { SIGNATURE_LENGTH, sign } from '../crypto/schnorr.ts'
import type { Signed } from './authorize.ts'
import type { Operation } from './operation.ts'
import { decodeOperation, encodeUnsigned, operationMessage } from './operation-codec.ts'

/** Whose signatures an operation takes; those that it does not take may be left out. */
export type OperationSecrets = {
  /** Of the operator, or of the owner of the entry: a Schnorr secret. */
  readonly signer?: Scalar | undefined
  /** Of the validator key that is registered, or rotated to: a BLS secret. */
  readonly key?: Uint8Array | undefined
}

/** What an operation says, before anybody has signed it. */
export type UnsignedOperation = Operation extends infer One
  ? One extends Operation
    ? Omit<One, 'signature' | 'keySignature' | 'possession'>
    : never
  : never

/** The operation with zeros for its signatures: as long as it will be, and enough to know its amounts. */
export function draftOperation(unsigned: UnsignedOperation): Operation {
  const draft = unsigned as Operation
  const writer = new Writer().bytes(encodeUnsigned(draft))
  if (withKey(draft)) writer.bytes(new Uint8Array(2 * BLS_SIGNATURE_LENGTH))
  if (withSigner(draft)) writer.bytes(new Uint8Array(SIGNATURE_LENGTH))
  return decodeOperation(writer.finish())
}

/**
 * Fills in the signatures, those there may be replaced.
 * @throws RangeError when a secret is missing.
 */
export function signOperation(
  operation: Operation,
  { chainId, binding }: Signed,
  { signer, key }: OperationSecrets,
  random: Random = systemRandom,
): Operation {
  const message = operationMessage(chainId, binding, operation)
  let signed = operation
  if (withKey(signed)) {
    if (!key) throw new RangeError('the secret of the validator key is missing')
    signed = {
      ...signed,
      possession: blsProvePossession(key),
      keySignature: blsSign(key, message),
    } as Operation
  }
  if (withSigner(signed)) {
    if (!signer) throw new RangeError('the secret of the signer is missing')
    signed = { ...signed, signature: sign(signer, message, random) } as Operation
  }
  return signed
}

function withKey({ type }: Operation): boolean {
  return type === 'register' || type === 'rotate'
}

function withSigner({ type }: Operation): boolean {
  return type !== 'deposit' && type !== 'evidence' && type !== 'award'
}
