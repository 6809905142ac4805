/**
 * Several transactions in one message: a message costs every receiver more than a millisecond, whatever is in it.
 *
 *   repeat 4 | count 1 | (length 4 | transaction) · count
 *
 * `repeat` is 0 when the sender says this for the first time, else the height at which it says it again: without it the
 * network would take the message for the one it has carried already.
 */
import { Reader, Writer } from '../../protocol/codec.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { MAX_TRANSACTION_LENGTH } from '../chain/transaction-layout.ts'
import { digestOf } from '../mempool/digest.ts'

/** Transactions in a message, at most. */
export const MAX_BATCH = 64
/** Bytes of a message, at most: 64 ordinary transactions fit, and the longest one. */
export const MAX_BATCH_LENGTH = 256 * 1024

/** Bytes of a message before its transactions, and of each beside its own. */
const HEAD = 5
const LENGTH = 4

/** Whether a batch of so many transactions and bytes takes another one. */
export function fits(count: number, bytes: number, transaction: Uint8Array): boolean {
  return count < MAX_BATCH && HEAD + (count + 1) * LENGTH + bytes + transaction.length <= MAX_BATCH_LENGTH
}

/** @param transactions that fit, none of them twice */
export function encodeBatch(transactions: readonly Uint8Array[], repeat = 0): Uint8Array {
  const writer = new Writer().u32(repeat).u8(transactions.length)
  for (const transaction of transactions) writer.sized(transaction)
  return writer.finish()
}

/**
 * Copies of the transactions of a message, any bytes each.
 * @throws ProtocolError `invalid_encoding`, also when there is none or one of them twice
 */
export function decodeBatch(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length > MAX_BATCH_LENGTH) throw new ProtocolError('invalid_encoding', 'longer than any batch')
  const reader = new Reader(bytes)
  reader.u32()
  const count = reader.u8()
  if (count < 1 || count > MAX_BATCH) {
    throw new ProtocolError('invalid_encoding', `a batch of ${count} transactions`, { count })
  }
  const transactions = Array.from({ length: count }, () => reader.sized(MAX_TRANSACTION_LENGTH))
  reader.finish()
  if (new Set(transactions.map(digestOf)).size < count) {
    throw new ProtocolError('invalid_encoding', 'a transaction twice in a batch')
  }
  return transactions
}

/** As few messages as hold all of `transactions`, in order. */
export function encodeBatches(transactions: readonly Uint8Array[], repeat = 0): Uint8Array[] {
  const batches: Uint8Array[] = []
  let batch: Uint8Array[] = []
  let bytes = 0
  for (const transaction of transactions) {
    if (!fits(batch.length, bytes, transaction)) {
      batches.push(encodeBatch(batch, repeat))
      batch = []
      bytes = 0
    }
    batch.push(transaction)
    bytes += transaction.length
  }
  if (batch.length > 0) batches.push(encodeBatch(batch, repeat))
  return batches
}
