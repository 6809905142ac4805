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
  /** Worker threads for proving, verifying and scanning. */
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
  /** Bytes of the transactions in the pool. */
  readonly mempoolBytes: number
  /** Transactions waiting for their proofs to be checked. */
  readonly mempoolPending: number
  /** Transactions checked together; more make the check cheaper and an answer later. */
  readonly mempoolBatch: number
  /** Blocks after which a transaction that no block took is dropped. */
  readonly mempoolExpiry: number
  /** Bytes of the transactions in a block that this node proposes. */
  readonly proposalBytes: number
  /** Milliseconds a leader is waited for before the next round. */
  readonly roundTimeout: number
  /** Milliseconds to wait after a block could not be made or stored. */
  readonly retryDelay: number
  /** Newest blocks whose chain of ids is checked when the store is opened. */
  readonly openingCheck: number
}

const MIB = 1024 * 1024
const DAY = 24 * 60 * 60 * 1000

export const DEFAULT_LIMITS: NodeLimits = {
  storeCacheBytes: 8 * MIB,
  eventRetention: undefined,
  eventPruneStep: 1_000,
  idempotencyRecords: 100_000,
  idempotencyAge: 30 * DAY,
  workers: 2,
  workerHeap: 512,
  workerQueue: 1_024,
  workerPatience: 500,
  workerIdle: 30_000,
  mempoolTransactions: 5_000,
  mempoolBytes: 32 * MIB,
  mempoolPending: 512,
  mempoolBatch: 64,
  mempoolExpiry: 600,
  proposalBytes: 2 * MIB,
  roundTimeout: 2_000,
  retryDelay: 1_000,
  openingCheck: 64,
}
