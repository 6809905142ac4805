/**
 * Collects transactions that go the same way. What comes after a pause goes with the next turn of the event loop, together with
 * all else of this turn; from then on one message goes in a while, with what has come meanwhile, or more where that is too much
 * for one.
 */
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { digestOf } from '../mempool/digest.ts'
import { encodeBatches, fits } from './batch.ts'

export type CollectorModules = {
  readonly clock: Pick<Clock, 'sleep'>
  readonly signal: AbortSignal
}

type Collected = { readonly bytes: Uint8Array; readonly isWanted: () => boolean }

const ALWAYS = () => true

export class Collector {
  readonly #send: (batch: Uint8Array) => void
  readonly #modules: CollectorModules
  /** Milliseconds between messages. */
  readonly #while: number
  /** By digest: nothing is sent twice in a message. */
  #collected = new Map<string, Collected>()
  #bytes = 0
  #running = false

  /** @param collect milliseconds between one message and the next, unless it is full */
  constructor(send: (batch: Uint8Array) => void, collect: number, modules: CollectorModules) {
    this.#send = send
    this.#while = collect
    this.#modules = modules
  }

  /** @param isWanted whether it is still to be sent when its time has come */
  add(bytes: Uint8Array, isWanted: () => boolean = ALWAYS): void {
    const digest = digestOf(bytes)
    if (this.#collected.has(digest)) return
    if (!fits(this.#collected.size, this.#bytes, bytes)) this.flush()
    this.#collected.set(digest, { bytes, isWanted })
    this.#bytes += bytes.length
    if (!this.#running) void this.#run()
  }

  /** Sends what is there, now. */
  flush(): void {
    const wanted = [...this.#collected.values()].flatMap(({ bytes, isWanted }) => (isWanted() ? [bytes] : []))
    this.#collected.clear()
    this.#bytes = 0
    for (const batch of encodeBatches(wanted)) this.#send(batch)
  }

  /** Sends as long as something comes. */
  async #run(): Promise<void> {
    const { clock, signal } = this.#modules
    this.#running = true
    try {
      await breath()
      while (this.#collected.size > 0 && !signal.aborted) {
        this.flush()
        await clock.sleep(this.#while, signal)
      }
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      this.#running = false
    }
  }
}
