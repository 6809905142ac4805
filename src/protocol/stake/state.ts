/**
 * What every node remembers of stake. It grows with the number of validators, not with that of deposits: those are
 * entries of a table beside it (table.ts), of which only a hash stands here.
 */
import { compareBytes, equalBytes } from '../bytes.ts'
import type { Validator, ValidatorSet } from '../validators.ts'

/**
 * - `active`: may be in the next set, if it has the stake;
 * - `suspended`: left out because it was silent, until its operator says that it is back;
 * - `leaving`: the operator took its stake out;
 * - `frozen`: it contradicted itself; nothing leaves it until the end of the unbonding time, and it never comes back.
 */
export type ValidatorStatus = 'active' | 'suspended' | 'leaving' | 'frozen'

/** Why a validator is not eligible for the award of this period. */
export type Fault = {
  readonly reason: 'not_in_set' | 'attendance' | 'slashed'
  /** The epoch in which it came about, the first one of the period. */
  readonly epoch: number
  /** Blocks of that epoch it signed, of those it could have signed. Zero outside the set. */
  readonly signed: number
  readonly could: number
}

export type ValidatorRecord = {
  /** 32 bytes, for all time, whatever its keys are. */
  readonly id: Uint8Array
  /** BLS key it votes with, 48 bytes. */
  readonly key: Uint8Array
  /** The key from the next epoch on. */
  readonly nextKey: Uint8Array | undefined
  /** Schnorr key of its operator, 32 bytes. */
  readonly operator: Uint8Array
  /** Operations its operator has signed: the number of the next one. */
  readonly sequence: number
  /** Basis points of what its stake earns that are the operator's. */
  readonly commission: number
  readonly announced: { readonly commission: number; readonly from: number } | undefined
  readonly status: ValidatorStatus
  /** Epoch of registration. */
  readonly since: number
  /** The last epoch it was in the set; 0 for none. */
  readonly served: number
  /** Base units of its pool, the operator's and everybody's. */
  readonly stake: bigint
  /** Shares of the pool, and how many of them are the operator's. */
  readonly shares: bigint
  readonly ownShares: bigint
  /** Epochs of this award period it served well, and what spoils the period for it. */
  readonly good: number
  readonly fault: Fault | undefined
  readonly slash: Slash | undefined
}

/** Of several contradictions the worst counts, in whatever order they are told. */
export type Slash = {
  /** Epoch of the earliest contradiction that was told; what left its pool from then on is punished with it. */
  readonly infraction: number
  /** Epoch in which the first was told. */
  readonly since: number
  /** Millionths of the weight that it voted with when it contradicted itself, the most that was told. */
  readonly share: number
  /** The shares of all who were frozen while it was, its own included. */
  readonly correlated: number
}

/** A validator as one of an epoch's set, in the order of the certificate's bitmap: by key. */
export type Voter = Validator & { readonly id: Uint8Array }

export type Member = Voter & {
  /** Base units at the beginning of the epoch, by which rewards are shared. */
  readonly stake: bigint
}

/** A block of this epoch that late votes may still be counted for. */
export type RecentBlock = {
  readonly height: number
  readonly blockId: Uint8Array
  /** Who was counted as present: a bitmap over the members. */
  readonly present: Uint8Array
}

/** What leaks left of a validator's weight in an epoch (leak-index.ts); there only when something leaked. */
export type Leak = { readonly validator: Uint8Array; readonly epoch: number; readonly index: bigint }

/** The epoch of the next block. */
export type EpochState = {
  readonly number: number
  readonly members: readonly Member[]
  /** Blocks of this epoch that each member has signed. */
  readonly signed: readonly number[]
  /** Base units of fees that each member earned as a leader in this epoch. */
  readonly fees: readonly bigint[]
  /** Ascending; at most `lateBlocks`. */
  readonly recent: readonly RecentBlock[]
  /** The members of the epoch before: its last certificate comes in the first block of this one. */
  readonly previous: readonly Voter[]
  /** Of this epoch, and of the one before until its last certificate is there. */
  readonly leaks: readonly Leak[]
}

/** Of an epoch, who votes in it and who voted last in the one before. */
export type EpochSets = Pick<EpochState, 'number' | 'members' | 'previous'>

/** A validator that may be drawn. */
export type Eligible = {
  readonly id: Uint8Array
  readonly key: Uint8Array
  /** Who is paid. */
  readonly operator: Uint8Array
}

/** An award between its freeze and its payout. */
export type AwardDraw = {
  readonly period: number
  readonly frozenAt: number
  readonly amount: bigint
  /** By key. */
  readonly eligible: readonly Eligible[]
  /** The block whose beacon seeds the draw, and that beacon once it is there. */
  readonly seedHeight: number
  readonly beacon: Uint8Array | undefined
}

export type AwardState = {
  /** Base units that the next freeze will take. */
  readonly open: bigint
  readonly draw: AwardDraw | undefined
  /** A chain of hashes over the records of all periods that are over. */
  readonly history: Uint8Array
}

/** Base units that ever passed a border of the stake. What came in and did not go out is there. */
export type StakeTotals = {
  /** From transactions: deposits, and bonds that were lost. */
  readonly deposited: bigint
  /** Fees of transactions. */
  readonly fees: bigint
  /** From other rules: unclaimed packets. */
  readonly donated: bigint
  readonly issued: bigint
  /** To transactions. */
  readonly withdrawn: bigint
  readonly burnt: bigint
}

export type StakeState = {
  readonly totals: StakeTotals
  /** LtHash of the table. */
  readonly entries: Uint8Array
  /** Base units of all entries that are on their way out, and of pools that have closed. */
  readonly unbonding: bigint
  readonly closed: bigint
  /** By id. */
  readonly records: readonly ValidatorRecord[]
  readonly epoch: EpochState
  readonly award: AwardState
}

/** Base units the stake holds, from its parts. */
export function heldStake({ unbonding, closed, records, epoch, award }: StakeState): bigint {
  let held = unbonding + closed + award.open + (award.draw?.amount ?? 0n)
  for (const { stake } of records) held += stake
  for (const fees of epoch.fees) held += fees
  return held
}

/** Base units the stake should hold, from what passed its borders. Equal to {@link heldStake} at all times. */
export function owedStake({ totals }: Pick<StakeState, 'totals'>): bigint {
  const { deposited, fees, donated, issued, withdrawn, burnt } = totals
  return deposited + fees + donated + issued - withdrawn - burnt
}

/** The record of that id. */
export function findRecord(records: readonly ValidatorRecord[], id: Uint8Array): ValidatorRecord | undefined {
  const at = positionOf(records, id)
  const record = records[at]
  return record && equalBytes(record.id, id) ? record : undefined
}

/** Where the record of that id is or belongs. */
export function positionOf(records: readonly ValidatorRecord[], id: Uint8Array): number {
  let [from, to] = [0, records.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compareBytes(records[middle]!.id, id) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** Position of a validator in this epoch's set; −1 when it is not in it. */
export function memberIndex({ members }: Pick<EpochState, 'members'>, id: Uint8Array): number {
  return members.findIndex((member) => equalBytes(member.id, id))
}

/** Keys and weights alone. */
export function toValidatorSet(voters: readonly Voter[]): ValidatorSet {
  return voters.map(({ publicKey, weight }) => ({ publicKey, weight }))
}
