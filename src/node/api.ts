/**
 * What the node offers to the floor above it. The server turns these values into the JSON of the contract and back.
 * Conventions: ids, keys, hashes = lower-case hex strings; amounts = bigint base units; bodies, payloads = Uint8Array;
 * times = milliseconds since 1970 (number); heights = number. An optional field may be absent or undefined.
 * Every method may throw NodeError (src/node/errors.ts) with a symbol of the contract's error table, or a ProtocolError
 * (the server maps invalid_address, wrong_network, payload_too_large by name, and everything else from chain.submit to
 * invalid_transaction {rule}). Anything else that is thrown becomes internal_error.
 *
 * Methods with `idempotencyKey`: the node stores key → outcome in the batch of the effect and throws
 * `idempotency_conflict` for other parameters under a used key. Where the key comes with a call (src/node/call.ts), what the call
 * keeps is in that batch, too.
 */
import type { Operation } from '../protocol/stake/operation.ts'
import type { Access } from './access/access.ts'
import type { CallKey } from './call.ts'
import type { NodeMeasures } from './measures.ts'
import type { NetworkMeasures } from './network/channel.ts'
import type { SnapshotProgress } from './snapshot/snapshot-progress.ts'
import type { OwnValidatorStatus } from './stake/own-standing.ts'
import type { StakeApi } from './stake/stake-api.ts'
import type { SyncProgress } from './sync/sync.ts'

export type Network = 'main' | 'test' | 'dev'
export type NodeState = 'starting' | 'syncing' | 'rescanning' | 'ready'
export type Order = 'oldest' | 'newest'

/** A request for a page. `cursor` is what an earlier page of the same list and order gave as `next`. */
export type PageRequest = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly order?: Order | undefined
}
/**
 * `next` is always there: with it the list goes on, also with what is added after `complete` was true. For an empty list
 * it is the cursor given, or that of the beginning. Throws `invalid_cursor`.
 */
export type Page<T> = { readonly items: readonly T[]; readonly next: string; readonly complete: boolean }

type Keyed = { readonly idempotencyKey?: CallKey | undefined }
/** Looks among these accounts only, as if there were no others; among all when absent. */
type Among = { readonly among?: ReadonlySet<string> | undefined }

export type NodeStatus = {
  readonly network: Network
  /** Id of the genesis block; known before the store is open. */
  readonly genesis: string
  readonly state: NodeState
  /** Last final block; 0 and the time of genesis while starting. */
  readonly height: number
  readonly finalizedAt: number
  readonly syncing: boolean
  /** How far it has come, while it catches up. */
  readonly sync?: SyncProgress | undefined
  /** How far it has come, while it begins with a snapshot. */
  readonly snapshot?: SnapshotProgress | undefined
  /** The validator that votes with a key of this node, if one is registered. */
  readonly validator?: OwnValidatorStatus | undefined
  readonly peers: number
  /** Version of the software. */
  readonly version: string
  /** Bytes of the longest message body. */
  readonly messageBodyBytes: number
}
export type PeerInfo = {
  readonly peerId: string
  readonly address: string
  readonly direction: 'inbound' | 'outbound'
  readonly connectedAt: number
  readonly height?: number | undefined
}

