/**
 * The votes of one height, by round and kind. Each validator counts once in a ballot, with its first vote. Weights are
 * summed as votes come, so that no quorum is ever counted from the start; a ballot that changes shares all it can with the
 * one before.
 */
import type { Candidate } from './candidate.ts'
import { type Evidence, type Proposal, sameBlock, type Vote } from './messages.ts'

/** What votes name, and the weight of those that do: in full, where votes under a claim count less. */
export type Choice = { readonly blockId: Uint8Array | undefined; readonly weight: bigint }

/** The votes of one kind in one round. */
export type Ballot = {
  /** The first vote of each validator, by its position. */
  readonly votes: readonly (Vote | undefined)[]
  /** Of all who voted, whatever for. */
  readonly weight: bigint
  readonly choices: readonly Choice[]
  /** The choice that more than two thirds of the full weight made. Of one with a claim that says nothing yet, see candidate.ts. */
  readonly majority: Choice | undefined
  /** Contradictory votes that count for their block all the same, see {@link countAgain}. */
  readonly again: readonly Vote[]
  /** Validators whose contradiction has been told. */
  readonly accused: readonly number[]
}

export type KnownProposal = {
  readonly proposal: Proposal
  readonly valid: boolean
  readonly candidate: Candidate
  /** The same block in the round that it is proposed again because of. */
  readonly earlier: Candidate | undefined
  /** Whether a second one was told. */
  readonly accused: boolean
}

export type Round = {
  readonly round: number
  readonly proposal: KnownProposal | undefined
  readonly prevotes: Ballot
  readonly precommits: Ballot
}

/** Rounds that something is known of, ascending. */
export type Tally = readonly Round[]

/** Contradictory votes of one validator that count in one ballot: each but the first needs another dishonest leader. */
const MAX_AGAIN = 8

export function emptyRound(round: number, validators: number): Round {
  const empty: Ballot = {
    votes: new Array<undefined>(validators).fill(undefined),
    weight: 0n,
    choices: [],
    majority: undefined,
    again: [],
    accused: [],
  }
  return { round, proposal: undefined, prevotes: empty, precommits: empty }
}

export function roundOf(tally: Tally, round: number): Round | undefined {
  for (let at = tally.length - 1; at >= 0; at--) if (tally[at]!.round === round) return tally[at]
  return undefined
}

/** `tally` with `changed` in the place of its round. */
export function withRound(tally: Tally, changed: Round): Tally {
  const at = tally.findIndex(({ round }) => round >= changed.round)
  if (at < 0) return [...tally, changed]
  if (tally[at]!.round === changed.round) return tally.with(at, changed)
  return tally.toSpliced(at, 0, changed)
}

/** Counts the first vote of its validator. @param quorum the least weight that is more than two thirds. */
export function countFirst(ballot: Ballot, vote: Vote, weight: bigint, quorum: bigint): Ballot {
  const votes = ballot.votes.slice()
  votes[vote.validator] = vote
  return { ...addWeight(ballot, vote.blockId, weight, quorum), votes, weight: ballot.weight + weight }
}

/**
 * Counts a vote that contradicts the first of its validator, for its block only. The paper's quorums are sets of messages
 * for one value, so a vote may stand in one although its sender also voted otherwise, and safety does not suffer: any two
 * quorums still share an honest validator, who votes once. Without this a dishonest validator that showed one vote to some
 * and another to the rest would keep the rest from ever believing in the quorum the first have seen.
 * Which votes are worth that is the caller's decision; anything else would be memory for whoever signs most.
 */
export function countAgain(ballot: Ballot, vote: Vote, weight: bigint, quorum: bigint): Ballot {
  const others = ballot.again.filter(({ validator }) => validator === vote.validator)
  if (others.length === MAX_AGAIN || others.some(({ blockId }) => sameBlock(blockId, vote.blockId)))
    return ballot
  return { ...addWeight(ballot, vote.blockId, weight, quorum), again: [...ballot.again, vote] }
}

/** The contradiction between a validator's first vote and this one, once. */
export function accuse(ballot: Ballot, vote: Vote): { ballot: Ballot; evidence: Evidence | undefined } {
  if (ballot.accused.includes(vote.validator)) return { ballot, evidence: undefined }
  const first = ballot.votes[vote.validator]!
  return {
    ballot: { ...ballot, accused: [...ballot.accused, vote.validator] },
    evidence: { type: 'votes', first, second: vote },
  }
}

/** The votes for a block, or for none, in the order of the validators. */
export function votesFor(ballot: Ballot, blockId: Uint8Array | undefined): Vote[] {
  const votes: Vote[] = []
  for (const vote of [...ballot.votes, ...ballot.again]) {
    if (vote !== undefined && sameBlock(vote.blockId, blockId)) votes.push(vote)
  }
  return votes.sort((left, right) => left.validator - right.validator)
}

function addWeight(ballot: Ballot, blockId: Uint8Array | undefined, weight: bigint, quorum: bigint): Ballot {
  const { choices } = ballot
  const at = choices.findIndex((choice) => sameBlock(choice.blockId, blockId))
  const choice = { blockId, weight: at < 0 ? weight : choices[at]!.weight + weight }
  return {
    ...ballot,
    choices: at < 0 ? [...choices, choice] : choices.with(at, choice),
    majority: ballot.majority ?? (choice.weight >= quorum ? choice : undefined),
  }
}
