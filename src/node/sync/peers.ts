/** The neighbours as sources of the chain: what they say they have, and how they served so far. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { NodeNetwork } from '../network/channel.ts'
import type { SyncLimits } from './limits.ts'

export type SyncPeersModules = {
  readonly network: Pick<NodeNetwork, 'consensus' | 'connections'>
  /** The height of the last block that a neighbour says it has; undefined when it did not say. */
  readonly claimed: (peer: PeerId) => number | undefined
  readonly clock: Pick<Clock, 'now'>
  readonly misbehaved: Misbehaved
}

type Service = {
  /** Not asked before, milliseconds since 1970. */
  until: number
  /** Whether it has ever given all that it was asked for. */
  served: boolean
  /** Answers in a row that did not come. */
  failures: number
  /** When it was asked last. */
  asked: number
}

const UNKNOWN: Readonly<Service> = { until: 0, served: false, failures: 0, asked: 0 }

export class SyncPeers {
  readonly #modules: SyncPeersModules
  readonly #limits: Pick<SyncLimits, 'rest' | 'longestRest' | 'distrust' | 'peersKnown'>
  /** Whoever was noted last stands last. */
  readonly #services = new Map<PeerId, Service>()

  constructor(
    modules: SyncPeersModules,
    limits: Pick<SyncLimits, 'rest' | 'longestRest' | 'distrust' | 'peersKnown'>,
  ) {
    this.#modules = modules
    this.#limits = limits
  }

  /**
   * Those that may be asked for that height: first those that have served, then those that this node connected to itself; of
   * them whoever failed least and waited longest. So new names cost whoever invents them, and nobody else.
   */
  having(height: number): PeerId[] {
    const { network, clock } = this.#modules
    const now = clock.now()
    const outbound = new Set<PeerId>()
    for (const { peerId, direction } of network.connections)
      if (direction === 'outbound') outbound.add(peerId)
    const usable = network.consensus.peers.filter(
      (peer) => this.claimed(peer) >= height && this.#serviceOf(peer).until <= now,
    )
    const ranked = usable.map((peer) => {
      const { failures, asked } = this.#serviceOf(peer)
      const standing = this.isProven(peer) ? 0 : outbound.has(peer) ? 1 : 2
      return { peer, standing, failures, asked }
    })
    ranked.sort(
      (left, right) =>
        left.standing - right.standing || left.failures - right.failures || left.asked - right.asked,
    )
    return ranked.map(({ peer }) => peer)
  }

  /** Whether it has served, and has not failed since. */
  isProven(peer: PeerId): boolean {
    const { served, failures } = this.#serviceOf(peer)
    return served && failures === 0
  }

  claimed(peer: PeerId): number {
    return this.#modules.claimed(peer) ?? 0
  }

  /** The highest that anybody says it has who may be asked, or who will be after a rest; 0 when nobody does. */
  get highest(): number {
    return this.#modules.network.consensus.peers
      .filter((peer) => !this.isDistrusted(peer))
      .reduce((highest, peer) => Math.max(highest, this.claimed(peer)), 0)
  }

  isDistrusted(peer: PeerId): boolean {
    const service = this.#services.get(peer)
    return service?.failures === Number.POSITIVE_INFINITY && service.until > this.#modules.clock.now()
  }

  noteAsked(peer: PeerId): void {
    this.#note(peer, { asked: this.#modules.clock.now() })
  }

  noteServed(peer: PeerId): void {
    if (!this.isDistrusted(peer)) this.#note(peer, { served: true, failures: 0, until: 0 })
  }

  /** It did not answer, or not in time: it is left alone for a while. */
  rest(peer: PeerId): void {
    if (this.isDistrusted(peer)) return
    const { rest, longestRest } = this.#limits
    const failures = this.#serviceOf(peer).failures + 1
    const pause = Math.min(longestRest, rest * 2 ** Math.min(failures - 1, 30))
    this.#note(peer, { failures, until: this.#modules.clock.now() + pause })
  }

  /** It said that it has more, and let this node wait for all of it. */
  noteSilent(peer: PeerId): void {
    this.rest(peer)
    this.#modules.misbehaved(peer, 'says that it has headers, and gives none', 'stale')
  }

  /** It did what no honest node does. */
  distrust(peer: PeerId, reason: string): void {
    if (this.isDistrusted(peer)) return
    const until = this.#modules.clock.now() + this.#limits.distrust
    this.#note(peer, { failures: Number.POSITIVE_INFINITY, until })
    this.#modules.misbehaved(peer, reason)
  }

  #serviceOf(peer: PeerId): Readonly<Service> {
    return this.#services.get(peer) ?? UNKNOWN
  }

  #note(peer: PeerId, change: Partial<Service>): void {
    const service = this.#serviceOf(peer)
    this.#services.delete(peer)
    this.#services.set(peer, { ...service, ...change })
    const [oldest] = this.#services.keys()
    if (this.#services.size > this.#limits.peersKnown) this.#services.delete(oldest!)
  }
}
