/**
 * TCP through a SOCKS5 proxy, for everything this node opens. Names go to the proxy as they are: nothing here looks one up.
 * Only what is dialled differs from libp2p's TCP; what others open comes to a listener of this machine.
 */
import type { Socket } from 'node:net'
import type { Transport } from '@libp2p/interface'
import { type TCPComponents, tcp } from '@libp2p/tcp'
import type { Multiaddr } from '@multiformats/multiaddr'
import { SocksClient } from 'socks'
import { toHex } from '../../../protocol/bytes.ts'
import type { Random } from '../../../protocol/crypto/random.ts'

export type Proxy = { readonly host: string; readonly port: number }

export type Destination = { readonly host: string; readonly port: number }

const HOSTS: ReadonlySet<string> = new Set(['ip4', 'ip6', 'dns', 'dns4', 'dns6'])
/** Milliseconds; a proxy for Tor takes a while. */
const PATIENCE = 30_000

/** Of libp2p's TCP, in the version that package.json pins: opens the socket of a connection. */
type Opening = Transport & {
  _connect(address: Multiaddr, options: { readonly signal: AbortSignal }): Promise<Socket>
}

/** Where an address is, as the proxy is told; undefined for what it cannot reach. */
export function destinationOf(address: Multiaddr): Destination | undefined {
  const [first, second, ...rest] = address.getComponents().filter(({ name }) => name !== 'p2p')
  if (first?.value === undefined) return undefined
  if (first.name === 'onion3') {
    const [host, port] = first.value.split(':')
    return second === undefined ? { host: `${host}.onion`, port: Number(port) } : undefined
  }
  if (!HOSTS.has(first.name) || second?.name !== 'tcp' || rest.length > 0) return undefined
  return { host: first.value, port: Number(second.value) }
}

/** @param random for the names under which connections are made: by them Tor keeps each on a circuit of its own */
export function socksTransport(proxy: Proxy, random: Random): (components: TCPComponents) => Transport {
  return (components) => {
    const transport = tcp()(components) as Opening
    if (typeof transport._connect !== 'function')
      throw new TypeError('this version of TCP is built differently')
    transport.dialFilter = (addresses) => addresses.filter((address) => destinationOf(address) !== undefined)
    transport._connect = (address, { signal }) => connectThrough({ proxy, random, address, signal })
    return transport
  }
}

async function connectThrough({
  proxy,
  random,
  address,
  signal,
}: {
  readonly proxy: Proxy
  readonly random: Random
  readonly address: Multiaddr
  readonly signal: AbortSignal
}): Promise<Socket> {
  signal.throwIfAborted()
  const destination = destinationOf(address)
  if (!destination) throw new Error('the proxy cannot reach that')
  const { socket } = await SocksClient.createConnection({
    proxy: { ...proxy, type: 5, userId: toHex(random(8)), password: toHex(random(8)) },
    command: 'connect',
    destination,
    timeout: PATIENCE,
  })
  if (signal.aborted) {
    socket.destroy()
    throw signal.reason
  }
  socket.setNoDelay(true)
  socket.setKeepAlive(true)
  return socket
}
