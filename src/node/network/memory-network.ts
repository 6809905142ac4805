/** A network inside one process, for development and tests: every node that has joined is everybody's neighbour. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { type Channel, type Listener, NO_NETWORK, type NodeNetwork } from './channel.ts'
import { type Answerer, type AskOptions, RequestError, type Requests, type Subject } from './requests.ts'

export type MemoryNetworkOptions = {
  /** Milliseconds a message takes; when left out it arrives at the next turn of the event loop. */
  readonly delay?: (from: PeerId, to: PeerId) => number
  /** Whether a message gets through; all do when left out. */
  readonly passes?: (from: PeerId, to: PeerId, bytes: Uint8Array) => boolean
  /** Whether it carries a stem: there is nobody to hide from where all nodes are of one owner. It does when left out. */
  readonly stem?: boolean
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
}
type Way = { readonly from: PeerId; readonly to: PeerId }

/** Nobody passes on what everybody has heard from its author. */
const UNJUDGED = () => {}

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
    const patiently = async (way: Way, bytes: Uint8Array) => {
      signal.throwIfAborted()
      if (await this.#arrives(way, bytes)) return
      await this.#clock.sleep(patience, signal)
      throw error('timeout')
    }
    try {
      const receiver = this.#members.get(to)
      if (!receiver || !this.#members.has(from)) throw error('not_connected')
      await patiently({ from, to }, question)
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
        const next = await this.#within(patience, signal, coming, to)
        isComing = false
        if (next.done) return
        await patiently({ from: to, to: from }, next.value)
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

  /** @throws RequestError `timeout` when nothing comes for so long, or the signal's reason. */
  async #within<T>(patience: number, signal: AbortSignal, work: Promise<T>, to: PeerId): Promise<T> {
    const over = new AbortController()
    const late = this.#clock.sleep(patience, AbortSignal.any([signal, over.signal])).then(() => {
      throw new RequestError('timeout', to)
    })
    late.catch(() => {})
    try {
      return await Promise.race([work, late])
    } finally {
      over.abort(new Error('it has come'))
    }
  }

  async #deliver(from: PeerId, to: PeerId, kind: Kind, bytes: Uint8Array): Promise<void> {
    const receiver = this.#members.get(to)
    if (!receiver || !(await this.#arrives({ from, to }, bytes)) || !this.#isIn(to, receiver)) return
    for (const listener of [...receiver[kind]]) listener(from, bytes, UNJUDGED)
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
