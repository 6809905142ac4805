/**
 * The voting machine of one height: Tendermint as in E. Buchman, J. Kwon, Z. Milosevic, "The latest gossip on BFT
 * consensus" (arXiv 1807.04938), Algorithm 1, whose line numbers stand beside the rules. Pure: (state, input) → (state,
 * outputs); signatures, blocks, disk and clock are the business of whoever executes the outputs.
 *
 * Where it departs from the paper, which assumes that whatever one honest validator has received all will receive:
 * - Who enters a round has voted in the one before, for no block where it had not voted (see `startRound`).
 * - Line 55 asks for one third heard in that round or a later one (see `skipRounds`).
 * - The valid block may come from a round that has passed (see `adoptPast`).
 * - A leader has a propose timer as well, because building a block takes time and may fail.
 * - A round ends after some time although no two thirds voted in it, and with a block goes a claim of who is silent, by
 *   which the votes of the round are weighed (docs/staking.md, "Silence").
 */
import { NO_CLAIM } from '../stake/leak.ts'
import { totalWeight } from '../validators.ts'
import {
  type Candidate,
  candidateOf,
  chosen,
  earlierValue,
  hasQuorum,
  proposedValue,
  type RoundValue,
} from './candidate.ts'
import { accepts, claimIn, hear, isTogether, listenOn, weightPresent, weightStillHeard } from './hearing.ts'
import type { Lock } from './journal.ts'
import { isKept, isValid, type MachineState } from './machine-state.ts'
import {
  type Evidence,
  type Proposal,
  sameBlock,
  sameProposal,
  type Vote,
  type VoteKind,
} from './messages.ts'
import {
  accuse,
  countAgain,
  countFirst,
  emptyRound,
  type KnownProposal,
  roundOf,
  votesFor,
  withRound,
} from './tally.ts'

export { beginMachine, type MachineConfig, type MachineState } from './machine-state.ts'

/**
 * A timer of the algorithm, one of the two that end a round without quorum, or the one that runs on through all rounds and
 * tells how long others have been silent. How long they run is the executor's choice.
 */
export type RoundTimer = {
  readonly kind: 'propose' | 'prevote' | 'precommit' | 'round' | 'settle' | 'listen'
  /** The round it is of. Those of the last kind are numbered by themselves. */
  readonly round: number
}

export type MachineInput =
  /** The height may begin: line 10. Messages are taken, and counted, before that. */
  | { readonly type: 'start' }
  /**
   * The signature is verified, it is of the round's leader, and `block` is the block that `blockId` names. `valid`: whether
   * that block may follow (and, for validRound = −1, names this round in its header).
   */
  | { readonly type: 'proposal'; readonly proposal: Proposal; readonly valid: boolean }
  /** The signature is verified. */
  | { readonly type: 'vote'; readonly vote: Vote }
  | { readonly type: 'timeout'; readonly timer: RoundTimer }
  /** The block asked for by `build`: it is valid. */
  | {
      readonly type: 'built'
      readonly round: number
      readonly blockId: Uint8Array
      readonly block: Uint8Array
    }

/** Own proposals and votes come back as inputs once they are journalled and signed; only then do they count. */
export type MachineOutput =
  | { readonly type: 'build'; readonly round: number }
  | {
      readonly type: 'propose'
      readonly round: number
      readonly validRound: number
      readonly claim: Uint8Array
      readonly validClaim: Uint8Array
      readonly blockId: Uint8Array
      readonly block: Uint8Array
    }
  | {
      readonly type: 'vote'
      readonly kind: VoteKind
      readonly round: number
      /** What the vote names, see `Vote`. */
      readonly blockId: Uint8Array | undefined
      /** With a precommit for a block: what the journal keeps of it. */
      readonly lock: Lock | undefined
    }
  | {
      readonly type: 'timer'
      readonly timer: RoundTimer
      /** Whether so many are silent that no two thirds can be expected. */
      readonly silent: boolean
    }
  | {
      readonly type: 'decide'
      readonly round: number
      readonly claim: Uint8Array
      readonly blockId: Uint8Array
      readonly block: Uint8Array
      /** Those for this block and claim in this round: more than two thirds of the weight under the claim. */
      readonly precommits: readonly Vote[]
    }
  | { readonly type: 'evidence'; readonly evidence: Evidence }

/** The state while a step is taken: its fields are replaced, never what they hold. */
type Machine = { -readonly [Field in keyof MachineState]: MachineState[Field] }

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

/**
 * Lines 11-21. A round is entered with both votes of the one before, as if its timeouts had run out, so that two thirds
 * of votes in it come together once everybody honest has been there: a validator that was led on by dishonest votes,
 * which the others never see, does not leave them stuck. A vote for no block is always safe.
 */
