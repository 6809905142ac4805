/**
 * The keys that an account stakes with, derived so that its phrase is all there is to keep: one for the validators it
 * operates, and one for each of its deposits, so that nobody can tell that two of them are one account's. As with addresses,
 * the view keys find them and the spend key signs with them.
 */
import { le64 } from '../bytes.ts'
import { encodePoint, multiply, multiplyScalars, type Scalar } from '../crypto/group.ts'
import { deriveScalar } from '../crypto/hash.ts'
import type { AccountKeys, ViewKeys } from '../keys.ts'

/** The operator's Schnorr key of an account, 32 bytes. */
export function operatorKey(keys: ViewKeys): Uint8Array {
  return encodePoint(multiply(keys.spend, operatorScalar(keys)))
}

export function operatorSecret(keys: AccountKeys): Scalar {
  return multiplyScalars(operatorScalar(keys), keys.spendSecret)
}

/** The Schnorr key that owns deposit number `index` of an account, 32 bytes. */
export function stakeOwner(keys: ViewKeys, index: number): Uint8Array {
  return encodePoint(multiply(keys.spend, ownerScalar(keys, index)))
}

export function stakeOwnerSecret(keys: AccountKeys, index: number): Scalar {
  return multiplyScalars(ownerScalar(keys, index), keys.spendSecret)
}

function operatorScalar(keys: ViewKeys): Scalar {
  return deriveScalar('stake operator', keys.addressSecret, encodePoint(keys.spend), encodePoint(keys.view))
}

function ownerScalar(keys: ViewKeys, index: number): Scalar {
  return deriveScalar(
    'stake owner',
    keys.addressSecret,
    le64(index),
    encodePoint(keys.spend),
    encodePoint(keys.view),
  )
}
