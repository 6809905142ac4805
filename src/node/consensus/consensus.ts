/**
 * What makes blocks final. The node knows consensus only by this: it is started, it commits blocks to the chain, and on a
 * development network it can be asked for blocks at once. How many validators vote, and over which network, is its own
 * business.
 */
export type Consensus = {
  /** Takes part until the signal is aborted, then resolves when nothing is under way any more. */
  run(signal: AbortSignal): Promise<void>
  /**
   * Makes `blocks` blocks now, all of them begun after the call, and returns the height of the last. Only where more than
   * two thirds of the validators are in this process.
   */
  mine(blocks: number, signal?: AbortSignal): Promise<number>
  /** The first half of `mine`: the height of the last of so many blocks, and of none that others have asked for. */
  planMining(blocks: number): Promise<number>
  /** The second half: makes what is missing up to a height, which may be nothing. */
  mineTo(height: number, signal?: AbortSignal): Promise<void>
}
