/**
 * Transactions whose coins this node does not know: the block that makes them may be a moment behind. They are tried once
 * more with the next block, and then forgotten.
 */

/** Transactions kept, and their bytes: the newest. */
const KEPT = { transactions: 256, bytes: 1 << 20 }

export class Parked {
  #transactions: Uint8Array[] = []
  #bytes = 0

  add(transaction: Uint8Array): void {
    this.#transactions.push(transaction)
    this.#bytes += transaction.length
    while (this.#transactions.length > KEPT.transactions || this.#bytes > KEPT.bytes) {
      this.#bytes -= this.#transactions.shift()!.length
    }
  }

  /** All of them; none is kept. */
  take(): Uint8Array[] {
    const taken = this.#transactions
    this.#transactions = []
    this.#bytes = 0
    return taken
  }
}
