/** One WebSocket: its calls, as many at a time as the limits say, and its subscriptions. */
import type { Writable } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { TokenEnd } from '../../node/access/token-book.ts'
import type { StopReason } from '../../sdk/generated/contract.ts'
import { CLOSE_GRACE } from '../limits.ts'
import type { ServerModules } from '../modules.ts'
import type { CallContext, Caller } from '../rpc/context.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import type { EventFeed } from '../streams/event-feed.ts'
import { Outbox } from '../streams/outbox.ts'
import { SubscriptionSet } from '../streams/subscription-set.ts'
import { keepAlive } from './keep-alive.ts'
import type { Session } from './session.ts'

/** RFC 6455, section 7.4.1. */
const POLICY_VIOLATION = 1008

export type ConnectionModules = Pick<ServerModules, 'random' | 'clock' | 'log'> & {
  readonly feed: EventFeed
  /** Topics whose events tell nothing of any account. */
  readonly publicTopics: ReadonlySet<string>
  /** Told how many subscriptions there are more, or fewer. */
  readonly onSubscriptions: (change: number) => void
}

export class Connection {
  readonly #socket: WebSocket
  readonly #caller: Caller
  readonly #session: Pick<Session, 'dispatcher' | 'limits'>
  readonly #outbox: Outbox
  readonly #subscriptions: SubscriptionSet
  readonly #answered = new Set<() => void>()
  #inFlight = 0
  #leaving = false

  /** @param stream what the socket writes to. */
  constructor(
    socket: WebSocket,
    stream: Writable,
    caller: Caller,
    session: Pick<Session, 'dispatcher' | 'limits' | 'tokens'>,
    modules: ConnectionModules,
  ) {
    const { limits } = session
    const { feed, publicTopics, clock, random, log, onSubscriptions } = modules
    this.#socket = socket
    this.#caller = caller
    this.#session = session
    this.#outbox = new Outbox(socket, stream, limits.streamBufferBytes)
    this.#subscriptions = new SubscriptionSet({
      feed,
      publicTopics,
      clock,
      random,
      outbox: this.#outbox,
      limit: limits.subscriptionsPerConnection,
      stallTime: limits.streamStallSeconds * 1_000,
      onCount: onSubscriptions,
      onFault: (error) => log.error({ err: error }, 'a stream has ended for a fault of this node'),
    })
    socket.on('message', (data) => {
      // unanswered: the client finds the connection closed and asks again elsewhere
      if (this.#leaving) return
      this.#answer(bytesOf(data)).catch((error) => {
        log.error({ err: error }, 'a message could not be answered')
        socket.terminate()
      })
    })
    const unwatch = session.tokens.onEnd(caller, (end) => void this.#end(end, clock))
    socket.on('close', () => {
      unwatch()
      this.#subscriptions.closeAll()
    })
    void keepAlive(socket, clock)
  }

  /** Takes no more calls, tells subscribers that the server goes down, and waits until calls at work are answered. */
  leave(): Promise<void> {
    return this.#finish('shutdown')
  }

  /** The token of the caller is over: subscribers are told, calls at work are answered, and the connection is closed. */
  async #end(end: TokenEnd, clock: ConnectionModules['clock']): Promise<void> {
    const reason = end === 'revoked' ? 'token_revoked' : 'token_expired'
    await this.#finish(reason)
    this.#socket.close(POLICY_VIOLATION, reason)
    const closed = new AbortController()
    this.#socket.once('close', () => closed.abort())
    // one that does not read does not close either
    await clock.sleep(CLOSE_GRACE, closed.signal).then(
      () => this.#socket.terminate(),
      () => {},
    )
  }

  async #finish(reason: StopReason): Promise<void> {
    this.#leaving = true
    this.#subscriptions.stopAll(reason)
    while (this.#inFlight > 0) await new Promise<void>((resolve) => this.#answered.add(resolve))
  }

  async #answer(data: Uint8Array): Promise<void> {
    const tasks: (() => void)[] = []
    const context: CallContext = {
      caller: this.#caller,
      subscriptions: this.#subscriptions,
      afterAnswer: (task) => tasks.push(task),
    }
    this.#inFlight++
    this.#throttle()
    try {
      const { dispatcher, limits } = this.#session
      const limit = limits.bodyBytes
      const answer = await (data.length > limit
        ? dispatcher.refuse(new RpcError('body_too_large', { limit }), context)
        : dispatcher.answer(data, context))
      if (answer) this.#outbox.send(answer.text)
      for (const task of tasks) task()
    } finally {
      this.#inFlight--
      this.#throttle()
      for (const resolve of this.#answered) resolve()
      this.#answered.clear()
    }
  }

  /** Who does not read answers is not read either: that, and not a queue, is what waits. */
  #throttle(): void {
    const busy = this.#inFlight >= this.#session.limits.callsInFlight
    if (busy || this.#outbox.full) this.#socket.pause()
    else if (this.#socket.isPaused) this.#socket.resume()
    if (this.#outbox.full) this.#outbox.onRoom(this.#resume)
  }

  readonly #resume = () => this.#throttle()
}

/** A message in one piece. */
function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
