/**
 * What makes blocks final. The node knows consensus only by this: it is started, it commits blocks to the chain, and on a
 * development network it can be asked for blocks at once. How many validators vote, and over which network, is its own
 * business.
 */
export type Consensus = {
  /** Takes part until the signal is aborted, then resolves when nothing is under way any more. */
  run(signal: AbortSignal): Promise<void>
  /** Makes `blocks` blocks now and returns the height of the last. Only for a set of validators that are all here. */
  mine(blocks: number, signal?: AbortSignal): Promise<number>
}
