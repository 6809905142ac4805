/** A network inside one process, for development and tests: every node that has joined is everybody's neighbour. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import type { Channel, NodeNetwork } from './channel.ts'

export type MemoryNetworkOptions = {
  /** Milliseconds a message takes; when left out it arrives at the next turn of the event loop. */
  readonly delay?: (from: PeerId, to: PeerId) => number
  /** Whether a message gets through; all do when left out. */
  readonly passes?: (from: PeerId, to: PeerId, bytes: Uint8Array) => boolean
}

export type MemoryConnection = NodeNetwork & {
  readonly id: PeerId
  /** Leaves: nothing is sent or received any more. */
  close(): void
}

type Listener = (from: PeerId, bytes: Uint8Array) => void
type Kind = 'consensus' | 'transactions'
type Member = { readonly [K in Kind]: Set<Listener> } & { readonly joinedAt: number }

export class MemoryNetwork {
  readonly #clock: Clock
  readonly #options: MemoryNetworkOptions
  /** In the order they joined. */
  readonly #members = new Map<PeerId, Member>()

  constructor(clock: Clock, options: MemoryNetworkOptions = {}) {
    this.#clock = clock
    this.#options = options
  }

  /** Joins under a name, in place of whoever had it before. */
  join(id: PeerId): MemoryConnection {
    const member: Member = { consensus: new Set(), transactions: new Set(), joinedAt: this.#clock.now() }
    this.#members.delete(id)
    this.#members.set(id, member)
    const connections = () => this.#connections(id, member)
    return {
      id,
      get connections() {
        return connections()
      },
      consensus: this.#channel(id, member, 'consensus'),
      transactions: this.#channel(id, member, 'transactions'),
      close: () => {
        if (this.#isIn(id, member)) this.#members.delete(id)
      },
    }
  }

  #isIn(id: PeerId, member: Member): boolean {
    return this.#members.get(id) === member
  }

  #peers(id: PeerId, member: Member): PeerId[] {
    return this.#isIn(id, member) ? [...this.#members.keys()].filter((other) => other !== id) : []
  }

  /** Whoever joined later opened the connection. */
  #connections(id: PeerId, member: Member): NodeNetwork['connections'] {
    const order = [...this.#members.keys()]
    return this.#peers(id, member).map((peerId) => ({
      peerId,
      address: `memory:${peerId}`,
      direction: order.indexOf(peerId) < order.indexOf(id) ? 'outbound' : 'inbound',
      connectedAt: Math.max(member.joinedAt, this.#members.get(peerId)!.joinedAt),
    }))
  }

  #channel(id: PeerId, member: Member, kind: Kind): Channel {
    const peers = () => this.#peers(id, member)
    const send = (to: PeerId, bytes: Uint8Array) => {
      if (this.#isIn(id, member)) void this.#deliver(id, to, kind, bytes)
    }
    return {
      get peers() {
        return peers()
      },
      broadcast: (bytes) => {
        for (const to of peers()) send(to, bytes)
      },
      send,
      onMessage: (listener) => {
        member[kind].add(listener)
        return () => member[kind].delete(listener)
      },
    }
  }

  async #deliver(from: PeerId, to: PeerId, kind: Kind, bytes: Uint8Array): Promise<void> {
    const { delay, passes = () => true } = this.#options
    const receiver = this.#members.get(to)
    if (!receiver || !passes(from, to, bytes)) return
    if (delay) await this.#clock.sleep(delay(from, to))
    else await breath()
    if (!this.#isIn(to, receiver)) return
    for (const listener of [...receiver[kind]]) listener(from, bytes)
  }
}
