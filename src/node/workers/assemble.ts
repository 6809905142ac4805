/** Job `assemble`: the leader's block. Job `sign`: a validator's vote. Both hold a secret key and are never logged. */
import { assembleBlock } from '../../protocol/assemble-block.ts'
import { encodeBlock } from '../../protocol/block.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { blsSign } from '../../protocol/crypto/bls.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { decodeTransaction } from '../../protocol/transaction.ts'
import { finder } from './coins.ts'

export type AssembleJob = {
  readonly params: NetworkParams
  readonly state: LedgerState
  /** Encoded transactions that have been verified. */
  readonly transactions: readonly Uint8Array[]
  /** The unspent coins that their inputs name, as `packCoins` gives them. */
  readonly coins: Uint8Array
  readonly time: number
  readonly round: number
  /** Of the head. */
  readonly certificate: Certificate
  /** The leader's BLS secret key. */
  readonly secret: Uint8Array
}

/** The encoded block. @throws ProtocolError when a transaction does not fit the state. */
export function assemble({ state, transactions, coins, ...proposal }: AssembleJob): Uint8Array {
  return encodeBlock(
    assembleBlock(state, {
      ...proposal,
      transactions: transactions.map(decodeTransaction),
      findCoin: finder(coins),
    }),
  )
}

export function sign({ secret, message }: { secret: Uint8Array; message: Uint8Array }): Uint8Array {
  return blsSign(secret, message)
}
