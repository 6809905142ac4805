/**
 * A network with a graph of its own, for the relay: public messages go from neighbour to neighbour, as those say that accept
 * them, each message to each node once (what gossipsub does in its mesh); those of the stem go to one neighbour.
 */

import { digestOf } from '../../../src/node/mempool/digest.ts'
import type { Connection, Listener, NodeNetwork, Verdict } from '../../../src/node/network/channel.ts'
import { NO_NETWORK } from '../../../src/node/network/channel.ts'
import type { DrivenClock } from './driven-clock.ts'

export type Carried = {
  readonly kind: 'public' | 'stem'
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

/** When it arrived, too: milliseconds since 1970. */
export type Arrived = Carried & { readonly at: number }

export type GraphOptions = {
  /** Milliseconds a message takes. */
  readonly delay: (from: string, to: string) => number
  /** Told of each message when it arrives, also of those that its receiver had already. */
  readonly onArrival?: (arrived: Arrived) => void
  /** Whether it carries a stem; it does when left out. */
  readonly stem?: boolean
  /** Whether a node tries to connect to others; none does when left out. */
  readonly seeks?: (id: string) => boolean
}

type Member = {
  readonly connections: Map<string, Connection>
  /** Neighbours to which public messages go. */
  readonly mesh: Set<string>
  readonly heard: Set<string>
  readonly publicListeners: Set<Listener>
  readonly stemListeners: Set<Listener>
}

export class GraphNetwork {
  readonly #clock: DrivenClock
  readonly #options: GraphOptions
  readonly #members = new Map<string, Member>()
  /** What nodes said of messages, in order: who, about whose, what. */
  readonly verdicts: (readonly [string, string, Verdict])[] = []

  constructor(clock: DrivenClock, options: GraphOptions) {
    this.#clock = clock
    this.#options = options
  }

  join(id: string): NodeNetwork {
    const member: Member = {
      connections: new Map(),
      mesh: new Set(),
      heard: new Set(),
      publicListeners: new Set(),
      stemListeners: new Set(),
    }
    this.#members.set(id, member)
    const channel = (listeners: Set<Listener>) => ({
      get peers() {
        return [...member.connections.keys()]
      },
      onMessage: (listener: Listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    })
    return {
      ...NO_NETWORK,
      seeks: this.#options.seeks?.(id) ?? false,
      get connections() {
        return [...member.connections.values()]
      },
      transactions: Object.assign(channel(member.publicListeners), {
        broadcast: (bytes: Uint8Array) => this.#publish(id, bytes),
        send: () => {},
      }),
      stem:
        this.#options.stem === false
          ? NO_NETWORK.stem
          : Object.assign(channel(member.stemListeners), {
              broadcast: () => {
                throw new Error('the stem is never broadcast')
              },
              send: (to: string, bytes: Uint8Array) => this.#carry({ kind: 'stem', from: id, to, bytes }),
            }),
    }
  }

  /** @param inMesh whether public messages go that way */
  connect(from: string, to: string, inMesh = true): void {
    const sides = [[from, to, 'outbound'] as const, [to, from, 'inbound'] as const]
    for (const [self, peerId, direction] of sides) {
      const { connections, mesh } = this.#members.get(self)!
      connections.set(peerId, { peerId, address: peerId, direction, connectedAt: this.#clock.now() })
      if (inMesh) mesh.add(peerId)
    }
  }

  disconnect(one: string, other: string): void {
    const sides = [[one, other] as const, [other, one] as const]
    for (const [self, peer] of sides) {
      this.#members.get(self)!.connections.delete(peer)
      this.#members.get(self)!.mesh.delete(peer)
    }
  }

  /** Has a neighbour say something, as it would itself. */
  say(carried: Carried): void {
    this.#carry(carried)
  }

  #publish(id: string, bytes: Uint8Array): void {
    const { heard, mesh } = this.#members.get(id)!
    heard.add(digestOf(bytes))
    for (const to of mesh) this.#carry({ kind: 'public', from: id, to, bytes })
  }

  #carry(carried: Carried): void {
    const { from, to } = carried
    this.#clock.after(this.#options.delay(from, to), () => this.#arrive(carried))
  }

  #arrive(carried: Carried): void {
    const { kind, from, to, bytes } = carried
    this.#options.onArrival?.({ ...carried, at: this.#clock.now() })
    const { stemListeners, publicListeners, heard, mesh } = this.#members.get(to)!
    if (kind === 'stem') {
      for (const listener of stemListeners) listener(from, bytes.slice(), () => {})
      return
    }
    const name = digestOf(bytes)
    if (heard.has(name)) return
    heard.add(name)
    const judge = (verdict: Verdict) => {
      this.verdicts.push([to, from, verdict])
      if (verdict !== 'accept') return
      for (const next of mesh) if (next !== from) this.#carry({ kind: 'public', from: to, to: next, bytes })
    }
    for (const listener of publicListeners) listener(from, bytes.slice(), judge)
  }
}
