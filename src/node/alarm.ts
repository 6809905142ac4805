/** Wakes a loop that waits for work: rings are never lost, and many before a look count as one. */
import type { Clock } from './clock.ts'

export class Alarm {
  #rung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  /** Resolves at a ring since the last wait, or after `ms` milliseconds. @throws the signal's reason when it is aborted. */
  async wait(clock: Clock, ms: number | undefined, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (!this.#rung) await this.#sleep(clock, ms, signal)
    this.#rung = false
  }

  async #sleep(clock: Clock, ms: number | undefined, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    const either = AbortSignal.any([signal, over.signal])
    const rung = new Promise<void>((resolve, reject) => {
      this.#wake = resolve
      signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: over.signal })
    })
    try {
      await (ms === undefined ? rung : Promise.race([rung, clock.sleep(ms, either).catch(() => rung)]))
    } finally {
      this.#wake = undefined
      over.abort()
    }
  }
}
