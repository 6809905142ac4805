/** Signatures that several keys made together on one message: certificates, late votes. */
import type { BlsSigned } from './bls-backend.ts'
import { blsVerifyMany } from './bls-batch.ts'
import { blsBackend } from './bls-current.ts'

/** An aggregate signature and whose it is to be. Proofs of possession of the keys have been checked. */
export type BlsJointlySigned = Omit<BlsSigned, 'publicKey'> & { readonly publicKeys: readonly Uint8Array[] }

/** Whether all of the keys signed the message. */
export function blsVerifyJoint({ publicKeys, message, signature }: BlsJointlySigned): boolean {
  return blsBackend().verifyAggregate(publicKeys, message, signature)
}

/** Whether all of them hold, with one pairing check; a false one slips through with a chance of 2^-64. */
export function blsVerifyJointMany(joint: readonly BlsJointlySigned[]): boolean {
  const batch: BlsSigned[] = []
  for (const { publicKeys, message, signature } of joint) {
    const [only] = publicKeys
    const publicKey = publicKeys.length === 1 ? only : blsBackend().aggregateKeys(publicKeys)
    if (publicKey === undefined) return false
    batch.push({ publicKey, message, signature })
  }
  return blsVerifyMany(batch)
}
