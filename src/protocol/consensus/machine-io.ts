/** What goes into the voting machine, and what it asks for: the contract between it and whoever executes it. */
import type { Lock } from './journal.ts'
import type { DraftProposal, Evidence, Proposal, Vote, VoteKind } from './messages.ts'

/**
 * A timer of the algorithm, one of the three that end a round without quorum, or the one that runs on through all rounds and
 * tells how long others have been silent. How long they run is the executor's choice.
 */
export type RoundTimer = {
  readonly kind: 'propose' | 'prevote' | 'precommit' | 'half' | 'round' | 'settle' | 'listen'
  /** The round it is of. Those of the last kind are numbered by themselves. */
  readonly round: number
}

export type MachineInput =
  /** The height may begin: line 10. Messages are taken, and counted, before that. */
  | { readonly type: 'start' }
  /**
   * The signature is verified, it is of the round's leader, and `block` is the block that `blockId` names. `valid`: whether
   * that block may follow (and, for validRound = −1, names this round in its header).
   */
  | { readonly type: 'proposal'; readonly proposal: Proposal; readonly valid: boolean }
  /** The signature is verified. */
  | { readonly type: 'vote'; readonly vote: Vote }
  | { readonly type: 'timeout'; readonly timer: RoundTimer }
  /** The block asked for by `build`: it is valid. */
  | {
      readonly type: 'built'
      readonly round: number
      readonly blockId: Uint8Array
      readonly block: Uint8Array
    }

/** Own proposals and votes come back as inputs once they are journalled and signed; only then do they count. */
export type MachineOutput =
  | { readonly type: 'build'; readonly round: number }
  | ({ readonly type: 'propose' } & DraftProposal)
  | {
      readonly type: 'vote'
      readonly kind: VoteKind
      readonly round: number
      /** What the vote names, see `Vote`. */
      readonly blockId: Uint8Array | undefined
      /** With a precommit for a block: what the journal keeps of it. */
      readonly lock: Lock | undefined
    }
  | {
      readonly type: 'timer'
      readonly timer: RoundTimer
      /** Whether so many are silent that no two thirds can be expected, but a third is heard, which may go on under a claim. */
      readonly silent: boolean
    }
  | {
      readonly type: 'decide'
      readonly round: number
      readonly claim: Uint8Array
      readonly blockId: Uint8Array
      readonly block: Uint8Array
      /** Those for this block and claim in this round: more than two thirds of the weight under the claim. */
      readonly precommits: readonly Vote[]
    }
  | { readonly type: 'evidence'; readonly evidence: Evidence }
