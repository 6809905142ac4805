/** The `payment` methods that send: one path for payments, messages, the faucet and merges. */
import { addressBytes, parseAddress } from '../../protocol/address.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { MAX_AMOUNT } from '../../protocol/network.ts'
import { MESSAGE_ID_LENGTH, splitMessage } from '../../protocol/payload.ts'
import { feeOf, ORDINARY_SHAPE, type Shape, SPLITTING_SHAPE } from '../../protocol/shape.ts'
import type { MessageApi, MessageSent } from '../api/message.ts'
import type {
  PaymentApi,
  PaymentEstimate,
  PaymentQueued,
  PaymentRequest,
  PaymentSent,
} from '../api/payment.ts'
import type { CallKey } from '../call.ts'
import { NodeError } from '../errors.ts'
import type { Idempotency } from '../idempotency.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import { type Order, sumsOf } from './orders.ts'
import type { Outbox } from './outbox.ts'
import type { Proofs } from './proofs.ts'
import type { CoinRecord } from './records.ts'
import { type Sender, spendable } from './sender.ts'
import type { StoredOrder } from './store-orders.ts'
import type { MadeTransaction } from './transaction-maker.ts'

export type PayingModules = {
  readonly book: AccountBook
  readonly chain: Pick<WalletChain, 'params'>
  readonly idempotency: Idempotency
  readonly sender: Sender
  readonly outbox: Outbox
  readonly proofs: Proofs
  readonly random: Random
}

type Sending = 'send' | 'sendMany' | 'sendPublic' | 'consolidate' | 'estimate'

export class Paying implements Pick<PaymentApi, Sending> {
  readonly #modules: PayingModules

  constructor(modules: PayingModules) {
    this.#modules = modules
  }

  send({ idempotencyKey, ...params }: Parameters<PaymentApi['send']>[0]): Promise<PaymentSent> {
    return this.sendAs('payment.send', idempotencyKey, params)
  }

  /** An ordinary payment under the name of a method, such as the faucet's. */
  sendAs(
    method: string,
    key: CallKey | undefined,
    { accountId, ...request }: PaymentRequest & { readonly accountId: string },
  ): Promise<PaymentSent> {
    const { book, idempotency, sender, outbox } = this.#modules
    return idempotency.run({ method, key, params: { accountId, ...request } }, async (remember) => {
      const account = book.get(accountId)
      const sending = sender.send(account, [this.#orderOf(request)], (batch, { orders: [stored], made }) => {
        const sent = sentOf(stored!, made)
        remember(batch, sent)
        return sent
      })
      return outbox.dispatch(account, sending)
    })
  }