function startRound(machine: Machine, round: number, outputs: MachineOutput[]): void {
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
  machine.timeIsUp = false
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
  startTimer(machine, 'round', outputs)
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

/** The two proposals, without their blocks. */
export function proposalEvidence(
  { block: _first, ...first }: Proposal,
  { block: _second, ...second }: Proposal,
): Evidence {
  return { type: 'proposals', first, second }
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

/** Counts a vote; one that contradicts an earlier one is told, and counts only where its block is at issue. */
function countVote(machine: Machine, vote: Vote, outputs: MachineOutput[]): void {
  const { config, quorum } = machine
  const round = roundOf(machine.tally, vote.round) ?? emptyRound(vote.round, config.validators.length)
  const before = vote.kind === 'prevote' ? round.prevotes : round.precommits
  const { weight } = config.validators[vote.validator]!
  const first = before.votes[vote.validator]
  let ballot = before
  if (first === undefined) ballot = countFirst(before, vote, weight, quorum)
  else if (!sameBlock(first.blockId, vote.blockId)) {
    const accused = accuse(before, vote)
    if (accused.evidence) outputs.push({ type: 'evidence', evidence: accused.evidence })
    ballot = isAtIssue(machine, vote) ? countAgain(accused.ballot, vote, weight, quorum) : accused.ballot
  }
  if (ballot === before) return
  const changed = vote.kind === 'prevote' ? { ...round, prevotes: ballot } : { ...round, precommits: ballot }
  machine.tally = withRound(machine.tally, changed)
}

/** Whether a vote is for what its round's leader proposed, or for the block proposed again now because of that round. */
function isAtIssue({ tally, round }: Machine, vote: Vote): boolean {
  if (vote.blockId === undefined) return false
  if (sameBlock(roundOf(tally, vote.round)?.proposal?.candidate.target, vote.blockId)) return true
  const earlier = roundOf(tally, round)?.proposal?.earlier
  return earlier?.round === vote.round && sameBlock(earlier.target, vote.blockId)
}

/** Lines 57-67, and the end of a round in which no two thirds precommit: line 47 would wait for them for ever. */
function takeTimeout(machine: Machine, { kind, round }: RoundTimer, outputs: MachineOutput[]): void {
  if (kind === 'listen' && round === machine.listened) {
    Object.assign(machine, listenOn(machine))
    startTimer(machine, 'listen', outputs)
    skipRounds(machine, outputs)
    return
  }
  if (round !== machine.round || machine.step === 'new') return
  if (kind === 'propose' && machine.step === 'propose') prevote(machine, undefined, outputs) // 57-60
  if (kind === 'prevote' && machine.step === 'prevote') precommit(machine, undefined, outputs) // 61-64
  if (kind === 'precommit') startRound(machine, round + 1, outputs) // 65-67
  if (kind === 'round') {
    machine.timeIsUp = true
    endRound(machine, outputs)
  }
  if (kind === 'settle') {
    machine.settling = 'settled'
    endRound(machine, outputs)
  }
}

/** Ends a round without quorum when its time has run out, and those present have been in it together for a while. */
function endRound(machine: Machine, outputs: MachineOutput[]): void {
  if (machine.timeIsUp && machine.settling === 'settled' && !machine.precommitTimer)
    startRound(machine, machine.round + 1, outputs)
}

/** The rules that look at the current round only, until none applies any more. */
function applyRules(machine: Machine, outputs: MachineOutput[]): void {
  if (machine.step === 'propose') prevoteProposal(machine, outputs)
  if (machine.step === 'new' || machine.step === 'decided') return
  if (machine.settling === 'apart' && isTogether(machine)) {
    machine.settling = 'together'
    startTimer(machine, 'settle', outputs)
  }
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
 * As lines 42-43, for a round that has passed: two thirds are known to have prevoted for a block later than for the valid
 * one. What is proposed does not touch safety, and the sooner others learn of a lock the sooner it is decided.
 */
function adoptPast(machine: Machine, round: number): void {
  if (round >= machine.round || round <= (machine.valid?.round ?? -1)) return
  const choice = chosen(machine, round, 'prevotes')
  if (choice && isValid(machine, choice.blockId)) machine.valid = choice
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

/**
 * Lines 55-56. One third was heard in that round or a later one, so an honest validator has been there. The paper counts
 * messages of one round only, which takes longer where validators stand in several, and needs all of them to be kept. Where
 * many are silent the others would hardly ever be a third of all, so a third of those still heard is followed as well: but by one
 * round for each time of a round listened through. There may be nobody honest in that third, and whoever could turn the rounds
 * of others at will could make weight leak away at once.
 */
function skipRounds(machine: Machine, outputs: MachineOutput[]): void {
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
  if (weight < third || (follows && machine.followed === machine.listened)) return
  ahead.sort((left, right) => heard[left]! - heard[right]!)
  // Leaves out those that are least far ahead for as long as a third remains.
  let target = round
  for (const validator of ahead) {
    if (weight < third) break
    target = heard[validator]!
    weight -= validators[validator]!.weight
  }
  if (follows) machine.followed = machine.listened
  startRound(machine, follows ? round + 1 : target, outputs)
}

function prevote(machine: Machine, blockId: Uint8Array | undefined, outputs: MachineOutput[]): void {
  machine.step = 'prevote'
  machine.prevoted = true
  castVote(machine, 'prevote', machine.round, blockId, outputs)
}

function precommit(machine: Machine, blockId: Uint8Array | undefined, outputs: MachineOutput[]): void {
  machine.step = 'precommit'
  machine.precommitted = true
  castVote(machine, 'precommit', machine.round, blockId, outputs)
}

function castVote(
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

function propose(machine: Machine, value: RoundValue, outputs: MachineOutput[]): void {
  const { round: validRound, blockId, block, claim: validClaim } = value
  const { round } = machine
  const claim = claimIn(machine, round)
  outputs.push({ type: 'propose', round, validRound, claim, validClaim, blockId, block })
}

function startTimer(machine: Machine, kind: RoundTimer['kind'], outputs: MachineOutput[]): void {
  const silent = weightPresent(machine) < machine.quorum
  const round = kind === 'listen' ? machine.listened : machine.round
  outputs.push({ type: 'timer', timer: { kind, round }, silent })
}