export type CertificateInfo = {
  readonly round: number
  readonly signers: string
  /** Who was claimed silent; absent for nobody. */
  readonly silent?: string
  readonly signature: string
}
export type BlockInfo = {
  readonly id: string
  readonly height: number
  readonly time: number
  readonly leader: string
  readonly transactions: readonly string[]
  readonly previous: string
  readonly round: number
  readonly vrf: string
  readonly transactionRoot: string
  readonly outputRoot: string
  readonly stateCommitment: string
  readonly validatorSetHash: string
  /** Number of outputs it makes. */
  readonly outputs: number
  /** Size on the wire. */
  readonly bytes: number
  /** The certificate that made THIS block final; absent in genesis. */
  readonly certificate?: CertificateInfo | undefined
}
export type ChainStatus = {
  readonly network: Network
  readonly genesis: string
  readonly height: number
  readonly id: string
  readonly time: number
  /** From this height on the node has every block; 0 when it has them all. */
  readonly earliestHeight: number
  readonly unspentOutputs: number
  readonly mempool: { readonly transactions: number; readonly bytes: number }
}
export type TransactionStatus = 'pending' | 'final'
export type TransactionInfo = {
  readonly transactionId: string
  readonly status: TransactionStatus
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly fee: bigint
  readonly bytes: number
  readonly blockId?: string | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  /** Index in the block. */
  readonly position?: number | undefined
  /** When it does something to stake. */
  readonly operation?: OperationType | undefined
  /** Its bytes, when asked for. */
  readonly encoded?: Uint8Array | undefined
}
export type OutputInfo = {
  readonly outputId: string
  readonly height: number
  /** Index among the outputs of its transaction. */
  readonly position: number
  readonly spent: boolean
  readonly key: string
  readonly commitment: string
  readonly ephemeral: string
  readonly viewTag: string
  readonly encryptedAmount: string
  readonly encryptedAnchor: string
  readonly payloadHash: string
  readonly payloadPruned: boolean
  /** Absent for outputs of genesis. */
  readonly transactionId?: string | undefined
  readonly spentIn?: string | undefined
  /** When asked for and not pruned. */
  readonly payload?: Uint8Array | undefined
}
export type SupplyInfo = {
  readonly height: number
  readonly issued: bigint
  readonly burnt: bigint
  /** Everything that the stake holds, the award's pool included. */
  readonly staked: bigint
  readonly awardPool: bigint
  /** Sum of the commitments of all unspent outputs, encoded point. */
  readonly commitments: string
  /** Blinding sum, encoded scalar. */
  readonly blinding: string
  readonly unspentOutputs: number
  readonly mints: readonly {
    readonly outputId: string
    readonly height: number
    readonly amount: bigint
    readonly blinding: string
  }[]
}
export type ChainParams = {
  readonly network: Network
  /** Id of the genesis block. */
  readonly genesis: string
  /** What votes, transactions and award records are bound to. */
  readonly chainId: string
  readonly addressPrefix: string
  readonly unitsPerCoin: bigint
  readonly blockIntervalMs: number
  readonly maxBlockTransactions: number
  readonly maxTimeDriftMs: number
  readonly payloadRetentionBlocks: number
  readonly payloadBytes: number
  readonly maxInputs: number
  readonly outputCounts: readonly number[]
  readonly feePerInput: bigint
  readonly feePerOutput: bigint
  readonly feePerOperation: bigint
}
export type ShapeFee = { readonly inputs: number; readonly outputs: number; readonly fee: bigint }

export type ChainApi = {
  status(): Promise<ChainStatus>
  /** Exactly one of height and id. Throws block_not_found, block_pruned. */
  block(by: { readonly height: number } | { readonly id: string }): Promise<BlockInfo>
  /** Throws block_pruned when it is to begin with a block that is. */
  blocks(query: PageRequest & { readonly from?: number | undefined }): Promise<Page<BlockInfo>>
  /** Throws transaction_not_found. */
  transaction(query: {
    readonly transactionId: string
    readonly encoded?: boolean | undefined
  }): Promise<TransactionInfo>
  /** Throws output_not_found. */
  output(query: { readonly outputId: string; readonly payload?: boolean | undefined }): Promise<OutputInfo>
  /** Throws block_pruned when it is to begin in a block that is. */
  outputs(
    query: PageRequest & {
      readonly from?: number | undefined
      readonly unspent?: boolean | undefined
      readonly payload?: boolean | undefined
    },
  ): Promise<Page<OutputInfo>>
  supply(): Promise<SupplyInfo>
  params(): Promise<ChainParams>
  fees(): Promise<{ readonly ordinary: ShapeFee; readonly shapes: readonly ShapeFee[] }>
  /** One it has already is answered alike. Throws invalid_transaction {rule}, input_spent, mempool_full. */
  submit(
    transaction: Uint8Array,
  ): Promise<{ readonly transactionId: string; readonly status: TransactionStatus }>
}

export type AccountInfo = {
  readonly accountId: string
  /** Empty for none. */
  readonly name: string
  readonly address: string
  readonly locked: boolean
  readonly viewOnly: boolean
  readonly passphrase: boolean
  readonly rescanning: boolean
  readonly scannedHeight: number
  readonly targetHeight: number
}
export type AddressInfo = {
  readonly accountId: string
  readonly address: string
  readonly index: number
  readonly label: string
}
/** The server adds `total`. See the contract's `Balance` for what counts where. */
export type BalanceInfo = {
  readonly accountId: string
  readonly available: bigint
  readonly pending: bigint
  readonly locked: bigint
  readonly staked: bigint
  readonly height: number
}
export type HistoryType =
  | 'received'
  | 'sent'
  | 'self'
  | 'issued'
  | 'staked'
  | 'unbonded'
  | 'unstaked'
  | 'operated'
