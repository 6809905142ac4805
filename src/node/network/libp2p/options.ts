/** What the owner of a node says about its place in the network. */
import { peerIdFromString } from '@libp2p/peer-id'
import type { Multiaddr } from '@multiformats/multiaddr'
import { NetworkError } from './network-error.ts'
import { placeOf, readAddress, readProxy } from './places.ts'

export type NetworkOptions = {
  /** Where to listen: multiaddrs with tcp, or tcp and ws. Empty: nobody can connect to this node. */
  readonly listen: readonly string[]
  /** What others are told to reach this node at; empty: what it listens on. */
  readonly announce: readonly string[]
  /** Where to begin: multiaddrs that end in `/p2p/ID`. */
  readonly bootstrap: readonly string[]
  /** Peers that are always to be connected, `/p2p/ID` at the end. They have places of their own and are not banned. */
  readonly persistent: readonly string[]
  /**
   * When there are any: connects to these alone, and lets in nobody else. So a validator hides behind its sentries. Nothing is
   * announced, and nobody is looked for.
   */
  readonly onlyPeers: readonly string[]
  /** Peer ids that others are never told of: the validators behind this sentry. Always let in, not banned. */
  readonly privatePeers: readonly string[]
  /** Peers that this node connects to, at most, beside those that are persistent. */
  readonly maxOutbound: number
  /** Peers that connect to this node, at most, beside those that are persistent or private. */
  readonly maxInbound: number
  /** Of the inbound ones, how many of one address range: IPv4 /16 or IPv6 /32, and IPv4 /24 or IPv6 /48. */
  readonly maxInboundWide: number
  readonly maxInboundNarrow: number
  /** Outbound connections to addresses of one wide range, persistent peers apart. */
  readonly maxOutboundWide: number
  /** Whether addresses of this machine and of private networks are outside all limits and bans by address. */
  readonly freeLocal: boolean
  /** Whether to find others on the local network. */
  readonly mdns: boolean
  /** Whether to find others through those already found. */
  readonly dht: boolean
  /** `socks5://IP:PORT`: everything outbound goes through it, names included (Tor). No mDNS, no DHT then. */
  readonly socks: string | undefined
  /** Whether the node has the same name at every start. When absent, a validator has and others have not. */
  readonly keepIdentity: boolean | undefined
}

const DEFAULT_NETWORK_OPTIONS: NetworkOptions = {
  listen: [],
  announce: [],
  bootstrap: [],
  persistent: [],
  onlyPeers: [],
  privatePeers: [],
  maxOutbound: 10,
  maxInbound: 48,
  maxInboundWide: 12,
  maxInboundNarrow: 4,
  maxOutboundWide: 2,
  freeLocal: false,
  mdns: false,
  dht: false,
  socks: undefined,
  keepIdentity: undefined,
}

/** A peer that was named in the options, with all addresses it was given. */
export type Target = { readonly peerId: string; readonly addresses: readonly Multiaddr[] }

/** Options that have been read. */
export type NetworkPlan = Omit<
  NetworkOptions,
  'listen' | 'announce' | 'bootstrap' | 'persistent' | 'onlyPeers' | 'socks'
> & {
  readonly listen: readonly string[]
  readonly announce: readonly string[]
  readonly bootstrap: readonly Target[]
  /** With `onlyPeers`. */
  readonly persistent: readonly Target[]
  /** Whether nobody else is let in or connected to. */
  readonly closed: boolean
  readonly proxy: { readonly host: string; readonly port: number } | undefined
}

const MOST = { addresses: 32, peers: 256, connections: 1_000 }

/** @throws NetworkError `invalid_option`, with what to do. */
export function readOptions(given: Partial<NetworkOptions>): NetworkPlan {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const { socks, onlyPeers, ...options }: NetworkOptions = { ...DEFAULT_NETWORK_OPTIONS, ...present }
  const closed = onlyPeers.length > 0
  const proxy = socks === undefined ? undefined : readProxy(socks)
  if (socks !== undefined && !proxy) throw invalid(`${socks} is not a proxy; write socks5://127.0.0.1:9050`)
  if (options.mdns && (proxy || closed)) throw invalid('mDNS would tell the local network who is hidden here')
  if (options.dht && (proxy || closed)) throw invalid('the DHT would tell strangers who is hidden here')
  if (closed && options.bootstrap.length > 0)
    throw invalid('who connects to some peers only has no bootstrap peers')
  for (const name of [
    'maxOutbound',
    'maxInbound',
    'maxInboundWide',
    'maxInboundNarrow',
    'maxOutboundWide',
  ] as const) {
    const value = options[name]
    if (!Number.isInteger(value) || value < 0 || value > MOST.connections) {
      throw invalid(`${name} takes 0 to ${MOST.connections}, not ${value}`)
    }
  }
  if (options.privatePeers.length > MOST.peers)
    throw invalid(`there are more than ${MOST.peers} private peers`)
  for (const peerId of options.privatePeers) {
    if (!isPeerId(peerId)) throw invalid(`${peerId} is not a peer id`)
  }
  return {
    ...options,
    // What comes in behind a proxy comes from the proxy, whoever it is.
    freeLocal: options.freeLocal || proxy !== undefined,
    closed,
    proxy,
    listen: options.listen.map((text) => listened(text, proxy !== undefined)),
    announce: options.announce.map((text) => checkedAddress(text).toString()),
    bootstrap: targetsOf(options.bootstrap),
    persistent: targetsOf([...options.persistent, ...onlyPeers]),
  }
}

function invalid(message: string): NetworkError {
  return new NetworkError('invalid_option', message)
}

function isPeerId(text: string): boolean {
  try {
    return peerIdFromString(text).toString() === text
  } catch {
    return false
  }
}

function checkedAddress(text: string): Multiaddr {
  const address = readAddress(text)
  if (!address || !placeOf(address)) throw invalid(`${text} is not an address; write /ip4/192.0.2.1/tcp/7700`)
  return address
}

function listened(text: string, hidden: boolean): string {
  const address = checkedAddress(text)
  const names = address.getComponents().map(({ name }) => name)
  if (!names[0]?.startsWith('ip') || !names.includes('tcp')) throw invalid(`${text} cannot be listened on`)
  if (hidden && !placeOf(address)!.local) {
    throw invalid(`behind a proxy, listen on an address of this machine only, not on ${text}`)
  }
  return text
}

/** Peers by their ids. */
function targetsOf(texts: readonly string[]): Target[] {
  if (texts.length > MOST.peers) throw invalid(`there are more than ${MOST.peers} peers`)
  const targets = new Map<string, Multiaddr[]>()
  for (const text of texts) {
    const address = checkedAddress(text)
    const last = address.getComponents().at(-1)
    if (last?.name !== 'p2p' || last.value === undefined || !isPeerId(last.value)) {
      throw invalid(`${text} does not say who is there; it has to end in /p2p/ID`)
    }
    const addresses = targets.get(last.value) ?? []
    if (addresses.length < MOST.addresses) addresses.push(address)
    targets.set(last.value, addresses)
  }
  return [...targets].map(([peerId, addresses]) => ({ peerId, addresses }))
}

/** Whether a node has somebody to connect to, of whom the stem needs two. @param known peers of before */
export function seeksOthers(
  { closed, persistent, bootstrap, mdns, dht }: NetworkPlan,
  known: number,
): boolean {
  if (closed) return persistent.length > 1
  return persistent.length + bootstrap.length + known > 0 || mdns || dht
}
