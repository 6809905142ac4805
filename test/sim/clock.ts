/**
 * A book of the checker: when the first honest validator came into each round. Claims of silence weigh by the round, so rounds are
 * a clock, and nobody may turn it faster than twice as fast as the rules of the network say.
 */
import { MILLISECOND, type Time } from './agenda.ts'
import type { SimConfig } from './config.ts'

type Height = {
  readonly height: number
  /** By round. */
  readonly entered: Time[]
  /** By round, the honest that precommitted to anything. */
  readonly voted: Set<number>[]
}

export class RoundClock {
  /** Half of the time of a round without quorum, by the fastest timer there may be. */
  readonly #least: Time
  readonly #heights = new Map<number, Height>()

  constructor({ silenceRules, clocks }: SimConfig) {
    const fastest = Math.max(...clocks.map(({ drift }) => drift))
    this.#least = Math.floor((silenceRules.silentRound * MILLISECOND) / 2 / (1 + fastest)) - MILLISECOND
  }

  /** An honest validator signed a precommit. */
  voted(height: number, round: number, position: number): void {
    const { voted } = this.#of(height)
    voted[round] ??= new Set()
    voted[round].add(position)
  }

  /**
   * An honest node stands in a round. Returns what is wrong with that, if anything.
   * @param isQuorum whether those, and all dishonest ones, are more than two thirds: they may end a round sooner
   */
  stands(
    height: number,
    round: number,
    now: Time,
    isQuorum: (positions: ReadonlySet<number>) => boolean,
  ): string | undefined {
    const { entered, voted } = this.#of(height)
    if (round < entered.length) return undefined
    const before = entered.at(-1) ?? now
    entered[round] = now
    if (round === 0 || now - before >= this.#least || isQuorum(voted[round - 1] ?? new Set()))
      return undefined
    return `round ${height}/${round} begins ${(now - before) / MILLISECOND} ms after the one before, without quorum`
  }

  #of(height: number): Height {
    const known = this.#heights.get(height)
    if (known) return known
    const begun = { height, entered: [], voted: [] }
    this.#heights.set(height, begun)
    return begun
  }
}
