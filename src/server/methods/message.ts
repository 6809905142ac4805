import type { MessageInfo } from '../../node/api/message.ts'
import type { NodeApi } from '../../node/api.ts'
import type * as contract from '../../sdk/generated/contract.ts'
import type { Group } from '../rpc/invoke.ts'
import { amountText, base64Bytes, base64Text, maybe, pageOf, pageRequest, timeText } from './wire.ts'

export function messageMethods({ message }: NodeApi): Group<'message'> {
  return {
    'message.send': async ({ accountId, to, body, app, idempotencyKey }) => {
      const sent = await message.send({ accountId, to, body: base64Bytes(body), app, idempotencyKey })
      return { ...sent, fee: amountText(sent.fee) }
    },
    'message.get': async (params, { caller }) =>
      messageJson(await message.get({ ...params, among: caller.accounts })),
    'message.list': async ({ accountId, app, direction, ...page }) =>
      pageOf(await message.list({ ...pageRequest(page), accountId, app, direction }), messageJson),
    'message.status': async (params, { caller }) => {
      const { messageId, accountId, direction, status, parts, partsDone, height, reason } = await message.get(
        { ...params, among: caller.accounts },
      )
      return { messageId, accountId, direction, status, parts, partsDone, height, reason }
    },
    'message.decode': async (params) => {
      const payload = await message.decode(params)
      return { ...payload, amount: amountText(payload.amount), body: maybe(payload.body, base64Text) }
    },
  }
}

function messageJson(message: MessageInfo): contract.Message {
  return {
    ...message,
    amount: amountText(message.amount),
    fee: maybe(message.fee, amountText),
    time: maybe(message.time, timeText),
    createdAt: maybe(message.createdAt, timeText),
    body: maybe(message.body, base64Text),
  }
}
