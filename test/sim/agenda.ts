/** The one clock of a simulated world, and what is to happen when: ordered by time, then by who came first. */

/** Virtual time in whole microseconds since the run's start. */
export type Time = number

export const MILLISECOND = 1_000

type Entry = { readonly time: Time; readonly order: number; readonly action: () => void }

export class Agenda {
  #now: Time = 0
  #order = 0
  /** A binary heap: an entry is never later than the two below it. */
  readonly #heap: Entry[] = []

  get now(): Time {
    return this.#now
  }

  get length(): number {
    return this.#heap.length
  }

  /** When the next thing is to happen; undefined when nothing is. */
  get next(): Time | undefined {
    return this.#heap[0]?.time
  }

  /** Has `action` done at `time`, or now when that is over. */
  at(time: Time, action: () => void): void {
    const entry = { time: Math.max(this.#now, Math.round(time)), order: this.#order++, action }
    const heap = this.#heap
    let position = heap.length
    heap.push(entry)
    while (position > 0) {
      const above = (position - 1) >> 1
      if (!isBefore(entry, heap[above]!)) break
      heap[position] = heap[above]!
      position = above
    }
    heap[position] = entry
  }

  after(delay: Time, action: () => void): void {
    this.at(this.#now + delay, action)
  }

  /** Does the next thing. @returns false when nothing is left to do. */
  step(): boolean {
    const first = this.#heap[0]
    if (first === undefined) return false
    const last = this.#heap.pop()!
    if (this.#heap.length > 0) this.#sink(last)
    this.#now = first.time
    first.action()
    return true
  }

  #sink(entry: Entry): void {
    const heap = this.#heap
    for (let position = 0; ; ) {
      let below = 2 * position + 1
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1
      if (below >= heap.length || !isBefore(heap[below]!, entry)) {
        heap[position] = entry
        return
      }
      heap[position] = heap[below]!
      position = below
    }
  }
}

function isBefore(left: Entry, right: Entry): boolean {
  return left.time < right.time || (left.time === right.time && left.order < right.order)
}
