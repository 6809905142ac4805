/**
 * How much gossip is listened to: of one peer, and of all. Each stranger has a share that nobody can take from it, and beyond its
 * share gets of what is left for all; so a few that send much take nothing from those that send what a node does. A
 * packet is counted before it is decoded, and weighed when it is known what it says.
 */
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Counts } from './counts.ts'
import type { GossipRpc } from './gossip-inside.ts'
import { KeptBudgets } from './kept-budgets.ts'
import { type Rate, RateBudget, type Rates, TrafficBudget, times } from './rate-budget.ts'
import type { Offend } from './reputation.ts'

export const GOSSIP_LIMITS = {
  /** Of one peer. With 128 validators and a block a second a neighbour may bring 300 messages a second, after a pause thousands. */
  own: {
    messages: { burst: 16_384, perSecond: 1_024 },
    bytes: { burst: 16 << 20, perSecond: 4 << 20 },
  },
  /** Packets of one peer without messages: one for each longer message it has heard elsewhere, and a few a second. */
  control: { burst: 4_096, perSecond: 256 },
  /** What a stranger has in any case: the longest messages pass, and all of an ordinary network. */
  share: {
    messages: { burst: 4_096, perSecond: 256 },
    bytes: { burst: 8 << 20, perSecond: 256 << 10 },
  },
  /** What all strangers have beyond their shares. Gossipsub keeps messages for seconds, and their ids for longer. */
  common: {
    messages: { burst: 32_768, perSecond: 4_096 },
    bytes: { burst: 64 << 20, perSecond: 16 << 20 },
  },
  /** As many packets as one counts that says nothing, or cannot be decoded: no node sends one. */
  empty: 16,
  /** As many times of its own a peer has that the owner named; it takes nothing of what strangers share. */
  known: 4,
  /** Packets dropped for each time that it counts against their sender. */
  patience: 64,
} as const satisfies Record<string, Rates | Rate | number>

export type AllowanceModules = {
  readonly clock: Pick<Clock, 'now'>
  readonly counts: Counts
  readonly offend: Offend
  /** Whether the owner named a peer. */
  readonly knows: (peer: PeerId) => boolean
  /** The address of a peer; undefined where addresses do not count. */
  readonly hostOf: (peer: PeerId) => string | undefined
}

/** What a peer has left. */
type Purse = {
  readonly own: TrafficBudget
  readonly control: RateBudget
  readonly share: TrafficBudget
  drops: number
}

export class GossipAllowance {
  readonly #modules: AllowanceModules
  readonly #purses: KeptBudgets<Purse>
  readonly #common: TrafficBudget

  constructor(modules: AllowanceModules) {
    this.#modules = modules
    const create = (peer: PeerId, now: number) => this.#create(peer, now)
    this.#purses = new KeptBudgets({ clock: modules.clock, hostOf: modules.hostOf, create })
    this.#common = new TrafficBudget(GOSSIP_LIMITS.common, modules.clock.now())
  }

  /** Whether a packet of so many bytes is decoded. It counts as empty until it has been weighed. */
  admits(peer: PeerId, bytes: number): boolean {
    const purse = this.#purses.of(peer)
    const now = this.#modules.clock.now()
    if (!purse.control.spend(GOSSIP_LIMITS.empty, now) || !purse.own.spend(0, bytes, now))
      return this.#over(peer, purse)
    return this.#isLeft(peer, purse, 0, bytes)
  }

  /** Whether a packet that was admitted, and has been decoded, is listened to. To be called for every such packet. */
  hears(peer: PeerId, packet: GossipRpc): boolean {
    const purse = this.#purses.of(peer)
    const count = packet.messages?.length ?? 0
    if (count === 0) {
      if (!saysNothing(packet)) purse.control.giveBack(GOSSIP_LIMITS.empty - 1)
      return this.#isLeft(peer, purse, 1, 0)
    }
    purse.control.giveBack(GOSSIP_LIMITS.empty)
    if (!purse.own.spend(count, 0, this.#modules.clock.now())) return this.#over(peer, purse)
    return this.#isLeft(peer, purse, count, 0)
  }

  /** Told that a peer is gone. */
  leave(peer: PeerId): void {
    this.#purses.leave(peer)
  }

  #isLeft(peer: PeerId, { share }: Purse, messages: number, bytes: number): boolean {
    const { clock, counts, knows } = this.#modules
    const now = clock.now()
    if (knows(peer) || share.spend(messages, bytes, now) || this.#common.spend(messages, bytes, now))
      return true
    // That is nobody's fault alone.
    counts.flooded += 1
    return false
  }

  #over(peer: PeerId, purse: Purse): false {
    const { counts, offend } = this.#modules
    counts.flooded += 1
    if (purse.drops++ % GOSSIP_LIMITS.patience === 0) offend(peer, 'flood', 'too much gossip')
    return false
  }

  #create(peer: PeerId, now: number): Purse {
    const { own, control, share, known } = GOSSIP_LIMITS
    const factor = this.#modules.knows(peer) ? known : 1
    return {
      own: new TrafficBudget({ messages: times(factor, own.messages), bytes: times(factor, own.bytes) }, now),
      control: new RateBudget(times(factor, control), now),
      share: new TrafficBudget(share, now),
      drops: 0,
    }
  }
}

function saysNothing({ subscriptions = [], messages = [], control = {} }: GossipRpc): boolean {
  return [subscriptions, messages, ...Object.values(control)].every((list) => (list?.length ?? 0) === 0)
}
