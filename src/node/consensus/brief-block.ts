/**
 * A block in brief: its transactions by their ids, for nodes that have them in their pools already. With each id comes the
 * leaf that stands for the transaction under the header's root. So whoever reads it knows, before it asks anybody for anything,
 * that these are the transactions the leader signed for, and of each that it finds or is sent whether it is that one to the last
 * byte: two transactions of one id may differ in their signatures.
 */
import { encodeHeader, readHeader } from '../../protocol/block.ts'
import { MAX_EXTRAS_LENGTH } from '../../protocol/block-extras.ts'
import { equalBytes } from '../../protocol/bytes.ts'
import { Reader, Writer } from '../../protocol/codec.ts'
import { HASH_LENGTH } from '../../protocol/crypto/hash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'
import { transactionLeaf } from '../../protocol/transaction.ts'
import { MAX_TRANSACTION_LENGTH, readSignatures } from '../chain/transaction-layout.ts'
import { unpack } from '../workers/packed.ts'

export type BriefBlock = {
  /** The encoded header. */
  readonly header: Uint8Array
  /** Id and leaf of each transaction, one after the other, 64 bytes for each. */
  readonly names: Uint8Array
  /** What the block carries beside transactions, encoded. */
  readonly extras: Uint8Array
}

/** An encoded block, taken apart by position. Views of the bytes they were taken from. */
export type BlockParts = {
  readonly header: Uint8Array
  readonly transactions: readonly Uint8Array[]
  readonly extras: Uint8Array
}

const NAME_LENGTH = 2 * HASH_LENGTH

export function writeBrief(writer: Writer, { header, names, extras }: BriefBlock): Writer {
  return writer.sized(header).sized(names).sized(extras)
}

/** @throws ProtocolError `invalid_encoding`. */
export function readBrief(reader: Reader, maxTransactions: number): BriefBlock {
  const header = reader.sized(MAX_HEADER_LENGTH)
  const names = reader.sized(maxTransactions * NAME_LENGTH)
  if (names.length % NAME_LENGTH !== 0) {
    throw new ProtocolError('invalid_encoding', 'part of a transaction in the place of its name')
  }
  return { header, names, extras: reader.sized(MAX_EXTRAS_LENGTH) }
}

/** Ids and leaves of the transactions, in order. */
export function namesOf({ names }: Pick<BriefBlock, 'names'>): { id: Uint8Array; leaf: Uint8Array }[] {
  return unpack(names, NAME_LENGTH).map((name) => ({
    id: name.subarray(0, HASH_LENGTH),
    leaf: name.subarray(HASH_LENGTH),
  }))
}

/** Whether an encoded transaction of that id is the one that the leaf stands for. Its id is not worked out again. */
export function isOfLeaf(bytes: Uint8Array, { id, leaf }: { id: Uint8Array; leaf: Uint8Array }): boolean {
  return equalBytes(transactionLeaf(id, { signatures: readSignatures(bytes) }), leaf)
}

/** @throws ProtocolError `invalid_encoding` when the bytes are no block, as far as that shows by position. */
export function splitBlock(block: Uint8Array): BlockParts {
  const header = encodeHeader(readHeader(new Reader(block)))
  const view = new DataView(block.buffer, block.byteOffset, block.length)
  let at = header.length
  const next = (limit: number): number => {
    if (at + 4 > block.length) throw new ProtocolError('invalid_encoding', 'bytes end too early')
    const value = view.getUint32(at, true)
    if (value > limit) throw new ProtocolError('invalid_encoding', 'more than a block can have')
    at += 4
    return value
  }
  const count = next(block.length)
  const transactions: Uint8Array[] = []
  for (let position = 0; position < count; position++) {
    const length = next(Math.min(MAX_TRANSACTION_LENGTH, block.length))
    transactions.push(block.subarray(at, at + length))
    at += length
  }
  return { header: block.subarray(0, header.length), transactions, extras: block.subarray(at) }
}

/** The encoded block. */
export function joinBlock({ header, transactions, extras }: BlockParts): Uint8Array {
  const writer = new Writer().bytes(header).u32(transactions.length)
  for (const transaction of transactions) writer.sized(transaction)
  return writer.bytes(extras).finish()
}
