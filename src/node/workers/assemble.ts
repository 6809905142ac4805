/** Job `assemble`: the leader's block. Job `sign`: a validator's vote. Both hold a secret key and are never logged. */
import { assembleBlock } from '../../protocol/assemble-block.ts'
import { encodeBlock } from '../../protocol/block.ts'
import type { BlockExtras } from '../../protocol/block-extras.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { blsSign } from '../../protocol/crypto/bls.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { decodeTransaction } from '../../protocol/transaction.ts'
import { type PackedState, unpackState } from './state.ts'
import { type RefusedItem, refusal } from './verify.ts'
import { type PackedView, viewOf } from './view.ts'

export type AssembleJob = {
  readonly params: NetworkParams
  readonly state: PackedState
  /** Encoded transactions that have been verified. */
  readonly transactions: readonly Uint8Array[]
  /** Late votes, evidence and the proof of an award. */
  readonly extras: BlockExtras
  /** What inputs, operations and evidence look up. */
  readonly view: PackedView
  readonly time: number
  readonly round: number
  /** Of the head. */
  readonly certificate: Certificate
  /** The leader's BLS secret key. */
  readonly secret: Uint8Array
}

export type AssembleResult = {
  /** The encoded block. */
  readonly block: Uint8Array
  /** The transactions that are not in it, because they do not fit behind those that are. */
  readonly leftOut: readonly RefusedItem[]
}

/** @throws ProtocolError when no block can be made of what is not a transaction's fault. */
export function assemble({ state, transactions, extras, view, ...proposal }: AssembleJob): AssembleResult {
  const leftOut: RefusedItem[] = []
  const block = assembleBlock(unpackState(state), {
    ...proposal,
    ...extras,
    transactions: transactions.map((bytes) => decodeTransaction(bytes, 'shared')),
    view: viewOf(view),
    leaveOut: (index, error) => void leftOut.push(refusal(index, error)),
  })
  return { block: encodeBlock(block), leftOut }
}

export function sign({ secret, message }: { secret: Uint8Array; message: Uint8Array }): Uint8Array {
  return blsSign(secret, message)
}
