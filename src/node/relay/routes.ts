/**
 * Where the stem goes from this node. For an epoch a node has two relays, drawn from the neighbours that it connected to itself
 * (whoever connects to it is not chosen), and each edge by which transactions come in leads to one of them, always the same.
 * The node's own transactions come in by an edge like all others. With some probability a node diffuses for the whole epoch
 * what comes from others: whether a stem ends here does not depend on the transaction.
 */
import { hash } from 'node:crypto'
import { utf8 } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import type { Clock } from '../clock.ts'
import type { NodeNetwork } from '../network/channel.ts'
import { pick, randomBelow } from '../random-numbers.ts'
import type { RelayParams } from './params.ts'

/** Where a transaction came from: a neighbour, or this node itself. */
export type Edge = PeerId | typeof OWN
/** No neighbour is called so. */
export const OWN = ''

export type RoutesModules = {
  readonly network: Pick<NodeNetwork, 'connections' | 'stem'>
  readonly clock: Pick<Clock, 'now'>
  readonly random: Random
}

type Epoch = {
  /** When it is over. */
  readonly until: number
  readonly diffuses: boolean
  /** Decides which edge leads to which relay. */
  readonly secret: Uint8Array
  readonly relays: [PeerId | undefined, PeerId | undefined]
}

const CERTAIN = 2 ** 32

export class Routes {
  readonly #modules: RoutesModules
  readonly #params: RelayParams
  #epoch: Epoch | undefined

  constructor(modules: RoutesModules, params: RelayParams) {
    this.#modules = modules
    this.#params = params
  }

  /**
   * Whom to pass on to what came by `from`; undefined when it is to be diffused here. A node's own transactions leave by the
   * stem also while it diffuses others': else the neighbours would see them first. Without two relays there is no stem.
   */
  next(from: Edge): PeerId | undefined {
    const epoch = this.#current()
    this.#fill(epoch)
    const [first, second] = epoch.relays
    if (first === undefined || second === undefined) return undefined
    if (epoch.diffuses && from !== OWN) return undefined
    const [chosen, other] = this.#leadsToFirst(epoch, from) ? [first, second] : [second, first]
    return chosen === from ? other : chosen
  }

  #current(): Epoch {
    const { clock, random } = this.#modules
    const now = clock.now()
    if (this.#epoch && now < this.#epoch.until) return this.#epoch
    const { epoch, epochSpread, diffusing } = this.#params
    this.#epoch = {
      until: now + epoch + randomBelow(epochSpread + 1, random),
      diffuses: randomBelow(CERTAIN, random) < diffusing * CERTAIN,
      secret: random(32),
      relays: [undefined, undefined],
    }
    return this.#epoch
  }

  /** Puts others in the place of relays that have left. */
  #fill({ relays }: Epoch): void {
    const { network, random } = this.#modules
    const speaks = new Set(network.stem.peers)
    const outbound = new Set<PeerId>()
    for (const { peerId, direction } of network.connections) {
      if (direction === 'outbound' && speaks.has(peerId)) outbound.add(peerId)
    }
    for (const [slot, relay] of relays.entries()) {
      if (relay !== undefined && !outbound.has(relay)) relays[slot] = undefined
    }
    for (const [slot, relay] of relays.entries()) {
      const left = [...outbound].filter((peer) => !relays.includes(peer))
      if (relay === undefined && left.length > 0) relays[slot] = pick(left, random)
    }
  }

  #leadsToFirst({ secret }: Epoch, from: Edge): boolean {
    const digest = hash('sha256', Buffer.concat([secret, utf8(from)]), 'buffer')
    return (digest[0]! & 1) === 0
  }
}