export type HistoryEntry = {
  readonly type: HistoryType
  /** Absent, like the address, for what happened to stake. */
  readonly paymentId?: string | undefined
  readonly amount: bigint
  readonly height: number
  readonly time: number
  readonly address?: string | undefined
  readonly transactionId?: string | undefined
  readonly fee?: bigint | undefined
  readonly messageId?: string | undefined
  /** For what happened to stake. */
  readonly operation?: OperationType | undefined
}
export type CoinStatus = 'unspent' | 'pending' | 'reserved' | 'spent'
export type CoinInfo = {
  readonly outputId: string
  readonly amount: bigint
  readonly status: CoinStatus
  readonly addressIndex: number
  readonly height?: number | undefined
  readonly transactionId?: string | undefined
  readonly spentIn?: string | undefined
}
type WithPassphrase = { readonly accountId: string; readonly passphrase?: string | undefined }

export type AccountApi = {
  create(
    input: Keyed & { readonly name?: string | undefined; readonly passphrase?: string | undefined },
  ): Promise<{ readonly accountId: string; readonly address: string; readonly recoveryPhrase: string }>
  recover(
    input: Keyed & {
      readonly recoveryPhrase: string
      readonly name?: string | undefined
      readonly passphrase?: string | undefined
      readonly from?: number | undefined
    },
  ): Promise<{ readonly accountId: string; readonly address: string }>
  /** `internal`: those the node keeps for itself, instead of the others. */
  list(query: PageRequest & Among & { readonly internal?: boolean | undefined }): Promise<Page<AccountInfo>>
  get(accountId: string): Promise<AccountInfo>
  unlock(input: { readonly accountId: string; readonly passphrase: string }): Promise<AccountInfo>
  lock(accountId: string): Promise<AccountInfo>
  remove(input: Keyed & WithPassphrase): Promise<void>
  changePassphrase(
    input: Keyed & WithPassphrase & { readonly newPassphrase?: string | undefined },
  ): Promise<AccountInfo>
  recoveryPhrase(input: WithPassphrase): Promise<string>
  address(
    input: Keyed & { readonly accountId: string; readonly label?: string | undefined },
  ): Promise<AddressInfo>
  addresses(query: PageRequest & { readonly accountId: string }): Promise<Page<AddressInfo>>
  balance(accountId: string): Promise<BalanceInfo>
  history(query: PageRequest & { readonly accountId: string }): Promise<Page<HistoryEntry>>
  outputs(
    query: PageRequest & { readonly accountId: string; readonly status?: CoinStatus | undefined },
  ): Promise<Page<CoinInfo>>
  viewKey(input: WithPassphrase): Promise<string>
  importViewKey(
    input: Keyed & {
      readonly viewKey: string
      readonly name?: string | undefined
      readonly from?: number | undefined
    },
  ): Promise<AccountInfo>
  rescan(
    input: Keyed & { readonly accountId: string; readonly from?: number | undefined },
  ): Promise<AccountInfo>
}

export type PaymentStatus = 'created' | 'broadcast' | 'final' | 'rejected' | 'cancelled'
/** What a transaction does with stake. */
export type OperationType = Operation['type']
export type RejectReason = 'input_spent' | 'refused' | 'cancelled'
export type Direction = 'out' | 'in'
export type PaymentRequest = {
  readonly to: string
  readonly amount: bigint
  readonly data?: Uint8Array | undefined
  readonly app?: string | undefined
}
export type PaymentQueued = {
  readonly paymentId: string
  /** Absent while it waits for coins: its transaction is not made yet. */
  readonly transactionId?: string | undefined
  readonly status: PaymentStatus
  readonly fee: bigint
  readonly messageId?: string | undefined
}
export type PaymentSent = PaymentQueued & { readonly transactionId: string }
export type PaymentInfo = {
  readonly paymentId: string
  readonly accountId: string
  readonly direction: Direction
  readonly transactionId?: string | undefined
  readonly status: PaymentStatus
  readonly amount: bigint
  readonly to: string
  readonly fee?: bigint | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly reason?: RejectReason | undefined
  readonly messageId?: string | undefined
  readonly data?: Uint8Array | undefined
  readonly app?: string | undefined
}
export type PaymentEstimate = {
  readonly amount: bigint
  readonly fee: bigint
  readonly transactions: number
  readonly inputs: number
  readonly outputs: number
  readonly spendable: bigint
  readonly sufficient: boolean
}
export type PaymentProof = {
  readonly paymentId: string
  readonly to: string
  readonly amount: bigint
  readonly proof: string
}
export type PaymentProofCheck =
  | { readonly valid: false; readonly reason: 'malformed' | 'mismatch' | 'unknown_output' }
  | {
      readonly valid: true
      readonly paymentId: string
      readonly to: string
      readonly amount: bigint
      readonly transactionId?: string | undefined
      readonly height: number
    }

