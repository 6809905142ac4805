/**
 * The event log as many readers need it: its newest events stay in memory, read once and turned into text once, however many
 * follow. The log itself remains the truth; who is behind reads from it.
 */
import type { EventLog, StoredEvent } from '../../node/api/events.ts'
import { breath } from '../../node/breath.ts'
import type { Clock } from '../../node/clock.ts'

export type FeedEvent = {
  readonly seq: bigint
  readonly topic: string
  readonly accountId: string | undefined
  readonly cursor: string
  /** Cursor, topic and event as the last members of a JSON object, for all readers the same. */
  readonly members: string
}

export type EventFeedOptions = {
  /** Events read from the log at a time. */
  readonly page: number
  /** Newest events kept: at most so many, and so many characters of JSON. */
  readonly tailItems: number
  readonly tailCharacters: number
  /** Sees every event before it is sent; what it throws ends the readers. For tests. */
  readonly inspect?: ((event: StoredEvent) => void) | undefined
  /** For rests between news to many readers. */
  readonly clock: Pick<Clock, 'sleep'>
}

/** Readers that are told in one go: about two milliseconds, after which others have a turn. */
const TOLD_AT_ONCE = 100
/**
 * Milliseconds of rest for each reader that was told: about what telling it takes. What comes meanwhile they are told together,
 * so that the node keeps half of its time for other things however much happens, and a few readers never wait.
 */
const REST_PER_READER = 0.025

export class EventFeed {
  readonly #log: EventLog
  readonly #options: EventFeedOptions
  readonly #unsubscribe: () => void
  readonly #listeners = new Set<() => void>()
  readonly #closed = new AbortController()
  /** The head that readers are being told of, until the rest after it is over: what came since is not there yet. */
  #told: bigint | undefined
  /** Without a gap; the last one is number #end. */
  readonly #tail: FeedEvent[] = []
  #end: bigint
  #tailCharacters = 0
  #filling: Promise<void> | undefined

  constructor(log: EventLog, options: EventFeedOptions) {
    this.#log = log
    this.#options = options
    this.#end = log.head
    this.#unsubscribe = log.onAppend(() => void this.#tell())
  }

  /** Number of the last event that readers have been told of. */
  get head(): bigint {
    return this.#told ?? this.#log.head
  }

  cursorOf(seq: bigint): string {
    return this.#log.cursorOf(seq)
  }

  /** Events after that number, in order and without a gap; none at the head. Throws what the log throws. */
  async after(position: bigint): Promise<readonly FeedEvent[]> {
    while (position >= this.#end && this.#end < this.head) {
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

  /** Calls back whenever there is more. Returns what ends it. */
  onMore(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  close(): void {
    this.#unsubscribe()
    this.#closed.abort()
  }

  async #tell(): Promise<void> {
    if (this.#told !== undefined) return
    const told = this.#log.head
    this.#told = told
    const listeners = [...this.#listeners]
    for (const [index, listener] of listeners.entries()) {
      if (index > 0 && index % TOLD_AT_ONCE === 0) await breath()
      listener()
    }
    const rest = Math.floor(listeners.length * REST_PER_READER)
    try {
      if (rest > 0) await this.#options.clock.sleep(rest, this.#closed.signal)
    } catch {
      return
    }
    this.#told = undefined
    if (this.#log.head > told) void this.#tell()
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
      this.#tailCharacters += event.members.length
      this.#end = event.seq
    }
    const { tailItems, tailCharacters } = this.#options
    while (
      this.#tail.length > tailItems ||
      (this.#tail.length > 1 && this.#tailCharacters > tailCharacters)
    ) {
      this.#tailCharacters -= this.#tail.shift()!.members.length
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
      const cursor = this.#log.cursorOf(seq)
      return { seq, topic, accountId, cursor, members: membersOf(cursor, topic, JSON.stringify(event.event)) }
    })
  }
}

/** The members of a notification that do not depend on who reads it. @param json the event. */
export function membersOf(cursor: string, topic: string, json: string): string {
  return `"cursor":${JSON.stringify(cursor)},"topic":"${topic}","event":${json}`
}
