/** Why the node cannot do what it was asked to. The codes are symbols of the contract's error table. */

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
  transaction_not_found: { readonly transactionId: string }
  output_not_found: { readonly outputId: string }
  /** `rule`: the code of the protocol error. */
  invalid_transaction: { readonly rule: string }
  input_spent: { readonly outputId?: string | undefined }
  mempool_full: Record<never, never>
  payload_pruned: { readonly outputId: string }

  account_not_found: { readonly accountId: string }
  account_exists: { readonly accountId: string }
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

  /** `locked`: what unfinished payments hold and may come free. */
  insufficient_funds: { readonly available: bigint; readonly locked: bigint; readonly needed: bigint }
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
