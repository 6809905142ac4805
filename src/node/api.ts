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
import type { NetworkName } from '../protocol/network.ts'
import type { Access } from './access/access.ts'
import type { AccountApi } from './api/account.ts'
import type { ChainApi } from './api/chain.ts'
import type { DevApi } from './api/dev.ts'
import type { EventLog } from './api/events.ts'
import type { MessageApi } from './api/message.ts'
import type { PaymentApi } from './api/payment.ts'
import type { StakeApi } from './api/stake.ts'
import type { TokenApi } from './api/token.ts'
import type { NodeMeasures } from './measures.ts'
import type { NetworkMeasures } from './network/channel.ts'
import type { Page, PageRequest } from './page.ts'
import type { SnapshotProgress } from './snapshot/snapshot-progress.ts'
import type { OwnValidatorStatus } from './stake/own-standing.ts'
import type { SyncProgress } from './sync/sync.ts'

export type NodeState = 'starting' | 'syncing' | 'rescanning' | 'ready'

export type NodeStatus = {
  readonly network: NetworkName
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
