/**
 * How far the nodes of one process are to be without waiting for the block interval: on a development network, where
 * blocks can be asked for. What one node is asked for all of them hurry for.
 */
export class Pace {
  #wanted = 0
  #begun = 0
  readonly #listeners = new Set<() => void>()
  readonly #settlers = new Set<() => Promise<void>>()

  /** Heights up to this one begin at once. */
  get wanted(): number {
    return this.#wanted
  }

  /** The highest that any of the nodes has begun: a block of it may have been built already. */
  get begun(): number {
    return this.#begun
  }

  noteBegun(height: number): void {
    this.#begun = Math.max(this.#begun, height)
  }

  want(height: number): void {
    if (height <= this.#wanted) return
    this.#wanted = height
    for (const listener of [...this.#listeners]) listener()
  }

  /** Called when more is wanted. Returns what ends it. */
  onWant(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param settle resolves when what one of the nodes has taken in is ready for a block. Returns what takes it back. */
  addSettler(settle: () => Promise<void>): () => void {
    this.#settlers.add(settle)
    return () => this.#settlers.delete(settle)
  }

  /** Resolves when whatever any of the nodes was handed before can be in the next block, whoever leads. */
  async settle(): Promise<void> {
    await Promise.all([...this.#settlers].map((settle) => settle()))
  }
}
