/** Where the neighbours say they stand. */
import type { ConsensusMessage } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { ConsensusNetwork } from '../network/channel.ts'

export class PeerHeights {
  readonly #network: Pick<ConsensusNetwork, 'peers'>
  readonly #heights = new Map<PeerId, number>()

  constructor(network: Pick<ConsensusNetwork, 'peers'>) {
    this.#network = network
  }

  note(peer: PeerId, message: ConsensusMessage): void {
    if (message.type !== 'status') return
    this.#heights.set(peer, message.height)
    const { peers } = this.#network
    // Those that have left are forgotten, once there are as many of them.
    if (this.#heights.size <= 2 * peers.length) return
    for (const known of [...this.#heights.keys()]) if (!peers.includes(known)) this.#heights.delete(known)
  }

  /** The height that a neighbour decides; undefined when it did not say. */
  of(peer: PeerId): number | undefined {
    return this.#heights.get(peer)
  }
}
