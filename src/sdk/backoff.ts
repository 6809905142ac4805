/** How often and how patiently a call is repeated. */
export type Retry = {
  /** Attempts in all; 1 never repeats. */
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled for each one after it. */
  readonly delay: number
  /** Milliseconds between attempts at most, unless the node asks for more. */
  readonly maxDelay: number
}

/** Eight attempts over about ten seconds: enough for a node to restart. */
export const DEFAULT_RETRY: Retry = { attempts: 8, delay: 100, maxDelay: 5_000 }

/**
 * Milliseconds to wait after that many failures (from 1): exponential, between half of it and all of it by chance, so
 * that clients which failed together do not come back together.
 */
export function backoff(failures: number, { delay, maxDelay }: Retry, random: () => number): number {
  const full = Math.min(maxDelay, delay * 2 ** (failures - 1))
  return full / 2 + (full / 2) * random()
}
