/**
 * What this validator may have signed at the height it decides, on disk before the signature exists. Whoever is killed
 * between signing and telling finds here what it must not contradict.
 */
import {
  compactJournal,
  decodeRecord,
  encodeRecord,
  type JournalRecord,
} from '../../protocol/consensus/journal.ts'
import { be32, fromBe32 } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table } from '../table.ts'
import { FINAL, type VoteMark } from './vote-mark.ts'

type Row = { readonly key: number; readonly record: JournalRecord }

export class Journal {
  readonly #store: Store
  readonly #table: Table
  /** What is on disk, in the order it was written. */
  #rows: readonly Row[]
  #mark: VoteMark | undefined

  private constructor(store: Store, table: Table, rows: readonly Row[]) {
    this.#store = store
    this.#table = table
    this.#rows = rows
  }

  /** @throws StoreError `corrupt` when a record cannot be read: to sign without it could contradict it. */
  static async open(store: Store): Promise<Journal> {
    const table = store.table('consensus-journal')
    const rows: Row[] = []
    for await (const [key, value] of table.range()) {
      try {
        rows.push({ key: fromBe32(key), record: decodeRecord(value) })
      } catch (error) {
        throw new StoreError('corrupt', 'the journal of this validator cannot be read', {}, error)
      }
    }
    return new Journal(store, table, rows)
  }

  /**
   * Keeps a mark of what it holds from now on, and compares it with what was there.
   * @param final height of the last final block on disk
   * @returns the height up to which nothing may be signed, because records of it or its block have been lost; 0 when nothing
   * is missing
   * @throws StoreError
   */
  async keepMark(mark: VoteMark, final: number): Promise<number> {
    const { found } = mark
    this.#mark = mark
    const at = this.#rows.filter(({ record }) => record.height === found?.height)
    const lost =
      found && found.height > final && (found.record === FINAL || (at.at(-1)?.key ?? -1) < found.record)
    if (lost) return found.height
    const last = this.#rows.at(-1)
    await mark.note(
      last && last.record.height > final
        ? { height: last.record.height, record: last.key }
        : { height: final, record: FINAL },
    )
    return 0
  }

  /** The block of a height is on disk: what it has said there is answered for by that. @throws StoreError */
  async noteFinal(height: number): Promise<void> {
    await this.#mark?.note({ height, record: FINAL })
  }

  async close(): Promise<void> {
    await this.#mark?.close()
  }

  /** The records of a height, in the order they were written. */
  recordsOf(height: number): JournalRecord[] {
    return this.#rows.flatMap(({ record }) => (record.height === height ? [record] : []))
  }

  /**
   * Writes records of one height; when it resolves they are on disk. What no longer matters goes in the same batch: records
   * of other heights, which are over, and of rounds long past.
   */
  async append(added: readonly JournalRecord[]): Promise<void> {
    const { height } = added.at(-1)!
    await this.#store.transact((batch) => {
      const before = this.#rows.filter(({ record }) => record.height === height)
      const next = (before.at(-1)?.key ?? -1) + 1
      const fresh = added.map((record, index) => ({ key: next + index, record }))
      const needed = new Set(compactJournal([...before, ...fresh].map(({ record }) => record)))
      const kept = before.filter(({ record }) => needed.has(record))
      for (const row of this.#rows) if (!kept.includes(row)) batch.delete(this.#table, be32(row.key))
      for (const { key, record } of fresh) batch.put(this.#table, be32(key), encodeRecord(record))
      batch.onCommit(() => {
        this.#rows = [...kept, ...fresh]
      })
    })
    await this.#mark?.note({ height, record: this.#rows.at(-1)!.key })
  }
}
