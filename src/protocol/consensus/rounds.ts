/** When a round begins, and when a validator leaves it without a decision. */
import { totalWeight } from '../validators.ts'
import { castVote, propose, startTimer } from './asking.ts'
import { chosen } from './candidate.ts'
import { hearsThird, weightStillHeard } from './hearing.ts'
import type { MachineOutput } from './machine-io.ts'
import { isKept, isValid, type Machine } from './machine-state.ts'

/**
 * Lines 11-21. A round is entered with both votes of the one before, as if its timeouts had run out, so that two thirds
 * of votes in it come together once everybody honest has been there: a validator that was led on by dishonest votes,
 * which the others never see, does not leave them stuck. A vote for no block is always safe.
 */
export function startRound(machine: Machine, round: number, outputs: MachineOutput[]): void {
  if (round > 0) {
    const stepwise = machine.round === round - 1
    if (!(stepwise && machine.prevoted)) castVote(machine, 'prevote', round - 1, undefined, outputs)
    if (!(stepwise && machine.precommitted)) castVote(machine, 'precommit', round - 1, undefined, outputs)
  }
  machine.round = round
  machine.step = 'propose'
  machine.prevoted = false
  machine.precommitted = false
  machine.building = false
  machine.prevoteTimer = false
  machine.precommitTimer = false
  machine.halfTime = false
  machine.timeIsUp = false
  machine.waited = 0
  machine.settling = 'apart'
  for (const past of machine.tally) adoptPast(machine, past.round)
  machine.tally = machine.tally.filter((known) => isKept(machine, known.round))
  const { leader, self } = machine.config
  if (leader(round) === self) {
    const { valid } = machine
    if (valid) propose(machine, valid, outputs)
    else {
      machine.building = true
      outputs.push({ type: 'build', round })
    }
  }
  startTimer(machine, 'propose', outputs)
  startTimer(machine, 'half', outputs)
  startTimer(machine, 'round', outputs)
}

/**
 * Ends a round without quorum when its time has run out, and those present have been in it together for a while. Who hears no third
 * stays longer: more rounds would not help it to go on, and it would come back far ahead of all others, who would have to go
 * through as many. It does not stay for good, because only who comes to a later round is heard anew.
 */
export function endRound(machine: Machine, outputs: MachineOutput[]): void {
  const { timeIsUp, settling, precommitTimer, waited, round, config } = machine
  if (!timeIsUp || settling !== 'settled' || precommitTimer) return
  if (hearsThird(machine) || waited > config.leakSilence) startRound(machine, round + 1, outputs)
}

/**
 * Lines 55-56. One third was heard in that round or a later one, so an honest validator has been there. The paper counts
 * messages of one round only, which takes longer where validators stand in several, and needs all of them to be kept. Where
 * many are silent the others would hardly ever be a third of all, so a third of those still heard is followed as well: but by one
 * round, and not before half of this one is over. There may be nobody honest in that third, and whoever could turn the rounds of
 * others at will could make weight leak away at once. Every round has to take its half: if it were enough that each validator
 * follows seldom, one would be led on after the other, and each would take the rest along as somebody honest.
 */
export function skipRounds(machine: Machine, outputs: MachineOutput[]): void {
  if (machine.step === 'decided') return
  const { heard, round } = machine
  const { validators } = machine.config
  const ahead: number[] = []
  let weight = 0n
  for (let validator = 0; validator < heard.length; validator++) {
    if (heard[validator]! <= round) continue
    ahead.push(validator)
    weight += validators[validator]!.weight
  }
  const thirdOfAll = totalWeight(validators) / 3n + 1n
  const follows = weight < thirdOfAll
  const third = follows ? weightStillHeard(machine) / 3n + 1n : thirdOfAll
  if (weight < third || (follows && !(machine.halfTime && hearsThird(machine)))) return
  ahead.sort((left, right) => heard[left]! - heard[right]!)
  // Leaves out those that are least far ahead for as long as a third remains.
  let target = round
  for (const validator of ahead) {
    if (weight < third) break
    target = heard[validator]!
    weight -= validators[validator]!.weight
  }
  startRound(machine, follows ? round + 1 : target, outputs)
}

/**
 * As lines 42-43, for a round that has passed: two thirds are known to have prevoted for a block later than for the valid
 * one. What is proposed does not touch safety, and the sooner others learn of a lock the sooner it is decided.
 */
export function adoptPast(machine: Machine, round: number): void {
  if (round >= machine.round || round <= (machine.valid?.round ?? -1)) return
  const choice = chosen(machine, round, 'prevotes')
  if (choice && isValid(machine, choice.blockId)) machine.valid = choice
}
