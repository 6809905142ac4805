/**
 * Who did what: calls that changed something, in the batch of the change; calls that revealed a key, before they are answered;
 * and calls that were refused for lack of rights, a little later and together, so that asking in vain does not wear out the
 * disk. Entries are added and, when they are too many or too old, dropped; none is ever changed.
 */
import { utf8 } from '../../protocol/bytes.ts'
import type { AuditEntry } from '../api/token.ts'
import type { Batch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import { be64, fromBe64 } from '../ordered-keys.ts'
import { type Page, type PageRequest, readPage } from '../page.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table } from '../table.ts'

export type AuditModules = {
  readonly store: Store
  readonly clock: Clock
  readonly limits: Pick<NodeLimits, 'auditEntries' | 'auditAge'>
}

/** What is known of a call when it is over; the log adds the time. */
export type NewEntry = Omit<AuditEntry, 'time' | 'count'>

/** Entries are dropped once for so many that are added, and at most twice as many. */
const PRUNE_EVERY = 64
/** Milliseconds that refused calls wait for others to be written with. */
const DELAY = 1_000
/** Kinds of refused calls that wait; what is beyond counts as one kind of its token. */
const KINDS_WAITING = 256

export class AuditLog {
  readonly #modules: AuditModules
  readonly #table: Table
  /** Refused calls that wait, alike ones under one name. */
  readonly #refused = new Map<string, AuditEntry>()
  /** Numbers of the first and last entry; with none, the last is one below the first. */
  #first: bigint
  #last: bigint
  #untilPrune = 0
  #writing: Promise<void> | undefined
  #waiting = false

  /** Use {@link openAuditLog}. */
  constructor(modules: AuditModules, table: Table, bounds: { first: bigint; last: bigint }) {
    this.#modules = modules
    this.#table = table
    this.#first = bounds.first
    this.#last = bounds.last
  }

  /** Adds an entry to the batch of what it tells of, and what waits with it. */
  append(batch: Batch, entry: NewEntry): void {
    this.#put(batch, { ...entry, time: this.#modules.clock.now(), count: 1 })
    this.#putRefused(batch)
  }

  /** Writes an entry for a call that writes nothing itself; resolves when it is on the disk. @throws StoreError. */
  write(entry: NewEntry): Promise<void> {
    return this.#modules.store.transact((batch) => this.append(batch, entry))
  }

  /** Notes a refused call; it is written within a second, or with the next entry. */
  refuse(entry: NewEntry, signal: AbortSignal): void {
    const time = this.#modules.clock.now()
    const { tokenId, tokenName, method, outcome } = entry
    const full = this.#refused.size >= KINDS_WAITING
    const exact = JSON.stringify([tokenId, method, entry.accountId, outcome])
    const [name, kept] =
      full && !this.#refused.has(exact)
        ? [tokenId, { tokenId, tokenName, method: '', outcome: 'refused', ids: [] }]
        : [exact, entry]
    const alike = this.#refused.get(name)
    this.#refused.set(name, alike ? { ...alike, count: alike.count + 1 } : { ...kept, time, count: 1 })
    void this.#flushSoon(signal)
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    if (this.#refused.size === 0) return this.#writing ?? Promise.resolve()
    this.#writing = this.#modules.store
      .transact((batch) => this.#putRefused(batch))
      .finally(() => {
        this.#writing = undefined
      })
    return this.#writing
  }

  /** A page of the log, of one token where it is named. @throws NodeError `invalid_cursor`. */
  async read({
    tokenId,
    ...request
  }: PageRequest & { readonly tokenId?: string | undefined }): Promise<Page<AuditEntry>> {
    await this.flush()
    return readPage({
      table: this.#table,
      list: `audit ${tokenId ?? ''}`,
      request,
      item: ([, value]) => {
        const entry = decodeEntry(value)
        return tokenId === undefined || tokenId === entry.tokenId ? entry : undefined
      },
    })
  }

  async #flushSoon(signal: AbortSignal): Promise<void> {
    if (this.#waiting) return
    this.#waiting = true
    await this.#modules.clock.sleep(DELAY, signal).catch(() => {})
    this.#waiting = false
    // a store that cannot be written has said so itself
    await this.flush().catch(() => {})
  }

  #putRefused(batch: Batch): void {
    const entries = [...this.#refused]
    for (const [, entry] of entries) this.#put(batch, entry)
    batch.onCommit(() => {
      for (const [name, written] of entries) {
        const now = this.#refused.get(name)
        const more = (now?.count ?? 0) - written.count
        if (now && more > 0) this.#refused.set(name, { ...now, count: more })
        else this.#refused.delete(name)
      }
    })
  }

  /** A batch that is not written leaves a gap in the numbers, which nobody sees. */
  #put(batch: Batch, entry: AuditEntry): void {
    this.#last++
    batch.put(this.#table, be64(this.#last), encodeEntry(entry))
    batch.onCommit(() => {
      if (this.#untilPrune-- > 0) return
      this.#untilPrune = PRUNE_EVERY - 1
      this.#prune().catch(() => {})
    })
  }

  #prune(): Promise<void> {
    const { store, clock, limits } = this.#modules
    return store.transact(async (batch) => {
      const surplus = this.#last - BigInt(limits.auditEntries)
      const tooOld = clock.now() - limits.auditAge
      const oldest = await this.#table.entries({ gte: be64(this.#first), limit: 2 * PRUNE_EVERY })
      for (const [key, value] of oldest) {
        if (fromBe64(key) > surplus && decodeEntry(value).time >= tooOld) break
        batch.delete(this.#table, key)
        batch.onCommit(() => {
          this.#first = fromBe64(key) + 1n
        })
      }
    })
  }
}

export async function openAuditLog(modules: AuditModules): Promise<AuditLog> {
  const table = modules.store.table('audit')
  const first = await table.firstKey()
  const last = await table.firstKey({ reverse: true })
  return new AuditLog(modules, table, {
    first: first ? fromBe64(first) : 1n,
    last: last ? fromBe64(last) : 0n,
  })
}

function encodeEntry({ spent, ...entry }: AuditEntry): Uint8Array {
  return utf8(JSON.stringify({ ...entry, spent: spent?.toString() }))
}

function decodeEntry(bytes: Uint8Array): AuditEntry {
  try {
    const { spent, ...entry } = JSON.parse(new TextDecoder().decode(bytes))
    return { ...entry, ...(spent !== undefined && { spent: BigInt(spent) }) }
  } catch {
    throw new StoreError('corrupt', 'an entry of the audit log cannot be read')
  }
}
