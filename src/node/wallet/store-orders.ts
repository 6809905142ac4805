/** Writes what is to be sent into a draft: messages, payments, and the transactions that are made already. */
import { addressBytes } from '../../protocol/address.ts'
import { concat, toHex } from '../../protocol/bytes.ts'
import { paymentIdOf } from '../../protocol/enote.ts'
import { subaddress } from '../../protocol/keys.ts'
import type { AccountDraft } from './account-draft.ts'
import { followSentPart, partOf } from './message-changes.ts'
import type { Item } from './orders.ts'
import { putPayment } from './payment-changes.ts'
import type { MessageRecord, PaymentRecord, StakeChange } from './records.ts'
import { total } from './selection.ts'
import type { Made, MadeTransaction } from './transaction-maker.ts'
import { messageInfo } from './views.ts'

/** An item with what its transactions are planned to cost. */
export type PlannedItem = Item & { readonly fee: bigint }

/** What was stored for one order: the payment of its first item, all fees, and the message if there is one. */
export type StoredOrder = {
  readonly payment: PaymentRecord
  readonly fee: bigint
  readonly message?: MessageRecord | undefined
}

/** Stores the items of one order; `made` are the transactions of its first item, if they are made. */
export async function storeOrder(
  draft: AccountDraft,
  items: readonly PlannedItem[],
  made: Made | undefined,
  now: number,
): Promise<StoredOrder> {
  const planned = items.reduce((sum, { fee }) => sum + fee, 0n)
  const fee = made ? planned - items[0]!.fee + feesOf(made) : planned
  const message = storeMessage(draft, items, now)
  let first: PaymentRecord | undefined
  for (const item of items) {
    const payment = queuedPayment(draft, item, now)
    if (made && !first) {
      first = await storeMade(draft, payment, made, now)
    } else {
      await putPayment(draft, payment)
      first ??= payment
    }
  }
  if (message) draft.messageStatusEvent(messageInfo(message, draft.network, undefined))
  return { payment: first!, fee, message }
}

/** Stores the transactions of a payment, merges first, and the payment as made. */
export async function storeMade(
  draft: AccountDraft,
  payment: PaymentRecord,
  { transactions }: Made,
  now: number,
): Promise<PaymentRecord> {
  let stored = payment
  for (const transaction of transactions) {
    if (transaction.type === 'merge') {
      await storeMerge(draft, transaction, now)
      continue
    }
    const { id, recipientOutputs, fee } = transaction.result
    storeTransaction(draft, transaction, payment)
    stored = { ...payment, transactionId: toHex(id), output: recipientOutputs[0], fee }
    await putPayment(draft, stored)
    await followSentPart(draft, stored)
  }
  return stored
}

/** A merge is a payment of the account to itself; its id follows from the anchor of the coin it makes. */
export async function storeMerge(
  draft: AccountDraft,
  transaction: MadeTransaction,
  now: number,
): Promise<PaymentRecord> {
  const { result, own } = transaction
  const change = result.own.find(({ payload }) => payload?.kind === 'change')!
  const address = addressBytes(subaddress(draft.account.keys, 0))
  const payment: PaymentRecord = {
    paymentId: toHex(paymentIdOf(change.anchor, address)),
    accountId: draft.id,
    direction: 'out',
    status: 'created',
    amount: total(own),
    address,
    order: draft.nextOrder('payment'),
    anchor: change.anchor,
    transactionId: toHex(result.id),
    fee: result.fee,
    createdAt: now,
  }
  storeTransaction(draft, transaction, payment)
  await putPayment(draft, payment)
  return payment
}

/** Stores the transactions of an operation on stake, merges first. @returns the last of them, which has the operation. */
export async function storeOperation(
  draft: AccountDraft,
  { transactions }: Made,
  change: StakeChange,
  now: number,
): Promise<MadeTransaction> {
  const last = transactions.at(-1)!
  for (const transaction of transactions) {
    if (transaction !== last) await storeMerge(draft, transaction, now)
  }
  storeTransaction(draft, last, { order: draft.nextOrder('payment') }, change)
  return last
}

/** Whether the coins can still be spent: a block may have brought another transaction of the same phrase. */
export function stillThere(draft: AccountDraft, { transactions }: Made): boolean {
  const fresh = new Set(transactions.flatMap(({ own }) => own.map(({ id }) => id)))
  return transactions.every(({ spent }) =>
    spent.every(({ id }) => {
      const coin = draft.coins.get(id)
      return fresh.has(id) || (coin !== undefined && coin.spender === undefined)
    }),
  )
}

function storeTransaction(
  draft: AccountDraft,
  { result, spent, own, out }: MadeTransaction,
  { paymentId, order, dueAt = 0 }: Pick<PaymentRecord, 'order' | 'dueAt'> & { readonly paymentId?: string },
  stake?: StakeChange,
): void {
  const transactionId = toHex(result.id)
  for (const coin of own) draft.putCoin({ ...coin, order: draft.nextOrder('coin') })
  for (const { id } of spent) draft.putCoin({ ...draft.coins.get(id)!, spender: transactionId })
  draft.putTransaction({
    transactionId,
    status: 'created',
    bytes: result.transaction,
    inputs: spent.map(({ id }) => id),
    own: own.map(({ id }) => id),
    payments: paymentId === undefined ? [] : [paymentId],
    fee: result.fee,
    out,
    dueAt,
    order,
    stake,
  })
}

function storeMessage(
  draft: AccountDraft,
  items: readonly PlannedItem[],
  createdAt: number,
): MessageRecord | undefined {
  const { message: part, recipient } = items[0]!
  if (!part) return undefined
  const message: MessageRecord = {
    messageId: toHex(part.messageId),
    accountId: draft.id,
    direction: 'out',
    status: 'created',
    app: part.app,
    amount: total(items.map((item) => item.recipient)),
    address: recipient.address,
    parts: items.map(({ paymentId, fee }) => ({ paymentId, status: 'created', fee })),
    order: draft.nextOrder('messageOut'),
    createdAt,
  }
  draft.putMessage(message)
  draft.putBody('out', message.messageId, concat(...items.flatMap((item) => item.message?.body ?? [])))
  return message
}

function queuedPayment(draft: AccountDraft, item: PlannedItem, createdAt: number): PaymentRecord {
  const { paymentId, recipient, message, dueAt, fee } = item
  const { address, amount, anchor } = recipient
  return {
    paymentId,
    accountId: draft.id,
    direction: 'out',
    status: 'created',
    amount,
    address,
    order: draft.nextOrder('payment'),
    anchor,
    message: message && partOf(toHex(message.messageId), message),
    fee,
    createdAt,
    dueAt,
  }
}

function feesOf({ transactions }: Made): bigint {
  return transactions.reduce((sum, { result }) => sum + result.fee, 0n)
}
