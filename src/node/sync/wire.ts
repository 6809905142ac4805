/**
 * Questions and answers of catching up. A question for headers or blocks is `height (8) ‖ count (4)`; a part of an answer with
 * headers is a header run (src/protocol/header-run.ts), one with blocks is `(length (4) ‖ block)*`, one at least.
 */
import { MAX_EXTRAS_LENGTH } from '../../protocol/block-extras.ts'
import { decodeAll, Reader, Writer } from '../../protocol/codec.ts'
import { readHeight } from '../../protocol/consensus/messages.ts'
import { maxEpochProof } from '../../protocol/epoch-proof.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { MAX_TRANSACTION_LENGTH } from '../../protocol/transaction.ts'

/** Blocks in a row. */
export type HeightRange = { readonly from: number; readonly count: number }

/** Headers in one part. An epoch is longer on every network that counts; where several end, the part is cut. */
export const HEADERS_A_PART = 128
/** Bytes of blocks in one part, unless a single one is longer. */
export const BLOCKS_A_PART = 1 << 20
/** Bytes of a certificate, and of what counts things. */
const OVERHEAD = 4_096

export function encodeRange({ from, count }: HeightRange): Uint8Array {
  return new Writer().u64(from).u32(count).finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeRange(bytes: Uint8Array): HeightRange {
  return decodeAll(bytes, (reader) => ({ from: readHeight(reader), count: reader.u32() }))
}

/** Bytes of a part with headers, at most. */
export function maxHeadersPart({ stake }: Pick<NetworkParams, 'stake'>): number {
  return OVERHEAD + HEADERS_A_PART * (4 + MAX_HEADER_LENGTH) + 4 + maxEpochProof(stake)
}

/** Bytes of a block, at most. */
export function maxBlockLength({
  maxBlockTransactions,
}: Pick<NetworkParams, 'maxBlockTransactions'>): number {
  return (
    MAX_HEADER_LENGTH + OVERHEAD + MAX_EXTRAS_LENGTH + maxBlockTransactions * (4 + MAX_TRANSACTION_LENGTH)
  )
}

/** Bytes of a part with blocks, at most. */
export function maxBlocksPart(params: Pick<NetworkParams, 'maxBlockTransactions'>): number {
  return Math.max(BLOCKS_A_PART, 4 + maxBlockLength(params))
}

export function encodeBlocks(blocks: readonly Uint8Array[]): Uint8Array {
  const writer = new Writer()
  for (const block of blocks) writer.sized(block)
  return writer.finish()
}

/** @param most blocks there may be. @throws ProtocolError `invalid_encoding`. */
export function decodeBlocks(bytes: Uint8Array, most: number): Uint8Array[] {
  const blocks: Uint8Array[] = []
  const reader = new Reader(bytes)
  do {
    if (blocks.length === most) throw new ProtocolError('invalid_encoding', 'more blocks than were asked for')
    blocks.push(reader.sized(bytes.length))
  } while (reader.left > 0)
  return blocks
}
