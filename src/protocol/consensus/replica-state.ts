/** What a replica keeps between two steps. */
import type { MachineState } from './machine.ts'
import { isCounted, isKept } from './machine-state.ts'
import {
  type ConsensusMessage,
  type Proposal,
  type ProposalMessage,
  sameProposal,
  type Vote,
  type VoteMessage,
} from './messages.ts'
import { type NextHeight, NOTHING_HELD } from './next-height.ts'
import type { Peers } from './peers.ts'
import type { HeightConfig, ReplicaLimits } from './replica-io.ts'

/** Never changed, only replaced. Executors have no business inside. */
export type ReplicaState = {
  readonly limits: ReplicaLimits
  /** Ticks since the start. */
  readonly tick: number
  /** The height being decided, or committed; undefined before the start. */
  readonly config: HeightConfig | undefined
  /** Undefined while a decided block is being committed. */
  readonly machine: MachineState | undefined
  /** The tick in which the height began; undefined while the block interval still runs. */
  readonly begun: number | undefined
  readonly own: readonly OwnMessage[]
  /** What is still to be signed of the height that is being stored, see `lateVote`. */
  readonly owed: Omit<Vote, 'signature'> | undefined
  /** The first proposal of each round, checked or being checked. */
  readonly proposals: readonly SeenProposal[]
  /** Validators against whom evidence of this height was put out. */
  readonly accused: readonly number[]
  readonly next: NextHeight
  readonly peers: Peers
  /** Requests sent in this tick for this height. */
  readonly asked: number
}

/** A message of this validator, and the tick it was first sent in. */
export type OwnMessage = { readonly message: VoteMessage | ProposalMessage; readonly tick: number }

export type SeenProposal = { readonly proposal: Proposal; readonly checking: boolean }

/** The state while a step is taken: its fields are replaced, never what they hold. */
export type Replica = { -readonly [Field in keyof ReplicaState]: ReplicaState[Field] }

/** A node before its first input, which is `start`. */
export function createReplica(limits: ReplicaLimits): ReplicaState {
  return {
    limits,
    tick: 0,
    config: undefined,
    machine: undefined,
    begun: undefined,
    own: [],
    owed: undefined,
    proposals: [],
    accused: [],
    next: NOTHING_HELD,
    peers: new Map(),
    asked: 0,
  }
}

/** Whether the height being decided has begun, so that its block may have been built; false before the start. */
export function hasBegun({ config, begun, machine }: ReplicaState): boolean {
  return config !== undefined && (begun !== undefined || machine?.step !== 'new')
}

/**
 * Whether a message would change nothing, so that verifying it is not worth the time: a vote that was counted, a proposal
 * that was taken, a block of another height than the one being decided.
 */
export function isSuperfluous(
  { config, machine, proposals }: ReplicaState,
  message: ConsensusMessage,
): boolean {
  switch (message.type) {
    case 'vote': {
      const { vote } = message
      if (vote.height !== config?.height) return false
      if (machine) return isCounted(machine, vote)
      // While the block is being stored a precommit still is attendance: for who leads, or passes it on to who does.
      return vote.kind !== 'precommit'
    }
    case 'proposal': {
      const { height, round } = message.proposal
      const known = proposals.find(({ proposal }) => proposal.round === round)?.proposal
      return height === config?.height && (!machine || (!!known && sameProposal(known, message.proposal)))
    }
    case 'certified':
      return message.height !== config?.height || !machine
    default:
      return false
  }
}

/** Whether a proposal of that round of the height being decided could be taken now. */
export function isRoundKept({ machine }: ReplicaState, round: number): boolean {
  return machine !== undefined && isKept(machine, round)
}
