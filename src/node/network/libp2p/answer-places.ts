/**
 * Places for answers that are under way. Whoever reads slowly, or asks for much, would hold them all for nothing: so an answer has to
 * be taken at some pace, and when no place is left the slowest stranger makes room. Some places are for peers the owner named.
 */
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Subject } from '../requests.ts'

export type PlaceLimits = {
  readonly all: number
  readonly each: number
  /** Of all, those that strangers do not get. */
  readonly kept: number
}

const SYNC = { all: 32, each: 4, kept: 8 }
const SNAPSHOT = { all: 16, each: 4, kept: 4 }
const TRANSACTIONS = { all: 32, each: 8, kept: 8 }

/** Those who catch up are not to be in the way of those who gather a block, nor the other way round. */
export function createPlaces(): Readonly<Record<Subject, AnswerPlaces>> {
  const sync = new AnswerPlaces(SYNC)
  return {
    headers: sync,
    blocks: sync,
    transactions: new AnswerPlaces(TRANSACTIONS),
    snapshot: new AnswerPlaces(SNAPSHOT),
  }
}

export const ANSWER_TIMES = {
  /** Milliseconds in which an answer makes room for no stranger, however slow it is. */
  settle: 5_000,
  /** Milliseconds for the first bytes, and for the longest answer. */
  patience: 60_000,
  longest: 600_000,
} as const

/** Bytes a second: with less an answer ends; with less it makes room when somebody else has none. */
const PACE = { least: 16 << 10, slow: 64 << 10 }

export type Answering = {
  readonly peer: PeerId
  /** Whether the owner named it. */
  readonly known: boolean
  /** Milliseconds. */
  readonly since: number
  /** Bytes that the asker says it has taken. */
  readonly taken: () => number
  /** Ends the answer. */
  readonly end: (reason: string) => void
}

/** Whether it takes longer than it may, at the pace at which it is taken. */
export function isTooSlow({ since, taken }: Answering, now: number): boolean {
  const passed = now - since
  return passed > ANSWER_TIMES.longest || passed > ANSWER_TIMES.patience + (1_000 * taken()) / PACE.least
}

export class AnswerPlaces {
  readonly #limits: PlaceLimits
  readonly #answers = new Set<Answering>()

  constructor(limits: PlaceLimits) {
    this.#limits = limits
  }

  /** Takes a place, and ends another answer for it if need be. @returns false when there is none */
  enter(one: Answering, now: number): boolean {
    const { all, each, kept } = this.#limits
    const own = this.#of(one.peer)
    if (own >= each) return false
    const strangers = [...this.#answers].filter(({ known }) => !known)
    const isFull = this.#answers.size >= all || (!one.known && strangers.length >= all - kept)
    if (isFull) {
      const slowest = strangers
        .filter((other) => this.#makesRoom(other, one, own, now))
        .toSorted((a, b) => paceOf(a, now) - paceOf(b, now))[0]
      if (!slowest) return false
      this.leave(slowest)
      slowest.end('room for another')
    }
    this.#answers.add(one)
    return true
  }

  leave(one: Answering): void {
    this.#answers.delete(one)
  }

  #makesRoom(other: Answering, one: Answering, own: number, now: number): boolean {
    if (one.known) return true
    if (other.peer === one.peer || now - other.since < ANSWER_TIMES.settle) return false
    // Also one that is fast, of somebody who has more than whoever asks would have then.
    return this.#of(other.peer) >= own + 2 || paceOf(other, now) < PACE.slow
  }

  #of(peer: PeerId): number {
    let count = 0
    for (const one of this.#answers) if (one.peer === peer) count += 1
    return count
  }
}

/** Bytes a second. */
function paceOf({ since, taken }: Answering, now: number): number {
  return (1_000 * taken()) / Math.max(1, now - since)
}
