/** Job `apply`: holds a block against the state before it and says what it changes. */
import { decodeBlock } from '../../protocol/block.ts'
import { concat } from '../../protocol/bytes.ts'
import { applyBlock } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import type { EntryChange } from '../../protocol/stake/table.ts'
import { transactionId } from '../../protocol/transaction.ts'
import { type PackedState, packState, unpackState } from './state.ts'
import { type PackedView, viewOf } from './view.ts'

export type ApplyJob = {
  readonly params: NetworkParams
  readonly state: PackedState
  /** The encoded block. Proofs and signatures of its transactions are checked elsewhere. */
  readonly block: Uint8Array
  /** What its inputs, operations and evidence look up. */
  readonly view: PackedView
  /** The checking node's clock; undefined for a block that a certificate vouches for. */
  readonly now: number | undefined
}

export type ApplyResult = {
  readonly state: PackedState
  /** 32 bytes for each transaction, in their order. */
  readonly transactionIds: Uint8Array
  /** 32 bytes for each output, in the order of transactions and their outputs. */
  readonly outputIds: Uint8Array
  /** Entries of the stake's table that change, each once. */
  readonly entries: readonly EntryChange[]
  readonly stakeEvents: readonly StakeEvent[]
}

/** @throws ProtocolError naming the first rule that the block breaks. */
export function apply({ params, state: packed, block, view, now }: ApplyJob): ApplyResult {
  const state = unpackState(packed)
  const decoded = decodeBlock(block, params.maxBlockTransactions, 'shared')
  const transition = applyBlock(state, decoded, viewOf(view), params, now)
  const { entries, stakeEvents, created } = transition
  return {
    state: packState(transition.state),
    transactionIds: concat(...decoded.transactions.map((one) => transactionId(state.chainId, one))),
    outputIds: concat(...created.map(({ id }) => id)),
    entries,
    stakeEvents,
  }
}
