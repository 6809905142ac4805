/** Writes down the state of a height as a snapshot, from a view of the store right after its block. */
import type { Head } from '../chain/head-record.ts'
import { readValidators } from '../chain/stake-tables.ts'
import { type ChainTables, readCoin } from '../chain/tables.ts'
import { fromBe64 } from '../ordered-keys.ts'
import type { Entry as Row, Table, View } from '../table.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { CHUNK_ROWS, type ChunkKind, encodeCoins, encodeEntries } from './chunk.ts'
import { type ChunkInfo, encodeManifest } from './manifest.ts'
import type { SnapshotShelf } from './shelf.ts'

export type MakeSnapshot = {
  /** Of the view. */
  readonly head: Head
  readonly view: View
  readonly tables: ChainTables
  /** Rows of a chunk, for tests. All nodes of a network take as many. */
  readonly chunkRows?: number
}

/** Puts the snapshot on the shelf; chunk after chunk, so that no more than one is in memory. */
export async function makeSnapshot(
  { head, view, tables, chunkRows = CHUNK_ROWS }: MakeSnapshot,
  shelf: Pick<SnapshotShelf, 'begin'>,
  workers: NodeWorkers,
  signal: AbortSignal,
): Promise<void> {
  const draft = await shelf.begin()
  let number = 0
  const write = async (kind: ChunkKind, table: Table) => {
    const chunks: ChunkInfo[] = []
    for await (const rows of inChunks(table, view, chunkRows)) {
      const chunk = encodeRows(kind, rows)
      const { first, sum } = await workers.run('snapshotChunk', { kind, chunk }, signal)
      await draft.put(number++, chunk)
      chunks.push({ first, sum })
    }
    return chunks
  }
  try {
    const coins = await write('coins', tables.coins)
    const entries = await write('entries', tables.entries)
    const sets = (await tables.validatorSets.entries({ view })).map(([key, value]) => ({
      from: Number(fromBe64(key)),
      set: readValidators(value),
    }))
    await draft.publish(encodeManifest({ head, sets, coins, entries }))
  } catch (error) {
    await draft.discard()
    throw error
  }
}

/** What a chunk holds of rows of the store. @throws StoreError when a coin cannot be read */
export function encodeRows(kind: ChunkKind, rows: readonly Row[]): Uint8Array {
  if (kind === 'coins') return encodeCoins(rows.map(([id, value]) => readCoin(id, value)))
  return encodeEntries(rows.map(([, value]) => value))
}

/** The rows of a table as of the view, so many at a time. */
export async function* inChunks(table: Table, view: View, most: number): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  for await (const row of table.range({ view })) {
    rows.push(row)
    if (rows.length < most) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}
