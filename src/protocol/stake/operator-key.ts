/** The key that an account operates a validator with: derived, so that the phrase of the account is all there is to keep. */
import { encodePoint, encodeScalar, multiplyBase, type Scalar } from '../crypto/group.ts'
import { deriveScalar } from '../crypto/hash.ts'
import type { AccountKeys } from '../keys.ts'

/** The secret of the operator's Schnorr key of an account. */
export function operatorSecret({ spendSecret }: Pick<AccountKeys, 'spendSecret'>): Scalar {
  return deriveScalar('stake operator', encodeScalar(spendSecret))
}

/** The operator's Schnorr key of an account, 32 bytes. */
export function operatorKey(keys: Pick<AccountKeys, 'spendSecret'>): Uint8Array {
  return encodePoint(multiplyBase(operatorSecret(keys)))
}
