/**
 * Whom a validator hears in a height. Claims of silence are made and accepted by it (docs/staking.md, "Silence"), and it
 * says whether two thirds can be expected at all.
 */
import { acceptsClaim, makeClaim } from '../stake/leak.ts'
import { totalWeight } from '../validators.ts'
import type { MachineConfig, MachineState } from './machine-state.ts'

export type Hearing = {
  /** The highest round each validator was heard in; −1 for none. */
  readonly heard: readonly number[]
  /**
   * How often this validator has listened for as long as a round takes, from beginning to end, since it last heard from each;
   * −1 where that was while it listens now. It is counted beside the rounds, which the slow and the fast leave at different times.
   */
  readonly silentFor: readonly number[]
  /** Times of a round listened through in this height. */
  readonly listened: number
}

export function beginHearing(validators: number): Hearing {
  return {
    heard: new Array<number>(validators).fill(-1),
    silentFor: new Array<number>(validators).fill(0),
    listened: 0,
  }
}

/**
 * After a verified message of a validator. Only one of a later round than any before shows that it is there: earlier ones
 * may be said again by anybody.
 */
export function hear({ heard, silentFor, listened }: Hearing, validator: number, round: number): Hearing {
  if (round <= heard[validator]!) return { heard, silentFor, listened }
  return { heard: heard.with(validator, round), silentFor: silentFor.with(validator, -1), listened }
}

/** After the time of a round. */
export function listenOn({ heard, silentFor, listened }: Hearing): Hearing {
  return { heard, silentFor: silentFor.map((times) => times + 1), listened: listened + 1 }
}

/** Weight of the validators that were heard in the last time of a round, or since. */
export function weightPresent({ silentFor, config }: MachineState): bigint {
  return weightOf(config, (at) => silentFor[at]! < 1)
}

/** Weight of the validators that this one cannot call silent. */
export function weightStillHeard({ silentFor, config }: MachineState): bigint {
  return weightOf(config, (at) => silentFor[at]! < config.leakSilence)
}

/** Whether this validator hears more than a third of all weight. With less it can never go on, however much leaks away (`LEAK_FLOOR`). */
export function hearsThird(state: MachineState): boolean {
  return weightPresent(state) * 3n > totalWeight(state.config.validators)
}

/**
 * Whether more than two thirds of those present have come as far as this round. Who is ahead of them waits: rounds end by
 * timers, and nothing else would bring together again who stands in different ones.
 */
export function isTogether(state: MachineState): boolean {
  const { silentFor, heard, round, config } = state
  const here = weightOf(config, (at) => silentFor[at]! < 1 && heard[at]! >= round)
  return here * 3n > weightPresent(state) * 2n
}

/** A validator hears itself. */
function weightOf({ validators, self }: MachineConfig, counts: (validator: number) => boolean): bigint {
  return validators.reduce((sum, { weight }, at) => (at === self || counts(at) ? sum + weight : sum), 0n)
}

/** Whether this validator may vote for a claim. */
export function accepts({ silentFor, config }: MachineState, round: number, claim: Uint8Array): boolean {
  return acceptsClaim({ claim, round }, heardBy(silentFor, config), config)
}

/** Who this validator claims silent as the leader of a round. */
export function claimIn({ silentFor, config }: MachineState, round: number): Uint8Array {
  return makeClaim(round, heardBy(silentFor, config), config)
}

/** A validator hears itself. */
function heardBy(silentFor: readonly number[], { self }: MachineConfig): readonly number[] {
  return self === undefined ? silentFor : silentFor.with(self, 0)
}
