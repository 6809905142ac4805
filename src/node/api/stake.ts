/** What the node offers about stake; a part of `NodeApi`, with its conventions. */
import type { Operation } from '../../protocol/stake/operation.ts'
import type { Keyed } from '../call.ts'
import type { Page, PageRequest } from '../page.ts'
import type { RejectReason } from './payment.ts'

/** What a transaction does with stake. */
export type OperationType = Operation['type']

export type ValidatorStatus = 'active' | 'suspended' | 'leaving' | 'frozen'
export type OutsideReason = 'below_minimum' | 'outranked' | 'suspended' | 'leaving' | 'frozen' | 'gone'
/** How the validator of a stake stands. */
export type StakeValidator = {
  readonly status: ValidatorStatus | 'gone'
  /** Of this epoch. */
  readonly inSet: boolean
  /** Why it would not be in the next one. */
  readonly reason?: OutsideReason | undefined
}
export type EligibilityFault = {
  readonly reason: 'not_in_set' | 'attendance' | 'slashed'
  readonly epoch: number
  readonly signed: number
  readonly could: number
}
export type ValidatorInfo = {
  readonly validatorId: string
  readonly validatorKey: string
  readonly nextKey?: string | undefined
  /** Schnorr key. */
  readonly operator: string
  /** Whether it is this node's. */
  readonly own: boolean
  readonly status: ValidatorStatus
  readonly stake: bigint
  readonly ownStake: bigint
  /** Basis points. */
  readonly commission: number
  readonly announced?: { readonly commission: number; readonly from: number } | undefined
  /** Epoch of its registration. */
  readonly since: number
  readonly inSet: boolean
  /** In this epoch's set. */
  readonly weight?: bigint | undefined
  /** 1 for most stake; absent for one that could not be chosen. */
  readonly rank?: number | undefined
  /** Why it would not be in the next set. */
  readonly reason?: OutsideReason | undefined
  /** Blocks of this epoch that it signed, of those it could have signed so far. */
  readonly signed: number
  readonly could: number
  /** For the award of this period. */
  readonly eligible: boolean
  readonly fault?: EligibilityFault | undefined
}

export type EpochMember = {
  readonly validatorId: string
  readonly validatorKey: string
  /** At the beginning of the epoch. */
  readonly stake: bigint
  readonly weight: bigint
  readonly signed: number
  readonly could: number
}
export type EpochInfo = {
  readonly epoch: number
  readonly period: number
  readonly firstHeight: number
  readonly lastHeight: number
  /** Of the last final block. */
  readonly height: number
  readonly blocksLeft: number
  readonly estimatedEnd: number
  /** Of a block, the award's share included. */
  readonly reward: bigint
  readonly totalStake: bigint
  readonly members: readonly EpochMember[]
}

export type StakeParamsInfo = {
  readonly epochBlocks: number
  readonly minStake: bigint
  readonly minDeposit: bigint
  readonly unbondingEpochs: number
  readonly maxValidators: number
  readonly commissionStep: number
  readonly commissionNotice: number
  readonly blockReward: bigint
  readonly halvingBlocks: number
  readonly awardShare: number
  readonly awardPeriodEpochs: number
  readonly awardAttendance: number
  readonly awardFreezeDelay: number
  readonly awardDelaySquarings: number
  readonly awardBounty: bigint
  readonly slashShare: number
  readonly feePerOperation: bigint
}

export type AwardEligible = {
  readonly validatorId: string
  readonly validatorKey: string
  readonly operator: string
}
export type AwardCandidate = AwardEligible & {
  readonly own: boolean
  readonly eligible: boolean
  readonly fault?: EligibilityFault | undefined
  /** Epochs of the period served well, and still to come, the present one included. */
  readonly good: number
  readonly ahead: number
  readonly signed: number
  readonly could: number
}
export type AwardDrawInfo = {
  readonly period: number
  readonly state: 'open' | 'frozen' | 'seeded'
  readonly freezeHeight: number
  readonly seedHeight: number
  readonly amount: bigint
  readonly squarings: number
  readonly beacon?: string | undefined
  readonly eligible: readonly AwardEligible[]
}
export type AwardInfo = {
  readonly pool: bigint
  readonly collected: bigint
  readonly period: number
  readonly nextDraw: AwardDrawInfo
  readonly eligible: readonly AwardCandidate[]
  readonly history: string
}
export type AwardRecordInfo = {
  readonly network: 'main' | 'test' | 'dev'
  readonly chainId: string
  readonly period: number
  readonly outcome: 'paid' | 'forfeited' | 'expired' | 'empty'
  readonly frozenAt: number
  readonly amount: bigint
  readonly eligible: readonly AwardEligible[]
  readonly seedHeight: number
  readonly beacon?: string | undefined
  readonly squarings: number
  readonly proof?: string | undefined
  /** Position among the eligible. */
  readonly winner?: number | undefined
  readonly prize: bigint
  readonly bounty: bigint
  /** The chain of hashes over the records before it, and with it. */
  readonly before: string
  readonly history: string
}
/** What ties the history to a block; bytes as hex. */
export type AwardProofInfo = {
  readonly height: number
  readonly blockId: string
  readonly history: string
  readonly header: string
  readonly certificate?: string | undefined
  readonly unspent: string
  readonly issued: bigint
  readonly burnt: bigint
  readonly blinding: string
  readonly commitments: string
  readonly stake: string
  readonly records: readonly string[]
}

