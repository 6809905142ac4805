/** The transactions that wait, as a data structure: which there are, what they spend, and since when. */
import type { Operation } from '../../protocol/stake/operation.ts'
import type { NodeLimits } from '../limits.ts'

export type PoolEntry = {
  /** Transaction id, hex. */
  readonly id: string
  /** Hash of all its bytes, hex: tells apart what the id does not, the signatures. */
  readonly digest: string
  readonly bytes: Uint8Array
  /** Ids of the outputs it spends, hex. */
  readonly inputs: readonly string[]
  /** What it does to the stake, if anything. */
  readonly operation: Operation | undefined
  /** Height of the head when it came in. */
  readonly height: number
}

export type PoolLimits = Pick<
  NodeLimits,
  'mempoolTransactions' | 'mempoolBytes' | 'mempoolExpiry' | 'mempoolOperations'
>

export class Pool {
  readonly #limits: PoolLimits
  /** In the order they came in. */
  readonly #entries = new Map<string, PoolEntry>()
  readonly #digests = new Set<string>()
  /** Input id → id of the transaction that claims it. */
  readonly #claims = new Map<string, string>()
  /** Ids of those with an operation. */
  readonly #operations = new Set<string>()
  #bytes = 0

  constructor(limits: PoolLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#entries.size
  }

  get bytes(): number {
    return this.#bytes
  }

  get(id: string): PoolEntry | undefined {
    return this.#entries.get(id)
  }

  /** Whether exactly these bytes are in the pool. */
  hasDigest(digest: string): boolean {
    return this.#digests.has(digest)
  }

  /** The first of `inputs` that a transaction of the pool claims. */
  claimed(inputs: readonly string[]): string | undefined {
    return inputs.find((input) => this.#claims.has(input))
  }

  /** Whether so many bytes more are within the limits. */
  hasRoom(bytes: number, operation = false): boolean {
    const { mempoolTransactions, mempoolBytes, mempoolOperations } = this.#limits
    if (operation && this.#operations.size >= mempoolOperations) return false
    return this.size < mempoolTransactions && this.#bytes + bytes <= mempoolBytes
  }

  /** Adds an entry that is new, conflicts with none and has room. */
  add(entry: PoolEntry): void {
    this.#entries.set(entry.id, entry)
    this.#digests.add(entry.digest)
    if (entry.operation) this.#operations.add(entry.id)
    for (const input of entry.inputs) this.#claims.set(input, entry.id)
    this.#bytes += entry.bytes.length
  }

  /** Takes an entry out; returns it if it was there. */
  remove(id: string): PoolEntry | undefined {
    const entry = this.#entries.get(id)
    if (!entry) return undefined
    this.#entries.delete(id)
    this.#digests.delete(entry.digest)
    this.#operations.delete(id)
    for (const input of entry.inputs) this.#claims.delete(input)
    this.#bytes -= entry.bytes.length
    return entry
  }

  /** Takes out all that spend one of `inputs`. */
  removeSpending(inputs: readonly string[]): PoolEntry[] {
    const claimants = new Set(inputs.map((input) => this.#claims.get(input)))
    return [...claimants].flatMap((id) => (id === undefined ? [] : (this.remove(id) ?? [])))
  }

  /** Takes out all that have waited too long at `height`. */
  removeExpired(height: number): PoolEntry[] {
    const expired: PoolEntry[] = []
    for (const entry of this.#entries.values()) {
      if (entry.height + this.#limits.mempoolExpiry >= height) break
      expired.push(entry)
    }
    for (const { id } of expired) this.remove(id)
    return expired
  }

  /** Those with an operation, in the order they came in. */
  withOperation(): PoolEntry[] {
    return [...this.#operations].flatMap((id) => this.#entries.get(id) ?? [])
  }

  /** The oldest entries, at most `count` and at most `bytes` together; of those with an operation at most `operations`. */
  oldest(count: number, bytes: number, operations = Number.POSITIVE_INFINITY): PoolEntry[] {
    const taken: PoolEntry[] = []
    let room = bytes
    let left = operations
    for (const entry of this.#entries.values()) {
      if (entry.operation && left-- <= 0) continue
      room -= entry.bytes.length
      if (taken.length === count || room < 0) break
      taken.push(entry)
    }
    return taken
  }
}
