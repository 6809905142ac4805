/**
 * What peers sent and nobody has read yet: so much of each, so much of all together, and taken from each in turn, so that
 * none crowds out another.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { type Judge, UNJUDGED } from '../network/channel.ts'

export type FairQueueLimits = {
  /** Messages of one peer. */
  readonly messages: number
  /** Bytes of the messages of one peer. */
  readonly bytes: number
  /** Bytes of the messages of all peers. Whoever has more waiting than another makes room for it. */
  readonly allBytes: number
}

export type Received = {
  readonly from: PeerId
  readonly bytes: Uint8Array
  /** Says what became of it; whatever is dropped here unread is ignored. */
  readonly judge: Judge
}

type Line = { readonly waiting: Omit<Received, 'from'>[]; bytes: number }

export class FairQueue {
  readonly #limits: FairQueueLimits
  /** In the order in which it is their turn. A peer of which nothing waits is not there. */
  readonly #lines = new Map<PeerId, Line>()
  #bytes = 0

  constructor(limits: FairQueueLimits) {
    this.#limits = limits
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0
  }

  /** Of all that waits. */
  get bytes(): number {
    return this.#bytes
  }

  /** @returns false when too much of that peer waits already: the message is dropped. */
  add(from: PeerId, bytes: Uint8Array, judge: Judge = UNJUDGED): boolean {
    const isTaken = this.#add(from, bytes, judge)
    if (!isTaken) judge('ignore')
    return isTaken
  }

  #add(from: PeerId, bytes: Uint8Array, judge: Judge): boolean {
    const line = this.#lines.get(from) ?? { waiting: [], bytes: 0 }
    const { messages, bytes: most } = this.#limits
    if (line.waiting.length >= messages || line.bytes + bytes.length > most) return false
    if (!this.#makeRoom(line.bytes + bytes.length, bytes.length)) return false
    line.waiting.push({ bytes, judge })
    line.bytes += bytes.length
    this.#bytes += bytes.length
    this.#lines.set(from, line)
    return true
  }

  /** At most so many messages, one of each peer before a second of any; those of one peer in the order they came. */
  take(count: number): Received[] {
    const taken: Received[] = []
    while (taken.length < count) {
      const [next] = this.#lines
      if (!next) break
      const [from, line] = next
      const { bytes, judge } = line.waiting.shift()!
      line.bytes -= bytes.length
      this.#bytes -= bytes.length
      taken.push({ from, bytes, judge })
      this.#lines.delete(from)
      if (line.waiting.length > 0) this.#lines.set(from, line)
    }
    return taken
  }

  /** Forgets what waits of a peer. */
  drop(from: PeerId): void {
    const line = this.#lines.get(from)
    if (!line) return
    this.#bytes -= line.bytes
    this.#lines.delete(from)
    for (const { judge } of line.waiting) judge('ignore')
  }

  /** Drops the newest messages of whoever has most waiting, as long as that is more than what room is made for. */
  #makeRoom(own: number, bytes: number): boolean {
    while (this.#bytes + bytes > this.#limits.allBytes) {
      let longest: [PeerId, Line] | undefined
      for (const entry of this.#lines) if (!longest || entry[1].bytes > longest[1].bytes) longest = entry
      if (!longest || longest[1].bytes <= own) return false
      const [peer, line] = longest
      const { bytes: dropped, judge } = line.waiting.pop()!
      line.bytes -= dropped.length
      this.#bytes -= dropped.length
      judge('ignore')
      if (line.waiting.length === 0) this.#lines.delete(peer)
    }
    return true
  }
}
