/** Everything that a block changes in the store, as operations of one batch. */
import { utf8 } from '../../protocol/bytes.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { Batch } from '../batch.ts'
import { breath } from '../breath.ts'
import { be64, placeKey } from '../ordered-keys.ts'
import type { EncodedCoin } from '../workers/coins.ts'
import { type BlockRecord, encodeBlockRecord } from './block-record.ts'
import type { CheckedBlock } from './chain.ts'
import { encodeHead, type Head } from './head-record.ts'
import { type ChainTables, encodeCoin, encodeOutput, type OutputPlace, outputKey } from './tables.ts'
import { forgetValidators, writeStake, writeValidators } from './write-stake.ts'

export const HEAD_KEY = utf8('head')

/** Transactions of a block put into its batch without a pause, about a millisecond. */
const WRITTEN_AT_ONCE = 32

export async function writeBlock(
  batch: Batch,
  tables: ChainTables,
  { record, transactions, outputIds, parent, ...changes }: CheckedBlock,
  certificate: Certificate,
  head: Head,
  params: StakeParams,
): Promise<void> {
  const { height, stake, validators } = head.state
  writeHead(batch, tables, { ...record, certificate }, head)
  writeStake(batch, tables, height, changes)
  writeValidators(batch, tables, height + 1, validators, parent.validators)
  if (stake.epoch.number !== parent.stake.epoch.number)
    await forgetValidators(batch, tables, stake.epoch.number, params)
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

/** The record of a block, its id, and the state after it. */
export function writeHead(batch: Batch, tables: ChainTables, record: BlockRecord, head: Head): void {
  const { height, blockId } = head.state
  batch.put(tables.meta, HEAD_KEY, encodeHead(head))
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
