/** Who may connect, and who is connected to: bans, places by number and by address range, and the peers named by the owner. */
import type {
  Connection,
  ConnectionGater,
  PeerId as LibP2pPeerId,
  MultiaddrConnection,
} from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import { chooseEvicted } from './eviction.ts'
import type { NetworkPlan } from './options.ts'
import { type Place, placeOf } from './places.ts'
import type { Reputation } from './reputation.ts'
import { cut } from './streams.ts'

export type AdmissionModules = {
  readonly clock: Pick<Clock, 'now'>
  readonly reputation: Reputation
  readonly connections: () => readonly Connection[]
  /** Messages that a peer was first with. */
  readonly usefulness: (peer: PeerId) => number
}

/** Peers whose address is remembered after they are gone. */
const REMEMBERED = 4_096
/** Connections of one peer: two at once come about when both connect at the same time. */
const EACH = 2
/** Handshakes under way with one narrow range, and milliseconds after which one counts no longer. */
const HANDSHAKES = { narrow: 4, time: 6_000 }
/** Connections that the DHT may open beyond those that are wanted. */
const ERRANDS = 8

type Handshake = {
  readonly place: Place | undefined
  readonly peer: PeerId | undefined
  readonly until: number
}

export class Admission implements ConnectionGater {
  readonly #plan: NetworkPlan
  readonly #modules: AdmissionModules
  readonly #persistent: ReadonlySet<PeerId>
  readonly #known: ReadonlySet<PeerId>
  /** Of peers the owner named: they are never banned. */
  readonly #knownHosts: ReadonlySet<string>
  #handshakes: Handshake[] = []
  /** Where peers are or were last, as it is banned. */
  readonly #hosts = new Map<PeerId, string>()

  constructor(plan: NetworkPlan, modules: AdmissionModules) {
    this.#plan = plan
    this.#modules = modules
    this.#persistent = new Set(plan.persistent.map(({ peerId }) => peerId))
    this.#known = new Set([...this.#persistent, ...plan.privatePeers])
    const named = [...plan.persistent, ...plan.bootstrap].flatMap(({ addresses }) => addresses)
    this.#knownHosts = new Set(named.map((address) => placeOf(address)?.host ?? ''))
  }

  /** Whether the owner wants to be connected to it always. */
  keeps(peer: PeerId): boolean {
    return this.#persistent.has(peer)
  }

  /** Whether the owner named it: it has a place of its own, and is not banned. */
  knows(peer: PeerId): boolean {
    return this.#known.has(peer)
  }

  /** The address of a peer as it is banned; undefined where addresses do not count. */
  hostOf(address: Multiaddr): string | undefined {
    const place = this.#counted(address)
    return place && !this.#knownHosts.has(place.host) ? place.host : undefined
  }

  /** Whose address counts for what a peer does, also when it has hung up already; undefined where addresses do not count. */
  lastHostOf(peer: PeerId): string | undefined {
    if (this.knows(peer)) return undefined
    const open = this.#modules.connections().find(({ remotePeer }) => remotePeer.toString() === peer)
    return open ? this.hostOf(open.remoteAddr) : this.#hosts.get(peer)
  }

