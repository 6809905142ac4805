/**
 * A network inside one process, for development and tests: every node that has joined is everybody's neighbour, or those are
 * that it is said of. Then what is said to all goes from neighbour to neighbour, over those that accept it, to each once.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { digestOf } from '../mempool/digest.ts'
import {
  type Channel,
  type Listener,
  NO_NETWORK,
  type NodeNetwork,
  UNJUDGED,
  type Verdict,
} from './channel.ts'
import {
  type Answerer,
  type AskOptions,
  patiently,
  RequestError,
  type Requests,
  type Subject,
} from './requests.ts'

export type MemoryNetworkOptions = {
  /** Milliseconds a message takes; when left out it arrives at the next turn of the event loop. */
  readonly delay?: (from: PeerId, to: PeerId) => number
  /** Whether a message gets through; all do when left out. */
  readonly passes?: (from: PeerId, to: PeerId, bytes: Uint8Array) => boolean
  /** Whether it carries a stem: there is nobody to hide from where all nodes are of one owner. It does when left out. */
  readonly stem?: boolean
  /** Whether two are neighbours, whichever of them is named first; all are when left out. */
  readonly areNeighbours?: (one: PeerId, other: PeerId) => boolean
}

export type MemoryConnection = NodeNetwork & {
  readonly id: PeerId
  /** Leaves: nothing is sent or received any more. */
  close(): void
}

type Kind = 'consensus' | 'transactions' | 'stem'
type Member = { readonly [K in Kind]: Set<Listener> } & {
  readonly answerers: Map<Subject, Answerer>
  readonly joinedAt: number
  /** What it said or heard that goes from neighbour to neighbour, and when: by kind and digest, the oldest first. */
  readonly seen: Map<string, number>
}
type Way = { readonly from: PeerId; readonly to: PeerId }

/** Milliseconds for which a message is known again. Until then what is said again reaches neighbours alone. */
const SEEN_TIME = 20_000

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
    const member: Member = {
      consensus: new Set(),
      transactions: new Set(),
      stem: new Set(),
      answerers: new Map(),
      joinedAt: this.#clock.now(),
      seen: new Map(),
    }
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
      stem: this.#options.stem === false ? NO_NETWORK.stem : this.#channel(id, member, 'stem'),
      requests: this.#requests(id, member),
      close: () => {
        if (this.#isIn(id, member)) this.#members.delete(id)
      },
    }
  }

  #isIn(id: PeerId, member: Member): boolean {
    return this.#members.get(id) === member
  }

  #peers(id: PeerId, member: Member): PeerId[] {
    if (!this.#isIn(id, member)) return []
    return [...this.#members.keys()].filter((other) => other !== id && this.#areNeighbours(id, other))
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
        const isNew = this.#options.areNeighbours !== undefined && this.#isNew(member, kind, bytes)
        for (const to of peers()) {
          if (isNew) void this.#passOn(id, to, kind, bytes)
          else send(to, bytes)
        }
      },
      send,
      onMessage: (listener) => {
        member[kind].add(listener)
        return () => member[kind].delete(listener)
      },
    }
  }

  #requests(id: PeerId, member: Member): Requests {
    return {
      ask: (peer, subject, question, options) =>
        this.#ask({ from: id, to: peer }, subject, question, options),
      serve: (subject, answerer) => {
        member.answerers.set(subject, answerer)
        return () => {
          if (member.answerers.get(subject) === answerer) member.answerers.delete(subject)
        }
      },
    }
  }

  async *#ask(
    { from, to }: Way,
    subject: Subject,
    question: Uint8Array,
    { maxPart, patience, signal }: AskOptions,
  ): AsyncGenerator<Uint8Array> {
    const error = (code: RequestError['code']) => new RequestError(code, to)
    const ended = new AbortController()
    let parts: AsyncIterator<Uint8Array> | undefined
    let isComing = false
    const clock = this.#clock
    const carry = async (way: Way, bytes: Uint8Array) => {
      signal.throwIfAborted()
      if (await this.#arrives(way, bytes)) return
      await clock.sleep(patience, signal)
      throw error('timeout')
    }
    try {
      const receiver = this.#members.get(to)
      if (!receiver || !this.#members.has(from) || !this.#areNeighbours(from, to))
        throw error('not_connected')
      await carry({ from, to }, question)
      const answerer = receiver.answerers.get(subject)
      if (!answerer) throw error('refused')
      for (;;) {
        try {
          parts ??= answerer(from, question, ended.signal)[Symbol.asyncIterator]()
        } catch {
          throw error('failed')
        }
        const coming = parts.next().catch(() => {
          throw error('failed')
        })
        isComing = true
        const next = await patiently(coming, { clock, patience, signal, peer: to })
        isComing = false
        if (next.done) return
        await carry({ from: to, to: from }, next.value)
        if (next.value.length > maxPart) throw error('oversize')
        yield next.value
      }
    } finally {
      ended.abort(new Error('nobody waits for the answer'))
      const over = parts?.return?.().catch(() => {})
      // What is still at work on a part may never end: nobody here waits for it.
      if (!isComing) await over
    }
  }

  async #deliver(from: PeerId, to: PeerId, kind: Kind, bytes: Uint8Array): Promise<void> {
    const receiver = this.#areNeighbours(from, to) ? this.#members.get(to) : undefined
    if (!receiver || !(await this.#arrives({ from, to }, bytes)) || !this.#isIn(to, receiver)) return
    // Nobody passes on what everybody has heard from its author, nor what was said to one alone.
    for (const listener of [...receiver[kind]]) listener(from, bytes, UNJUDGED)
  }

  /** Has a message arrive that goes on from there if it is new and accepted. */
  async #passOn(from: PeerId, to: PeerId, kind: Kind, bytes: Uint8Array): Promise<void> {
    const receiver = this.#members.get(to)
    if (!receiver || !(await this.#arrives({ from, to }, bytes)) || !this.#isIn(to, receiver)) return
    if (!this.#isNew(receiver, kind, bytes)) return
    let isJudged = false
    const judge = (verdict: Verdict) => {
      if (isJudged) return
      isJudged = true
      if (verdict !== 'accept') return
      for (const next of this.#peers(to, receiver))
        if (next !== from) void this.#passOn(to, next, kind, bytes)
    }
    for (const listener of [...receiver[kind]]) listener(from, bytes, judge)
  }

  /** Whether a member has not seen a message lately; from now on it has. */
  #isNew({ seen }: Member, kind: Kind, bytes: Uint8Array): boolean {
    const now = this.#clock.now()
    for (const [name, at] of seen) {
      if (Math.abs(now - at) < SEEN_TIME) break
      seen.delete(name)
    }
    const name = `${kind} ${digestOf(bytes)}`
    if (seen.has(name)) return false
    seen.set(name, now)
    return true
  }

  #areNeighbours(one: PeerId, other: PeerId): boolean {
    return this.#options.areNeighbours?.(one, other) ?? true
  }

  /** Resolves when a message has had the time it takes; false when it is lost. */
  async #arrives({ from, to }: Way, bytes: Uint8Array): Promise<boolean> {
    const { delay, passes = () => true } = this.#options
    if (!passes(from, to, bytes)) return false
    if (delay) await this.#clock.sleep(delay(from, to))
    else await breath()
    return this.#members.has(from) && this.#members.has(to)
  }
}
