/** Why the node cannot do what it was asked to. The codes are symbols of the contract's error table. */
import type { ValidatorStatus } from './api/stake.ts'

/** What travels with each code: amounts in base units, ids in lower-case hex. */
export type NodeErrorDetails = {
  /** The node is starting or shutting down. */
  not_ready: { readonly state: 'starting' | 'syncing' | 'rescanning' | 'ready' }
  /** A parameter is well-formed, and yet cannot be right; `pointer` is its JSON pointer. */
  invalid_params: { readonly faults: readonly { readonly pointer: string; readonly message: string }[] }
  dev_only: { readonly network: 'main' | 'test' | 'dev' }
  /** The key was used with other parameters. */
  idempotency_conflict: Record<never, never>

  block_not_found: { readonly height?: number | undefined; readonly id?: string | undefined }
  /** `earliestHeight`: on a node that prunes, from where on it knows transactions and outputs. */
  transaction_not_found: { readonly transactionId: string; readonly earliestHeight?: number | undefined }
  output_not_found: { readonly outputId: string; readonly earliestHeight?: number | undefined }
  /** `rule`: the code of the protocol error; `stakeRule`: of `stake_refused`, the rule of staking. */
  invalid_transaction: { readonly rule: string; readonly stakeRule?: string | undefined }
  input_spent: { readonly outputId?: string | undefined }
  mempool_full: Record<never, never>
  payload_pruned: { readonly outputId: string }
  /** `height`: of the first block that is missing. */
  block_pruned: { readonly height: number; readonly earliestHeight: number }

  account_not_found: { readonly accountId: string }
  account_exists: { readonly accountId: string; readonly name: string }
  account_locked: { readonly accountId: string }
  wrong_passphrase: Record<never, never>
  key_file_damaged: { readonly accountId: string }
  /** `position`: the unknown word, from 1. */
  invalid_recovery_phrase: {
    readonly reason: 'length' | 'word' | 'checksum'
    readonly position?: number | undefined
  }
  invalid_view_key: Record<never, never>
  view_only: { readonly accountId: string }

  /** `locked`: what unfinished payments hold and may come free. `fee`: what of `needed` is fee. */
  insufficient_funds: {
    readonly available: bigint
    readonly locked: bigint
    readonly needed: bigint
    readonly fee: bigint
  }
  invalid_address: Record<never, never>
  wrong_network: { readonly expected: 'main' | 'test' | 'dev'; readonly found: 'main' | 'test' | 'dev' }
  amount_too_large: Record<never, never>
  payment_not_found: { readonly paymentId: string }
  not_cancellable: {
    readonly paymentId: string
    readonly status: 'created' | 'broadcast' | 'final' | 'rejected' | 'cancelled'
  }
  not_provable: { readonly paymentId: string }
  nothing_to_consolidate: Record<never, never>

  payload_too_large: { readonly limit: number; readonly size?: number | undefined }
  message_not_found: { readonly messageId: string }
  not_for_account: { readonly outputId: string }

  /** `validator`: the key or id that was asked for. */
  unknown_validator: { readonly validator: string }
  unknown_stake: { readonly stakeId: string }
  /** `of`: what is too little. */
  below_minimum: {
    readonly minimum: bigint
    readonly of: 'deposit' | 'own_stake' | 'rest' | 'own_rest' | 'withdrawal'
  }
  /** All of it is on its way out, and nothing is released. */
  stake_locked: { readonly stakeId: string; readonly releaseEpoch: number; readonly releaseHeight: number }
  stake_frozen: { readonly stakeId: string }
  /** Another operation on the stake is under way. */
  stake_busy: { readonly stakeId: string; readonly transactionId: string }
  insufficient_stake: { readonly stakeId: string; readonly staked: bigint }
  /** All of it was taken out before. */
  stake_withdrawn: { readonly stakeId: string }
  /** The node has no validator key. */
  no_validator: Record<never, never>
  validator_closed: { readonly validatorId: string; readonly status: ValidatorStatus }
  not_operator: { readonly validatorId: string }
  /** `rule`: the rule of staking, as the protocol names it. `limit` and `asked`: basis points, of a commission. */
  stake_refused: {
    readonly rule: string
    readonly explanation: string
    readonly limit?: number | undefined
    readonly asked?: number | undefined
  }
  /** A transaction waits whose operation excludes this one. */
  stake_claimed: { readonly transactionId: string }

  no_draw: { readonly state: 'open' | 'frozen' }
  /** `percent`: absent where it is not `proving`. */
  proof_not_ready: {
    readonly period: number
    readonly proving: boolean
    readonly percent?: number | undefined
  }
  invalid_award_proof: { readonly period: number }

  /** A token that is to be made would have a scope that its maker's lacks. */
  scope_missing: { readonly scope: string }
  /** Milliseconds since 1970. */
  token_expired: { readonly expiredAt: number }
  token_revoked: Record<never, never>
  /** `period`: seconds. `left`, `needed`: of it, and for the call. `freeAt`: milliseconds; absent when it never is. */
  over_budget: {
    readonly budget: bigint
    readonly period: number
    readonly left: bigint
    readonly needed: bigint
    readonly freeAt?: number | undefined
  }
  token_not_found: { readonly tokenId: string }
  too_many_tokens: { readonly limit: number }

  invalid_cursor: Record<never, never>
  cursor_expired: Record<never, never>
}

export type NodeErrorCode = keyof NodeErrorDetails

/**
 * The one error class of the node floor. Code and details reach the caller; the message stays in the log, where the
 * contract's own sentence takes its place.
 */
export class NodeError<Code extends NodeErrorCode = NodeErrorCode> extends Error {
  readonly code: Code
  readonly details: NodeErrorDetails[Code]

  constructor(code: Code, details: NodeErrorDetails[Code], message: string = code) {
    super(message)
    this.name = 'NodeError'
    this.code = code
    this.details = details
  }
}
