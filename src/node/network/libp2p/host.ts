/** libp2p, put together for one chain. */
import { gossipsub } from '@libp2p/gossipsub'
import { identify } from '@libp2p/identify'
import type { ConnectionGater, PeerDiscovery, PrivateKey } from '@libp2p/interface'
import { noise } from '@libp2p/noise'
import { tcp } from '@libp2p/tcp'
import { webSockets } from '@libp2p/websockets'
import { yamux } from '@libp2p/yamux'
import type { Multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Random } from '../../../protocol/crypto/random.ts'
import { BoundedDatastore } from './bounded-datastore.ts'
import { type ConnectionGuard, MAX_WINDOW } from './connection-guard.ts'
import { gossipParameters } from './gossip-parameters.ts'
import type { NetworkPlan } from './options.ts'
import { placeOf } from './places.ts'
import type { ProtocolNames } from './protocol-names.ts'

export type HostModules = {
  readonly chainId: Uint8Array
  readonly names: ProtocolNames
  readonly privateKey: PrivateKey
  readonly gater: ConnectionGater
  readonly guard: ConnectionGuard
  readonly scoreOf: (peer: PeerId) => number
  readonly random: Random
}

/** Connections beyond all that are wanted, so that libp2p itself refuses nobody that has a place. */
const SPARE = 64
/** Streams of a connection in one direction: all protocols together take some forty. */
const STREAMS = 64
/** Records of peers and of the DHT. */
const RECORDS = { most: 4_096, length: 16 << 10 }

/** A node of libp2p that has not been started. What few nodes use of it is loaded by these alone. */
export async function createHost(plan: NetworkPlan, modules: HostModules) {
  const { chainId, names, privateKey, gater, guard, scoreOf, random } = modules
  const hidden = plan.closed || plan.proxy !== undefined
  // mDNS is of use with addresses of the local network only.
  const tellsLocal = plan.freeLocal || plan.mdns || plan.announce.length > 0
  const announced = (addresses: Multiaddr[]) =>
    addresses.filter((address) => tellsLocal || !placeOf(address)?.local)
  return createLibp2p({
    start: false,
    privateKey,
    // The same of every node: which one runs what is nobody's business.
    nodeInfo: { name: 'stegos', version: '1', userAgent: 'stegos' },
    addresses: {
      listen: [...plan.listen],
      announce: [...plan.announce],
      announceFilter: hidden && plan.announce.length === 0 ? () => [] : announced,
    },
    transports: await transportsOf(plan, random),
    // The chain is part of the handshake: with another one there is no connection at all.
    connectionEncrypters: [guard.encrypter(noise({ prologueBytes: chainId }))],
    streamMuxers: [
      guard.muxer(
        yamux({
          maxInboundStreams: STREAMS,
          maxOutboundStreams: STREAMS,
          // More than a stream may send before somebody reads it; all that is read is taken at once.
          streamOptions: { maxStreamWindowSize: MAX_WINDOW, maxReadBufferLength: 512 << 10 },
        }),
      ),
    ],
    connectionGater: gater,
    connectionManager: {
      maxConnections:
        plan.maxInbound + plan.maxOutbound + plan.persistent.length + plan.privatePeers.length + SPARE,
      // No lookups by name where they would be seen.
      ...(plan.proxy ? { resolvers: {} } : {}),
      maxParallelDials: 16,
      maxDialQueueLength: 128,
      maxPeerAddrsToDial: 8,
      dialTimeout: plan.proxy ? 40_000 : 10_000,
      addressDialTimeout: plan.proxy ? 35_000 : 6_000,
      inboundUpgradeTimeout: 6_000,
      inboundConnectionThreshold: plan.freeLocal ? 1_000 : 5,
      maxIncomingPendingConnections: 64,
      reconnectRetries: 0,
    },
    // Its pings, late when the machine is busy, would end connections that are alive; the hello watches over them.
    connectionMonitor: { enabled: false, abortConnectionOnPingFailure: false },
    datastore: new BoundedDatastore(RECORDS.most, RECORDS.length),
    peerDiscovery: plan.mdns ? [await discoveryOnTheLocalNetwork(names)] : [],
    services: {
      identify: identify({ protocolPrefix: names.prefix, maxMessageSize: 8 << 10 }),
      pubsub: gossipsub(gossipParameters(names, scoreOf)),
      ...(plan.dht ? (await import('./dht-services.ts')).dhtServices(plan, names) : {}),
    },
  })
}

async function transportsOf({ proxy }: NetworkPlan, random: Random) {
  if (!proxy) return [tcp(), webSockets()]
  return [(await import('./socks-transport.ts')).socksTransport(proxy, random)]
}

async function discoveryOnTheLocalNetwork(names: ProtocolNames): Promise<() => PeerDiscovery> {
  const { mdns } = await import('@libp2p/mdns')
  return mdns({ serviceTag: names.mdns, interval: 10_000 }) as () => PeerDiscovery
}
