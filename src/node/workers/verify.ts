/** Job `verify`: transactions on their own, checked together: structure, proofs and signatures. */
import { decodeAll } from '../../protocol/codec.ts'
import { verifyDelay } from '../../protocol/crypto/delay/verify.ts'
import { HASH_LENGTH } from '../../protocol/crypto/hash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { CORE_LENGTH, readCore } from '../../protocol/output.ts'
import { decodeTransaction, type Transaction, transactionId } from '../../protocol/transaction.ts'
import { type SpendingTransaction, verifyTransactions } from '../../protocol/verify-transactions.ts'
import { unpack } from './packed.ts'

/** A transaction and what it spends. */
export type VerifyItem = {
  /** The encoded transaction, of any content. */
  readonly transaction: Uint8Array
  /** The encoded cores of the coins it spends, in the order of its inputs, as one byte string. */
  readonly coins: Uint8Array
  /** Who must have signed its operation, as `signerOf` says. */
  readonly signer?: Uint8Array | undefined
  /** The seed of the draw that its operation is to end: the proof is checked then. */
  readonly drawSeed?: Uint8Array | undefined
}

export type VerifyJob = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  readonly items: readonly VerifyItem[]
}

/** One item that is refused, and the rule it breaks. */
export type RefusedItem = { readonly index: number } & Pick<ProtocolError, 'code' | 'message' | 'details'>

export type VerifyResult = {
  /** Transaction ids, 32 bytes for each item; zeros for one that cannot be decoded. */
  readonly ids: Uint8Array
  /** The items that are refused, in their order; empty when all hold. */
  readonly refused: readonly RefusedItem[]
}

export function verify({ chainId, params, items }: VerifyJob): VerifyResult {
  const ids = new Uint8Array(HASH_LENGTH * items.length)
  const refused: RefusedItem[] = []
  const decoded: { readonly index: number; readonly spending: SpendingTransaction }[] = []
  for (const [index, item] of items.entries()) {
    try {
      const spending = decodeItem(item)
      checkDraw(spending.transaction, item, params)
      ids.set(transactionId(chainId, spending.transaction), HASH_LENGTH * index)
      decoded.push({ index, spending })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      refused.push(refusal(index, error))
    }
  }
  const refusals = verifyTransactions(
    chainId,
    params,
    decoded.map(({ spending }) => spending),
  )
  for (const { index, error } of refusals) refused.push(refusal(decoded[index]!.index, error))
  return { ids, refused: refused.toSorted((a, b) => a.index - b.index) }
}

/** The error again that a refusal stands for. */
export function refusalError({ code, message, details }: RefusedItem): ProtocolError {
  return new ProtocolError(code, message, details)
}

function decodeItem({ transaction, coins, signer }: VerifyItem): SpendingTransaction {
  return {
    signer,
    transaction: decodeTransaction(transaction, 'shared'),
    coins: unpack(coins, CORE_LENGTH).map((core) => decodeAll(core, readCore, 'shared')),
  }
}

/** @throws ProtocolError `invalid_delay_proof`. */
function checkDraw({ operation }: Transaction, { drawSeed }: VerifyItem, { stake }: NetworkParams): void {
  if (operation?.type !== 'award' || !drawSeed) return
  verifyDelay({ seed: drawSeed, steps: stake.awardDelaySquarings, proof: operation.proof })
}

/** What is told of an item that breaks a rule. */
export function refusal(index: number, { code, message, details }: ProtocolError): RefusedItem {
  return { index, code, message, details }
}
