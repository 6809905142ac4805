/**
 * Questions for transactions of a block that came in brief, subject `transactions`: which block, and the positions in it. The
 * answer has them in that order, in parts of so many bytes.
 */
import { decodeAll, Writer } from '../../protocol/codec.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { HASH_LENGTH } from '../../protocol/crypto/hash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { MAX_TRANSACTION_LENGTH } from '../chain/transaction-layout.ts'
import type { AskOptions, Requests } from '../network/requests.ts'
import type { RecentBlocks } from './recent-blocks.ts'

export type TransactionQuestion = {
  readonly blockId: Uint8Array
  /** Ascending. */
  readonly positions: readonly number[]
}

/** Bytes of transactions in a part; one longer than that has a part for itself. */
const PART = 256 * 1024
const MAX_PART = PART + MAX_TRANSACTION_LENGTH + 4

export function encodeQuestion({ blockId, positions }: TransactionQuestion): Uint8Array {
  const writer = new Writer().bytes(blockId).u32(positions.length)
  for (const position of positions) writer.u32(position)
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeQuestion(bytes: Uint8Array, maxTransactions: number): TransactionQuestion {
  return decodeAll(bytes, (reader) => {
    const blockId = reader.bytes(HASH_LENGTH)
    const count = reader.u32()
    if (count > maxTransactions) throw new ProtocolError('invalid_encoding', 'more than a block has')
    const positions: number[] = []
    for (let index = 0; index < count; index++) {
      const position = reader.u32()
      if (position <= (positions.at(-1) ?? -1) || position >= maxTransactions)
        throw new ProtocolError('invalid_encoding', 'positions that do not ascend, or of no block')
      positions.push(position)
    }
    return { blockId, positions }
  })
}

/** Asks a neighbour. @throws RequestError, ProtocolError when the answer is none. */
export async function askForTransactions(
  requests: Requests,
  peer: PeerId,
  question: TransactionQuestion,
  options: Omit<AskOptions, 'maxPart'>,
): Promise<Uint8Array[]> {
  const transactions: Uint8Array[] = []
  const parts = requests.ask(peer, 'transactions', encodeQuestion(question), {
    ...options,
    maxPart: MAX_PART,
  })
  const missing = () => question.positions.length - transactions.length
  for await (const part of parts) {
    decodeAll(part, (reader) => {
      do {
        if (missing() === 0) throw new ProtocolError('invalid_encoding', 'more transactions than asked for')
        transactions.push(reader.sized(MAX_TRANSACTION_LENGTH))
      } while (!reader.isAtEnd)
    })
    if (missing() === 0) return transactions
  }
  throw new ProtocolError('invalid_encoding', 'fewer transactions than asked for')
}

export type TransactionServiceOptions = {
  readonly maxTransactions: number
  /** Counts bytes to a peer; false when it has had its share for now. */
  readonly spend: (to: PeerId, bytes: number) => boolean
}

/** Answers such questions out of the last blocks. Returns what ends it. */
export function serveTransactions(
  requests: Requests,
  recent: Pick<RecentBlocks, 'transactionsAt'>,
  { maxTransactions, spend }: TransactionServiceOptions,
): () => void {
  return requests.serve('transactions', async function* (from, question) {
    const { blockId, positions } = decodeQuestion(question, maxTransactions)
    const transactions = recent.transactionsAt(blockId, positions)
    if (!transactions) throw new ProtocolError('invalid_encoding', 'no such block here')
    for (const part of partsOf(transactions)) {
      if (!spend(from, part.length)) throw new ProtocolError('invalid_encoding', 'enough for now')
      yield part
    }
  })
}

function* partsOf(transactions: readonly Uint8Array[]): Generator<Uint8Array> {
  let [writer, bytes] = [new Writer(), 0]
  for (const transaction of transactions) {
    if (bytes > 0 && bytes + transaction.length > PART) {
      yield writer.finish()
      ;[writer, bytes] = [new Writer(), 0]
    }
    writer.sized(transaction)
    bytes += transaction.length
  }
  if (bytes > 0) yield writer.finish()
}
