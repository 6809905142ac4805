/**
 * What each peer has left of what it may send. It outlives the connection: whoever hangs up and comes back goes on with what
 * was left, under its own name, or under another from the same address. So nobody gains by it. Peers that are
 * connected at the same time never share, wherever they are.
 */
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'

/**
 * How many are kept of those that are there, and of those that are gone; and for how many milliseconds: in that time the largest
 * is whole again.
 */
const KEPT = { most: 4_096, time: 60_000 }

export type KeptBudgetsModules<Budget> = {
  readonly clock: Pick<Clock, 'now'>
  /** The address of a peer; undefined where addresses do not count. */
  readonly hostOf: (peer: PeerId) => string | undefined
  /** A new one, whole. */
  readonly create: (peer: PeerId, now: number) => Budget
}

type Left<Budget> = { readonly source: string; readonly budget: Budget; readonly until: number }

export class KeptBudgets<Budget> {
  readonly #modules: KeptBudgetsModules<Budget>
  readonly #budgets = new Map<PeerId, Budget>()
  /** Of those that are gone, the first that went first. */
  readonly #left = new Set<Left<Budget>>()

  constructor(modules: KeptBudgetsModules<Budget>) {
    this.#modules = modules
  }

  of(peer: PeerId): Budget {
    const found = this.#budgets.get(peer)
    if (found) return found
    const now = this.#modules.clock.now()
    const budget = this.#takeLeft(this.#sourceOf(peer), now) ?? this.#modules.create(peer, now)
    this.#budgets.set(peer, budget)
    // Of some nobody is told that they are gone: what they sent last was read after that.
    if (this.#budgets.size > KEPT.most) this.leave(this.#budgets.keys().next().value!)
    return budget
  }

  /** Told that a peer is gone. */
  leave(peer: PeerId): void {
    const budget = this.#budgets.get(peer)
    if (budget === undefined) return
    this.#budgets.delete(peer)
    const until = this.#modules.clock.now() + KEPT.time
    this.#left.add({ source: this.#sourceOf(peer), budget, until })
    for (const oldest of this.#left) {
      if (this.#left.size <= KEPT.most) break
      this.#left.delete(oldest)
    }
  }

  #takeLeft(source: string, now: number): Budget | undefined {
    for (const left of this.#left) {
      if (left.until > now && left.source !== source) continue
      this.#left.delete(left)
      if (left.until > now) return left.budget
    }
    return undefined
  }

  #sourceOf(peer: PeerId): string {
    return this.#modules.hostOf(peer) ?? peer
  }
}
