/** What a node verifies before its replica sees a message, and the certificate it makes of precommits. */
import { equalBytes } from '../../src/protocol/bytes.ts'
import { type Certificate, precommitMessage } from '../../src/protocol/certificate.ts'
import type { CertifiedMessage, ConsensusMessage, Proposal } from '../../src/protocol/consensus/messages.ts'
import type { FinalityProof } from '../../src/protocol/consensus/replica.ts'
import type { AppState } from './app.ts'
import type { World } from './world.ts'

/** Whether the replica may have the message: what is not of the height being decided it verifies later. */
export function mayPass(world: World, state: AppState, message: ConsensusMessage): boolean {
  const height = state.height + 1
  switch (message.type) {
    case 'vote':
      return message.vote.height !== height || world.holdsVote(message.vote)
    case 'proposal':
      return message.proposal.height !== height || isOfLeader(world, state, message.proposal)
    case 'certified':
      return message.height === height && isCertified(world, message)
    default:
      return true
  }
}

function isOfLeader(world: World, state: AppState, proposal: Proposal): boolean {
  return (
    proposal.validator === state.leader(proposal.round) &&
    equalBytes(world.app.id(proposal.block), proposal.blockId) &&
    world.holdsProposal(proposal)
  )
}

function isCertified(world: World, message: CertifiedMessage): boolean {
  const { app, config, signatures, chainId, totalWeight } = world
  const { height, block, certificate } = message
  const { round, bitmap, signature } = certificate
  const { weights } = config
  if (bitmap.length !== Math.ceil(weights.length / 8)) return false
  const signers: number[] = []
  for (let i = 0; i < 8 * bitmap.length; i++) if ((bitmap[i >> 3]! >> (i & 7)) & 1) signers.push(i)
  if (signers.some((i) => i >= weights.length)) return false
  const weight = signers.reduce((sum, i) => sum + weights[i]!, 0)
  if (weight * 3 <= totalWeight * 2) return false
  return signatures.verifyAggregate(
    signers,
    precommitMessage(chainId, height, round, app.id(block)),
    signature,
  )
}

export function certificateOf({ config, signatures }: World, proof: FinalityProof): Certificate {
  if (proof.type === 'certificate') return proof.certificate
  const bitmap = new Uint8Array(Math.ceil(config.weights.length / 8))
  for (const { validator } of proof.precommits) bitmap[validator >> 3]! |= 1 << (validator & 7)
  return {
    round: proof.round,
    bitmap,
    signature: signatures.aggregate(proof.precommits.map(({ signature }) => signature)),
  }
}
