/**
 * Which verified votes are passed on: those that are new, and after a while those that are said again, because a neighbour's
 * neighbour may have missed them. So many of each validator in a while: whoever signs more, in any number of rounds, is heard by
 * its neighbours and by nobody else.
 */
import { equalBytes, toHex } from '../../protocol/bytes.ts'
import type { Vote } from '../../protocol/consensus/messages.ts'
import type { Clock } from '../clock.ts'

/** Milliseconds. */
const WHILE = 10_000
/** Votes of one validator passed on in a while. An honest one signs a handful in each of its rounds, which take seconds. */
const PASSED_ON = 64

type Passed = { readonly signature: Uint8Array; readonly at: number }

export class VoteRelay {
  readonly #clock: Pick<Clock, 'now'>
  #height = -1
  /** By validator, what was passed on of the height, the newest last. */
  #passed: Map<string, Passed>[] = []

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  /** @param vote with a signature that holds @returns whether it is passed on */
  take(vote: Vote): boolean {
    const passed = this.#of(vote)
    const now = this.#clock.now()
    const name = nameOf(vote)
    const before = passed.get(name)
    if (before && !isOver(before, now)) return false
    for (const [key, one] of passed) {
      if (passed.size < PASSED_ON) break
      if (!isOver(one, now)) return false
      passed.delete(key)
    }
    passed.delete(name)
    passed.set(name, { signature: vote.signature, at: now })
    return true
  }

  /** @param vote that was counted before; whether it is to be passed on again. Its signature need not have been verified. */
  takeAgain(vote: Vote): boolean {
    const before = this.#of(vote).get(nameOf(vote))
    return before !== undefined && equalBytes(before.signature, vote.signature) && this.take(vote)
  }

  #of({ height, validator }: Vote): Map<string, Passed> {
    // verified only after its height was over
    if (height < this.#height) return new Map()
    if (height > this.#height) {
      this.#height = height
      this.#passed = []
    }
    this.#passed[validator] ??= new Map()
    return this.#passed[validator]
  }
}

/** Also where the clock was put back. */
function isOver({ at }: Passed, now: number): boolean {
  return Math.abs(now - at) >= WHILE
}

function nameOf({ kind, round, blockId }: Vote): string {
  return `${kind} ${round} ${blockId ? toHex(blockId) : 'nil'}`
}