  /** Remembers where a peer is; to be told again when it leaves. */
  note(peer: PeerId, address: Multiaddr): void {
    const host = this.hostOf(address)
    this.#hosts.delete(peer)
    if (host === undefined) return
    this.#hosts.set(peer, host)
    if (this.#hosts.size > REMEMBERED) this.#hosts.delete(this.#hosts.keys().next().value!)
  }

  /** Connections this node opened to others than persistent peers. */
  get outbound(): readonly Connection[] {
    return this.#modules
      .connections()
      .filter(({ direction, remotePeer }) => direction === 'outbound' && !this.keeps(remotePeer.toString()))
  }

  /** Whether there is a place for one more outbound connection to that range. */
  hasRoomAt(address: Multiaddr): boolean {
    const place = this.#counted(address)
    if (!place) return true
    const there = this.outbound.filter(
      ({ remoteAddr }) => this.#counted(remoteAddr)?.ranges[0] === place.ranges[0],
    )
    return there.length < this.#plan.maxOutboundWide
  }

  denyDialPeer(peerId: LibP2pPeerId): boolean {
    const peer = peerId.toString()
    if (this.keeps(peer)) return false
    if (this.#plan.closed || this.#modules.reputation.isBanned(peer)) return true
    return this.outbound.length >= this.#plan.maxOutbound + ERRANDS
  }

  denyDialMultiaddr(address: Multiaddr): boolean {
    const place = placeOf(address)
    if (!place) return true
    if (this.#knownHosts.has(place.host)) return false
    // Strangers are not to send this node around on networks that only it can reach.
    if (place.local && !this.#plan.freeLocal && !this.#plan.mdns) return true
    const host = this.hostOf(address)
    return host !== undefined && this.#modules.reputation.isBanned(host)
  }

  denyInboundConnection({ remoteAddr }: MultiaddrConnection): boolean {
    const host = this.hostOf(remoteAddr)
    if (host !== undefined && this.#modules.reputation.isBanned(host)) return true
    const place = this.#counted(remoteAddr)
    const now = this.#modules.clock.now()
    this.#handshakes = this.#handshakes.filter(({ until }) => until > now)
    const there = this.#handshakes.filter((one) => !one.peer && one.place?.ranges[1] === place?.ranges[1])
    if (place && there.length >= HANDSHAKES.narrow) return true
    this.#handshakes.push({ place, peer: undefined, until: now + HANDSHAKES.time })
    return false
  }

  denyOutboundEncryptedConnection(peerId: LibP2pPeerId, { remoteAddr }: MultiaddrConnection): boolean {
    this.note(peerId.toString(), remoteAddr)
    return false
  }

  denyInboundEncryptedConnection(peerId: LibP2pPeerId, connection: MultiaddrConnection): boolean {
    const denied = this.#deniesInbound(peerId, connection)
    // Before anything comes over it that could be held against it.
    if (!denied) this.note(peerId.toString(), connection.remoteAddr)
    return denied
  }

  #deniesInbound(peerId: LibP2pPeerId, { remoteAddr }: MultiaddrConnection): boolean {
    const peer = peerId.toString()
    const place = this.#counted(remoteAddr)
    const at = this.#handshakes.findIndex((other) => !other.peer && other.place?.host === place?.host)
    if (at >= 0) this.#handshakes.splice(at, 1)
    const connections = this.#modules.connections()
    const own = connections.filter(({ remotePeer }) => remotePeer.equals(peerId))
    if (own.length >= EACH) return true
    if (this.knows(peer)) return false
    if (this.#plan.closed || this.#modules.reputation.isBanned(peer)) return true
    if (own.some(({ direction }) => direction === 'outbound')) return false
    if (!this.#makeRoom(place, connections)) return true
    this.#handshakes.push({ place, peer, until: this.#modules.clock.now() + HANDSHAKES.time })
    return false
  }

  /** @returns false when there is no place. */
  #makeRoom(place: Place | undefined, connections: readonly Connection[]): boolean {
    const { maxInbound, maxInboundNarrow, maxInboundWide } = this.#plan
    const open = connections.filter(
      ({ direction, remotePeer, status }) =>
        direction === 'inbound' && status === 'open' && !this.knows(remotePeer.toString()),
    )
    const there = new Set(open.map(({ remotePeer }) => remotePeer.toString()))
    // Those that were let in a moment ago and are not open yet.
    const coming = this.#handshakes.filter(({ peer }) => peer !== undefined && !there.has(peer))
    const places = [
      ...open.map(({ remoteAddr }) => this.#counted(remoteAddr)),
      ...coming.map((one) => one.place),
    ]
    const inRange = (which: 0 | 1) =>
      places.filter((other) => other && other.ranges[which] === place?.ranges[which])
    if (place && inRange(0).length >= maxInboundWide) return false
    if (place && inRange(1).length >= maxInboundNarrow) return false
    if (places.length < maxInbound) return true
    const inbound = open.map((connection) => ({
      connection,
      peerId: connection.remotePeer.toString(),
      range: this.#counted(connection.remoteAddr)?.ranges[0],
      since: connection.timeline.open,
      useful: this.#modules.usefulness(connection.remotePeer.toString()),
    }))
    const evicted = chooseEvicted(inbound, place?.ranges[0])
    if (!evicted) return false
    for (const { peerId, connection } of inbound) {
      if (peerId === evicted.peerId) cut(connection, 'room for another')
    }
    return true
  }

  /** Where that is, unless addresses there are outside all limits. */
  #counted(address: Multiaddr): Place | undefined {
    const place = placeOf(address)
    return place?.local && this.#plan.freeLocal ? undefined : place
  }
}
