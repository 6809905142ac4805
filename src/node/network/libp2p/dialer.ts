/** Connects to others: to persistent peers always, to as many of the rest as are wanted, and again when they are gone. */
import type { Libp2p } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Random } from '../../../protocol/crypto/random.ts'
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../logger.ts'
import { randomBelow } from '../../random-numbers.ts'
import type { Admission } from './admission.ts'
import type { Neighbours } from './neighbours.ts'
import type { NetworkPlan, Target } from './options.ts'
import type { PeerBook } from './peer-book.ts'
import type { Reputation } from './reputation.ts'

export type DialerModules = {
  readonly libp2p: Libp2p
  readonly admission: Admission
  readonly neighbours: Neighbours
  readonly book: PeerBook
  readonly reputation: Reputation
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Looks for others; what it finds goes into the book. Absent where nobody is to be looked for. */
  readonly discover: ((signal: AbortSignal) => Promise<void>) | undefined
}

/** Dials at a time. */
const TOGETHER = 4
/** Neighbours this node connected to, below which bootstrap peers are asked. */
const FEW = 4
/** Milliseconds. */
const WAIT = {
  first: 1_000,
  persistent: 30_000,
  others: 10 * 60_000,
  dial: 15_000,
  discover: 60_000,
  brief: 10_000,
}
/** Peers whose failures are remembered. */
const REMEMBERED = 2_048
/** Steps between 0 and 1 at which chance may fall. */
const CHANCES = 2 ** 32

type Backoff = { readonly failures: number; readonly until: number }

export class Dialer {
  readonly #plan: NetworkPlan
  readonly #modules: DialerModules
  readonly #signal: AbortSignal
  readonly #backoffs = new Map<PeerId, Backoff>()
  readonly #dialling = new Set<PeerId>()
  #discoverAt = 0

  constructor(plan: NetworkPlan, modules: DialerModules, signal: AbortSignal) {
    this.#plan = plan
    this.#modules = modules
    this.#signal = signal
  }

  /** Begins to connect to whoever is missing. To be called every second. */
  tick(): void {
    for (const target of this.#plan.persistent) this.#want(target, WAIT.persistent)
    if (this.#plan.closed) return
    const { admission, book, clock, reputation } = this.#modules
    const missing = () => this.#plan.maxOutbound - admission.outbound.length - this.#dialling.size
    if (admission.outbound.length < Math.min(FEW, this.#plan.maxOutbound)) {
      for (const target of this.#plan.bootstrap) if (missing() > 0) this.#want(target, WAIT.persistent)
    }
    if (missing() <= 0) return
    for (const candidate of book.inOrder(() => this.#chance())) {
      if (missing() <= 0 || this.#dialling.size >= TOGETHER) return
      if (reputation.isBanned(candidate.peerId)) continue
      if (candidate.addresses.every((address) => admission.hasRoomAt(address)))
        this.#want(candidate, WAIT.others)
    }
    if (clock.now() >= this.#discoverAt) void this.#discover()
  }

  /** Told that a connection this node opened is gone, after so many milliseconds. */
  lost(peerId: PeerId, lasted: number): void {
    if (lasted < WAIT.brief) this.#failed(peerId, WAIT.persistent)
    else this.#backoffs.delete(peerId)
  }

  #want({ peerId, addresses }: Target, longest: number): void {
    const { clock, libp2p } = this.#modules
    if (this.#dialling.has(peerId) || this.#dialling.size >= TOGETHER) return
    if ((this.#backoffs.get(peerId)?.until ?? 0) > clock.now()) return
    if (libp2p.peerId.toString() === peerId || this.#isConnected(peerId)) return
    void this.#dial(peerId, addresses, longest)
  }

  #isConnected(peerId: PeerId): boolean {
    return this.#modules.libp2p.getConnections().some(({ remotePeer }) => remotePeer.toString() === peerId)
  }

  async #dial(peerId: PeerId, addresses: readonly Multiaddr[], longest: number): Promise<void> {
    const { libp2p, book, logger } = this.#modules
    this.#dialling.add(peerId)
    try {
      const whole = addresses.map((address) =>
        address.getComponents().at(-1)?.name === 'p2p' ? address : address.encapsulate(`/p2p/${peerId}`),
      )
      const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(WAIT.dial)])
      await libp2p.dial(whole, { signal })
    } catch (error) {
      if (this.#signal.aborted) return
      logger.debug({ peer: peerId, reason: (error as Error).message }, 'a peer cannot be reached')
      book.miss(peerId)
      this.#failed(peerId, longest)
    } finally {
      this.#dialling.delete(peerId)
    }
  }

  /** Twice as long as the last time, half to one and a half of it, so that many do not come back at once. */
  #failed(peerId: PeerId, longest: number): void {
    const failures = (this.#backoffs.get(peerId)?.failures ?? 0) + 1
    const wait = Math.min(longest, WAIT.first * 2 ** (failures - 1)) * (0.5 + this.#chance())
    this.#backoffs.delete(peerId)
    this.#backoffs.set(peerId, { failures, until: this.#modules.clock.now() + wait })
    if (this.#backoffs.size > REMEMBERED) this.#backoffs.delete(this.#backoffs.keys().next().value!)
  }

  async #discover(): Promise<void> {
    const { clock, discover, logger, neighbours } = this.#modules
    if (!discover || neighbours.peers.length === 0) return
    this.#discoverAt = clock.now() + WAIT.discover
    try {
      await discover(AbortSignal.any([this.#signal, AbortSignal.timeout(WAIT.discover / 2)]))
    } catch (error) {
      if (!this.#signal.aborted)
        logger.debug({ reason: (error as Error).message }, 'looking for peers ended early')
    }
  }

  #chance(): number {
    return randomBelow(CHANCES, this.#modules.random) / CHANCES
  }
}
