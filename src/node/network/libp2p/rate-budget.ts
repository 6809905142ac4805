/** How much one peer may send: so much at once, and so much more every second. */
export type Rate = {
  /** What may be spent at once. */
  readonly burst: number
  /** What comes back every second. */
  readonly perSecond: number
}

/** So many times as much. */
export function times(factor: number, { burst, perSecond }: Rate): Rate {
  return { burst: factor * burst, perSecond: factor * perSecond }
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

  /** What was spent and not needed. */
  giveBack(amount: number): void {
    this.#left = Math.min(this.#rate.burst, this.#left + amount)
  }
}

/** Of messages and of their bytes. */
export type Rates = { readonly messages: Rate; readonly bytes: Rate }

/** What one peer, or all together, may send. */
export class TrafficBudget {
  readonly #messages: RateBudget
  readonly #bytes: RateBudget
  /** How often it was not enough, by whoever counts. */
  drops = 0

  constructor({ messages, bytes }: Rates, now: number) {
    this.#messages = new RateBudget(messages, now)
    this.#bytes = new RateBudget(bytes, now)
  }

  /** @returns false when that much is not there. The messages are spent first, even if there are too many bytes. */
  spend(messages: number, bytes: number, now: number): boolean {
    return this.#messages.spend(messages, now) && this.#bytes.spend(bytes, now)
  }
}
