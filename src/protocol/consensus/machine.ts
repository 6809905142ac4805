/**
 * The voting machine of one height: Tendermint as in E. Buchman, J. Kwon, Z. Milosevic, "The latest gossip on BFT
 * consensus" (arXiv 1807.04938), Algorithm 1, whose line numbers stand beside the rules. Pure: (state, input) → (state,
 * outputs); signatures, blocks, disk and clock are the business of whoever executes the outputs.
 *
 * Where it departs from the paper, which assumes that whatever one honest validator has received all will receive:
 * - Who enters a round has voted in the one before, for no block where it had not voted (`startRound`).
 * - Line 55 asks for one third heard in that round or a later one (`skipRounds`).
 * - The valid block may come from a round that has passed (`adoptPast`).
 * - A leader has a propose timer as well, because building a block takes time and may fail.
 * - A round ends after some time although no two thirds voted in it, and with a block goes a claim of who is silent, by
 *   which the votes of the round are weighed (docs/staking.md, "Silence").
 */
import { NO_CLAIM } from '../stake/leak.ts'
import { precommit, prevote, propose, startTimer } from './asking.ts'
import { type Candidate, candidateOf, chosen, earlierValue, hasQuorum, proposedValue } from './candidate.ts'
import { countVote, proposalEvidence } from './counting.ts'
import { accepts, hear, isTogether, listenOn } from './hearing.ts'
import type { MachineInput, MachineOutput, RoundTimer } from './machine-io.ts'
import { isKept, type Machine, type MachineState } from './machine-state.ts'
import { type Proposal, sameBlock, sameProposal, type Vote } from './messages.ts'
import { adoptPast, endRound, skipRounds, startRound } from './rounds.ts'
import { emptyRound, type KnownProposal, roundOf, votesFor, withRound } from './tally.ts'

export type { MachineInput, MachineOutput, RoundTimer } from './machine-io.ts'
export { beginMachine, type MachineConfig, type MachineState } from './machine-state.ts'

/** One step. Nothing that was passed in is changed; after the decision nothing happens any more. */
export function stepMachine(
  state: MachineState,
  input: MachineInput,
): { readonly state: MachineState; readonly outputs: readonly MachineOutput[] } {
  const machine: Machine = { ...state }
  const outputs: MachineOutput[] = []
  if (state.step !== 'decided') take(machine, input, outputs)
  return { state: machine, outputs }
}

function take(machine: Machine, input: MachineInput, outputs: MachineOutput[]): void {
  switch (input.type) {
    case 'start':
      if (machine.step === 'new') startRound(machine, 0, outputs)
      else {
        if (machine.step === 'propose') startTimer(machine, 'propose', outputs)
        startTimer(machine, 'half', outputs)
        startTimer(machine, 'round', outputs)
      }
      startTimer(machine, 'listen', outputs)
      break
    case 'proposal':
      takeProposal(machine, input.proposal, input.valid, outputs)
      break
    case 'vote':
      takeVote(machine, input.vote, outputs)
      break
    case 'timeout':
      takeTimeout(machine, input.timer, outputs)
      break
    case 'built':
      takeBuilt(machine, input, outputs)
  }
  applyRules(machine, outputs)
}

/** Lines 15-19, once a block is there. A valid block that became known meanwhile goes first. */
function takeBuilt(
  machine: Machine,
  { round, blockId, block }: Extract<MachineInput, { type: 'built' }>,
  outputs: MachineOutput[],
): void {
  if (!machine.building || round !== machine.round) return
  machine.building = false
  if (machine.step !== 'propose') return
  propose(machine, machine.valid ?? { round: -1, blockId, block, claim: NO_CLAIM }, outputs)
}

function takeProposal(machine: Machine, proposal: Proposal, valid: boolean, outputs: MachineOutput[]): void {
  const { height, round, validRound, validator } = proposal
  const { config } = machine
  if (height !== config.height || validator !== config.leader(round)) return
  if (validRound < -1 || validRound >= round) return
  Object.assign(machine, hear(machine, validator, round))
  if (isKept(machine, round)) {
    const known = roundOf(machine.tally, round) ?? emptyRound(round, config.validators.length)
    const first = known.proposal
    if (first === undefined) {
      const accepted = knownProposal(machine, proposal, valid)
      machine.tally = withRound(machine.tally, { ...known, proposal: accepted })
      // The block may be the one that precommits of another round were waiting for.
      for (const past of machine.tally) decide(machine, past.round, outputs)
      adoptPast(machine, round)
      if (accepted.earlier) adoptPast(machine, accepted.earlier.round)
    } else if (!first.accused && !sameProposal(first.proposal, proposal)) {
      const accused = { ...first, accused: true }
      machine.tally = withRound(machine.tally, { ...known, proposal: accused })
      outputs.push({ type: 'evidence', evidence: proposalEvidence(first.proposal, proposal) })
    }
  }
  skipRounds(machine, outputs)
}

function knownProposal({ config }: Machine, proposal: Proposal, valid: boolean): KnownProposal {
  const candidate = candidateOf(config, proposedValue(proposal), valid)
  const before = earlierValue(proposal)
  const earlier = before && candidateOf(config, before, valid)
  return { proposal, valid, candidate, earlier, accused: false }
}

