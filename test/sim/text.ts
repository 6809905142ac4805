/** Messages and inputs in a few words, for the trace. */
import type { ConsensusMessage } from '../../src/protocol/consensus/messages.ts'
import type { ReplicaInput } from '../../src/protocol/consensus/replica.ts'
import { bitsOf } from '../../src/protocol/stake/bitmap.ts'
import { short } from './trace.ts'

export function describe(message: ConsensusMessage): string {
  switch (message.type) {
    case 'vote': {
      const { kind, height, round, blockId, validator } = message.vote
      return `${kind} ${height}/${round} of ${validator}: ${short(blockId)}`
    }
    case 'proposal': {
      const { height, round, validRound, blockId, claim, validator } = message.proposal
      const claimed = claim.length > 0 ? `, silent ${bitsOf(claim).join(' ')}` : ''
      return `proposal ${height}/${round} of ${validator}: ${short(blockId)} valid ${validRound}${claimed}`
    }
    case 'status':
      return `status ${message.height}/${message.round}`
    case 'request':
      return `request ${message.height}`
    case 'certified':
      return `certified ${message.height} in ${message.certificate.round}, ${message.block.length} bytes`
  }
}

export function describeInput(input: ReplicaInput): string {
  switch (input.type) {
    case 'start':
      return `start at ${input.config.height} with ${input.journal.length} records`
    case 'message':
      return describe(input.message)
    case 'timer':
      return `timer ${input.id}`
    case 'checked':
      return `checked ${input.height}/${input.round} ${short(input.blockId)}: ${input.valid}`
    case 'built':
      return `built ${input.height}/${input.round} ${short(input.blockId)}`
    case 'signed':
      return `signed ${describe(input.message)}`
    case 'committed':
      return `committed ${input.height}`
    case 'hurry':
      return `hurry ${input.height}`
  }
}
