/**
 * One subscription: a loop that pulls from the log, from the number it has sent last. There can be no gap and no double,
 * for nothing is pushed at it; and a slow reader costs no memory, for what he has not taken stays in the log.
 */
import type { Clock } from '../../node/clock.ts'
import { NodeError } from '../../node/errors.ts'
import type { StopReason } from '../../sdk/generated/contract.ts'
import { type EventFeed, type FeedEvent, membersOf } from './event-feed.ts'
import type { Outbox } from './outbox.ts'
import type { Turns } from './turns.ts'

export type SubscriptionOptions = {
  readonly id: string
  readonly topics: ReadonlySet<string>
  /** Tell only of this account, and of the chain. */
  readonly accountId: string | undefined
  /** The only accounts the reader may know of; all when undefined. */
  readonly accounts: ReadonlySet<string> | undefined
  /** Send what comes after this number. */
  readonly after: bigint
  /** Milliseconds the reader may leave its buffer full. */
  readonly stallTime: number
}

export type SubscriptionModules = {
  readonly feed: EventFeed
  /** Topics whose events tell nothing of any account. */
  readonly publicTopics: ReadonlySet<string>
  readonly outbox: Pick<Outbox, 'send' | 'full' | 'onRoom'>
  readonly clock: Pick<Clock, 'sleep'>
  /** Shared by the subscriptions of a connection, so that no more than one holds a page while the reader lets it wait. */
  readonly turns: Turns
  /** The reader has left its buffer full for too long. */
  readonly onSlow: () => void
  /** Told of a fault that is not the reader's. */
  readonly onFault: (error: unknown) => void
}

export class Subscription {
  readonly #options: SubscriptionOptions
  readonly #modules: SubscriptionModules
  readonly #ended = new AbortController()
  /** What all its notifications begin with. */
  readonly #head: string
  /** Everything up to this number has been sent or does not match. */
  #position: bigint
  #cursor: string

  constructor(options: SubscriptionOptions, modules: SubscriptionModules) {
    this.#options = options
    this.#modules = modules
    this.#head = `{"jsonrpc":"2.0","method":"event","params":{"subscription":"${options.id}",`
    this.#position = options.after
    this.#cursor = modules.feed.cursorOf(options.after)
  }

  /** Up to where events were sent. */
  get cursor(): string {
    return this.#cursor
  }

  /** Sends until it is closed or stopped; never throws. */
  async run(): Promise<void> {
    try {
      await this.#pull()
    } catch (error) {
      // a log that is closed is no fault to one who has left
      if (this.#ended.signal.aborted) return
      const expired = error instanceof NodeError && error.code === 'cursor_expired'
      if (!expired) this.#modules.onFault(error)
      this.stop(expired ? 'retention' : 'internal')
    }
  }

  /** Ends it without a word: the reader asked for it, or is gone. */
  close(): void {
    this.#ended.abort()
  }

  /** Ends it and says so. */
  stop(reason: StopReason): void {
    if (this.#ended.signal.aborted) return
    this.#ended.abort()
    const cursor = this.cursor
    this.#send(membersOf(cursor, 'stop', JSON.stringify({ reason, cursor })))
  }

  async #pull(): Promise<void> {
    const { feed, turns } = this.#modules
    const { signal } = this.#ended
    if (signal.aborted) return
    let more = Promise.withResolvers<void>()
    const wake = () => more.resolve()
    signal.addEventListener('abort', wake, { once: true })
    signal.addEventListener('abort', feed.onMore(wake), { once: true })
    const replayEnd = feed.head
    let replaying = true
    while (!signal.aborted) {
      if (replaying && this.#position >= replayEnd) {
        replaying = false
        this.#send(membersOf(this.cursor, 'caught_up', '{}'))
      }
      // asked for before the log is: what comes meanwhile is not missed
      more = Promise.withResolvers()
      if (feed.head > this.#position)
        await turns.take(() => this.#sendPage(replaying ? replayEnd : undefined))
      else await more.promise
    }
  }

  /** @param end the last number to be sent, if there is one before the end of the page */
  async #sendPage(end: bigint | undefined): Promise<void> {
    if (this.#ended.signal.aborted) return
    for (const event of await this.#modules.feed.after(this.#position)) {
      if (end !== undefined && event.seq > end) return
      if (this.#matches(event)) {
        if (!(await this.#hasRoom())) return
        this.#send(event.members)
      }
      this.#position = event.seq
      this.#cursor = event.cursor
    }
  }

  #matches(event: FeedEvent): boolean {
    const { topic, accountId } = event
    const { accountId: wanted, topics } = this.#options
    return (
      this.#mayKnow(event) &&
      (topics.has(topic) || topics.has(`${topic.slice(0, topic.indexOf('.'))}.*`)) &&
      (wanted === undefined || accountId === undefined || accountId === wanted)
    )
  }

  #mayKnow({ topic, accountId }: FeedEvent): boolean {
    const { accounts } = this.#options
    if (!accounts) return true
    return accountId === undefined ? this.#modules.publicTopics.has(topic) : accounts.has(accountId)
  }

  #send(members: string): void {
    this.#modules.outbox.send(`${this.#head}${members}}}`)
  }

  /** Waits for the reader; false when the subscription has ended, also because he took too long. */
  async #hasRoom(): Promise<boolean> {
    const { outbox, clock } = this.#modules
    const { signal } = this.#ended
    while (outbox.full && !signal.aborted) {
      const room = new AbortController()
      const settled = AbortSignal.any([room.signal, signal])
      const cancel = outbox.onRoom(() => room.abort())
      // the sleep is cut short by room in the outbox; if it is not, the reader was too slow
      await clock.sleep(this.#options.stallTime, settled).then(
        () => this.#modules.onSlow(),
        () => {},
      )
      cancel()
    }
    return !signal.aborted
  }
}
