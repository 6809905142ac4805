/** Coins set aside while a transaction is being built, so that two that are built at once do not spend the same. */
export class CoinClaims {
  readonly #claimed = new Set<string>()
  readonly #waiting: (() => void)[] = []

  has(id: string): boolean {
    return this.#claimed.has(id)
  }

  get size(): number {
    return this.#claimed.size
  }

  claim(ids: readonly string[]): void {
    for (const id of ids) this.#claimed.add(id)
  }

  /** To be called when the coins are spent for good, or free again. */
  release(ids: readonly string[]): void {
    for (const id of ids) this.#claimed.delete(id)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** Resolves at the next release. */
  released(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}
