/**
 * Transactions that are on their way by the stem, kept apart by the edge they came in: what one neighbour sent changes nothing
 * for another, so nobody learns by asking what is here.
 */

import type { NodeLimits } from '../limits.ts'
import type { Admission } from '../mempool/mempool.ts'
import type { Edge } from './routes.ts'

export type StemEntry = {
  readonly from: Edge
  readonly digest: string
  readonly bytes: Uint8Array
  /** Ids of the outputs it spends, hex. */
  readonly inputs: readonly string[]
  /** Aborted when it leaves. */
  readonly left: AbortController
  /** What becomes of it here. */
  admission: Promise<Admission> | undefined
}

export type StempoolLimits = Pick<
  NodeLimits,
  'stemTransactions' | 'stemBytes' | 'stemPeerTransactions' | 'stemPeerBytes'
>

/** What came in by one edge. */
type Line = { readonly byDigest: Map<string, StemEntry>; readonly spent: Set<string>; bytes: number }

export class Stempool {
  readonly #limits: StempoolLimits
  /** An edge by which nothing is on its way is not there. */
  readonly #lines = new Map<Edge, Line>()
  readonly #spending = new Map<string, Set<StemEntry>>()
  #size = 0
  #bytes = 0

  constructor(limits: StempoolLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** What came in by that edge with exactly these bytes. */
  get(from: Edge, digest: string): StemEntry | undefined {
    return this.#lines.get(from)?.byDigest.get(digest)
  }

  has(entry: StemEntry): boolean {
    return this.get(entry.from, entry.digest) === entry
  }

  /** The first of `inputs` that something spends which came in by that edge. */
  claimed(from: Edge, inputs: readonly string[]): string | undefined {
    const spent = this.#lines.get(from)?.spent
    return spent && inputs.find((input) => spent.has(input))
  }

  /** Whether so many bytes more by that edge are within the limits. */
  hasRoom(from: Edge, bytes: number): boolean {
    const { stemTransactions, stemBytes, stemPeerTransactions, stemPeerBytes } = this.#limits
    const line = this.#lines.get(from)
    if ((line?.byDigest.size ?? 0) >= stemPeerTransactions) return false
    if ((line?.bytes ?? 0) + bytes > stemPeerBytes) return false
    return this.#size < stemTransactions && this.#bytes + bytes <= stemBytes
  }

  /** Adds an entry that is new on its edge, conflicts with none there, and has room. */
  add(entry: StemEntry): void {
    const line = this.#lines.get(entry.from) ?? { byDigest: new Map(), spent: new Set(), bytes: 0 }
    this.#lines.set(entry.from, line)
    line.byDigest.set(entry.digest, entry)
    line.bytes += entry.bytes.length
    for (const input of entry.inputs) {
      line.spent.add(input)
      const spending = this.#spending.get(input) ?? new Set()
      this.#spending.set(input, spending.add(entry))
    }
    this.#size++
    this.#bytes += entry.bytes.length
  }

  /** @returns whether it was there. */
  remove(entry: StemEntry): boolean {
    const line = this.#lines.get(entry.from)
    if (!line || line.byDigest.get(entry.digest) !== entry) return false
    line.byDigest.delete(entry.digest)
    line.bytes -= entry.bytes.length
    if (line.byDigest.size === 0) this.#lines.delete(entry.from)
    for (const input of entry.inputs) {
      line.spent.delete(input)
      const spending = this.#spending.get(input)!
      spending.delete(entry)
      if (spending.size === 0) this.#spending.delete(input)
    }
    this.#size--
    this.#bytes -= entry.bytes.length
    entry.left.abort(new Error('it is not on its way any more'))
    return true
  }

  clear(): void {
    for (const { byDigest } of [...this.#lines.values()])
      for (const entry of [...byDigest.values()]) this.remove(entry)
  }

  /** Takes out all that spend one of `inputs`, by whatever edge they came. */
  removeSpending(inputs: readonly string[]): void {
    for (const input of inputs) for (const entry of [...(this.#spending.get(input) ?? [])]) this.remove(entry)
  }
}
