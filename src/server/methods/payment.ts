import type { PaymentInfo, PaymentProofCheck, PaymentRequest, PaymentSent } from '../../node/api/payment.ts'
import type { NodeApi } from '../../node/api.ts'
import type * as contract from '../../sdk/generated/contract.ts'
import type { Given, Group } from '../rpc/invoke.ts'
import { amountText, base64Bytes, base64Text, maybe, pageOf, pageRequest, timeText } from './wire.ts'

export function paymentMethods({ payment }: NodeApi): Group<'payment'> {
  return {
    'payment.send': async (params) => sentJson(await payment.send(sendInput(params))),
    'payment.sendMany': async ({ accountId, payments, idempotencyKey }) => {
      const sent = await payment.sendMany({ accountId, payments: payments.map(requestOf), idempotencyKey })
      return { payments: sent.map((payment) => ({ ...payment, fee: amountText(payment.fee) })) }
    },
    'payment.sendPublic': async (params) => {
      const sent = await payment.sendPublic(sendInput(params))
      return { ...sentJson(sent), proof: sent.proof }
    },
    'payment.estimate': async ({ accountId, to, amount, data }) => {
      const estimate = await payment.estimate({
        accountId,
        to,
        amount: BigInt(amount),
        data: maybe(data, base64Bytes),
      })
      return {
        ...estimate,
        amount: amountText(estimate.amount),
        fee: amountText(estimate.fee),
        total: amountText(estimate.amount + estimate.fee),
        spendable: amountText(estimate.spendable),
      }
    },
    'payment.get': async (params, { caller }) =>
      paymentJson(await payment.get({ ...params, among: caller.accounts })),
    'payment.list': async ({ accountId, direction, status, ...page }) =>
      pageOf(await payment.list({ ...pageRequest(page), accountId, direction, status }), paymentJson),
    'payment.cancel': async (params, { caller }) =>
      paymentJson(await payment.cancel({ ...params, among: caller.accounts })),
    'payment.prove': async (params, { caller }) => {
      const proof = await payment.prove({ ...params, among: caller.accounts })
      return { ...proof, amount: amountText(proof.amount) }
    },
    'payment.verifyProof': async (params) => checkJson(await payment.verifyProof(params)),
    'payment.consolidate': async (params) => {
      const sent = await payment.consolidate(params)
      return { ...sent, fee: amountText(sent.fee) }
    },
  }
}

function sendInput(params: Given<contract.PaymentSendParams>) {
  return { ...requestOf(params), accountId: params.accountId, idempotencyKey: params.idempotencyKey }
}

function requestOf({ to, amount, data, app }: contract.PaymentRequest): PaymentRequest {
  return { to, amount: BigInt(amount), data: maybe(data, base64Bytes), app }
}

function sentJson({ paymentId, transactionId, status, fee, messageId }: PaymentSent): contract.PaymentSent {
  return { paymentId, transactionId, status, fee: amountText(fee), messageId }
}

function paymentJson(payment: PaymentInfo): contract.Payment {
  return {
    ...payment,
    amount: amountText(payment.amount),
    fee: maybe(payment.fee, amountText),
    time: maybe(payment.time, timeText),
    createdAt: maybe(payment.createdAt, timeText),
    data: maybe(payment.data, base64Text),
  }
}

function checkJson(check: PaymentProofCheck): contract.PaymentProofCheck {
  return check.valid ? { ...check, amount: amountText(check.amount) } : check
}
