/** Job `apply`: holds a block against the state before it and says what it changes. */
import { decodeBlock } from '../../protocol/block.ts'
import { concat } from '../../protocol/bytes.ts'
import { applyBlock, type LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { transactionId } from '../../protocol/transaction.ts'
import { finder } from './coins.ts'

export type ApplyJob = {
  readonly params: NetworkParams
  readonly state: LedgerState
  /** The encoded block. Proofs and signatures of its transactions are checked elsewhere. */
  readonly block: Uint8Array
  /** The unspent coins that its inputs name, as `packCoins` gives them. */
  readonly coins: Uint8Array
  /** The checking node's clock; undefined for a block that a certificate vouches for. */
  readonly now: number | undefined
}

export type ApplyResult = {
  readonly state: LedgerState
  /** 32 bytes for each transaction, in their order. */
  readonly transactionIds: Uint8Array
  /** 32 bytes for each output, in the order of transactions and their outputs. */
  readonly outputIds: Uint8Array
}

/** @throws ProtocolError naming the first rule that the block breaks. */
export function apply({ params, state, block, coins, now }: ApplyJob): ApplyResult {
  const decoded = decodeBlock(block, params.maxBlockTransactions)
  const transition = applyBlock(state, decoded, finder(coins), params, now)
  return {
    state: transition.state,
    transactionIds: concat(...decoded.transactions.map((one) => transactionId(state.chainId, one))),
    outputIds: concat(...transition.created.map(({ id }) => id)),
  }
}
