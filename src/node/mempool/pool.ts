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
  /** What that operation claims of the stake, as `claimsOf` says. */
  readonly claims: readonly string[]
  /** Height of the head when it came in. */
  readonly height: number
}

export type PoolLimits = Pick<
  NodeLimits,
  'mempoolTransactions' | 'mempoolBytes' | 'mempoolExpiry' | 'mempoolOperations'
>

export class Pool {
  readonly #limits: PoolLimits
  /** In the order they came in, but for those that were moved back. */
  readonly #entries = new Map<string, PoolEntry>()
  /** Digest → id. */
  readonly #digests = new Map<string, string>()
  /** Input id, or claim of an operation → id of the transaction that takes it. An id is hex, a claim is not. */
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

  /** The id of a transaction of the pool whose operation has one of these claims. */
  claimant(claims: readonly string[]): string | undefined {
    const taken = this.claimed(claims)
    return taken === undefined ? undefined : this.#claims.get(taken)
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
    this.#digests.set(entry.digest, entry.id)
    if (entry.operation) this.#operations.add(entry.id)
    for (const claim of takenBy(entry)) this.#claims.set(claim, entry.id)
    this.#bytes += entry.bytes.length
  }

  /** Takes an entry out; returns it if it was there. */
  remove(id: string): PoolEntry | undefined {
    const entry = this.#entries.get(id)
    if (!entry) return undefined
    this.#entries.delete(id)
    this.#digests.delete(entry.digest)
    this.#operations.delete(id)
    for (const claim of takenBy(entry)) this.#claims.delete(claim)
    this.#bytes -= entry.bytes.length
    return entry
  }

  /** Takes out all that spend or claim one of `taken`: ids of outputs, and claims. */
  removeClaiming(taken: readonly string[]): PoolEntry[] {
    const claimants = new Set(taken.map((one) => this.#claims.get(one)))
    return [...claimants].flatMap((id) => (id === undefined ? [] : (this.remove(id) ?? [])))
  }

  /** Takes out all that have waited too long at `height`. */
  removeExpired(height: number): PoolEntry[] {
    const since = height - this.#limits.mempoolExpiry
    const expired = [...this.#entries.values()].filter((entry) => entry.height < since)
    for (const { id } of expired) this.remove(id)
    return expired
  }

  /** Puts an entry behind all others. It has no more time to wait than it had. */
  moveBack(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#entries.set(id, entry)
  }

  /** The entry of exactly these bytes. */
  ofDigest(digest: string): PoolEntry | undefined {
    const id = this.#digests.get(digest)
    return id === undefined ? undefined : this.#entries.get(id)
  }

  /** Those with an operation, in the order they came in. */
  withOperation(): PoolEntry[] {
    return [...this.#operations].flatMap((id) => this.#entries.get(id) ?? [])
  }

  /**
   * The oldest entries, at most `count` and at most `bytes` together; of those with an operation at most `operations`, and none
   * that `isPassedOver` names.
   */
  oldest(
    count: number,
    bytes: number,
    operations = Number.POSITIVE_INFINITY,
    isPassedOver: (entry: PoolEntry) => boolean = () => false,
  ): PoolEntry[] {
    const taken: PoolEntry[] = []
    let room = bytes
    let left = operations
    for (const entry of this.#entries.values()) {
      if (isPassedOver(entry)) continue
      if (entry.operation && left-- <= 0) continue
      room -= entry.bytes.length
      if (taken.length === count || room < 0) break
      taken.push(entry)
    }
    return taken
  }
}

/** All that nobody else may take as long as this one waits. */
function takenBy({ inputs, claims }: PoolEntry): string[] {
  return [...inputs, ...claims]
}
