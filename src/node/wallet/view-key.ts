/** View keys as text: bech32m like an address, with a prefix of its own, so that one is not taken for the other. */
import { bech32m } from '@scure/base'
import { unlessRefused } from '../../protocol/errors.ts'
import { decodeViewKey, encodeViewKey, VIEW_KEY_LENGTH, type ViewKeys } from '../../protocol/keys.ts'
import { ADDRESS_PREFIX, type NetworkName } from '../../protocol/network.ts'
import { NodeError } from '../errors.ts'

const VERSION = 0
const MAX_TEXT = 160

function prefixOf(network: NetworkName): string {
  return `${ADDRESS_PREFIX[network]}view`
}

/** The text form, such as `dstgview1…`. Whoever has it sees everything the account receives and sends. */
export function formatViewKey(keys: ViewKeys, network: NetworkName): string {
  const payload = new Uint8Array(1 + VIEW_KEY_LENGTH)
  payload[0] = VERSION
  payload.set(encodeViewKey(keys), 1)
  return bech32m.encode(prefixOf(network), bech32m.toWords(payload), MAX_TEXT)
}

/** @throws NodeError `wrong_network` for a view key of another network, `invalid_view_key` for anything else amiss. */
export function parseViewKey(text: string, network: NetworkName): ViewKeys {
  const decoded = text.length <= MAX_TEXT ? bech32m.decodeUnsafe(text, MAX_TEXT) : undefined
  if (!decoded) throw new NodeError('invalid_view_key', {})
  if (decoded.prefix !== prefixOf(network)) {
    const found = (Object.keys(ADDRESS_PREFIX) as NetworkName[]).find(
      (name) => prefixOf(name) === decoded.prefix,
    )
    throw found
      ? new NodeError('wrong_network', { expected: network, found })
      : new NodeError('invalid_view_key', {})
  }
  const payload = bech32m.fromWordsUnsafe(decoded.words)
  if (payload?.length !== 1 + VIEW_KEY_LENGTH || payload[0] !== VERSION)
    throw new NodeError('invalid_view_key', {})
  const keys = unlessRefused(() => decodeViewKey(Uint8Array.from(payload.subarray(1))))
  if (!keys) throw new NodeError('invalid_view_key', {})
  return keys
}
