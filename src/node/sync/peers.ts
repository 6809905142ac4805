/** The neighbours as sources of the chain: what they say they have, and how they served so far. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { SyncLimits } from './limits.ts'

export type SyncPeersModules = {
  /** Those that are connected. */
  readonly connected: () => readonly PeerId[]
  /** The height of the last block that a neighbour says it has; undefined when it did not say. */
  readonly claimed: (peer: PeerId) => number | undefined
  readonly clock: Pick<Clock, 'now'>
  readonly misbehaved: Misbehaved
}

type Service = {
  /** Not asked before, milliseconds since 1970. */
  until: number
  /** Answers in a row that did not come. */
  failures: number
  /** When it was asked last. */
  asked: number
}

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

  /** Those that may be asked for that height, whoever served best and waited longest first. */
  having(height: number): PeerId[] {
    const { connected, claimed, clock } = this.#modules
    const now = clock.now()
    const usable = connected().filter(
      (peer) => (claimed(peer) ?? 0) >= height && (this.#services.get(peer)?.until ?? 0) <= now,
    )
    const rank = (peer: PeerId) => this.#services.get(peer) ?? { failures: 0, asked: 0 }
    return usable.sort(
      (left, right) => rank(left).failures - rank(right).failures || rank(left).asked - rank(right).asked,
    )
  }

  claimed(peer: PeerId): number {
    return this.#modules.claimed(peer) ?? 0
  }

  /** The highest that anybody says it has who may be asked, or who will be after a rest; 0 when nobody does. */
  get highest(): number {
    return this.#modules
      .connected()
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
    if (!this.isDistrusted(peer)) this.#note(peer, { failures: 0, until: 0 })
  }

  /** It did not answer, or not in time: it is left alone for a while. */
  rest(peer: PeerId): void {
    if (this.isDistrusted(peer)) return
    const { rest, longestRest } = this.#limits
    const failures = (this.#services.get(peer)?.failures ?? 0) + 1
    const pause = Math.min(longestRest, rest * 2 ** Math.min(failures - 1, 30))
    this.#note(peer, { failures, until: this.#modules.clock.now() + pause })
  }

  /** It did what no honest node does. */
  distrust(peer: PeerId, reason: string): void {
    if (this.isDistrusted(peer)) return
    const until = this.#modules.clock.now() + this.#limits.distrust
    this.#note(peer, { failures: Number.POSITIVE_INFINITY, until })
    this.#modules.misbehaved(peer, reason)
  }

  #note(peer: PeerId, change: Partial<Service>): void {
    const service = this.#services.get(peer) ?? { until: 0, failures: 0, asked: 0 }
    this.#services.delete(peer)
    this.#services.set(peer, { ...service, ...change })
    const [oldest] = this.#services.keys()
    if (this.#services.size > this.#limits.peersKnown) this.#services.delete(oldest!)
  }
}
