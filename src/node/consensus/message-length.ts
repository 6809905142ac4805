/** How long a block, and a message of consensus, can be: what is longer is not taken from anybody. */
import { MAX_EXTRAS_LENGTH } from '../../protocol/block-extras.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { MAX_TRANSACTION_LENGTH } from '../chain/transaction-layout.ts'

/** Header, and what a block carries beside transactions. */
const BLOCK_OVERHEAD = MAX_HEADER_LENGTH + MAX_EXTRAS_LENGTH
/** What a proposal or a certificate puts around a block, with the longest bitmaps there can be. */
const MESSAGE_OVERHEAD = 4_096

/** Bytes. */
export function maxBlockLength({
  maxBlockTransactions,
}: Pick<NetworkParams, 'maxBlockTransactions'>): number {
  return BLOCK_OVERHEAD + maxBlockTransactions * (MAX_TRANSACTION_LENGTH + 4)
}

/** Bytes. */
export function maxMessageLength(params: Pick<NetworkParams, 'maxBlockTransactions'>): number {
  return MESSAGE_OVERHEAD + maxBlockLength(params)
}
