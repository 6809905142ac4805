/** Bounds of catching up, and of helping others to. */
export type SyncLimits = {
  /** Blocks that others must be ahead for it to begin: fewer the replica fetches itself, one after the other. */
  readonly gap: number
  /** Block intervals after which a last block is old: then it is enough that others are two blocks ahead. */
  readonly freshIntervals: number
  /** Milliseconds that it waits for more headers with all their blocks in place. */
  readonly linger: number
  /** Milliseconds between two looks at whether others are ahead. */
  readonly look: number
  /** Milliseconds without a new header after which a node that begins with a snapshot goes on with what it has. */
  readonly search: number
  /** Headers that are asked for with one question, and milliseconds until they are there; then somebody else is asked. */
  readonly headersAsked: number
  readonly headersTime: number
  /** Milliseconds without a part after which somebody else is asked for headers, too. */
  readonly headersStall: number
  /** Blocks that are asked for with one question. */
  readonly rangeBlocks: number
  /** Questions for blocks under way, in all and to one peer. */
  readonly ranges: number
  readonly peerRanges: number
  /** Bytes of blocks that wait to be applied; what everything else waits for may go beyond. */
  readonly windowBytes: number
  /** Blocks, and their bytes, applied together at most. */
  readonly appliedBlocks: number
  readonly appliedBytes: number
  /** Milliseconds without a part after which an answer is given up. */
  readonly patience: number
  /** Milliseconds after which blocks that all others wait for are asked of somebody else. */
  readonly stall: number
  /** Milliseconds that a peer is left alone which did not answer; each time in a row twice as long, up to the second. */
  readonly rest: number
  readonly longestRest: number
  /** Milliseconds that a peer is not asked any more which lied. */
  readonly distrust: number
  /** Peers of which it is remembered how they served. */
  readonly peersKnown: number
  /** Headers and blocks given in answer to one question. */
  readonly headersServed: number
  readonly blocksServed: number
  /** Answers under way, of one peer and of all: more than the network lets in, for some are just ending. */
  readonly peerAnswers: number
  readonly answers: number
  /** Bytes served to one peer each second, and at once after a pause. */
  readonly servedPerSecond: number
  readonly servedAtOnce: number
}

const KIB = 1_024
const MIB = 1_024 * KIB

export const DEFAULT_SYNC_LIMITS: SyncLimits = {
  gap: 16,
  freshIntervals: 10,
  linger: 2_000,
  look: 250,
  search: 15_000,
  headersAsked: 2_048,
  headersTime: 60_000,
  headersStall: 2_000,
  rangeBlocks: 64,
  ranges: 16,
  peerRanges: 2,
  windowBytes: 48 * MIB,
  appliedBlocks: 128,
  appliedBytes: 4 * MIB,
  patience: 10_000,
  stall: 5_000,
  rest: 5_000,
  longestRest: 300_000,
  distrust: 3_600_000,
  peersKnown: 1_024,
  headersServed: 4_096,
  blocksServed: 256,
  peerAnswers: 8,
  answers: 64,
  servedPerSecond: 16 * MIB,
  servedAtOnce: 32 * MIB,
}
