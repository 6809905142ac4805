/** How votes that contradict an earlier one, or a proposal that does, are counted and told. */
import type { MachineOutput } from './machine-io.ts'
import type { Machine } from './machine-state.ts'
import { type Evidence, type Proposal, sameBlock, type Vote } from './messages.ts'
import { accuse, countAgain, countFirst, emptyRound, roundOf, withRound } from './tally.ts'

/** The two proposals, without their blocks. */
export function proposalEvidence(
  { block: _first, ...first }: Proposal,
  { block: _second, ...second }: Proposal,
): Evidence {
  return { type: 'proposals', first, second }
}

/** Counts a vote; one that contradicts an earlier one is told, and counts only where its block is at issue. */
export function countVote(machine: Machine, vote: Vote, outputs: MachineOutput[]): void {
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
