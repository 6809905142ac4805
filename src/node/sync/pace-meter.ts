/** Blocks a second over the last while. */
import type { Clock } from '../clock.ts'

/** Milliseconds that the pace is taken over. */
const WHILE = 10_000

export class PaceMeter {
  readonly #clock: Pick<Clock, 'now'>
  #marks: { readonly at: number; readonly height: number }[] = []

  constructor(clock: Pick<Clock, 'now'>, height: number) {
    this.#clock = clock
    this.note(height)
  }

  note(height: number): void {
    const at = this.#clock.now()
    // One mark from before the while stays, so that there is always something to measure from.
    const from = this.#marks.findLastIndex((mark) => mark.at <= at - WHILE)
    this.#marks = [...this.#marks.slice(Math.max(0, from)), { at, height }]
  }

  get blocksPerSecond(): number {
    const [first, last] = [this.#marks[0]!, this.#marks.at(-1)!]
    const seconds = (this.#clock.now() - first.at) / 1_000
    return seconds > 0 ? (last.height - first.height) / seconds : 0
  }
}
