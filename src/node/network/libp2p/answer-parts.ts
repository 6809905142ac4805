/** The parts of an answer on their way: never more than a few, at either side. */
import type { Clock } from '../../clock.ts'

/** Parts that may be under way. */
export const AHEAD = 2
/** Milliseconds for a part to be asked for. */
const IDLE_TIME = 60_000

/** Frames that have arrived and wait to be taken. */
export class Inbound {
  readonly #waiting: Uint8Array[] = []
  #ended: { readonly error?: Error } | undefined
  #wake = () => {}

  get length(): number {
    return this.#waiting.length
  }

  readonly add = (frame: Uint8Array): void => {
    // More than were asked for: the reader sees that there are too many; none beyond is kept.
    if (this.#waiting.length > AHEAD + 1) return
    this.#waiting.push(frame)
    this.#wake()
  }

  end(): void {
    this.#ended ??= {}
    this.#wake()
  }

  fail(error: Error): void {
    this.#ended = { error }
    this.#waiting.length = 0
    this.#wake()
  }

  /** Undefined when there is no more. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#ended?.error) throw this.#ended.error
      if (this.#ended) return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#waiting.shift()
  }
}

/** How many parts may still be sent. */
export class Credit {
  #left: number
  /** Lengths of the parts that were sent and are not taken yet. */
  readonly #sent: number[] = []
  #taken = 0
  #wake = () => {}

  constructor(left: number) {
    this.#left = left
  }

  /** Bytes of the parts that the other side has taken. */
  get taken(): number {
    return this.#taken
  }

  /** Notes that a part goes out. */
  sends(length: number): void {
    this.#sent.push(length)
  }

  /** @returns false for more than there can be. */
  add(): boolean {
    this.#left += 1
    this.#taken += this.#sent.shift() ?? 0
    this.#wake()
    return this.#left <= AHEAD
  }

  /** @returns false when none came for a while. @throws the signal's reason. */
  async take(clock: Clock, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted()
    if (this.#left === 0) {
      const asked = new AbortController()
      this.#wake = () => asked.abort(new Error('asked'))
      await clock.sleep(IDLE_TIME, AbortSignal.any([signal, asked.signal])).catch(() => {})
      signal.throwIfAborted()
    }
    if (this.#left === 0) return false
    this.#left -= 1
    return true
  }
}
