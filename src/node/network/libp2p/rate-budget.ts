/** How much one peer may send: so much at once, and so much more every second. */
export type Rate = {
  /** What may be spent at once. */
  readonly burst: number
  /** What comes back every second. */
  readonly perSecond: number
}

export class RateBudget {
  readonly #rate: Rate
  #left: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#at = now
  }

  /** @returns false when that much is not there; then nothing is spent. */
  spend(amount: number, now: number): boolean {
    const passed = Math.max(0, now - this.#at) / 1_000
    this.#at = now
    this.#left = Math.min(this.#rate.burst, this.#left + passed * this.#rate.perSecond)
    if (amount > this.#left) return false
    this.#left -= amount
    return true
  }
}
