/**
 * Job `sift`: which of many transactions hold something for which of some accounts. Nearly all hold nothing, so this needs no
 * payloads, and only what it lets through is opened by `scan`.
 */
import { decodeAll } from '../../protocol/codec.ts'
import { findOutputs } from '../../protocol/enote.ts'
import { decodeViewKey } from '../../protocol/keys.ts'
import { inputContext, readCore } from '../../protocol/output.ts'
import { splitHeads } from '../chain/transaction-layout.ts'

/** Holds view keys: it is never logged. */
export type SiftJob = {
  /** View keys as `encodeViewKey` gives them. */
  readonly viewKeys: readonly Uint8Array[]
  /** The heads that `readHead` gives of each transaction, one after the other. */
  readonly heads: Uint8Array
}

/** A transaction that holds something for an account, by their positions in the job. */
export type SiftedTransaction = { readonly viewKey: number; readonly transaction: number }

export function sift({ viewKeys, heads }: SiftJob): SiftedTransaction[] {
  const outputs = splitHeads(heads).flatMap(({ inputs, cores }, transaction) => {
    const context = inputContext(inputs)
    return cores.map((core) => ({ transaction, context, core: decodeAll(core, readCore) }))
  })
  return viewKeys.flatMap((encoded, viewKey) => {
    const found = findOutputs(decodeViewKey(encoded), outputs)
    const transactions = outputs.flatMap(({ transaction }, index) => (found[index] ? [transaction] : []))
    return [...new Set(transactions)].map((transaction) => ({ viewKey, transaction }))
  })
}
