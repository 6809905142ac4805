/** Receipts: proofs of payments as text, made by the sender and checked by anybody. */
import { base64urlnopad } from '@scure/base'
import { addressBytes, addressFromBytes } from '../../protocol/address.ts'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { decodeScalar } from '../../protocol/crypto/group.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { paymentIdOf, reopenSent, spendSecret } from '../../protocol/enote.ts'
import { unlessRefused } from '../../protocol/errors.ts'
import { inputContext, readCore } from '../../protocol/output.ts'
import {
  checkPaymentProof,
  decodePaymentProof,
  encodePaymentProof,
  type PaymentProof,
  provePayment,
} from '../../protocol/payment-proof.ts'
import { decodeTransaction, type Transaction } from '../../protocol/transaction.ts'
import type { PaymentProofCheck } from '../api/payment.ts'
import { NodeError } from '../errors.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import type { Keyring } from './keyring.ts'
import { type CoinRecord, decodeRecord, type PaymentRecord } from './records.ts'
import { idKey } from './tables.ts'
import type { ComingCoin, MadeTransaction } from './transaction-maker.ts'
import { addressText } from './views.ts'

/** Of a receipt that is made for nobody in particular. */
const NO_CHALLENGE = ''

export type ProofModules = {
  readonly book: AccountBook
  readonly keyring: Keyring
  readonly chain: WalletChain
  readonly random: Random
}

export class Proofs {
  readonly #modules: ProofModules

  constructor(modules: ProofModules) {
    this.#modules = modules
  }

  /**
   * A receipt for a payment that the account sent, worth something under `challenge` alone.
   * @throws NodeError `not_provable` when it received it, when it has no transaction or merged coins; `account_locked`,
   *   `view_only`.
   */
  async prove(account: Account, payment: PaymentRecord, challenge = NO_CHALLENGE): Promise<string> {
    const { direction, transactionId, output, paymentId, status } = payment
    const gone = status === 'rejected' || status === 'cancelled'
    if (direction !== 'out' || gone || transactionId === undefined || output === undefined) {
      throw new NodeError('not_provable', { paymentId })
    }
    const bytes =
      account.transactions.get(transactionId)?.bytes ??
      (await this.#modules.chain.transaction(transactionId))?.bytes
    if (!bytes) throw new NodeError('not_provable', { paymentId })
    const transaction = decodeTransaction(bytes)
    if (!madeBy(payment, transaction)) throw new NodeError('not_provable', { paymentId })
    for (const [input, id] of transaction.inputs.entries()) {
      const coin = await this.#coin(account.id, toHex(id))
      if (coin) return this.#sign(account, payment, { transactionId, output, input }, coin, challenge)
    }
    throw new NodeError('not_provable', { paymentId })
  }

  /** A receipt for a payment whose transaction has just been made. */
  async proveMade(
    account: Account,
    payment: PaymentRecord,
    { result, spent }: MadeTransaction,
  ): Promise<string> {
    const { inputs } = decodeTransaction(result.transaction)
    const coin = spent[0]!
    const input = inputs.findIndex((id) => toHex(id) === coin.id)
    const place = { transactionId: toHex(result.id), output: result.recipientOutputs[0]!, input }
    return this.#sign(account, payment, place, coin, NO_CHALLENGE)
  }

  /** What a receipt shows, held against the chain. */
  async verify(text: string, challenge = NO_CHALLENGE): Promise<PaymentProofCheck> {
    const { chain, book } = this.#modules
    const proof = decodeProof(text)
    if (!proof) return { valid: false, reason: 'malformed' }
    const transactionId = toHex(proof.transactionId)
    const found = await chain.transaction(transactionId)
    const transaction = found && decodeTransaction(found.bytes)
    if (!transaction?.outputs[proof.output]) return { valid: false, reason: 'unknown_output' }
    const keys = await this.#inputKeys(transaction)
    if (!checkPaymentProof(chain.chainId, proof, transaction, keys, challenge)) {
      return { valid: false, reason: 'mismatch' }
    }
    const address = addressBytes(proof.address)
    const paymentId = toHex(paymentIdOf(proof.anchor, address))
    const to = addressText(address, book.network)
    return { valid: true, paymentId, to, amount: proof.amount, transactionId, height: found!.height }
  }

  async #sign(
    account: Account,
    { address, amount, anchor }: PaymentRecord,
    { transactionId, output, input }: { transactionId: string; output: number; input: number },
    coin: ComingCoin,
    challenge: string,
  ): Promise<string> {
    const { chain, keyring, random } = this.#modules
    const keys = await keyring.spendKeys(account)
    const claim = {
      transactionId: fromHex(transactionId),
      output,
      address: addressFromBytes(address),
      amount,
      anchor,
      input,
    }
    const secret = spendSecret(keys, coin.addressIndex, decodeScalar(coin.extension))
    return base64urlnopad.encode(
      encodePaymentProof(provePayment(chain.chainId, claim, secret, challenge, random)),
    )
  }

  async #coin(accountId: string, id: string): Promise<CoinRecord | undefined> {
    const bytes = await this.#modules.book.tables.coins.get(idKey(accountId, id))
    return bytes && decodeRecord<CoinRecord>(bytes)
  }

  /** The one-time keys of a transaction's inputs, in its order. */
  async #inputKeys({ inputs }: Transaction): Promise<Uint8Array[]> {
    const outputs = await Promise.all(inputs.map((id) => this.#modules.chain.output(toHex(id))))
    return outputs.flatMap((output) => (output ? [decodeAll(output.core, readCore).key] : []))
  }
}

/** A merge pays nobody, and has no output that a receipt could open. */
function madeBy({ address, amount, anchor, output = 0 }: PaymentRecord, transaction: Transaction): boolean {
  const core = transaction.outputs[output]
  const sent = { address: addressFromBytes(address), amount, anchor }
  return core !== undefined && reopenSent(sent, inputContext(transaction.inputs), core) !== undefined
}

function decodeProof(text: string): PaymentProof | undefined {
  let bytes: Uint8Array
  try {
    bytes = base64urlnopad.decode(text)
  } catch {
    return undefined
  }
  return unlessRefused(() => decodePaymentProof(bytes))
}
