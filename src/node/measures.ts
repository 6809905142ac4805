/** What a node measures of itself, for metrics. Counts are since its start; nothing tells one transaction from another. */
export type NodeMeasures = {
  /** The lowest height whose blocks are all there. */
  readonly earliestHeight: number
  /** Of the last state on disk that was found to be what the chain says; 0 when none was checked yet. */
  readonly checkedHeight: number
  /** Undefined for a node that keeps everything. */
  readonly pruning?: PruneMeasures | undefined
  /** Undefined for a node that serves none. */
  readonly snapshots?: SnapshotMeasures | undefined
  readonly stem: StemMeasures
}

export type PruneMeasures = {
  /** Blocks past their retention that still have payloads. */
  readonly waiting: number
  /** Batches that were written, and attempts that failed. */
  readonly steps: number
  readonly failures: number
}

export type SnapshotMeasures = {
  /** Snapshots that others can have, and the height of the newest; 0 when there is none. */
  readonly ready: number
  readonly newest: number
  /** Snapshots made, and those that could not be. */
  readonly made: number
  readonly failed: number
  /** Chunks given to others, and questions turned down because there were too many at once. */
  readonly chunksServed: number
  readonly refused: number
}

export type StemMeasures = {
  /** Transactions on their way by the stem, and their bytes. */
  readonly transactions: number
  readonly bytes: number
  /** Transactions handed to the next neighbour, made public here as the stem ended here, and because nobody else did. */
  readonly passedOn: number
  readonly ended: number
  readonly overdue: number
}