export type RewardInfo = {
  readonly validatorId: string
  readonly epoch: number
  readonly height: number
  readonly reward: bigint
  readonly fees: bigint
  readonly commission: bigint
  readonly signed: number
  readonly could: number
  /** With an account: what of all that is its own. */
  readonly earned?: bigint | undefined
}
export type SlashingInfo = {
  readonly type: 'slashed' | 'thawed' | 'leaked'
  readonly validatorId: string
  readonly height: number
  readonly infraction?: number | undefined
  readonly burnt: bigint
  readonly forfeited?: bigint | undefined
}

export type StakeType = 'deposit' | 'own' | 'award' | 'bounty' | 'bond'
export type StakeStatus =
  | 'created'
  | 'broadcast'
  | 'active'
  | 'frozen'
  | 'unbonding'
  | 'withdrawable'
  | 'withdrawn'
  | 'rejected'
export type LeavingInfo = {
  readonly amount: bigint
  readonly releaseEpoch: number
  readonly releaseHeight: number
  /** Absent once it is released. */
  readonly estimatedRelease?: number | undefined
  readonly status: 'unbonding' | 'frozen' | 'withdrawable'
}
export type PendingOperation = {
  readonly type: OperationType
  readonly status: 'created' | 'broadcast'
  readonly transactionId: string
  readonly amount?: bigint | undefined
}
/** The last operation on a stake that failed. The chain does not know of it: it is this node's own. */
export type RefusedOperation = {
  readonly transactionId: string
  readonly operation: OperationType
  readonly reason: RejectReason
  /** Of staking, or of the network. */
  readonly rule?: string | undefined
  /** Up to where the account had seen the chain then. */
  readonly height: number
}
export type StakeInfo = {
  readonly stakeId: string
  readonly accountId: string
  readonly type: StakeType
  /** Of `award` and `bounty`: the award period. */
  readonly period?: number | undefined
  readonly status: StakeStatus
  readonly validatorId: string
  readonly validatorKey?: string | undefined
  /** Of what is staked; absent in events. */
  readonly validator?: StakeValidator | undefined
  /** What the staked part is worth now. */
  readonly amount: bigint
  /** The first to be released first. */
  readonly leaving: readonly LeavingInfo[]
  readonly pending?: PendingOperation | undefined
  readonly createdAt?: number | undefined
  readonly reason?: RejectReason | undefined
  readonly refused?: RefusedOperation | undefined
}
export type StakeSent = {
  readonly stakeId: string
  readonly validatorId: string
  readonly transactionId: string
  readonly operation: OperationType
  readonly status: 'created'
  readonly amount: bigint
  readonly fee: bigint
}

/** `validatorKey` absent: this node's own. */
type Operating = Keyed & { readonly accountId: string; readonly validatorKey?: string | undefined }

/** What everybody sees of stake. */
export type StakeChainApi = {
  validators(query: PageRequest): Promise<Page<ValidatorInfo>>
  /** By exactly one of them; the key may be one of the past. */
  validator(query: {
    readonly validatorId?: string | undefined
    readonly validatorKey?: string | undefined
  }): Promise<ValidatorInfo>
  epoch(): Promise<EpochInfo>
  params(): Promise<StakeParamsInfo>
  award(): Promise<AwardInfo>
  awards(query: PageRequest & { readonly period?: number | undefined }): Promise<Page<AwardRecordInfo>>
  awardProof(): Promise<AwardProofInfo>
  slashings(query: PageRequest): Promise<Page<SlashingInfo>>
}

/** What accounts do with it. */
export type StakeAccountApi = {
  deposit(
    input: Operating & { readonly amount: bigint; readonly commission?: number | undefined },
  ): Promise<StakeSent>
  /** `amount` absent: all. */
  withdraw(
    input: Keyed & {
      readonly accountId: string
      readonly stakeId: string
      readonly amount?: bigint | undefined
    },
  ): Promise<StakeSent>
  configure(input: Operating & { readonly commission: number }): Promise<StakeSent>
  /** This node's own validator: the new key is on its disk before anything is sent. */
  rotate(input: Keyed & { readonly accountId: string }): Promise<StakeSent>
  resume(input: Operating): Promise<StakeSent>
  /** `proof`: 512 bytes in hex; absent: the one that this node has worked out. */
  proveAward(
    input: Keyed & { readonly accountId: string; readonly proof?: string | undefined },
  ): Promise<StakeSent>
  get(query: { readonly accountId: string; readonly stakeId: string }): Promise<StakeInfo>
  list(
    query: PageRequest & { readonly accountId: string; readonly status?: StakeStatus | undefined },
  ): Promise<Page<StakeInfo>>
  /** With an account: of validators it operates, or has or had stake with. */
  rewards(
    query: PageRequest & {
      readonly accountId?: string | undefined
      readonly validatorId?: string | undefined
    },
  ): Promise<Page<RewardInfo>>
}

export type StakeApi = StakeChainApi & StakeAccountApi
