/** Payments and own transactions as they go on: made, handed on, final, or given up with all that builds on them. */
import type { PaymentStatus, RejectReason } from '../api/payment.ts'
import type { AccountDraft } from './account-draft.ts'
import { followSentPart } from './message-changes.ts'
import type { PaymentRecord } from './records.ts'
import { followStake } from './stake-changes.ts'
import { abandonStake } from './stake-refusals.ts'
import { paymentInfo, wholeMessage } from './views.ts'

/** Why a payment ends without being final. */
type PaymentEnding =
  | { readonly status: 'rejected'; readonly reason: RejectReason }
  | { readonly status: 'cancelled' }

/** Why a transaction does. `rule`: which one it breaks, of staking or of the network. */
export type Ending = PaymentEnding & { readonly rule?: string | undefined }

/** Stores a payment and tells of it. */
export async function putPayment(draft: AccountDraft, payment: PaymentRecord): Promise<void> {
  draft.putPayment(payment)
  const message = wholeMessage(payment)
  const body = message && (await draft.body(payment.direction, message.messageId))
  draft.paymentEvent(paymentInfo(payment, draft.network, body))
}

/** A payment of this account has a new state; the message it is a part of follows. */
export async function advancePayment(
  draft: AccountDraft,
  payment: PaymentRecord,
  change: Partial<PaymentRecord> & { readonly status: PaymentStatus },
): Promise<void> {
  const next = { ...payment, ...change }
  await putPayment(draft, next)
  const givenUp = await followSentPart(draft, next)
  if (givenUp) await abandonOtherParts(draft, next)
}

/** A transaction of this account has been handed to the network. */
export async function markBroadcast(draft: AccountDraft, transactionId: string): Promise<void> {
  const transaction = draft.transactions.get(transactionId)
  if (transaction?.status !== 'created') return
  draft.putTransaction({ ...transaction, status: 'broadcast' })
  for (const paymentId of transaction.payments) {
    const payment = await draft.payment('out', paymentId)
    if (payment?.status === 'created') await advancePayment(draft, payment, { status: 'broadcast' })
  }
  await followStake(draft, { ...transaction, status: 'broadcast' })
}

/**
 * A transaction of this account will never be final. Its coins are free again; what it would have brought back does not
 * come, so transactions that spend that end with it.
 */
export async function abandonTransaction(
  draft: AccountDraft,
  transactionId: string,
  ending: Ending,
): Promise<void> {
  const transaction = draft.transactions.get(transactionId)
  if (!transaction) return
  draft.withhold(transactionId)
  draft.dropTransaction(transactionId)
  for (const id of transaction.inputs) {
    const coin = draft.coins.get(id)
    if (coin?.spender === transactionId) draft.putCoin({ ...coin, spender: undefined })
  }
  for (const id of transaction.own) {
    const spender = draft.coins.get(id)?.spender
    if (spender !== undefined) await abandonTransaction(draft, spender, withoutRule(ending))
    const coin = draft.coins.get(id)
    if (coin) draft.dropCoin(coin)
  }
  for (const paymentId of transaction.payments) {
    const payment = await draft.payment('out', paymentId)
    if (payment) await advancePayment(draft, payment, withoutRule(ending))
  }
  await abandonStake(draft, transaction, ending)
}

/** Ends a payment that has not been handed to the network, with its transaction if it is built. */
export async function abandonPayment(
  draft: AccountDraft,
  payment: PaymentRecord,
  ending: Ending,
): Promise<void> {
  if (payment.transactionId === undefined) await advancePayment(draft, payment, withoutRule(ending))
  else await abandonTransaction(draft, payment.transactionId, ending)
}

/** Of what ends together with a transaction, which itself breaks no rule. */
function withoutRule(ending: Ending): PaymentEnding {
  const { rule, ...others } = ending
  return others
}

/** A message without one of its parts is worth nothing: the parts that are still here are not sent. */
async function abandonOtherParts(draft: AccountDraft, { message, paymentId }: PaymentRecord): Promise<void> {
  const record = message && (await draft.message('out', message.messageId))
  for (const part of record?.parts ?? []) {
    if (!part || part.paymentId === paymentId || part.status !== 'created') continue
    const payment = await draft.payment('out', part.paymentId)
    if (payment?.status !== 'created' || draft.account.handing.has(payment.transactionId ?? '')) continue
    await abandonPayment(draft, payment, { status: 'cancelled' })
  }
}
