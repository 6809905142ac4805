/** How far a chain has come that begins with a snapshot: known at any time, and told in an event every few seconds. */
import type { Clock } from '../clock.ts'
import type { EventLog } from '../events.ts'
import type { Store } from '../store.ts'

export type SnapshotProgress = {
  /** The last header that has been verified. */
  readonly headers: number
  /** The last block that a neighbour says it has: nobody has to be believed that. */
  readonly target: number
  /** Of the snapshot that is being fetched; absent until one is chosen. */
  readonly height?: number
  /** Chunks of it that are stored, of so many. */
  readonly done: number
  readonly chunks: number
}

export type SnapshotTellerModules = {
  readonly store: Pick<Store, 'transact'>
  readonly events: Pick<EventLog, 'append'>
  readonly clock: Pick<Clock, 'now'>
  /** Told whenever it has come further; undefined when it is over. */
  readonly onProgress: (progress: SnapshotProgress | undefined) => void
}

/** Milliseconds between two events. */
const INTERVAL = 5_000

export class SnapshotTeller {
  readonly #modules: SnapshotTellerModules
  #progress: SnapshotProgress | undefined
  #last = Number.NEGATIVE_INFINITY
  #telling: Promise<unknown> = Promise.resolve()

  constructor(modules: SnapshotTellerModules) {
    this.#modules = modules
  }

  note(change: Partial<SnapshotProgress>): void {
    const { clock, onProgress } = this.#modules
    this.#progress = { headers: 0, target: 0, done: 0, chunks: 0, ...this.#progress, ...change }
    onProgress(this.#progress)
    const now = clock.now()
    if (now < this.#last + INTERVAL) return
    this.#last = now
    const snapshot = this.#progress
    const event = { state: 'syncing', height: 0, syncing: true, snapshot }
    const { store, events } = this.#modules
    this.#telling = store
      .transact((batch) => events.append(batch, [{ topic: 'chain.status', event }]))
      // a store that cannot be written reports that itself
      .catch(() => {})
  }

  /** Resolves when the last event is written. */
  async end(): Promise<void> {
    this.#progress = undefined
    this.#modules.onProgress(undefined)
    await this.#telling
  }
}
