/** What the wallet writes down, and how. Ids are lower-case hex; keys, anchors and addresses are bytes. */
import type { CoinStatus, HistoryType } from '../api/account.ts'
import type { MessageState } from '../api/message.ts'
import type { Direction, PaymentStatus, RejectReason } from '../api/payment.ts'
import type { OperationType, RefusedOperation, StakeStatus, StakeType } from '../api/stake.ts'
import { decodeStructured } from '../structured.ts'

/** `memory`: a hidden account, whose phrase the node hands over at every start. */
export type Protection = 'sealed' | 'clear' | 'none' | 'memory'

export type AccountRecord = {
  readonly accountId: string
  readonly name: string
  /** As `encodeViewKey` gives it. */
  readonly viewKey: Uint8Array
  readonly protection: Protection
  /** Fingerprint of the key file this record goes with; empty for a hidden account. */
  readonly keyFile: string
  /** No coin of the account is in a block below this height. */
  readonly birthday: number
  /** Place among the accounts of this node. */
  readonly order: number
}

export type ProgressRecord = {
  /** Every block up to here has been applied at least once; -1 before genesis. */
  readonly scannedHeight: number
  /** Blocks being applied again: the next one and the last one. */
  readonly rescan?: { readonly next: number } | undefined
  /** Highest address given out, or seen in use. */
  readonly issued: number
  /** Addresses below this number are recognized. */
  readonly recognized: number
  /** Number of the key that owns the next deposit; 0 when absent. */
  readonly stakes?: number | undefined
  /** Places in the account's lists that are given out next. */
  readonly next: Readonly<Partial<Record<OrderedList, number>>>
}

export type OrderedList = 'coin' | 'payment' | 'messageOut' | 'messageIn' | 'stake'

export type AddressRecord = {
  /** S then V. */
  readonly address: Uint8Array
  readonly label: string
}

/** A coin of the account. Blinding and extension are encoded scalars; with the spend key they spend it. */
export type CoinRecord = {
  readonly id: string
  readonly amount: bigint
  readonly blinding: Uint8Array
  readonly extension: Uint8Array
  readonly addressIndex: number
  /** Place among the coins of the account. */
  readonly order: number
  /** The transaction that made it; absent for coins of genesis. */
  readonly transactionId?: string | undefined
  /** Block that made it; absent while its transaction is not final. */
  readonly height?: number | undefined
  /** The transaction that spends it. */
  readonly spender?: string | undefined
  /** Block that spent it; absent while the spender is not final: the coin is reserved then. */
  readonly spentHeight?: number | undefined
}

export function coinStatus({ height, spender, spentHeight }: CoinRecord): CoinStatus {
  if (spentHeight !== undefined) return 'spent'
  if (spender !== undefined) return 'reserved'
  return height === undefined ? 'pending' : 'unspent'
}

/** A transaction of the account's own that is not final. */
export type TransactionRecord = {
  readonly transactionId: string
  readonly status: 'created' | 'broadcast'
  readonly bytes: Uint8Array
  /** Coins it spends. */
  readonly inputs: readonly string[]
  /** Coins it brings back. */
  readonly own: readonly string[]
  /** Payments it makes, each from this account. */
  readonly payments: readonly string[]
  readonly fee: bigint
  /** What leaves the account besides the fee. */
  readonly out: bigint
  /** Not handed to the network before this time, milliseconds. */
  readonly dueAt: number
  /** Place among the payments of the account. */
  readonly order: number
  /** What it does to a stake of the account. */
  readonly stake?: StakeChange | undefined
}

/** What a transaction does to a stake: base units that go there, and that come from there. */
export type StakeChange = {
  readonly stakeId: string
  readonly type: OperationType
  readonly takes: bigint
  readonly gives: bigint
  /** What it moves, within the stake as well. */
  readonly amount: bigint
}

/**
 * A stake of the account, as it stood on the chain when one of its entries, or its validator, last changed. While a
 * transaction of the account's own changes it, it stays as it was: what comes of it is written down together with the end of
 * that transaction.
 */
export type StakeRecord = {
  readonly stakeId: string
  readonly accountId: string
  readonly type: StakeType
  /** Of the award that brought it. */
  readonly period?: number | undefined
  /** Number of the key that owns it; absent for the operator's key. */
  readonly index?: number | undefined
  readonly status: StakeStatus
  /** Id of the validator, and its key unless it is gone. */
  readonly validatorId: string
  readonly validatorKey?: string | undefined
  /** What the staked part is worth, base units. */
  readonly amount: bigint
  /** Deposits it consists of, the largest first: one, unless two nodes with the same phrase used one key, or somebody gave. */
  readonly deposits: readonly { readonly id: string; readonly shares: bigint }[]
  readonly leaving: readonly LeavingRecord[]
  /** Place among the stakes of the account. */
  readonly order: number
  readonly createdAt?: number | undefined
  readonly reason?: RejectReason | undefined
  readonly refused?: RefusedOperation | undefined
}

export type LeavingRecord = {
  readonly id: string
  readonly amount: bigint
  /** The first epoch in which it may be withdrawn. */
  readonly release: number
  readonly status: 'unbonding' | 'frozen' | 'withdrawable'
}

/** Which part of which message a payment carries. */
export type PartOf = {
  readonly messageId: string
  readonly app: string
  readonly part: number
  readonly count: number
}

export type PaymentRecord = {
  readonly paymentId: string
  readonly accountId: string
  readonly direction: Direction
  readonly status: PaymentStatus
  readonly amount: bigint
  /** S then V: the receiver, or the account's own address that received. */
  readonly address: Uint8Array
  /** Place among the payments of the account. */
  readonly order: number
  readonly anchor: Uint8Array
  readonly message?: PartOf | undefined
  readonly transactionId?: string | undefined
  /** Position of the receiver's output. */
  readonly output?: number | undefined
  /** Of the transaction; planned while there is none yet. */
  readonly fee?: bigint | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly dueAt?: number | undefined
  readonly reason?: RejectReason | undefined
}

export type PartRecord = {
  readonly paymentId: string
  readonly status: PaymentStatus
  readonly transactionId?: string | undefined
  /** For one that was sent; planned until its transaction is made. */
  readonly fee?: bigint | undefined
}

export type MessageRecord = {
  readonly messageId: string
  readonly accountId: string
  readonly direction: Direction
  readonly status: MessageState
  readonly app: string
  readonly amount: bigint
  /** S then V: the receiver, or the account's own address that received. */
  readonly address: Uint8Array
  /** One place for each part; undefined while it is unknown. */
  readonly parts: readonly (PartRecord | undefined)[]
  /** Place in the list; a received message gets one when it is complete. */
  readonly order?: number | undefined
  /** Block of the first part that came. */
  readonly firstHeight?: number | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly reason?: RejectReason | undefined
}

/** A received message of which parts are missing. */
export type PartialRecord = { readonly messageId: string; readonly firstHeight: number }

export type HistoryRecord = {
  readonly type: HistoryType
  /** Absent, like the address, for what happened to stake. */
  readonly paymentId?: string | undefined
  readonly amount: bigint
  readonly height: number
  readonly time: number
  readonly address?: Uint8Array | undefined
  readonly transactionId?: string | undefined
  readonly fee?: bigint | undefined
  readonly messageId?: string | undefined
  readonly operation?: OperationType | undefined
}

/** @throws StoreError `corrupt` for bytes that are no record. */
export function decodeRecord<T extends object>(bytes: Uint8Array): T {
  return decodeStructured<T>(bytes, 'a record of the wallet')
}
