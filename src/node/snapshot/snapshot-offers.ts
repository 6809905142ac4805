/**
 * Which snapshots peers offer. All are asked at once and nobody waits for the slowest: the choice is among what has been said,
 * and whoever answers later is heard in the next round.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { SnapshotName } from './shelf.ts'
import type { SnapshotPeers } from './snapshot-peers.ts'

export type SnapshotOffersModules = {
  readonly peers: Pick<SnapshotPeers, 'usable' | 'offersOf'>
  readonly clock: Pick<Clock, 'sleep'>
}

export type SnapshotOffersLimits = Pick<NodeLimits, 'snapshotOfferPatience'>

export class SnapshotOffers {
  readonly #modules: SnapshotOffersModules
  readonly #limits: SnapshotOffersLimits
  readonly #signal: AbortSignal
  /** What each said when it last answered; nothing when it did not. */
  readonly #said = new Map<PeerId, readonly SnapshotName[]>()
  /** Questions under way, and those that ended with an error nobody expects. */
  readonly #asked = new Map<PeerId, Promise<void>>()
  #firstHeard = false

  /** @param signal ends all questions. */
  constructor(modules: SnapshotOffersModules, limits: SnapshotOffersLimits, signal: AbortSignal) {
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
  }

  /** Whether all who were asked first have answered, or had the time for it. */
  get isFirstHeard(): boolean {
    return this.#firstHeard
  }

  /** Asks all that are not being asked, and gives them a while. @returns what usable peers have said up to now. */
  async ask(): Promise<readonly { readonly peer: PeerId; readonly items: readonly SnapshotName[] }[]> {
    const { peers, clock } = this.#modules
    const isFirst = this.#asked.size === 0 && this.#said.size === 0
    for (const peer of peers.usable) if (!this.#asked.has(peer)) this.#askOne(peer)
    const all = Promise.all(this.#asked.values())
    if (isFirst && this.#asked.size > 0)
      all.then(
        () => {
          this.#firstHeard = true
        },
        () => {},
      )
    const over = new AbortController()
    const limited = AbortSignal.any([this.#signal, over.signal])
    const enough = clock.sleep(this.#limits.snapshotOfferPatience, limited)
    enough.catch(() => {})
    try {
      await Promise.race([all, enough])
    } finally {
      over.abort()
    }
    this.#signal.throwIfAborted()
    return peers.usable.flatMap((peer) => {
      const items = this.#said.get(peer)
      return items ? [{ peer, items }] : []
    })
  }

  #askOne(peer: PeerId): void {
    const asking = this.#modules.peers.offersOf(peer, this.#signal).then((items) => {
      if (items) this.#said.set(peer, items)
      else this.#said.delete(peer)
      this.#asked.delete(peer)
    })
    // whoever waits for it is told; nobody may wait any more
    asking.catch(() => {})
    this.#asked.set(peer, asking)
  }
}
