/**
 * Blocks for peers that ask. A request is a few bytes and a block may be megabytes, so each peer gets so many bytes in a
 * while, and blocks are read from the disk one after the other: whoever asks without end costs neither memory nor the line.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { ConsensusNetwork } from '../network/channel.ts'

export type BlockServiceModules = {
  readonly network: Pick<ConsensusNetwork, 'send'>
  readonly clock: Pick<Clock, 'now'>
  /** The encoded message with the final block of a height, for that peer; undefined when there is none. */
  readonly read: (height: number, to: PeerId) => Promise<Uint8Array | undefined>
}

export type BlockServiceLimits = Pick<NodeLimits, 'consensus' | 'servedBytes'>

/** Requests that wait; the ones beyond them are asked again. */
const WAITING = 1_024

export class BlockService {
  readonly #modules: BlockServiceModules
  readonly #limits: BlockServiceLimits
  readonly #waiting: { readonly to: PeerId; readonly height: number }[] = []
  /** Bytes that were sent to each peer since the while began. */
  readonly #sent = new Map<PeerId, number>()
  #began = 0
  #serving: Promise<void> | undefined

  constructor(modules: BlockServiceModules, limits: BlockServiceLimits) {
    this.#modules = modules
    this.#limits = limits
  }

  /** Sends a message with a block in it, unless the peer has had its share. */
  send(to: PeerId, bytes: Uint8Array): void {
    if (this.spend(to, bytes.length)) this.#modules.network.send(to, bytes)
  }

  /** Counts bytes of blocks that go to a peer. @returns false when it has had its share: then none may go */
  spend(to: PeerId, bytes: number): boolean {
    if (!this.#mayHave(to)) return false
    this.#sent.set(to, (this.#sent.get(to) ?? 0) + bytes)
    return true
  }

  /** Sends the final block of a height, when it is its turn. Resolves when nothing waits any more. */
  serve(to: PeerId, height: number): Promise<void> {
    if (this.#waiting.length < WAITING && this.#mayHave(to)) this.#waiting.push({ to, height })
    this.#serving ??= this.#serve().finally(() => {
      this.#serving = undefined
    })
    return this.#serving
  }

  async #serve(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { to, height } = next
      const bytes = this.#mayHave(to) ? await this.#modules.read(height, to) : undefined
      if (bytes) this.send(to, bytes)
    }
  }

  /** The last block may go beyond the share, so that one longer than it gets through, too. */
  #mayHave(peer: PeerId): boolean {
    const now = this.#modules.clock.now()
    if (Math.abs(now - this.#began) >= this.#limits.consensus.tick) {
      this.#began = now
      this.#sent.clear()
    }
    return (this.#sent.get(peer) ?? 0) < this.#limits.servedBytes
  }
}
