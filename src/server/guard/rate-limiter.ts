/** A token bucket for each caller: so many calls per second on average, and so many at once. */

export type RateLimiterOptions = {
  readonly perSecond: number
  readonly burst: number
  /** Callers remembered; the one not seen for longest is forgotten first, and starts afresh. */
  readonly entries: number
  /** Milliseconds. */
  readonly now: () => number
}

type Bucket = { left: number; at: number }

export class RateLimiter {
  readonly #options: RateLimiterOptions
  readonly #buckets = new Map<string, Bucket>()

  constructor(options: RateLimiterOptions) {
    this.#options = options
  }

  /**
   * Takes one call from the caller's bucket. Returns 0, or the seconds to wait when it is empty.
   * @param own calls a second of this caller, if not as of all; so many at once, too.
   */
  take(key: string, own?: number): number {
    const { now } = this.#options
    const perSecond = own ?? this.#options.perSecond
    const burst = own ?? this.#options.burst
    const at = now()
    const bucket = this.#bucket(key, at, burst)
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1_000) * perSecond)
    bucket.at = at
    if (bucket.left < 1) return (1 - bucket.left) / perSecond
    bucket.left -= 1
    return 0
  }

  #bucket(key: string, at: number, burst: number): Bucket {
    const known = this.#buckets.get(key)
    if (known) {
      if (this.#buckets.size > 1) {
        this.#buckets.delete(key)
        this.#buckets.set(key, known)
      }
      return known
    }
    if (this.#buckets.size >= this.#options.entries) this.#buckets.delete(this.#buckets.keys().next().value!)
    const fresh = { left: burst, at }
    this.#buckets.set(key, fresh)
    return fresh
  }
}
