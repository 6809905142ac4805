/** Work that takes turns, in the order in which it came: one at a time. */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #taken = false

  /** Does it when everything that came before is over; settles as it does. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    try {
      return await work()
    } finally {
      // to the next one, without a moment in which it is nobody's
      const next = this.#waiting.shift()
      if (next) next()
      else this.#taken = false
    }
  }
}
