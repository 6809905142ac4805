/** Everything that a block changes in the store, as operations of one batch. */
import { utf8 } from '../../protocol/bytes.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import type { Batch } from '../batch.ts'
import { be64, placeKey } from '../ordered-keys.ts'
import type { EncodedCoin } from '../workers/apply.ts'
import { type BlockRecord, encodeBlockRecord } from './block-record.ts'
import type { CheckedBlock } from './chain.ts'
import { encodeHead, type Head } from './head-record.ts'
import { type ChainTables, encodeCoin, encodeOutput, type OutputPlace, outputKey } from './tables.ts'

export const HEAD_KEY = utf8('head')

export function writeBlock(
  batch: Batch,
  tables: ChainTables,
  { record, transactions, result }: CheckedBlock,
  certificate: Certificate,
  head: Head,
): void {
  const { height } = head.state
  writeHead(batch, tables, { ...record, certificate }, head)
  const created = result.created.values()
  transactions.forEach(({ body, inputs, payloads }, position) => {
    const place = placeKey(height, position)
    batch.put(tables.transactions, place, body)
    batch.put(tables.transactionIds, result.transactionIds[position]!, place)
    for (const input of inputs) {
      batch.delete(tables.coins, input)
      batch.put(tables.spends, input, place)
    }
    payloads.forEach((payload, index) => {
      writeOutput(batch, tables, { height, position, index }, created.next().value!, payload)
    })
  })
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
