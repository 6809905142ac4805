/** What goes into a replica and what it asks for: the contract between it and whoever executes it. */
import type { Certificate } from '../certificate.ts'
import type { StakeParams } from '../stake/params.ts'
import type { JournalRecord } from './journal.ts'
import type { MachineConfig } from './machine-state.ts'
import type { ConsensusMessage, Evidence, Proposal, ProposalMessage, Vote, VoteMessage } from './messages.ts'

/** A neighbour in the network, authenticated by the connection. It need not be a validator. */
export type PeerId = string

/** What a height is decided by. */
export type HeightConfig = Omit<MachineConfig, 'resumed'> &
  Pick<StakeParams, 'silentRound'> & {
    /**
     * Milliseconds until the height may begin: what is left of the block interval since the last block's time, by this
     * node's clock, never more than one interval.
     */
    readonly delay: number
  }

/** Milliseconds: base + round × increment. */
export type Timeout = { readonly base: number; readonly increment: number }

export type ReplicaLimits = {
  readonly propose: Timeout
  readonly prevote: Timeout
  readonly precommit: Timeout
  /** No timeout is longer, milliseconds. Far above what a message and the check of a block take. */
  readonly maxTimeout: number
  /** Between two ticks, milliseconds: messages are sent again, and the allowances of peers are renewed. */
  readonly tick: number
  /** Final blocks, or proposals, sent to one peer within a tick. */
  readonly servedPerTick: number
  /** Peers that are asked for a block within a tick. */
  readonly askedPerTick: number
  /** Peers that are remembered. */
  readonly maxPeers: number
  /** Proposals for the next height that are kept, whoever sent them. */
  readonly nextProposals: number
}

export type ReplicaInput =
  /** First input of all. `journal`: the records of this height, in the order they were written. */
  | { readonly type: 'start'; readonly config: HeightConfig; readonly journal: readonly JournalRecord[] }
  /**
   * A message of a peer. Verified before it comes here, if it is of the height being decided:
   * - vote: the signature, against that height's set;
   * - proposal: the signature, that it is of the round's leader, and that `block` is the block `blockId` names (header and
   *   transaction root; not whether it may follow, which `check` asks), and that it is not too early for its claims (`isDue`);
   * - certified: the certificate, against those who vote on that block, and that `block` is the block it certifies;
   *   where a claim is in either, that it is not too early for it, nor the block's time too far ahead.
   * Votes and proposals of other heights come unverified; certified blocks of other heights do not come at all.
   */
  | { readonly type: 'message'; readonly from: PeerId; readonly message: ConsensusMessage }
  | { readonly type: 'timer'; readonly id: string }
  /** Answers `check`. */
  | {
      readonly type: 'checked'
      readonly height: number
      readonly round: number
      readonly blockId: Uint8Array
      readonly valid: boolean
    }
  /** Answers `build` with a valid block. When none can be built nothing comes, and the round times out. */
  | {
      readonly type: 'built'
      readonly height: number
      readonly round: number
      readonly blockId: Uint8Array
      readonly block: Uint8Array
    }
  /** Answers `sign`. */
  | { readonly type: 'signed'; readonly message: VoteMessage | ProposalMessage }
  /** Answers `commit`. */
  | { readonly type: 'committed'; readonly height: number; readonly next: HeightConfig }
  /** Begins the height at once, whatever its delay: for development networks that make blocks on demand. */
  | { readonly type: 'hurry'; readonly height: number }

/**
 * Carried out one after the other, those of one step before those of the next. Nothing after a `journal` happens before
 * its record is durable; where that fails the node stops.
 */
export type ReplicaOutput =
  /** Kept, in order, until the height's block is durable; then the records of that height are worth nothing. */
  | { readonly type: 'journal'; readonly record: JournalRecord }
  /** A proposal that is too early for its claims (`isDue`) is not signed, and its round times out. */
  | {
      readonly type: 'sign'
      readonly message:
        | { readonly type: 'vote'; readonly vote: Omit<Vote, 'signature'> }
        | { readonly type: 'proposal'; readonly proposal: Omit<Proposal, 'signature'> }
    }
  /** To all peers, not to this node. */
  | { readonly type: 'broadcast'; readonly message: ConsensusMessage }
  | { readonly type: 'send'; readonly to: PeerId; readonly message: ConsensusMessage }
  /** Send the peer the final block of that height as a `certified` message, if it is there. */
  | { readonly type: 'serve'; readonly to: PeerId; readonly height: number }
  /** Comes back as the input `timer` after `delay` milliseconds. Ids are never used twice; stale ones are ignored. */
  | { readonly type: 'timer'; readonly id: string; readonly delay: number }
  /**
   * May this block follow? With validRound = −1 its header must name the proposal's round, otherwise one that is not after
   * validRound. Answered by `checked`.
   */
  | { readonly type: 'check'; readonly height: number; readonly proposal: Proposal }
  | { readonly type: 'build'; readonly height: number; readonly round: number }
  /** Votes and proposals of the height that begins, to be verified and handed in again as `message`. */
  | {
      readonly type: 'verify'
      readonly messages: readonly { readonly from: PeerId; readonly message: VoteMessage | ProposalMessage }[]
    }
  /**
   * The block is final: check it without the clock and store it, then answer `committed`. One that breaks a rule although
   * two thirds vouch for it stops the node.
   */
  | {
      readonly type: 'commit'
      readonly height: number
      readonly block: Uint8Array
      readonly proof: FinalityProof
      /** All precommits of the height that were counted here, whatever for: they show who was present. */
      readonly precommits: readonly Vote[]
    }
  /**
   * A precommit of a height that is decided. It is attendance all the same, for whoever leads next to include.
   * `verified`: it is of the height that is being stored and came verified, or is this validator's own; otherwise nothing is
   * known of it, and whoever takes it up has to bound what that costs.
   */
  | {
      readonly type: 'late'
      readonly from: PeerId | undefined
      readonly vote: Vote
      readonly verified: boolean
    }
  /** At most one for each validator and height. */
  | { readonly type: 'evidence'; readonly evidence: Evidence }

/** What makes a block final: precommits of more than two thirds, of which a certificate is made, or one that was received. */
export type FinalityProof =
  | {
      readonly type: 'precommits'
      readonly round: number
      /** Under which they were counted; without bytes for none. */
      readonly claim: Uint8Array
      readonly blockId: Uint8Array
      readonly precommits: readonly Vote[]
    }
  | { readonly type: 'certificate'; readonly certificate: Certificate }
