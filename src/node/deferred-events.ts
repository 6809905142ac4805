/** The event log as the server holds it from the first moment: empty and silent until the node has opened the real one. */
import type { EventLog, StoredEvent } from './api/events.ts'
import { NodeError } from './errors.ts'

export class DeferredEventLog implements EventLog {
  readonly #listeners = new Set<() => void>()
  #log: EventLog | undefined
  #stop = () => {}

  /** From now on answers for `log`. */
  open(log: EventLog): void {
    if (this.#log === log) return
    this.#log = log
    this.#stop = log.onAppend(() => this.#tell())
    this.#tell()
  }

  /** From now on there is nothing to be read. */
  close(): void {
    this.#stop()
    this.#log = undefined
  }

  get head(): bigint {
    return this.#log?.head ?? 0n
  }

  async read(after: bigint, limit: number): Promise<readonly StoredEvent[]> {
    return this.#opened().read(after, limit)
  }

  onAppend(listener: () => void): () => void {
    const own = () => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  cursorOf(seq: bigint): string {
    return this.#opened().cursorOf(seq)
  }

  parseCursor(text: string): bigint {
    return this.#opened().parseCursor(text)
  }

  #opened(): EventLog {
    if (!this.#log) throw new NodeError('not_ready', { state: 'starting' })
    return this.#log
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
