import type { ReplicaLimits } from '../protocol/consensus/replica.ts'
import { DEFAULT_SYNC_LIMITS, type SyncLimits } from './sync/limits.ts'

/** Every bound of a node that is not a rule of the network. All can be set; none is unlimited unless it says so. */
export type NodeLimits = {
  /** Bytes of LevelDB's block cache. */
  readonly storeCacheBytes: number
  /** Events kept for replay, the newest; undefined keeps all. */
  readonly eventRetention: number | undefined
  /** Expired events deleted with one append, so that a lowered retention does not stall a commit. */
  readonly eventPruneStep: number
  /** Idempotency records kept, the newest. */
  readonly idempotencyRecords: number
  /** Age after which an idempotency record is forgotten, milliseconds. */
  readonly idempotencyAge: number
  /** Active tokens, beside the owner's. */
  readonly tokens: number
  /** Entries of the audit log that are kept, the newest. */
  readonly auditEntries: number
  /** Age after which an entry of it is dropped, milliseconds. */
  readonly auditAge: number
  /** Worker threads for proving, verifying and scanning, at most; never more than the machine has cores. */
  readonly workers: number
  /** Megabytes of a thread's heap: an end to a leak. */
  readonly workerHeap: number
  /** Jobs waiting for a worker thread. */
  readonly workerQueue: number
  /** Milliseconds that jobs wait for the threads there are before another one is started. */
  readonly workerPatience: number
  /** Milliseconds without work after which a worker thread ends. */
  readonly workerIdle: number
  /** Transactions in the pool. */
  readonly mempoolTransactions: number
  /** Of these, transactions with an operation on the stake: all of them are tried again after every block. */
  readonly mempoolOperations: number
  /** Bytes of the transactions in the pool. */
  readonly mempoolBytes: number
  /** Transactions waiting for their proofs to be checked. */
  readonly mempoolPending: number
  /** Transactions checked together at most; more make the check cheaper and an answer later. */
  readonly mempoolBatch: number
  /**
   * Transactions that a thread checks together at least, where many are split over the threads: a check has a cost of its
   * own that is about that of five transactions.
   */
  readonly verifyPart: number
  /** Blocks after which a transaction that no block took is dropped. */
  readonly mempoolExpiry: number
  /** Bytes of the transactions in a block that this node proposes. */
  readonly proposalBytes: number
  /** Timeouts of the rounds of consensus, and how much of the peers' messages is kept and answered. */
  readonly consensus: ReplicaLimits
  /** How a node that is behind catches up, and what it serves others that do. */
  readonly sync: SyncLimits
  /** Messages of one peer that wait to be read, and their bytes. */
  readonly peerMessages: number
  readonly peerBytes: number
  /** Bytes of the messages of all peers together that wait to be read; of consensus, transactions and stem each. */
  readonly peersBytes: number
  /** Bytes of blocks that one peer is sent, because it asks, within a tick of consensus. */
  readonly servedBytes: number
  /** Blocks of one peer, proposed or final, that wait to be inspected. */
  readonly peerBlocks: number
  /** Blocks in brief whose missing transactions are asked for at a time, each of another peer. */
  readonly gatheredBlocks: number
  /** Milliseconds without an answer, and for all of it, after which such a peer is not waited for any more. */
  readonly gatherPatience: number
  readonly gatherTime: number
  /** Messages about heights that are over, of one peer within ten seconds, that are nothing to speak of. */
  readonly peerStale: number
  /** Contradictions told by one peer, and by all, that wait to be looked into. */
  readonly peerEvidence: number
  readonly peersEvidence: number
  /** Precommits of one peer that came after their height and wait to be verified. */
  readonly peerLateVotes: number
  /** Verified precommits kept while their block is being stored. */
  readonly lateVotesHeld: number
  /** Messages with transactions of one peer that wait to be read, and their bytes: public ones, and as many of the stem. */
  readonly peerBatches: number
  readonly peerBatchBytes: number
  /** Transactions that are on their way by the stem, and their bytes; and of one neighbour, or of this node itself. */
  readonly stemTransactions: number
  readonly stemBytes: number
  readonly stemPeerTransactions: number
  readonly stemPeerBytes: number
  /** Contradictions of validators that are remembered, the newest; and keys of which up to three are kept until they are punished. */
  readonly evidenceKept: number
  /** Milliseconds to wait after a vote could not be signed, or a block checked or stored. */
  readonly retryDelay: number
  /** Milliseconds between two checks of the state on disk against what the chain has certified; undefined for none. */
  readonly stateCheckInterval: number | undefined
  /** Newest blocks whose chain of ids is checked when the store is opened. */
  readonly openingCheck: number
  /** Rows after which a batch that prunes is written; a transaction more may be in it. A commit may have to wait for it. */
  readonly pruneStep: number
  /** Blocks between the snapshots that a node makes for others; what the network's parameters say when undefined. */
  readonly snapshotInterval: number | undefined
  /** Snapshots that are kept ready, the newest. */
  readonly snapshotsKept: number
  /** Questions about snapshots that are answered at the same time, and those of one peer: more than the network lets in. */
  readonly snapshotReaders: number
  readonly snapshotPeerReaders: number
  /** Chunks of a snapshot that are asked of one peer at the same time. */
  readonly snapshotAsked: number
  /** Milliseconds that an answer about snapshots may take, eight times as many for a manifest; then its peer has failed. */
  readonly snapshotPatience: number
  /** Milliseconds after which the choice of a snapshot waits for no more offers; who answers later is heard in the next round. */
  readonly snapshotOfferPatience: number
  /** Times a peer may fail to answer before it is asked no more for this snapshot. */
  readonly snapshotFailures: number
  /** Times that all peers are asked for snapshots, `retryDelay` apart, before the node does without. */
  readonly snapshotTries: number
}