export type PaymentApi = {
  send(input: Keyed & PaymentRequest & { readonly accountId: string }): Promise<PaymentSent>
  sendMany(
    input: Keyed & { readonly accountId: string; readonly payments: readonly PaymentRequest[] },
  ): Promise<readonly PaymentQueued[]>
  sendPublic(
    input: Keyed & PaymentRequest & { readonly accountId: string },
  ): Promise<PaymentSent & { readonly proof: string }>
  /** The server adds `total`. */
  estimate(input: {
    readonly accountId: string
    readonly to?: string | undefined
    readonly amount: bigint
    readonly data?: Uint8Array | undefined
  }): Promise<PaymentEstimate>
  /** Without accountId: the sender's record if its account is here, else the receiver's. */
  get(
    query: Among & { readonly paymentId: string; readonly accountId?: string | undefined },
  ): Promise<PaymentInfo>
  list(
    query: PageRequest & {
      readonly accountId: string
      readonly direction?: Direction | undefined
      readonly status?: PaymentStatus | undefined
    },
  ): Promise<Page<PaymentInfo>>
  cancel(input: Keyed & Among & { readonly paymentId: string }): Promise<PaymentInfo>
  prove(
    query: Among & {
      readonly paymentId: string
      readonly accountId?: string | undefined
      readonly challenge?: string | undefined
    },
  ): Promise<PaymentProof>
  verifyProof(query: {
    readonly proof: string
    readonly challenge?: string | undefined
  }): Promise<PaymentProofCheck>
  consolidate(
    input: Keyed & { readonly accountId: string },
  ): Promise<Omit<PaymentSent, 'messageId'> & { readonly merged: number; readonly remaining: number }>
}

export type MessageState = 'created' | 'broadcast' | 'final' | 'rejected' | 'partial' | 'received' | 'lost'
export type MessageSent = {
  readonly messageId: string
  readonly status: MessageState
  readonly parts: number
  readonly fee: bigint
  readonly transactionIds: readonly string[]
}
export type MessageInfo = {
  readonly messageId: string
  readonly accountId: string
  readonly direction: Direction
  readonly status: MessageState
  /** Empty for none. */
  readonly app: string
  readonly amount: bigint
  readonly parts: number
  /** Out: parts that are final. In: parts that have arrived. */
  readonly partsDone: number
  readonly body?: Uint8Array | undefined
  readonly to?: string | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly fee?: bigint | undefined
  readonly reason?: RejectReason | undefined
  readonly paymentIds: readonly string[]
}
export type DecodedPayload = {
  readonly outputId: string
  readonly kind: 'none' | 'message' | 'change' | 'filler'
  readonly amount: bigint
  readonly height: number
  readonly messageId?: string | undefined
  readonly app?: string | undefined
  readonly part?: number | undefined
  readonly parts?: number | undefined
  readonly body?: Uint8Array | undefined
}

export type MessageApi = {
  send(
    input: Keyed & {
      readonly accountId: string
      readonly to: string
      readonly body: Uint8Array
      readonly app?: string | undefined
    },
  ): Promise<MessageSent>
  /** Also answers message.status, which is a part of it. */
  get(
    query: Among & { readonly messageId: string; readonly accountId?: string | undefined },
  ): Promise<MessageInfo>
  /** direction absent = 'in'; of those received only complete ones, in the order they were completed. */
  list(
    query: PageRequest & {
      readonly accountId: string
      readonly app?: string | undefined
      readonly direction?: Direction | undefined
    },
  ): Promise<Page<MessageInfo>>
  decode(query: { readonly accountId: string; readonly outputId: string }): Promise<DecodedPayload>
}

