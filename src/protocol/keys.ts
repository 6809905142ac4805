/**
 * The keys of an account, all derived from one seed. The view keys find and read everything and spend nothing; the spend
 * key exists only while an account is unlocked. Hierarchy after Carrot, reduced to a single spend key.
 */
import type { Address } from './address.ts'
import { le64 } from './bytes.ts'
import {
  decodePoint,
  encodePoint,
  isIdentity,
  multiply,
  multiplyBase,
  multiplyScalars,
  ONE,
  type Point,
  type Scalar,
} from './crypto/group.ts'
import { deriveScalar, hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'

/** What finds coins, reads amounts and messages, and makes addresses. */
export type ViewKeys = {
  /** S₀, the account's spend key as a point. */
  readonly spend: Point
  /** V₀ = k_v·S₀. */
  readonly view: Point
  /** s_vb: opens change; k_v and the address secret derive from it. */
  readonly viewBalance: Uint8Array
  /** k_v: one multiplication by it tells whether an output is for any of the account's addresses. */
  readonly incoming: Scalar
  /** s_ga: makes subaddresses. */
  readonly addressSecret: Uint8Array
}

/** Everything: the view keys and the secret that spends. */
export type AccountKeys = ViewKeys & { readonly spendSecret: Scalar }

/** Bytes of an exported view key: S₀ then s_vb. */
export const VIEW_KEY_LENGTH = 64

/** The keys of a seed, such as the 64 bytes a BIP-39 phrase gives. */
export function accountKeys(seed: Uint8Array): AccountKeys {
  const spendSecret = deriveScalar('spend key', seed)
  const viewBalance = hash('view balance secret', seed)
  return { ...viewKeysOf(multiplyBase(spendSecret), viewBalance), spendSecret }
}

function viewKeysOf(spend: Point, viewBalance: Uint8Array): ViewKeys {
  const incoming = deriveScalar('view key', viewBalance)
  return {
    spend,
    view: multiply(spend, incoming),
    viewBalance,
    incoming,
    addressSecret: hash('address secret', viewBalance),
  }
}

export function encodeViewKey(keys: ViewKeys): Uint8Array {
  const bytes = new Uint8Array(VIEW_KEY_LENGTH)
  bytes.set(encodePoint(keys.spend), 0)
  bytes.set(keys.viewBalance, 32)
  return bytes
}

/** @throws ProtocolError `invalid_encoding` unless the bytes are a view key. */
export function decodeViewKey(bytes: Uint8Array): ViewKeys {
  if (bytes.length !== VIEW_KEY_LENGTH) throw new ProtocolError('invalid_encoding', 'a view key has 64 bytes')
  const spend = decodePoint(bytes.subarray(0, 32))
  if (isIdentity(spend)) throw new ProtocolError('invalid_point', 'a view key of the identity')
  return viewKeysOf(spend, bytes.slice(32))
}

/** A short name for the account that follows from its keys: the same after a restore from the phrase. */
export function accountIdOf(keys: ViewKeys): Uint8Array {
  return hash('account id', encodePoint(keys.spend), keys.viewBalance).slice(0, 8)
}

/** k_j: S_j = k_j·S₀ and V_j = k_j·V₀. Index 0 is the main address. */
export function subaddressScalar(keys: ViewKeys, index: number): Scalar {
  if (index === 0) return ONE
  return deriveScalar(
    'subaddress',
    keys.addressSecret,
    le64(index),
    encodePoint(keys.spend),
    encodePoint(keys.view),
  )
}

/** The account's address number `index`. Without the view keys nobody can tell that two of them belong together. */
export function subaddress(keys: ViewKeys, index: number): Address {
  if (index === 0) return { spend: keys.spend, view: keys.view }
  const factor = subaddressScalar(keys, index)
  return { spend: multiply(keys.spend, factor), view: multiply(keys.view, factor) }
}

/** The secret that spends what was sent to address number `index`, before the output's own part is added. */
export function subaddressSecret(keys: AccountKeys, index: number): Scalar {
  return multiplyScalars(subaddressScalar(keys, index), keys.spendSecret)
}
