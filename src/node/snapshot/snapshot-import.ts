/**
 * A snapshot on its way into the store, chunk by chunk: each is one batch together with the note that it is there, so the work
 * goes on after a crash at any instant. Until the last batch the chain stands at genesis, and its coins and entries are not
 * those of any head: a mark says so, and whoever opens the store first finishes the import or takes it back.
 */
import { blockId } from '../../protocol/block.ts'
import { equalBytes, utf8 } from '../../protocol/bytes.ts'
import { decodeAll, type Reader, Writer } from '../../protocol/codec.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { encodeEntry } from '../../protocol/stake/table.ts'
import type { Batch } from '../batch.ts'
import { encodeBlockRecord, readBlockRecord } from '../chain/block-record.ts'
import { encodeHead } from '../chain/head-record.ts'
import { writePruned } from '../chain/pruned.ts'
import { encodeValidators, entryKey, ownerKey } from '../chain/stake-tables.ts'
import { type ChainTables, chainTables, encodeCoin } from '../chain/tables.ts'
import { CHAIN_ID_KEY, HEAD_KEY } from '../chain/write-block.ts'
import { emptyTable } from '../empty-table.ts'
import { be32, be64, fromBe32, fromBe64 } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import type { Table } from '../table.ts'
import { type CertifiedHeader, type CertifiedHeaders, headersBetween } from './certified-headers.ts'
import { type ChunkDigest, readCoins, readEntries, sumOfPoints } from './chunk.ts'
import { chunkAt, chunkCount, decodeManifest, type Manifest, manifestId } from './manifest.ts'

/** What is kept of a chunk that is in the store. */
type ChunkNote = Pick<ChunkDigest, 'rows' | 'commitments' | 'unbonding' | 'closed'>

const MARK_KEY = utf8('import')
/** Next height whose header is to be put where pruned blocks are. */
const HEADERS_KEY = utf8('next-header')

/** Whether coins and entries in the store are those of an import that has not come to its end. */
export async function isImporting(store: Store): Promise<boolean> {
  return notesOf(store).has(MARK_KEY)
}

/** Takes an import back: the store is as before its chain began. */
export async function abandonImport(store: Store): Promise<void> {
  const tables = chainTables(store)
  await clear(store, tables)
  await store.transact((batch) => {
    batch.delete(tables.meta, CHAIN_ID_KEY)
    batch.delete(tables.meta, HEAD_KEY)
    batch.delete(notesOf(store), MARK_KEY)
  })
}

export class SnapshotImport {
  readonly manifest: Manifest
  /** Names the snapshot. */
  readonly id: Uint8Array
  readonly #store: Store
  readonly #tables: ChainTables
  readonly #notes: Table
  readonly #missing: Set<number>

  private constructor(store: Store, bytes: Uint8Array, present: readonly number[]) {
    this.#store = store
    this.#tables = chainTables(store)
    this.#notes = notesOf(store)
    this.manifest = decodeManifest(bytes)
    this.id = manifestId(bytes)
    this.#missing = new Set(Array.from({ length: chunkCount(this.manifest) }, (_, number) => number))
    for (const number of present) this.#missing.delete(number)
  }

  /** Begins with a manifest that has been checked, on a store whose chain stands at genesis. */
  static async begin(store: Store, manifest: Uint8Array): Promise<SnapshotImport> {
    await clear(store, chainTables(store))
    await store.commit([notesOf(store).put(MARK_KEY, manifest)])
    return new SnapshotImport(store, manifest, [])
  }

  /** Goes on with what a crash or a restart has interrupted; undefined when there is nothing to go on with. */
  static async resume(store: Store): Promise<SnapshotImport | undefined> {
    const notes = notesOf(store)
    const manifest = await notes.get(MARK_KEY)
    if (!manifest?.length) return undefined
    const present: number[] = []
    for await (const [key] of notes.range({ lt: MARK_KEY })) present.push(fromBe32(key))
    return new SnapshotImport(store, manifest, present)
  }

  /** Numbers of the chunks that are not there yet, ascending. */
  get missing(): readonly number[] {
    return [...this.#missing]
  }

  /** Chunks that are not there yet. */
  get left(): number {
    return this.#missing.size
  }

  /** Stores a chunk that has been held against the manifest. */
  async put(
    number: number,
    chunk: Uint8Array,
    { rows, commitments, unbonding, closed }: ChunkDigest,
  ): Promise<void> {
    const { kind } = chunkAt(this.manifest, number)
    await this.#store.transact((batch) => {
      if (kind === 'coins') this.#putCoins(batch, chunk)
      else this.#putEntries(batch, chunk)
      batch.put(this.#notes, be32(number), encodeNote({ rows, commitments, unbonding, closed }))
    })
    this.#missing.delete(number)
  }

