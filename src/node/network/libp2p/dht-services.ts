/** The DHT of libp2p, for finding peers alone. Loaded by nodes that take part in it: it is a quarter of libp2p. */
import { kadDHT, passthroughMapper, removePrivateAddressesMapper } from '@libp2p/kad-dht'
import { ping } from '@libp2p/ping'
import type { NetworkPlan } from './options.ts'
import type { ProtocolNames } from './protocol-names.ts'

/** Nothing here calls them: libp2p uses them by what they say they can do. */
type Service = () => unknown

export function dhtServices(plan: NetworkPlan, names: ProtocolNames) {
  const reachable = plan.freeLocal ? passthroughMapper : removePrivateAddressesMapper
  const hidden = new Set(plan.privatePeers)
  return {
    ping: ping({ protocolPrefix: names.prefix }) as Service,
    dht: kadDHT({
      protocol: names.dht,
      clientMode: false,
      // It is for finding peers: nobody is to store anything.
      validators: {},
      selectors: {},
      maxInboundStreams: 4,
      maxOutboundStreams: 8,
      peerInfoMapper: (peer) =>
        hidden.has(peer.id.toString()) ? { ...peer, multiaddrs: [] } : reachable(peer),
    }) as unknown as Service,
  }
}