function takeVote(machine: Machine, vote: Vote, outputs: MachineOutput[]): void {
  const { config } = machine
  if (vote.height !== config.height || vote.validator >= config.validators.length) return
  Object.assign(machine, hear(machine, vote.validator, vote.round))
  if (isKept(machine, vote.round)) {
    countVote(machine, vote, outputs)
    if (vote.kind === 'precommit') decide(machine, vote.round, outputs)
    else adoptPast(machine, vote.round)
  }
  if (vote.round > machine.round) skipRounds(machine, outputs)
}

/** Lines 57-67, and the end of a round in which no two thirds precommit: line 47 would wait for them for ever. */
function takeTimeout(machine: Machine, { kind, round }: RoundTimer, outputs: MachineOutput[]): void {
  if (kind === 'listen' && round === machine.listened) {
    Object.assign(machine, listenOn(machine))
    machine.waited += 1
    startTimer(machine, 'listen', outputs)
    return
  }
  if (round !== machine.round || machine.step === 'new') return
  if (kind === 'propose' && machine.step === 'propose') prevote(machine, undefined, outputs) // 57-60
  if (kind === 'prevote' && machine.step === 'prevote') precommit(machine, undefined, outputs) // 61-64
  if (kind === 'precommit') startRound(machine, round + 1, outputs) // 65-67
  if (kind === 'half') {
    machine.halfTime = true
    skipRounds(machine, outputs)
  }
  if (kind === 'round') {
    machine.timeIsUp = true
    endRound(machine, outputs)
  }
  if (kind === 'settle') {
    machine.settling = 'settled'
    endRound(machine, outputs)
  }
}

/** The rules that look at the current round only, until none applies any more. */
function applyRules(machine: Machine, outputs: MachineOutput[]): void {
  if (machine.step === 'propose') prevoteProposal(machine, outputs)
  if (machine.step === 'new' || machine.step === 'decided') return
  if (machine.settling === 'apart' && isTogether(machine)) {
    machine.settling = 'together'
    startTimer(machine, 'settle', outputs)
  }
  endRound(machine, outputs)
  const current = roundOf(machine.tally, machine.round)
  if (!current) return
  const { proposal, prevotes, precommits } = current
  if (machine.step !== 'propose') {
    const choice = prevotes.majority
    if (proposal?.valid && hasQuorum(prevotes, proposal.candidate, machine.config)) {
      acceptValid(machine, proposal.candidate, outputs)
    } else if (machine.step === 'prevote' && choice && !choice.blockId) {
      precommit(machine, undefined, outputs) // 44-46
    } else if (machine.step === 'prevote' && prevotes.weight >= machine.quorum && !machine.prevoteTimer) {
      machine.prevoteTimer = true // 34-35
      startTimer(machine, 'prevote', outputs)
    }
  }
  if (precommits.weight >= machine.quorum && !machine.precommitTimer) {
    machine.precommitTimer = true // 47-48
    startTimer(machine, 'precommit', outputs)
  }
}

/** Lines 22-33. */
function prevoteProposal(machine: Machine, outputs: MachineOutput[]): void {
  const known = roundOf(machine.tally, machine.round)?.proposal
  if (!known) return
  const { blockId, claim, validRound } = known.proposal
  const { locked, round } = machine
  let mayChange: boolean
  if (validRound < 0)
    mayChange = locked === undefined // 23
  else {
    const prevotes = roundOf(machine.tally, validRound)?.prevotes
    if (!prevotes || !hasQuorum(prevotes, known.earlier!, machine.config)) return // 28: prevotes are still missing
    mayChange = locked === undefined || locked.round <= validRound // 29
  }
  // Locked is a validator on a block, whoever was claimed silent with it.
  const acceptable = known.valid && (mayChange || sameBlock(locked?.blockId, blockId))
  const agreed = acceptable && accepts(machine, round, claim)
  prevote(machine, agreed ? known.candidate.target : undefined, outputs)
}

/** Lines 36-43: two thirds prevoted for the proposal of this round. Who heard from somebody claimed does not precommit to it. */
function acceptValid(machine: Machine, value: Candidate, outputs: MachineOutput[]): void {
  if (machine.valid?.round !== value.round) machine.valid = value // 42-43
  if (machine.step !== 'prevote') return
  if (!accepts(machine, value.round, value.claim)) {
    precommit(machine, undefined, outputs)
    return
  }
  machine.locked = value // 38-39
  precommit(machine, value.target, outputs) // 40-41
}

/**
 * Lines 49-54, in any round. Line 51 asks whether the block is valid, which its majority has answered; this validator may
 * have refused it only because its clock is slow. Whoever commits it checks it again, without the clock.
 */
function decide(machine: Machine, round: number, outputs: MachineOutput[]): void {
  if (machine.step === 'decided') return
  const choice = chosen(machine, round, 'precommits')
  if (!choice) return
  const { blockId, block, claim, target } = choice
  machine.step = 'decided'
  const precommits = votesFor(roundOf(machine.tally, round)!.precommits, target)
  outputs.push({ type: 'decide', round, claim, blockId, block, precommits })
}
