/**
 * The durable log of everything a client can be told. Events are committed in the batch of the change they report and
 * numbered in the order of the commits, without gaps. So a reader that remembers the last number it saw misses nothing
 * and sees nothing twice, across reconnects and restarts.
 */
import { equalBytes, utf8 } from '../protocol/bytes.ts'
import type { Random } from '../protocol/crypto/random.ts'
import type { EventLog as ReadableEventLog, StoredEvent } from './api/events.ts'
import type { Batch } from './batch.ts'
import { decodeCursor, encodeCursor, LOG_ID_LENGTH } from './cursor.ts'
import { NodeError } from './errors.ts'
import type { NodeLimits } from './limits.ts'
import { be64, fromBe64 } from './ordered-keys.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'
import type { Table } from './table.ts'

/** An event without its number: `append` gives it one. */
export type NewEvent = Omit<StoredEvent, 'seq'>

export type EventLimits = Pick<NodeLimits, 'eventRetention' | 'eventPruneStep'>

type EventTables = { readonly events: Table; readonly meta: Table }

const LOG_ID_KEY = utf8('event-log')

export class EventLog implements ReadableEventLog {
  readonly #tables: EventTables
  readonly #logId: Uint8Array
  readonly #limits: EventLimits
  readonly #listeners = new Set<() => void>()
  /** Numbers handed out in the batch that is being built; there is one at a time. */
  #building: { readonly batch: Batch; head: bigint; oldest: bigint } | undefined
  #head: bigint
  #oldest: bigint

  /** Use {@link openEventLog}. */
  constructor(
    tables: EventTables,
    logId: Uint8Array,
    bounds: { head: bigint; oldest: bigint },
    limits: EventLimits,
  ) {
    this.#tables = tables
    this.#logId = logId
    this.#head = bounds.head
    this.#oldest = bounds.oldest
    this.#limits = limits
  }

  /** Number of the last event; 0 when there is none. The first event has number 1. */
  get head(): bigint {
    return this.#head
  }

  /** Number of the oldest event still kept; head + 1 when there is none. */
  get oldest(): bigint {
    return this.#oldest
  }

  /**
   * Adds events to a batch inside `store.transact`. They can be read when the batch is on disk, and not before.
   * @returns the number of the last one added, head when there is none.
   */
  append(batch: Batch, events: readonly NewEvent[]): bigint {
    const bounds = this.#boundsIn(batch)
    for (const event of events) {
      bounds.head++
      batch.put(this.#tables.events, be64(bounds.head), encodeEvent(event))
    }
    this.#prune(batch, bounds)
    return bounds.head
  }

  /**
   * Events with numbers above `after`, ascending, without a gap, at most `limit`; empty when there is none yet.
   * @throws NodeError `cursor_expired` when some of them have been dropped.
   */
  async read(after: bigint, limit: number): Promise<readonly StoredEvent[]> {
    this.#assertKept(after)
    const head = this.#head
    if (after >= head) return []
    const range = { gt: be64(after), lte: be64(head), limit }
    const entries = await this.#tables.events.entries(range)
    // Dropped while it was being read: the gap must not pass unnoticed.
    this.#assertKept(after)
    return entries.map(([key, value], index) => {
      const seq = fromBe64(key)
      if (seq !== after + 1n + BigInt(index)) throw new StoreError('corrupt', 'the event log has a gap')
      return { seq, ...decodeEvent(value) }
    })
  }

  /** Calls back whenever more can be read. Returns what ends it. */
  onAppend(listener: () => void): () => void {
    const own = () => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  cursorOf(seq: bigint): string {
    return encodeCursor(this.#logId, seq)
  }

  /**
   * The number of the event after which the cursor stands.
   * @throws NodeError `invalid_cursor` when this log has not given it out, or did before its data directory was put back
   * to an earlier state; `cursor_expired` when events after it have been dropped.
   */
  parseCursor(text: string): bigint {
    const { logId, seq } = decodeCursor(text)
    if (!equalBytes(logId, this.#logId) || seq > this.#head) throw new NodeError('invalid_cursor', {})
    this.#assertKept(seq)
    return seq
  }

  #assertKept(after: bigint): void {
    if (after + 1n < this.#oldest) throw new NodeError('cursor_expired', {})
  }

  #boundsIn(batch: Batch): { head: bigint; oldest: bigint } {
    if (this.#building?.batch === batch) return this.#building
    const bounds = { batch, head: this.#head, oldest: this.#oldest }
    this.#building = bounds
    batch.onCommit(() => {
      this.#head = bounds.head
      this.#oldest = bounds.oldest
      for (const listener of [...this.#listeners]) listener()
    })
    return bounds
  }

  #prune(batch: Batch, bounds: { readonly head: bigint; oldest: bigint }): void {
    const { eventRetention, eventPruneStep } = this.#limits
    if (eventRetention === undefined) return
    const oldest = bounds.head - BigInt(eventRetention) + 1n
    const end = bounds.oldest + BigInt(eventPruneStep)
    for (; bounds.oldest < oldest && bounds.oldest < end; bounds.oldest++) {
      batch.delete(this.#tables.events, be64(bounds.oldest))
    }
  }
}

/** Opens the log of a store, making it when there is none. */
export async function openEventLog(store: Store, random: Random, limits: EventLimits): Promise<EventLog> {
  const tables = { events: store.table('events'), meta: store.table('meta') }
  let logId = await tables.meta.get(LOG_ID_KEY)
  if (!logId) {
    logId = random(LOG_ID_LENGTH)
    await store.commit([tables.meta.put(LOG_ID_KEY, logId)])
  }
  const first = await tables.events.firstKey()
  const last = await tables.events.firstKey({ reverse: true })
  const bounds = { head: last ? fromBe64(last) : 0n, oldest: first ? fromBe64(first) : 1n }
  return new EventLog(tables, logId, bounds, limits)
}

function encodeEvent({ topic, accountId, event }: NewEvent): Uint8Array {
  return utf8(JSON.stringify({ topic, accountId, event }))
}

function decodeEvent(bytes: Uint8Array): NewEvent {
  return JSON.parse(new TextDecoder().decode(bytes)) as NewEvent
}