  /** Puts the headers up to the snapshot's height where those of pruned blocks are; goes on where it was interrupted. */
  async putHeaders(headers: CertifiedHeaders, signal: AbortSignal): Promise<void> {
    const { height } = this.manifest.head.state
    const value = await this.#notes.get(HEADERS_KEY)
    const from = value ? Number(fromBe64(value)) : 1
    for await (const some of headersBetween(headers, from, height)) {
      signal.throwIfAborted()
      await this.#store.transact((batch) => {
        for (const one of some) putHeader(batch, this.#tables, one)
        batch.put(this.#notes, HEADERS_KEY, be64(some.at(-1)!.header.height + 1))
      })
    }
  }

  /**
   * When all chunks and headers are there: makes the snapshot's height the head of the chain.
   * @throws ProtocolError `supply_broken` when the coins and entries do not add up to what the certified state says of them: no
   * chunk is wrong then, but what the validators have certified.
   */
  async finish(): Promise<void> {
    const { head, sets } = this.manifest
    const { state } = head
    const total = await this.#totals()
    if (!equalBytes(total.commitments, state.supply.commitments))
      throw new ProtocolError('supply_broken', 'the coins are not those that the supply counts')
    if (total.unbonding !== state.stake.unbonding || total.closed !== state.stake.closed)
      throw new ProtocolError('supply_broken', 'the entries of the stake are not what it counts')
    await this.#store.transact((batch) => {
      batch.put(this.#tables.meta, HEAD_KEY, encodeHead({ state, unspentOutputs: total.coins }))
      for (const { from, set } of sets)
        batch.put(this.#tables.validatorSets, be64(from), encodeValidators(set))
      const first = state.height + 1
      writePruned(batch, this.#tables, { earliest: first, swept: first })
      for (let number = 0; number < chunkCount(this.manifest); number++)
        batch.delete(this.#notes, be32(number))
      batch.delete(this.#notes, HEADERS_KEY)
      batch.delete(this.#notes, MARK_KEY)
    })
  }

  #putCoins(batch: Batch, chunk: Uint8Array): void {
    // the height is no part of what is certified, and nothing asks for it
    for (const { id, core } of readCoins(chunk))
      batch.put(this.#tables.coins, id.slice(), encodeCoin({ id, core, height: 0 }))
  }

  #putEntries(batch: Batch, chunk: Uint8Array): void {
    for (const entry of readEntries(chunk)) {
      batch.put(this.#tables.entries, entryKey(entry), encodeEntry(entry))
      const owned = ownerKey(entry)
      if (owned) batch.put(this.#tables.owners, owned, new Uint8Array(0))
    }
  }

  async #totals() {
    const sums: Uint8Array[] = []
    let [coins, unbonding, closed] = [0, 0n, 0n]
    for await (const [key, value] of this.#notes.range({ lt: MARK_KEY })) {
      const note = decodeAll(value, readNote)
      if (fromBe32(key) < this.manifest.coins.length) coins += note.rows
      sums.push(note.commitments)
      unbonding += note.unbonding
      closed += note.closed
    }
    return { coins, unbonding, closed, commitments: sumOfPoints(sums) }
  }
}

/** Writes what a pruned node keeps of a block. */
function putHeader(batch: Batch, tables: ChainTables, { header, certificate }: CertifiedHeader): void {
  const cut = { extras: new Uint8Array(0), transactionIds: [], outputs: 0, size: 0 }
  batch.put(tables.blocks, be64(header.height), encodeBlockRecord({ header, certificate, ...cut }))
  batch.put(tables.blockIds, blockId(header), be64(header.height))
}

/** By number: notes of chunks. Their keys have four bytes, and sort before the mark. */
function notesOf(store: Store): Table {
  return store.table('snapshot')
}

/** Takes out coins, entries and what belongs to them. The mark comes first: from here on they are those of no head. */
async function clear(store: Store, tables: ChainTables): Promise<void> {
  const notes = notesOf(store)
  await store.commit([notes.put(MARK_KEY, new Uint8Array(0)), notes.delete(HEADERS_KEY)])
  for (const table of [tables.coins, tables.entries, tables.owners, tables.validatorSets])
    await emptyTable(store, table)
  await emptyTable(store, notes, { lt: MARK_KEY })
  await emptyTable(store, tables.blocks, { gte: be64(1) }, ([key, value]) => [
    tables.blocks.delete(key),
    tables.blockIds.delete(blockId(decodeAll(value, readBlockRecord).header)),
  ])
}

function encodeNote({ rows, commitments, unbonding, closed }: ChunkNote): Uint8Array {
  return new Writer().u32(rows).bytes(commitments).u64(unbonding).u64(closed).finish()
}

function readNote(reader: Reader): ChunkNote {
  return { rows: reader.u32(), commitments: reader.bytes(32), unbonding: reader.u64(), closed: reader.u64() }
}
