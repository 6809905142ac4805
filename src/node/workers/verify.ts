/** Job `verify`: the proofs and signatures of transactions, checked together. */
import { decodeAll } from '../../protocol/codec.ts'
import type { ProtocolErrorCode } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { readCore } from '../../protocol/output.ts'
import { decodeTransaction } from '../../protocol/transaction.ts'
import { verifyTransactions } from '../../protocol/verify-transactions.ts'

export type VerifyJob = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  readonly items: readonly {
    /** An encoded transaction whose structure has been checked. */
    readonly transaction: Uint8Array
    /** The encoded cores of the coins it spends, in the order of its inputs. */
    readonly coins: readonly Uint8Array[]
  }[]
}

/** One item that is refused, and the rule it breaks. */
export type RefusedItem = {
  readonly index: number
  readonly code: ProtocolErrorCode
  readonly message: string
}

/** The items that are refused; empty when all hold. */
export function verify({ chainId, params, items }: VerifyJob): RefusedItem[] {
  const decoded = items.map(({ transaction, coins }) => ({
    transaction: decodeTransaction(transaction),
    coins: coins.map((core) => decodeAll(core, readCore)),
  }))
  return verifyTransactions(chainId, params, decoded).map(({ index, error }) => ({
    index,
    code: error.code,
    message: error.message,
  }))
}
