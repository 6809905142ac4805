/** What the voting machine knows, how it begins, and what others may ask of it. */
import type { Silence } from '../stake/leak.ts'
import type { StakeParams } from '../stake/params.ts'
import { totalWeight, type ValidatorSet } from '../validators.ts'
import { type Candidate, candidateOf, findCandidate } from './candidate.ts'
import { beginHearing, type Hearing } from './hearing.ts'
import type { JournalRecord } from './journal.ts'
import { type Proposal, sameBlock, type Vote } from './messages.ts'
import { countFirst, emptyRound, type Round, roundOf, type Tally, votesFor, withRound } from './tally.ts'

export type MachineConfig = Pick<StakeParams, 'leak' | 'leakSilence'> & {
  readonly height: number
  /** Leaders are drawn from it, and all votes are counted by it but those on a block that carries a claim of silence. */
  readonly validators: ValidatorSet
  /** What the certificate in a block says of silence. Of a block that is none: nothing. */
  readonly silenceIn: (block: Uint8Array) => Silence
  /** The same validators with the weights they have once that silence has been taken from them. */
  readonly votersAfter: (carried: Silence) => ValidatorSet
  /** Position of this validator in the set; undefined for a node that only follows. */
  readonly self: number | undefined
  /** Position of the leader of a round. */
  readonly leader: (round: number) => number
  /** What this validator's journal says of the height; empty or left out when it begins. */
  readonly resumed?: readonly JournalRecord[]
}

/** `new`: the height has not begun here; messages are counted all the same. */
export type Step = 'new' | 'propose' | 'prevote' | 'precommit' | 'decided'

export type MachineState = Hearing & {
  readonly config: MachineConfig
  /** The least weight that is more than two thirds of all: the paper's 2f + 1. */
  readonly quorum: bigint
  readonly round: number
  readonly step: Step
  /** Whether this validator has, or may have, signed a vote of this round. */
  readonly prevoted: boolean
  readonly precommitted: boolean
  /** Whether a block of this round is awaited from the executor. */
  readonly building: boolean
  /** Whether the timers of lines 34 and 47 run already. */
  readonly prevoteTimer: boolean
  readonly precommitTimer: boolean
  /** Whether half of the time of this round is over, and whether all of it is. */
  readonly halfTime: boolean
  readonly timeIsUp: boolean
  /** Times of a round listened through in this round. */
  readonly waited: number
  /** Whether those present stand in this round together, and have done so for a while. */
  readonly settling: 'apart' | 'together' | 'settled'
  /** The last block this validator precommitted to. */
  readonly locked: Candidate | undefined
  /** The last block this validator saw two thirds prevote for. */
  readonly valid: Candidate | undefined
  readonly tally: Tally
}

/** The state while a step is taken: its fields are replaced, never what they hold. */
export type Machine = { -readonly [Field in keyof MachineState]: MachineState[Field] }

/** Rounds behind the current one whose messages are kept, besides those of the locked and of the valid block. */
const ROUNDS_BEHIND = 16
/** Rounds ahead of the current one whose messages are kept; of later ones it is only kept who was heard in them. */
const ROUNDS_AHEAD = 2

/**
 * The machine before its first input. With a journal it stands in the last round it signed anything in, at the step after
 * its last vote, locked on the block it last precommitted to: it can do nothing that it could not have done without the
 * crash. Own signed messages come in again like all others.
 */
export function beginMachine(config: MachineConfig): MachineState {
  const { validators, resumed = [] } = config
  const total = totalWeight(validators)
  const round = resumed.reduce((last, record) => Math.max(last, record.round), 0)
  const voted = (kind: string) =>
    resumed.some((record) => record.type === 'vote' && record.round === round && record.kind === kind)
  const prevoted = voted('prevote')
  const precommitted = voted('precommit')
  const begun: MachineState = {
    config,
    quorum: (total * 2n) / 3n + 1n,
    round,
    step: precommitted ? 'precommit' : prevoted ? 'prevote' : resumed.length > 0 ? 'propose' : 'new',
    prevoted,
    precommitted,
    building: false,
    prevoteTimer: false,
    precommitTimer: false,
    halfTime: false,
    timeIsUp: false,
    waited: 0,
    settling: 'apart',
    locked: undefined,
    valid: undefined,
    tally: [],
    ...beginHearing(validators.length),
  }
  return resumed.reduce(restoreLock, begun)
}

