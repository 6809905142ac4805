/**
 * The event log as many readers need it: its newest events stay in memory, read once and turned into text once, however many
 * follow. The log itself remains the truth; who is behind reads from it.
 */
import type { EventLog, StoredEvent } from '../../node/api/events.ts'

export type FeedEvent = {
  readonly seq: bigint
  readonly topic: string
  readonly accountId: string | undefined
  readonly cursor: string
  /** The event as JSON. */
  readonly json: string
}

export type EventFeedOptions = {
  /** Events read from the log at a time. */
  readonly page: number
  /** Newest events kept: at most so many, and so many characters of JSON. */
  readonly tailItems: number
  readonly tailCharacters: number
  /** Sees every event before it is sent; what it throws ends the readers. For tests. */
  readonly inspect?: ((event: StoredEvent) => void) | undefined
}

export class EventFeed {
  readonly #log: EventLog
  readonly #options: EventFeedOptions
  readonly #unsubscribe: () => void
  readonly #waiting = new Set<() => void>()
  /** Without a gap; the last one is number #end. */
  readonly #tail: FeedEvent[] = []
  #end: bigint
  #tailCharacters = 0
  #filling: Promise<void> | undefined

  constructor(log: EventLog, options: EventFeedOptions) {
    this.#log = log
    this.#options = options
    this.#end = log.head
    this.#unsubscribe = log.onAppend(() => {
      for (const wake of [...this.#waiting]) wake()
    })
  }

  get head(): bigint {
    return this.#log.head
  }

  cursorOf(seq: bigint): string {
    return this.#log.cursorOf(seq)
  }

  /** Events after that number, in order and without a gap; none at the head. Throws what the log throws. */
  async after(position: bigint): Promise<readonly FeedEvent[]> {
    while (position >= this.#end && this.#end < this.#log.head) {
      this.#filling ??= this.#fill(position).finally(() => {
        this.#filling = undefined
      })
      await this.#filling
    }
    const first = this.#end - BigInt(this.#tail.length)
    if (position < first) return this.#read(position)
    const offset = Number(position - first)
    return this.#tail.slice(offset, offset + this.#options.page)
  }

  /** Waits until there is something after that number, or the signal fires. */
  async wait(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.#log.head > position || signal.aborted) return
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }

  close(): void {
    this.#unsubscribe()
  }

  /** Adds a page to the tail, or begins it anew at a reader who is beyond it: nobody has followed for a while. */
  async #fill(position: bigint): Promise<void> {
    if (position >= this.#log.head) {
      this.#restart(this.#log.head)
      return
    }
    if (position > this.#end) this.#restart(position)
    const events = await this.#read(this.#end)
    for (const event of events) {
      this.#tail.push(event)
      this.#tailCharacters += event.json.length
      this.#end = event.seq
    }
    const { tailItems, tailCharacters } = this.#options
    while (
      this.#tail.length > tailItems ||
      (this.#tail.length > 1 && this.#tailCharacters > tailCharacters)
    ) {
      this.#tailCharacters -= this.#tail.shift()!.json.length
    }
  }

  #restart(end: bigint): void {
    this.#tail.length = 0
    this.#tailCharacters = 0
    this.#end = end
  }

  async #read(position: bigint): Promise<FeedEvent[]> {
    const events = await this.#log.read(position, this.#options.page)
    return events.map((event) => {
      this.#options.inspect?.(event)
      const { seq, topic, accountId } = event
      return { seq, topic, accountId, cursor: this.#log.cursorOf(seq), json: JSON.stringify(event.event) }
    })
  }
}
