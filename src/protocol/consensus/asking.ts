/** What a step of the voting machine asks for: votes, proposals, timers. */
import type { RoundValue } from './candidate.ts'
import { claimIn, hearsThird, weightPresent } from './hearing.ts'
import type { Lock } from './journal.ts'
import type { MachineOutput, RoundTimer } from './machine-io.ts'
import type { Machine } from './machine-state.ts'
import type { Vote, VoteKind } from './messages.ts'
import { roundOf, votesFor } from './tally.ts'

export function prevote(machine: Machine, blockId: Uint8Array | undefined, outputs: MachineOutput[]): void {
  machine.step = 'prevote'
  machine.prevoted = true
  castVote(machine, 'prevote', machine.round, blockId, outputs)
}

export function precommit(machine: Machine, blockId: Uint8Array | undefined, outputs: MachineOutput[]): void {
  machine.step = 'precommit'
  machine.precommitted = true
  castVote(machine, 'precommit', machine.round, blockId, outputs)
}

export function castVote(
  { config, locked, tally }: Machine,
  kind: VoteKind,
  round: number,
  blockId: Uint8Array | undefined,
  outputs: MachineOutput[],
): void {
  if (config.self === undefined) return
  const lock =
    kind === 'precommit' && blockId
      ? lockOf(locked!, votesFor(roundOf(tally, round)!.prevotes, blockId))
      : undefined
  outputs.push({ type: 'vote', kind, round, blockId, lock })
}

function lockOf({ blockId, block, claim }: RoundValue, prevotes: readonly Vote[]): Lock {
  return { blockId, block, claim, prevotes }
}

export function propose(machine: Machine, value: RoundValue, outputs: MachineOutput[]): void {
  const { round: validRound, blockId, block, claim: validClaim } = value
  const { round } = machine
  const claim = claimIn(machine, round)
  outputs.push({ type: 'propose', round, validRound, claim, validClaim, blockId, block })
}

/**
 * Whether many are silent is asked only by who hears a third: it alone can go on under a claim. Who hears less keeps the long
 * timers. Others with long rounds come to a later one seldom, and who listened for shorter times than that would never find them
 * present, and leave each round as they come.
 */
export function startTimer(machine: Machine, kind: RoundTimer['kind'], outputs: MachineOutput[]): void {
  const silent = hearsThird(machine) && weightPresent(machine) < machine.quorum
  const round = kind === 'listen' ? machine.listened : machine.round
  outputs.push({ type: 'timer', timer: { kind, round }, silent })
}
