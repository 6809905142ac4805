/** Job `addresses`: a row of an account's addresses, about a tenth of a millisecond each. */
import { addressBytes } from '../../protocol/address.ts'
import { decodeViewKey, subaddress } from '../../protocol/keys.ts'

/** Holds a view key: it is never logged. */
export type AddressesJob = {
  /** As `encodeViewKey` gives it. */
  readonly viewKey: Uint8Array
  readonly from: number
  readonly count: number
}

/** S then V of the addresses number `from` and following, 64 bytes each. */
export function addresses({ viewKey, from, count }: AddressesJob): Uint8Array[] {
  const keys = decodeViewKey(viewKey)
  return Array.from({ length: count }, (_, i) => addressBytes(subaddress(keys, from + i)))
}
