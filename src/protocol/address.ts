/**
 * Addresses: where coins are sent. Two group elements, the spend key S and the view key V = k_v·S, in bech32m with a
 * prefix per network. After Carrot (jeffro256/carrot, carrot.md), with ristretto255 for both keys.
 */
import { bech32m } from '@scure/base'
import { equalBytes } from './bytes.ts'
import { decodePoints, encodePoint, isIdentity, type Point } from './crypto/group.ts'
import { ProtocolError } from './errors.ts'
import { ADDRESS_PREFIX, type NetworkName } from './network.ts'

export type Address = { readonly spend: Point; readonly view: Point }

/** Bytes of an address inside a record: S then V. */
export const ADDRESS_LENGTH = 64
const VERSION = 0
/** Characters an address may have; bech32m's own limit of 90 is for checksums of short strings. */
const MAX_TEXT = 128

/** S and V, 64 bytes. */
export function addressBytes({ spend, view }: Address): Uint8Array {
  const bytes = new Uint8Array(ADDRESS_LENGTH)
  bytes.set(encodePoint(spend), 0)
  bytes.set(encodePoint(view), 32)
  return bytes
}

/** @throws ProtocolError `invalid_address` unless the bytes are two group elements other than the identity. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== ADDRESS_LENGTH)
    throw new ProtocolError('invalid_address', 'an address has two keys of 32 bytes')
  const [spend, view] = decodePoints([bytes.subarray(0, 32), bytes.subarray(32)])
  if (spend && view && !isIdentity(spend) && !isIdentity(view)) return { spend, view }
  throw new ProtocolError('invalid_address', 'the address holds a key that is not a usable group element')
}

/** The text form, such as `dstg1…`. */
export function formatAddress(address: Address, network: NetworkName): string {
  const payload = new Uint8Array(1 + ADDRESS_LENGTH)
  payload[0] = VERSION
  payload.set(addressBytes(address), 1)
  return bech32m.encode(ADDRESS_PREFIX[network], bech32m.toWords(payload), MAX_TEXT)
}

/**
 * Reads the text form.
 * @throws ProtocolError `wrong_network` for an address of another network, `invalid_address` for anything else amiss.
 */
export function parseAddress(text: string, network: NetworkName): Address {
  const decoded = text.length <= MAX_TEXT ? bech32m.decodeUnsafe(text, MAX_TEXT) : undefined
  if (!decoded) throw new ProtocolError('invalid_address', 'not an address: its checksum does not hold')
  if (decoded.prefix !== ADDRESS_PREFIX[network]) {
    const theirs = Object.entries(ADDRESS_PREFIX).find(([, prefix]) => prefix === decoded.prefix)?.[0]
    if (theirs === undefined) throw new ProtocolError('invalid_address', 'not an address of Stegos')
    throw new ProtocolError(
      'wrong_network',
      `an address of the ${theirs} network; this is the ${network} network`,
      {
        expected: network,
        found: theirs,
      },
    )
  }
  const payload = bech32m.fromWordsUnsafe(decoded.words)
  if (!payload || payload.length !== 1 + ADDRESS_LENGTH || payload[0] !== VERSION) {
    throw new ProtocolError('invalid_address', 'an address of a version this node does not know')
  }
  return addressFromBytes(Uint8Array.from(payload.subarray(1)))
}

export function equalAddresses(left: Address, right: Address): boolean {
  return equalBytes(addressBytes(left), addressBytes(right))
}
