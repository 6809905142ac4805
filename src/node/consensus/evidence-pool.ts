/**
 * Contradictions of validators that this node has seen and no final block has punished yet. They stay on disk until one has, or
 * until the stake no longer answers: whoever saw one tells it in the next block that it leads.
 */
import { toHex } from '../../protocol/bytes.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import type { Evidence } from '../../protocol/consensus/messages.ts'
import { readEvidence, writeEvidence } from '../../protocol/stake/evidence.ts'
import type { NodeLimits } from '../limits.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table } from '../table.ts'

type Row = { readonly key: Uint8Array; readonly evidence: Evidence }

export class EvidencePool {
  readonly #store: Store
  readonly #table: Table
  readonly #limits: Pick<NodeLimits, 'evidenceKept'>
  /** By the key that signed, in hex. What is here is on disk, or on its way there. */
  readonly #rows: Map<string, Row>

  private constructor(
    store: Store,
    table: Table,
    limits: Pick<NodeLimits, 'evidenceKept'>,
    rows: Map<string, Row>,
  ) {
    this.#store = store
    this.#table = table
    this.#limits = limits
    this.#rows = rows
  }

  /** @throws StoreError `corrupt` when a record cannot be read. */
  static async open(store: Store, limits: Pick<NodeLimits, 'evidenceKept'>): Promise<EvidencePool> {
    const table = store.table('evidence')
    const rows = new Map<string, Row>()
    for await (const [key, value] of table.range()) {
      try {
        rows.set(toHex(key), { key: key.slice(), evidence: decodeAll(value, readEvidence) })
      } catch (error) {
        throw new StoreError('corrupt', 'the evidence on disk cannot be read', {}, error)
      }
    }
    return new EvidencePool(store, table, limits, rows)
  }

  /** In the order they came, those from before a restart first. */
  get all(): readonly Evidence[] {
    return [...this.#rows.values()].map(({ evidence }) => evidence)
  }

  /** Whether a contradiction of that key is kept. */
  has(key: Uint8Array): boolean {
    return this.#rows.has(toHex(key))
  }

  /**
   * Keeps a contradiction: the first of each key, and no more than there is room for. Resolves when it is on disk.
   * @param key that signed it
   * @returns whether it is kept
   */
  async add(evidence: Evidence, key: Uint8Array): Promise<boolean> {
    if (this.has(key) || this.#rows.size >= this.#limits.evidenceKept) return false
    this.#rows.set(toHex(key), { key, evidence })
    await this.#store.commit([this.#table.put(key, writeEvidence(new Writer(), evidence).finish())])
    return true
  }

  /** Forgets what has been punished, or cannot be any more. @param isOpen whether somebody would be punished for it now */
  async prune(isOpen: (evidence: Evidence) => Promise<boolean>): Promise<void> {
    for (const [name, { key, evidence }] of [...this.#rows]) {
      if (await isOpen(evidence)) continue
      this.#rows.delete(name)
      await this.#store.commit([this.#table.delete(key)])
    }
  }
}
