/**
 * What a quorum can be of: a block together with the claim of silence it was voted on with in a round. The claim says how
 * much the votes of that round weigh, so without knowing it nobody can tell a quorum. It comes with the proposal of the
 * round, or with that of a later round because of this one.
 */
import { withBits } from '../stake/bitmap.ts'
import { isQuorumUnder, isValidClaim, NO_CLAIM, voteTarget, weightsUnder } from '../stake/leak.ts'
import type { ValidatorSet } from '../validators.ts'
import type { MachineConfig, MachineState } from './machine-state.ts'
import { type Proposal, sameBlock } from './messages.ts'
import { type Ballot, roundOf, votesFor } from './tally.ts'

/** A block as it is voted on in a round. */
export type RoundValue = {
  readonly round: number
  readonly blockId: Uint8Array
  readonly block: Uint8Array
  /** The claim of that round; without bytes for none. */
  readonly claim: Uint8Array
}

/** A round's value, and how votes for it are counted. */
export type Candidate = RoundValue & {
  /** What votes for it name. */
  readonly target: Uint8Array
  /** Those who vote on the block, with their weights without the claim; undefined where they cannot be known yet, and there is no quorum. */
  readonly voters: ValidatorSet | undefined
}

/**
 * Those who vote on a block: with the weights after the leak of the certificate that it carries. A leak is taken from a
 * block that was found valid only, because then its certificate holds: anybody can write claims into a header.
 */
export function votersOn(config: MachineConfig, block: Uint8Array, valid: boolean): ValidatorSet | undefined {
  const carried = config.silenceIn(block)
  if (carried.claim.length === 0) return config.validators
  return valid ? config.votersAfter(carried) : undefined
}

export function candidateOf(config: MachineConfig, value: RoundValue, valid: boolean): Candidate {
  const { round, blockId, block, claim } = value
  const known = isValidClaim({ claim, round }, config.validators.length, config)
  const voters = known ? votersOn(config, block, valid) : undefined
  return { round, blockId, block, claim, target: voteTarget(blockId, claim), voters }
}

/** The block of a proposal in its own round. */
export function proposedValue({ round, blockId, block, claim }: Proposal): RoundValue {
  return { round, blockId, block, claim }
}

/** The block of a proposal in the round that it is proposed again because of; undefined for a new one. */
export function earlierValue({ validRound, blockId, block, validClaim }: Proposal): RoundValue | undefined {
  return validRound < 0 ? undefined : { round: validRound, blockId, block, claim: validClaim }
}

/** Whether more than two thirds, by the weights of the candidate and of its round, are in a ballot of that round for it. */
export function hasQuorum(
  ballot: Ballot,
  { round, claim, target, voters }: Candidate,
  config: MachineConfig,
): boolean {
  if (voters === undefined) return false
  if (claim.length === 0 && voters === config.validators) return sameBlock(ballot.majority?.blockId, target)
  const signers = votesFor(ballot, target).map(({ validator }) => validator)
  return isQuorumUnder(weightsUnder(voters, { claim, round }, config), withBits(voters.length, signers))
}

/** What a quorum of that round and kind voted for, as far as block and claim are known. */
export function chosen(
  state: MachineState,
  round: number,
  kind: 'prevotes' | 'precommits',
): Candidate | undefined {
  const ballot = roundOf(state.tally, round)?.[kind]
  for (const { blockId: target } of ballot?.choices ?? []) {
    const candidate = target && findCandidate(state, round, target)
    if (candidate && hasQuorum(ballot!, candidate, state.config)) return candidate
  }
  return undefined
}

/** The block and claim that votes of a round for `target` are for, if any part of the state knows them. */
export function findCandidate(
  { tally, valid, locked }: MachineState,
  round: number,
  target: Uint8Array,
): Candidate | undefined {
  let found: Candidate | undefined
  const consider = (candidate: Candidate | undefined): void => {
    if (candidate?.round !== round || !sameBlock(candidate.target, target)) return
    // The same block may have been found valid in one round, and refused in another.
    if (!found?.voters) found = candidate
  }
  for (const known of [valid, locked]) {
    consider(known)
    if (known) consider(unclaimed(known, round))
  }
  for (const { proposal } of tally) {
    if (!proposal) continue
    consider(proposal.candidate)
    consider(proposal.earlier)
    consider(unclaimed(proposal.candidate, round))
  }
  return found
}

/** The same block in another round, where nobody was claimed. */
function unclaimed({ blockId, block, voters }: Candidate, round: number): Candidate {
  return { round, blockId, block, voters, claim: NO_CLAIM, target: blockId }
}
