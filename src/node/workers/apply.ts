/** Job `apply`: checks a block against the state before it and says what it changes. */
import { decodeBlock } from '../../protocol/block.ts'
import { toHex } from '../../protocol/bytes.ts'
import { type Certificate, checkCertificate } from '../../protocol/certificate.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { applyBlock, type Coin, type FindCoin, inputCoins, type LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { encodeCore, readCore } from '../../protocol/output.ts'
import { transactionId } from '../../protocol/transaction.ts'
import { verifyTransactions } from '../../protocol/verify-transactions.ts'

/** An unspent output with its core encoded. */
export type EncodedCoin = Omit<Coin, 'core'> & { readonly core: Uint8Array }

export type ApplyJob = {
  readonly params: NetworkParams
  readonly state: LedgerState
  /** The encoded block. */
  readonly block: Uint8Array
  /** The unspent coins that its inputs name. */
  readonly coins: readonly EncodedCoin[]
  /** Positions of the transactions whose proofs and signatures this node has not verified yet. */
  readonly unverified: readonly number[]
  /** The checking node's clock; undefined for a block that a certificate vouches for. */
  readonly now: number | undefined
}

export type ApplyResult = {
  readonly state: LedgerState
  readonly transactionIds: readonly Uint8Array[]
  readonly spent: readonly Uint8Array[]
  /** In the order of transactions and their outputs. */
  readonly created: readonly EncodedCoin[]
}

/** @throws ProtocolError naming the first rule that the block breaks. */
export function apply({ params, state, block, coins, unverified, now }: ApplyJob): ApplyResult {
  const decoded = decodeBlock(block, params.maxBlockTransactions)
  const findCoin = finder(coins)
  const transition = applyBlock(state, decoded, findCoin, params, now)
  const items = unverified.map((position) => {
    const transaction = decoded.transactions[position]!
    return { transaction, coins: inputCoins(transaction, findCoin).map(({ core }) => core) }
  })
  const [refusal] = verifyTransactions(state.chainId, params, items)
  if (refusal) throw refusal.error
  return {
    state: transition.state,
    transactionIds: decoded.transactions.map((transaction) => transactionId(state.chainId, transaction)),
    spent: transition.spent.map(({ id }) => id),
    created: transition.created.map((coin) => ({ ...coin, core: encodeCore(coin.core) })),
  }
}

/** Looks coins up in a list that came with a job. */
export function finder(coins: readonly EncodedCoin[]): FindCoin {
  const found = new Map<string, Coin>(
    coins.map((coin) => [toHex(coin.id), { ...coin, core: decodeAll(coin.core, readCore) }]),
  )
  return (id) => found.get(toHex(id))
}

export type CertifyJob = {
  readonly certificate: Certificate
  /** The state before the block, whose validators decide on it. */
  readonly state: Pick<LedgerState, 'chainId' | 'validators'>
  readonly height: number
  readonly blockId: Uint8Array
}

/** Job `certify`. @throws ProtocolError `invalid_certificate` unless the block is final. */
export function certify({ certificate, state, height, blockId }: CertifyJob): void {
  checkCertificate(certificate, state.validators, state.chainId, height, blockId)
}
