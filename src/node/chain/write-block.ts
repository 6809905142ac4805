/** Everything that blocks change in the store, as operations of one batch. */
import { utf8 } from '../../protocol/bytes.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { encodeEpochProof } from '../../protocol/epoch-proof.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { Batch } from '../batch.ts'
import { breath } from '../breath.ts'
import { be32, be64, placeKey } from '../ordered-keys.ts'
import type { EncodedCoin } from '../workers/coins.ts'
import { type BlockRecord, encodeBlockRecord } from './block-record.ts'
import type { StoredBlock } from './chain.ts'
import { encodeHead, type Head } from './head-record.ts'
import { type ChainTables, encodeCoin, encodeOutput, type OutputPlace, outputKey } from './tables.ts'
import { forgetValidators, writeStake, writeValidators } from './write-stake.ts'

export const CHAIN_ID_KEY = utf8('chain-id')
export const HEAD_KEY = utf8('head')

/** Transactions of a block put into its batch without a pause, about a millisecond. */
const WRITTEN_AT_ONCE = 32

export async function writeBlock(
  batch: Batch,
  tables: ChainTables,
  { record, blockId, transactions, outputIds, ...changes }: StoredBlock,
  certificate: Certificate,
): Promise<void> {
  const { height } = record.header
  writeRecord(batch, tables, blockId, { ...record, certificate })
  writeStake(batch, tables, height, changes)
  const ids = outputIds.values()
  for (const [position, { body, inputs, cores, payloads }] of transactions.entries()) {
    if (position % WRITTEN_AT_ONCE === WRITTEN_AT_ONCE - 1) await breath()
    const place = placeKey(height, position)
    batch.put(tables.transactions, place, body)
    batch.put(tables.transactionIds, record.transactionIds[position]!, place)
    for (const input of inputs) {
      batch.delete(tables.coins, input)
      batch.put(tables.spends, input, place)
    }
    for (const [index, core] of cores.entries()) {
      const coin = { id: ids.next().value!, height, core }
      writeOutput(batch, tables, { height, position, index }, coin, payloads[index]!)
    }
  }
}

/** The state after a block, in place of the one before. @param parent the state that the head had before. */
export async function writeState(
  batch: Batch,
  tables: ChainTables,
  parent: LedgerState,
  head: Head,
  params: StakeParams,
): Promise<void> {
  const { state } = head
  const { height, stake, validators } = state
  writeHead(batch, tables, head)
  writeValidators(batch, tables, height + 1, validators, parent.validators)
  if (stake.epoch.number === parent.stake.epoch.number) return
  batch.put(tables.epochProofs, be32(parent.stake.epoch.number), encodeEpochProof(state))
  await forgetValidators(batch, tables, stake.epoch.number, params)
}

export function writeHead(batch: Batch, tables: ChainTables, head: Head): void {
  batch.put(tables.meta, HEAD_KEY, encodeHead(head))
}

/** The record of a block, and its id. */
export function writeRecord(
  batch: Batch,
  tables: ChainTables,
  blockId: Uint8Array,
  record: BlockRecord,
): void {
  const { height } = record.header
  batch.put(tables.blocks, be64(height), encodeBlockRecord(record))
  batch.put(tables.blockIds, blockId, be64(height))
}

/** An output that has just been made: coin, place and payload. */
export function writeOutput(
  batch: Batch,
  tables: ChainTables,
  place: OutputPlace,
  coin: EncodedCoin,
  payload: Uint8Array,
): void {
  const key = outputKey(place)
  batch.put(tables.outputs, key, encodeOutput(coin.id, coin.core))
  batch.put(tables.outputIds, coin.id, key)
  batch.put(tables.payloads, key, payload)
  batch.put(tables.coins, coin.id, encodeCoin(coin))
}
