import type { Client } from './client.ts'
import type { AccountId, Payment, PaymentId } from './generated/contract.ts'
import { isStegosError } from './stegos-error.ts'

export type WaitForPaymentParams = {
  readonly paymentId: PaymentId
  /** The account to look at when both sides are on the node. */
  readonly accountId?: AccountId | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Waits until a payment is `final`, `rejected` or `cancelled`, and returns it. One the account has not heard of yet is waited
 * for, since a receiver hears of it by its block: give a signal if it may never come.
 *
 * @throws the signal's reason
 * @example
 * const { paymentId } = await client.payment.send({ accountId, to, amount: parseAmount('1.5') })
 * const { status, height } = await waitForPayment(client, { paymentId })
 */
export async function waitForPayment(
  client: Pick<Client, 'payment' | 'events'>,
  { paymentId, accountId, signal }: WaitForPaymentParams,
): Promise<Payment> {
  const get = async () => {
    try {
      return await client.payment.get({ paymentId, accountId }, { signal })
    } catch (error) {
      if (!isStegosError(error, 'payment_not_found')) throw error
      return undefined
    }
  }
  // Nothing is missed between looking and following: looking comes after `caught_up`.
  for await (const item of client.events({ topics: ['payment.status'], accountId, signal })) {
    if (item.topic === 'payment.status' && item.event.paymentId !== paymentId) continue
    const payment = await get()
    if (payment && payment.status !== 'created' && payment.status !== 'broadcast') return payment
  }
  signal?.throwIfAborted()
  // The stream ends by itself only with the client, and so does this call.
  return client.payment.get({ paymentId, accountId })
}
