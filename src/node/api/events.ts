/** The durable log of events, as it is read; a part of `NodeApi`, with its conventions. */

/**
 * One entry of the durable log. `event` is already the JSON of the contract (schema of its topic: BlockEvent,
 * ChainStatusEvent, Balance, Payment, Message, MessageStatus): amounts as decimal strings, times RFC 3339, bodies base64.
 */
export type StoredEvent = {
  readonly seq: bigint
  readonly topic: string
  readonly accountId?: string | undefined
  readonly event: Readonly<Record<string, unknown>>
}
export type EventLog = {
  /** Number of the last event; 0n when there is none. The first event has number 1n. */
  readonly head: bigint
  /**
   * Events with numbers above `after`, ascending, without a gap, at most `limit`; empty when there is none yet.
   * Throws NodeError cursor_expired when events after `after` have been dropped.
   */
  read(after: bigint, limit: number): Promise<readonly StoredEvent[]>
  /** Calls back after events have become readable. Returns what ends it. Never throws, never waits. */
  onAppend(listener: () => void): () => void
  /** Opaque text for "after this event"; cursorOf(0n) is the beginning. */
  cursorOf(seq: bigint): string
  /** Throws NodeError invalid_cursor (not one of this log's, or beyond its head) or cursor_expired. */
  parseCursor(text: string): bigint
}
