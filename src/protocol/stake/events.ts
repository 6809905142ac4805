/** What happens to stake by rule rather than by somebody's operation: for whoever tells users about it. */
import type { AwardRecord } from './award-record.ts'
import type { AwardDraw, Fault } from './state.ts'

export type StakeEvent =
  | {
      readonly type: 'rewarded'
      readonly validator: Uint8Array
      readonly epoch: number
      /** Base units: for blocks signed, for blocks led, and of both the operator's commission. */
      readonly reward: bigint
      readonly fees: bigint
      readonly commission: bigint
      readonly signed: number
      readonly could: number
      /** Of its pool before, and of those the operator's own. */
      readonly shares: bigint
      readonly ownShares: bigint
    }
  | { readonly type: 'suspended'; readonly validator: Uint8Array; readonly epoch: number }
  | { readonly type: 'evicted'; readonly validator: Uint8Array }
  | { readonly type: 'closed'; readonly validator: Uint8Array; readonly stake: bigint }
  | {
      readonly type: 'leaked'
      readonly validator: Uint8Array
      readonly height: number
      readonly amount: bigint
    }
  | {
      readonly type: 'slashed'
      readonly validator: Uint8Array
      /** Epoch of its earliest contradiction that has been told. */
      readonly infraction: number
      /** 0 when it was slashed before, and this is an earlier contradiction or one with more weight. */
      readonly burnt: bigint
    }
  | {
      readonly type: 'thawed'
      readonly validator: Uint8Array
      readonly burnt: bigint
      /** To the award's pool. */
      readonly forfeited: bigint
    }
  | { readonly type: 'evidence_refused'; readonly burnt: bigint; readonly why: string }
  | { readonly type: 'epoch'; readonly epoch: number; readonly members: number }
  | { readonly type: 'spoilt'; readonly validator: Uint8Array; readonly fault: Fault }
  | { readonly type: 'award_frozen'; readonly draw: AwardDraw }
  | { readonly type: 'award_seeded'; readonly draw: AwardDraw }
  /** `before`: the chain of hashes that the record is added to. */
  | { readonly type: 'award_over'; readonly record: AwardRecord; readonly before: Uint8Array }