  sendMany({
    idempotencyKey: key,
    ...params
  }: Parameters<PaymentApi['sendMany']>[0]): Promise<readonly PaymentQueued[]> {
    const { book, idempotency, sender, outbox } = this.#modules
    return idempotency.run({ method: 'payment.sendMany', key, params }, async (remember) => {
      const account = book.get(params.accountId)
      const orders = params.payments.map((payment) => this.#orderOf(payment))
      const sending = sender.send(account, orders, (batch, { orders: stored }) => {
        const sent = stored.map(queuedOf)
        remember(batch, sent)
        return sent
      })
      return outbox.dispatch(account, sending)
    })
  }

  sendPublic({
    idempotencyKey: key,
    ...params
  }: Parameters<PaymentApi['sendPublic']>[0]): Promise<PaymentSent & { readonly proof: string }> {
    const { book, idempotency, sender, outbox, proofs } = this.#modules
    return idempotency.run({ method: 'payment.sendPublic', key, params }, async (remember) => {
      const account = book.get(params.accountId)
      const order = this.#orderOf(params)
      const sending = sender.send(account, [order], async (batch, { orders: [stored], made }) => {
        const sent = {
          ...sentOf(stored!, made),
          proof: await proofs.proveMade(account, stored!.payment, made),
        }
        remember(batch, sent)
        return sent
      })
      return outbox.dispatch(account, sending)
    })
  }

  /** A payment of zero whose payload carries the data. */
  sendMessage({ idempotencyKey: key, ...params }: Parameters<MessageApi['send']>[0]): Promise<MessageSent> {
    const { book, idempotency, sender, outbox } = this.#modules
    const { accountId, to, body, app } = params
    return idempotency.run({ method: 'message.send', key, params }, async (remember) => {
      const account = book.get(accountId)
      const order = this.#orderOf({ to, amount: 0n, data: body, app })
      const sending = sender.send(account, [order], (batch, { orders: [stored], made }) => {
        const { messageId, parts, status } = stored!.message!
        const transactionIds = [toHex(made.result.id)]
        const sent: MessageSent = { messageId, status, parts: parts.length, fee: stored!.fee, transactionIds }
        remember(batch, sent)
        return sent
      })
      return outbox.dispatch(account, sending)
    })
  }

  consolidate({
    idempotencyKey: key,
    ...params
  }: Parameters<PaymentApi['consolidate']>[0]): ReturnType<PaymentApi['consolidate']> {
    const { book, idempotency, sender, outbox } = this.#modules
    return idempotency.run({ method: 'payment.consolidate', key, params }, async (remember) => {
      const account = book.get(params.accountId)
      const merging = sender.merge(account, (batch, { paymentId, status }, { spent, result }) => {
        const counts = { merged: spent.length, remaining: valueCoins(account) - spent.length + 1 }
        const merged = { paymentId, transactionId: toHex(result.id), status, fee: result.fee, ...counts }
        remember(batch, merged)
        return merged
      })
      return outbox.dispatch(account, merging)
    })
  }

  async estimate(input: Parameters<PaymentApi['estimate']>[0]): Promise<PaymentEstimate> {
    const { book, chain, sender } = this.#modules
    const { accountId, to, amount, data } = input
    const account = book.get(accountId)
    if (to !== undefined) parseAddress(to, book.network)
    if (amount > MAX_AMOUNT) throw new NodeError('amount_too_large', {})
    const sums = sumsOf({
      amount,
      message: data && splitMessage('', new Uint8Array(MESSAGE_ID_LENGTH), data),
    })
    const plan = sender.plan(account, sums)
    const sufficient = plan.type === 'planned'
    const shape = account.comingCoins().length === 1 ? SPLITTING_SHAPE : ORDINARY_SHAPE
    const guess = { ...shape, fee: feeOf(shape, chain.params), transactions: 1 }
    const payments = sufficient ? plan.payments : sums.map(() => guess)
    const sum = (of: (payment: Shape & { transactions: number }) => number) =>
      payments.reduce((all, payment) => all + of(payment), 0)
    const fees = payments.reduce((all, { fee }) => all + fee, 0n)
    if (amount + fees > MAX_AMOUNT) throw new NodeError('amount_too_large', {})
    return {
      amount,
      fee: fees,
      transactions: sum(({ transactions }) => transactions),
      inputs: sum(({ inputs }) => inputs),
      outputs: sum(({ outputs }) => outputs),
      spendable: spendable(account, feeOf(ORDINARY_SHAPE, chain.params)),
      sufficient,
    }
  }

  /** @throws ProtocolError `invalid_address`, `wrong_network`, `payload_too_large`. */
  #orderOf({ to, amount, data, app = '' }: PaymentRequest): Order {
    const { book, random } = this.#modules
    const address = addressBytes(parseAddress(to, book.network))
    return { address, amount, message: data && splitMessage(app, random(MESSAGE_ID_LENGTH), data) }
  }
}

/** Coins of value that no transaction of the account spends. */
function valueCoins({ coins }: Account): number {
  const isValue = ({ amount, spender }: CoinRecord) => amount > 0n && spender === undefined
  return [...coins.values()].filter(isValue).length
}

function queuedOf({ payment, fee }: StoredOrder): PaymentQueued {
  const { paymentId, transactionId, status, message } = payment
  return { paymentId, transactionId, status, fee, messageId: message?.messageId }
}

/** The outcome for an order whose first transaction is made. */
function sentOf(stored: StoredOrder, made: MadeTransaction): PaymentSent {
  return { ...queuedOf(stored), transactionId: toHex(made.result.id) }
}
