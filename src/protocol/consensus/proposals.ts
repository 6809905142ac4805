/** Proposals of others on their way to the voting machine: each is checked first, one a round. */

import { proposalEvidence } from './counting.ts'
import { accuse, drive, remember } from './drive.ts'
import { isKept, isValid } from './machine-state.ts'
import { type Proposal, sameBlock, sameProposal } from './messages.ts'
import type { ReplicaInput, ReplicaOutput } from './replica-io.ts'
import type { Replica } from './replica-state.ts'

/** The first proposal of a round is checked; another one by the same leader is evidence and worth no check. */
export function takeProposal(replica: Replica, proposal: Proposal, outputs: ReplicaOutput[]): void {
  const { machine, config } = replica
  const { height, round, validRound, validator, blockId } = proposal
  if (!machine || validator !== config!.leader(round) || !isKept(machine, round)) return
  const first = replica.proposals.find((seen) => seen.proposal.round === round)?.proposal
  if (first) {
    if (!sameProposal(first, proposal)) accuse(replica, proposalEvidence(first, proposal), outputs)
    return
  }
  const checking = validRound < 0 || !isValid(machine, blockId)
  remember(replica, machine, { proposal, checking })
  if (checking) outputs.push({ type: 'check', height, proposal })
  else drive(replica, { type: 'proposal', proposal, valid: true }, outputs)
}

export function takeChecked(
  replica: Replica,
  { round, blockId, valid }: Extract<ReplicaInput, { type: 'checked' }>,
  outputs: ReplicaOutput[],
): void {
  const at = replica.proposals.findIndex(({ proposal }) => proposal.round === round)
  const seen = replica.proposals[at]
  if (!seen?.checking || !sameBlock(seen.proposal.blockId, blockId)) return
  replica.proposals = replica.proposals.with(at, { ...seen, checking: false })
  drive(replica, { type: 'proposal', proposal: seen.proposal, valid }, outputs)
}
