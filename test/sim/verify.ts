/** What a node verifies before its replica sees a message, and the certificate it makes of precommits. */
import { equalBytes } from '../../src/protocol/bytes.ts'
import { type Certificate, precommitMessage, silenceOf } from '../../src/protocol/certificate.ts'
import { isDue } from '../../src/protocol/consensus/due.ts'
import type {
  CertifiedMessage,
  ConsensusMessage,
  ProposalMessage,
} from '../../src/protocol/consensus/messages.ts'
import type { FinalityProof } from '../../src/protocol/consensus/replica.ts'
import { bitsOf, isBitmapOf } from '../../src/protocol/stake/bitmap.ts'
import { isQuorumUnder, isValidClaim, voteTarget, weightsUnder } from '../../src/protocol/stake/leak.ts'
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import type { ValidatorSet } from '../../src/protocol/validators.ts'
import { type AppState, InvalidBlock } from './app.ts'
import type { World } from './world.ts'

/**
 * Whether the replica may have the message: what is not of the height being decided it verifies later.
 * @param clock of the node, milliseconds
 */
export function mayPass(world: World, state: AppState, message: ConsensusMessage, clock: number): boolean {
  const height = state.height + 1
  switch (message.type) {
    case 'vote':
      return message.vote.height !== height || world.holdsVote(message.vote, state)
    case 'proposal':
      return message.proposal.height !== height || isFit(world, state, message, clock)
    case 'certified':
      return message.height === height && isCertified(world, state, message, clock)
    default:
      return true
  }
}

function isFit(world: World, state: AppState, message: ProposalMessage, clock: number): boolean {
  const { proposal } = message
  return (
    isDue(message, state.time, clock, world.config.silenceRules) &&
    proposal.validator === state.leader(proposal.round) &&
    equalBytes(world.app.id(proposal.block), proposal.blockId) &&
    world.holdsProposal(proposal, state)
  )
}

function isCertified(world: World, parent: AppState, message: CertifiedMessage, clock: number): boolean {
  const { app, config } = world
  const { height, block, certificate } = message
  if (!isDue(message, parent.time, clock, config.silenceRules)) return false
  const rules = { ...world, leak: config.silenceRules.leak }
  const carried = app.certificate(block)
  if (carried && carried.claim.length > 0) {
    // A claim decides how the votes on this block are weighed: it has to be true before they are.
    if (!isFinal(rules, carried, parent.certifiers, parent.height, parent.id)) return false
    if (!mayFollow(world, parent, block, clock)) return false
  }
  const voters = carried ? app.voters(parent, silenceOf(carried)) : parent.validators
  return isFinal(rules, certificate, voters, height, app.id(block))
}

/** A claim is believed of a valid block only, and not before its time. */
function mayFollow({ app }: World, parent: AppState, block: Uint8Array, clock: number): boolean {
  try {
    app.apply(parent, block, clock)
    return true
  } catch (error) {
    if (error instanceof InvalidBlock) return false
    throw error
  }
}

/** What a certificate is judged by. */
export type Finality = Pick<World, 'signatures' | 'chainId'> & Pick<StakeParams, 'leak'>

/** Whether a certificate makes a block final that these validators voted on. */
export function isFinal(
  { signatures, chainId, leak }: Finality,
  certificate: Certificate,
  voters: ValidatorSet,
  height: number,
  id: Uint8Array,
): boolean {
  const { round, claim, bitmap, signature } = certificate
  if (!isBitmapOf(bitmap, voters.length)) return false
  if (!isValidClaim({ claim, round }, voters.length, { leak })) return false
  if (!isQuorumUnder(weightsUnder(voters, { claim, round }, { leak }), bitmap)) return false
  const keys = bitsOf(bitmap).map((at) => signatures.keyOf(voters[at]!.publicKey)!)
  const message = precommitMessage(chainId, height, round, voteTarget(id, claim))
  return signatures.verifyAggregate(keys, message, signature)
}

export function certificateOf(
  { signatures }: World,
  { validators }: AppState,
  proof: FinalityProof,
): Certificate {
  if (proof.type === 'certificate') return proof.certificate
  const bitmap = new Uint8Array(Math.ceil(validators.length / 8))
  for (const { validator } of proof.precommits) bitmap[validator >> 3]! |= 1 << (validator & 7)
  return {
    round: proof.round,
    claim: proof.claim,
    bitmap,
    signature: signatures.aggregate(proof.precommits.map(({ signature }) => signature)),
  }
}
