/** Looks single things up on the chain by the ids that clients know. */
import { fromHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { NodeError } from '../errors.ts'
import { be64, placeKey } from '../ordered-keys.ts'
import { StoreError } from '../store-error.ts'
import { type BlockRecord, readBlockRecord } from './block-record.ts'
import { assertKept, readPruned, whyMissing } from './pruned.ts'
import {
  type ChainTables,
  type OutputPlace,
  outputKey,
  type Place,
  readOutputPlace,
  readPlace,
} from './tables.ts'

/** @throws NodeError `block_not_found`, `block_pruned`. */
export async function findBlock(
  tables: ChainTables,
  by: { readonly height: number } | { readonly id: string },
): Promise<BlockRecord> {
  const key = 'id' in by ? await tables.blockIds.get(idBytes(by.id)) : be64(by.height)
  const value = key && (await tables.blocks.get(key))
  if (!value) throw new NodeError('block_not_found', by)
  const record = decodeAll(value, readBlockRecord)
  const { height } = record.header
  assertKept(height, height, await readPruned(tables))
  return record
}

/** The record of a block that is known to exist. */
export async function blockAt(tables: ChainTables, height: number): Promise<BlockRecord> {
  const value = await tables.blocks.get(be64(height))
  if (!value) throw new StoreError('corrupt', `block ${height} is missing`)
  return decodeAll(value, readBlockRecord)
}

/** Where a transaction stands, or undefined while it is not final. */
export async function placeOfTransaction(tables: ChainTables, id: Uint8Array): Promise<Place | undefined> {
  const key = await tables.transactionIds.get(id)
  return key && readPlace(key)
}

/** Its bytes without payloads. @throws NodeError `block_pruned`, StoreError `corrupt`. */
export async function bodyAt(tables: ChainTables, place: Place): Promise<Uint8Array> {
  const body = await tables.transactions.get(placeKey(place.height, place.position))
  if (!body) throw await whyMissing(tables, place.height, 'a transaction is missing')
  return body
}

/** @throws NodeError `output_not_found`. */
export async function placeOfOutput(tables: ChainTables, id: string): Promise<OutputPlace> {
  const key = await tables.outputIds.get(idBytes(id))
  if (!key) throw new NodeError('output_not_found', { outputId: id, ...(await earliestOf(tables)) })
  return readOutputPlace(key)
}

/** For what is not found: from where on it would be. Nothing on a node that has all blocks. */
export async function earliestOf(tables: ChainTables): Promise<{ earliestHeight?: number }> {
  const { earliest } = await readPruned(tables)
  return earliest > 0 ? { earliestHeight: earliest } : {}
}

/** Payloads of a transaction's outputs, undefined where they have been pruned. */
export function payloadsAt(
  tables: ChainTables,
  place: Place,
  count: number,
): Promise<(Uint8Array | undefined)[]> {
  const keys = Array.from({ length: count }, (_, index) => outputKey({ ...place, index }))
  return tables.payloads.getMany(keys)
}

/** Ids come checked by the contract; one that is not hex is one that does not exist. */
function idBytes(id: string): Uint8Array {
  return /^(?:[0-9a-f]{2})*$/.test(id) ? fromHex(id) : new Uint8Array(0)
}