const MIB = 1024 * 1024
const DAY = 24 * 60 * 60 * 1000

export const DEFAULT_LIMITS: NodeLimits = {
  storeCacheBytes: 8 * MIB,
  eventRetention: undefined,
  eventPruneStep: 1_000,
  idempotencyRecords: 100_000,
  idempotencyAge: 30 * DAY,
  tokens: 1_000,
  auditEntries: 100_000,
  auditAge: 365 * DAY,
  workers: 16,
  workerHeap: 512,
  workerQueue: 1_024,
  workerPatience: 100,
  workerIdle: 30_000,
  mempoolTransactions: 5_000,
  mempoolOperations: 512,
  mempoolBytes: 32 * MIB,
  mempoolPending: 512,
  mempoolBatch: 64,
  verifyPart: 16,
  mempoolExpiry: 600,
  proposalBytes: 2 * MIB,
  consensus: {
    propose: { base: 3_000, increment: 1_000 },
    prevote: { base: 1_000, increment: 500 },
    precommit: { base: 1_000, increment: 500 },
    maxTimeout: 30_000,
    tick: 1_000,
    servedPerTick: 256,
    askedPerTick: 1,
    maxPeers: 256,
    nextProposals: 4,
  },
  sync: DEFAULT_SYNC_LIMITS,
  peerMessages: 1_024,
  peerBytes: 16 * MIB,
  peersBytes: 128 * MIB,
  servedBytes: 16 * MIB,
  peerBlocks: 4,
  gatheredBlocks: 4,
  gatherPatience: 1_500,
  gatherTime: 6_000,
  peerStale: 1_024,
  peerEvidence: 8,
  peersEvidence: 64,
  peerLateVotes: 256,
  lateVotesHeld: 1_024,
  peerBatches: 256,
  peerBatchBytes: 4 * MIB,
  stemTransactions: 8_000,
  stemBytes: 48 * MIB,
  stemPeerTransactions: 2_000,
  stemPeerBytes: 12 * MIB,
  evidenceKept: 256,
  retryDelay: 1_000,
  stateCheckInterval: DAY,
  openingCheck: 64,
  pruneStep: 512,
  snapshotInterval: undefined,
  snapshotsKept: 2,
  snapshotReaders: 32,
  snapshotPeerReaders: 8,
  snapshotAsked: 2,
  snapshotPatience: 20_000,
  snapshotOfferPatience: 3_000,
  snapshotFailures: 3,
  snapshotTries: 30,
}

/** What a node that prunes keeps less of than others, unless it is told otherwise. */
export const PRUNED_LIMITS = { eventRetention: 100_000 } as const satisfies Partial<NodeLimits>
