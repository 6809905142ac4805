/**
 * Counts what neighbours say of heights that are long over. Some of it every honest node says: votes overtake each other, and
 * who is behind says what it can. Who says it again and again replays old votes, and that is held against it.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from './inbox.ts'

export type StaleWatchModules = { readonly clock: Pick<Clock, 'now'>; readonly misbehaved: Misbehaved }

/** Milliseconds. */
const WHILE = 10_000
/** Peers counted within a while: more than there are connections. */
const PEERS = 1_024

export class StaleWatch {
  readonly #modules: StaleWatchModules
  readonly #allowed: number
  readonly #counts = new Map<PeerId, number>()
  #began: number

  /** @param peerStale messages of one peer within ten seconds that are nothing to speak of; each time as many are an offence */
  constructor(modules: StaleWatchModules, { peerStale }: { readonly peerStale: number }) {
    this.#modules = modules
    this.#allowed = peerStale
    this.#began = modules.clock.now()
  }

  note(peer: PeerId): void {
    const { clock, misbehaved } = this.#modules
    const now = clock.now()
    if (Math.abs(now - this.#began) >= WHILE) {
      this.#began = now
      this.#counts.clear()
    }
    const count = (this.#counts.get(peer) ?? 0) + 1
    if (count === 1 && this.#counts.size >= PEERS) return
    this.#counts.set(peer, count)
    if (count % this.#allowed === 0) misbehaved(peer, 'old votes, again and again', 'stale')
  }
}
