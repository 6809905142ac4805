/** What a replica says again as long as its height is not decided, because messages get lost. */
import { voteTarget } from '../stake/leak.ts'
import { type MachineState, prevotesFor } from './machine-state.ts'
import type { ProposalMessage, VoteMessage } from './messages.ts'
import { somePeers } from './peers.ts'
import type { ReplicaOutput } from './replica-io.ts'
import type { Replica } from './replica-state.ts'

/**
 * Own votes that others may still need: those of this round and, for validators that are still in it, of the one before,
 * and the one that locked this validator, which may be part of a decision.
 */
export function isStillNeeded(
  { round, locked }: MachineState,
  message: VoteMessage | ProposalMessage,
): boolean {
  if (message.type === 'proposal') return message.proposal.round === round
  const { vote } = message
  if (vote.round >= round - 1) return true
  return vote.kind === 'precommit' && vote.blockId !== undefined && vote.round === locked?.round
}

/** A block proposed again comes with the prevotes that allow it: others may have been shown fewer. */
export function broadcastOwn(
  machine: MachineState,
  message: VoteMessage | ProposalMessage,
  outputs: ReplicaOutput[],
): void {
  outputs.push({ type: 'broadcast', message })
  if (message.type !== 'proposal') return
  const { validRound, blockId, validClaim } = message.proposal
  for (const vote of prevotesFor(machine, validRound, voteTarget(blockId, validClaim))) {
    outputs.push({ type: 'broadcast', message: { type: 'vote', vote } })
  }
}

/** Shows one peer at a time why the valid block of an earlier round is valid: the next leader may be among them. */
export function shareValid({ peers, tick }: Replica, machine: MachineState, outputs: ReplicaOutput[]): void {
  const { valid, round, config } = machine
  const [to] = somePeers(peers, config.height, tick, 1)
  if (!valid || valid.round >= round || to === undefined) return
  for (const vote of prevotesFor(machine, valid.round, valid.target)) {
    outputs.push({ type: 'send', to, message: { type: 'vote', vote } })
  }
}