function restoreLock(state: MachineState, record: JournalRecord): MachineState {
  if (record.type !== 'vote' || record.lock === undefined || record.blockId === undefined) return state
  if (state.locked !== undefined && state.locked.round >= record.round) return state
  const { validators } = state.config
  let { prevotes, ...rest } = emptyRound(record.round, validators.length)
  for (const vote of record.lock.prevotes) {
    prevotes = countFirst(prevotes, vote, validators[vote.validator]!.weight, state.quorum)
  }
  const locked = candidateOf(state.config, { round: record.round, ...record.lock }, true)
  return { ...state, locked, valid: locked, tally: withRound([], { ...rest, prevotes }) }
}

/** Whether messages of `round` are kept. The number of rounds that are is bounded, whatever the others send. */
export function isKept(
  { round: current, locked, valid, tally }: Pick<MachineState, 'round' | 'locked' | 'valid' | 'tally'>,
  round: number,
): boolean {
  if (round > current + ROUNDS_AHEAD) return false
  if (round >= current - ROUNDS_BEHIND || round === locked?.round || round === valid?.round) return true
  return round === roundOf(tally, current)?.proposal?.proposal.validRound
}

/** Whether exactly this vote has been counted, so that its signature need not be verified again. */
export function isCounted({ tally }: MachineState, vote: Vote): boolean {
  const round = roundOf(tally, vote.round)
  if (round === undefined) return false
  const { votes, again } = vote.kind === 'prevote' ? round.prevotes : round.precommits
  const first = votes[vote.validator]
  if (first !== undefined && sameBlock(first.blockId, vote.blockId)) return true
  return again.some((other) => other.validator === vote.validator && sameBlock(other.blockId, vote.blockId))
}

/** Whether the block of that id was found valid. */
export function isValid({ tally, valid }: MachineState, id: Uint8Array): boolean {
  if (valid && sameBlock(valid.blockId, id)) return true
  return tally.some(({ proposal }) => proposal?.valid && sameBlock(proposal.proposal.blockId, id))
}

/** All precommits that are kept, whatever they are for. */
export function precommitsOf({ tally }: MachineState): Vote[] {
  return tally.flatMap(({ precommits: { votes, again } }) => [
    ...votes.filter((vote) => vote !== undefined),
    ...again,
  ])
}

/** Whether more than two thirds voted for a block that never came: in this round, or to make it final in any. */
export function lacksBlock(state: MachineState): boolean {
  return state.tally.some(({ round, prevotes, precommits }) => {
    const wanted = precommits.majority?.blockId ?? (round === state.round && prevotes.majority?.blockId)
    return wanted ? findCandidate(state, round, wanted) === undefined : false
  })
}

/** The prevotes of a round for a target. Who proposes its block again because of that round shows them. */
export function prevotesFor({ tally }: MachineState, round: number, target: Uint8Array): readonly Vote[] {
  const known = roundOf(tally, round)
  return known ? votesFor(known.prevotes, target) : []
}

/** The proposals that a validator of the same height may lack: of this round, and the one of the valid block. */
export function usefulProposals({ tally, valid, round }: MachineState): readonly Proposal[] {
  const rounds: (Round | undefined)[] = [roundOf(tally, round)]
  if (valid && valid.round !== round) rounds.push(roundOf(tally, valid.round))
  return rounds.flatMap((one) => (one?.proposal ? [one.proposal.proposal] : []))
}
