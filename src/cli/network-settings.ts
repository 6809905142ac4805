/** A node's place in a network, as flags, environment and configuration file describe it. */
import type { LibP2pNetwork } from '../node/network/libp2p/open-network.ts'
import type { NetworkOptions } from '../node/network/libp2p/options.ts'
import type { OpenPeers } from '../node/network/open-peers.ts'
import type { NetworkName } from '../protocol/network.ts'
import { usageError } from './cli-error.ts'
import type { OptionName, Settings } from './options.ts'

const KEYS = {
  'network-listen': 'listen',
  'network-announce': 'announce',
  'network-bootstrap': 'bootstrap',
  'network-persistent': 'persistent',
  'network-only-peers': 'onlyPeers',
  'network-private-peers': 'privatePeers',
  'network-max-outbound': 'maxOutbound',
  'network-max-inbound': 'maxInbound',
  'network-free-local': 'freeLocal',
  'network-mdns': 'mdns',
  'network-dht': 'dht',
  'network-socks': 'socks',
  'network-keep-identity': 'keepIdentity',
} as const satisfies Partial<Record<OptionName, keyof NetworkOptions>>

type Key = keyof typeof KEYS

/** Flags of a node's place in a network, which in the configuration file are the keys of `network`. */
export const NETWORK_OPTIONS = Object.keys(KEYS) as readonly Key[]

/** How a node gets to others, and what came of it. */
export type Peers = {
  readonly open: OpenPeers
  /** Undefined until it is open. */
  readonly network: LibP2pNetwork | undefined
}

/**
 * Undefined when nothing says that there are others: then libp2p is not even loaded.
 * @throws CliError naming the key whose value makes no sense
 */
export async function peersOf(settings: Settings, network: NetworkName): Promise<Peers | undefined> {
  const given = NETWORK_OPTIONS.filter((key) => settings[key] !== undefined)
  if (given.length === 0) return undefined
  const [{ openNetwork }, { readOptions }] = await Promise.all([
    import('../node/network/libp2p/open-network.ts'),
    import('../node/network/libp2p/options.ts'),
  ])
  const check = (options: Partial<NetworkOptions>, where: string) => {
    try {
      readOptions(options)
    } catch (cause) {
      throw usageError(`${where}: ${(cause as Error).message}`)
    }
  }
  for (const key of given) {
    const value = settings[key]
    const path = key.replace('-', '.')
    if (!Array.isArray(value)) check({ [KEYS[key]]: value }, path)
    else for (const [index, item] of value.entries()) check({ [KEYS[key]]: [item] }, `${path}[${index}]`)
  }
  const values = Object.fromEntries(given.map((key) => [KEYS[key], settings[key]]))
  const options: Partial<NetworkOptions> = { freeLocal: network === 'dev', ...values }
  check(options, 'network')
  let opened: LibP2pNetwork | undefined
  return {
    open: async (modules) => {
      opened = await openNetwork(options, modules)
      return opened
    },
    get network() {
      return opened
    },
  }
}
