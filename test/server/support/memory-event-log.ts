/** An event log in memory, with the promises of the real one. */
import type { EventLog, StoredEvent } from '../../../src/node/api/events.ts'
import { NodeError } from '../../../src/node/errors.ts'

export class MemoryEventLog implements EventLog {
  readonly #events: StoredEvent[] = []
  readonly #listeners = new Set<() => void>()
  #dropped = 0n
  /** How many times it was read. */
  reads = 0

  get head(): bigint {
    return this.#dropped + BigInt(this.#events.length)
  }

  append(...events: readonly Omit<StoredEvent, 'seq'>[]): void {
    for (const event of events) this.#events.push({ ...event, seq: this.head + 1n })
    for (const listener of [...this.#listeners]) listener()
  }

  /** Forgets the oldest events. */
  drop(count: number): void {
    this.#events.splice(0, count)
    this.#dropped += BigInt(count)
  }

  async read(after: bigint, limit: number): Promise<readonly StoredEvent[]> {
    this.reads++
    if (after < this.#dropped) throw new NodeError('cursor_expired', {})
    const start = Number(after - this.#dropped)
    return this.#events.slice(start, start + limit)
  }

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  cursorOf(seq: bigint): string {
    return `c${seq}`
  }

  parseCursor(text: string): bigint {
    if (!/^c[0-9]+$/.test(text)) throw new NodeError('invalid_cursor', {})
    const seq = BigInt(text.slice(1))
    if (seq > this.head) throw new NodeError('invalid_cursor', {})
    if (seq < this.#dropped) throw new NodeError('cursor_expired', {})
    return seq
  }
}