export type TokenScope = 'read' | 'message' | 'pay' | 'stake' | 'packet' | 'admin'
export type TokenStatus = 'active' | 'expired' | 'revoked'
/** What a token may do; what is absent is not narrowed. */
export type NewToken = {
  readonly name: string
  readonly scopes: readonly TokenScope[]
  /** Names, or `group.*`. */
  readonly methods?: readonly string[] | undefined
  readonly accounts?: readonly string[] | undefined
  /** Period in seconds. */
  readonly budget?: { readonly amount: bigint; readonly period: number } | undefined
  /** Calls a second. */
  readonly rate?: number | undefined
  readonly expiresAt?: number | undefined
}
export type TokenInfo = NewToken & {
  readonly tokenId: string
  /** What counts against the budget. */
  readonly spent?: bigint | undefined
  readonly createdAt: number
  /** Id of the token it was made with; absent for the owner's. */
  readonly parent?: string | undefined
  readonly status: TokenStatus
  readonly endedAt?: number | undefined
}
export type AuditId = {
  readonly type: 'account' | 'payment' | 'transaction' | 'message' | 'stake' | 'token'
  readonly id: string
}
export type AuditEntry = {
  readonly time: number
  /** `owner` for the owner's. */
  readonly tokenId: string
  readonly tokenName: string
  readonly method: string
  readonly accountId?: string | undefined
  /** `ok`, or the code of the error. */
  readonly outcome: string
  /** Refused calls alike that it stands for. */
  readonly count: number
  readonly keyHash?: string | undefined
  /** Amount and fee. */
  readonly spent?: bigint | undefined
  readonly ids: readonly AuditId[]
}

export type TokenApi = {
  /** The token itself is told this once. */
  create(input: Keyed & NewToken): Promise<TokenInfo & { readonly token: string }>
  list(query: PageRequest): Promise<Page<TokenInfo>>
  revoke(input: Keyed & { readonly tokenId: string }): Promise<TokenInfo>
  audit(query: PageRequest & { readonly tokenId?: string | undefined }): Promise<Page<AuditEntry>>
}

export type DevApi = {
  faucet(
    input: Keyed & { readonly address: string; readonly amount?: bigint | undefined },
  ): Promise<{ readonly transactionId: string; readonly paymentId: string; readonly amount: bigint }>
  mine(input: Keyed & { readonly blocks?: number | undefined }): Promise<{ readonly height: number }>
  /** advance in seconds. Returns the clock, ms. */
  time(input: Keyed & { readonly advance?: number | undefined }): Promise<{ readonly time: number }>
}

/**
 * One entry of the durable log. `event` is already the JSON of the contract (schema of its topic: BlockEvent,
 * ChainStatusEvent, Balance, Payment, Message, MessageStatus): amounts as decimal strings, times RFC 3339, bodies base64.
 */
export type StoredEvent = {
  readonly seq: bigint
  readonly topic: string
  readonly accountId?: string | undefined
  readonly event: Readonly<Record<string, unknown>>
}
export type EventLog = {
  /** Number of the last event; 0n when there is none. The first event has number 1n. */
  readonly head: bigint
  /**
   * Events with numbers above `after`, ascending, without a gap, at most `limit`; empty when there is none yet.
   * Throws NodeError cursor_expired when events after `after` have been dropped.
   */
  read(after: bigint, limit: number): Promise<readonly StoredEvent[]>
  /** Calls back after events have become readable. Returns what ends it. Never throws, never waits. */
  onAppend(listener: () => void): () => void
  /** Opaque text for "after this event"; cursorOf(0n) is the beginning. */
  cursorOf(seq: bigint): string
  /** Throws NodeError invalid_cursor (not one of this log's, or beyond its head) or cursor_expired. */
  parseCursor(text: string): bigint
}

export type NodeApi = {
  /** Always answers, also while starting. */
  status(): NodeStatus
  peers(query: PageRequest): Promise<Page<PeerInfo>>
  /** For metrics; undefined where there is nothing to measure. */
  measureNetwork?(): NetworkMeasures | undefined
  measure?(): NodeMeasures | undefined
  readonly chain: ChainApi
  readonly account: AccountApi
  readonly payment: PaymentApi
  readonly message: MessageApi
  readonly stake: StakeApi
  readonly token: TokenApi
  /** Who may call. */
  readonly access: Access
  /** Only on a development network. */
  readonly dev?: DevApi | undefined
  readonly events: EventLog
}
