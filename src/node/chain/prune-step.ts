/**
 * The next step of pruning, as operations of one batch: transactions of the lowest blocks that are still whole, with all that
 * hangs on them, and in the end the block itself down to its header and certificate. What a step needs is read before; since
 * nobody else writes to blocks that are final, it is still so when the batch is written. Coins are never touched.
 */
import type { Operation } from '../batch.ts'
import { be64 } from '../ordered-keys.ts'
import type { Range } from '../table.ts'
import { type BlockRecord, cutRecord, encodeBlockRecord } from './block-record.ts'
import { blockAt } from './find.ts'
import type { Pruned } from './pruned.ts'
import { type ChainTables, heightRange, outputKey, readPlace } from './tables.ts'
import { readBody } from './transaction-layout.ts'

export type PruneStep = { readonly operations: readonly Operation[]; readonly pruned: Pruned }

/** Transactions read at once; a transaction makes at most some seventy operations. */
const READ_AT_ONCE = 16

/**
 * @param until the lowest height that stays whole; above `pruned.swept`.
 * @param enough operations after which no more is added to the step.
 */
export async function nextPruneStep(
  tables: ChainTables,
  { swept }: Pruned,
  until: number,
  enough: number,
): Promise<PruneStep> {
  const operations: Operation[] = []
  let height = swept
  for (; height < until; height++) {
    const whole = await cutBlock(tables, await blockAt(tables, height), operations, enough)
    if (!whole) return { operations, pruned: { earliest: height + 1, swept: height } }
    if (operations.length >= enough)
      return { operations, pruned: { earliest: height + 1, swept: height + 1 } }
  }
  return { operations, pruned: { earliest: height, swept: height } }
}

/** @returns whether the block is cut down by these operations; otherwise some of its transactions are left. */
async function cutBlock(
  tables: ChainTables,
  record: BlockRecord,
  operations: Operation[],
  enough: number,
): Promise<boolean> {
  const { height } = record.header
  let range: Range = heightRange(height)
  for (;;) {
    const rows = await tables.transactions.entries({ ...range, limit: READ_AT_ONCE })
    for (const [key, body] of rows) operations.push(...(await cutTransaction(tables, record, key, body)))
    if (rows.length < READ_AT_ONCE) break
    if (operations.length >= enough) return false
    range = { ...range, gt: rows.at(-1)![0] }
  }
  operations.push(
    tables.blocks.put(be64(height), encodeBlockRecord(cutRecord(record))),
    tables.stakeEvents.delete(be64(height)),
  )
  return true
}

async function cutTransaction(
  tables: ChainTables,
  { transactionIds }: BlockRecord,
  key: Uint8Array,
  body: Uint8Array,
): Promise<Operation[]> {
  const place = readPlace(key)
  const { inputs, shape } = readBody(body)
  const keys = Array.from({ length: shape.outputs }, (_, index) => outputKey({ ...place, index }))
  const outputs = await tables.outputs.getMany(keys)
  return [
    tables.transactions.delete(key),
    tables.transactionIds.delete(transactionIds[place.position]!),
    ...inputs.map((input) => tables.spends.delete(input)),
    ...keys.flatMap((output, index) => [
      tables.outputs.delete(output),
      tables.outputIds.delete(outputs[index]!.subarray(0, 32)),
      tables.payloads.delete(output),
    ]),
  ]
}
