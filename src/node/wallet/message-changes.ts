/**
 * Messages as their parts go and come. A message goes on only by what its parts do; parts are joined by the message's id.
 *
 * Nobody but sender and receiver knows that id. Should somebody else use it all the same, the first part that came decides
 * on application tag and number of parts, other kinds are not joined to it, and no part ever replaces another.
 */
import { concat } from '../../protocol/bytes.ts'
import type { MessagePart } from '../../protocol/payload.ts'
import type { MessageState } from '../api/message.ts'
import type { Direction, PaymentStatus } from '../api/payment.ts'
import type { AccountDraft } from './account-draft.ts'
import type { MessageRecord, PartOf, PartRecord, PaymentRecord } from './records.ts'
import { messageInfo } from './views.ts'

/** A block, as far as messages care. */
export type Moment = { readonly height: number; readonly time: number }

/** Where a message stands that was sent, by its parts. One that is unknown after a restore was broadcast some time. */
export function sentState(parts: readonly (PartRecord | undefined)[]): MessageState {
  const states = parts.map((part): PaymentStatus => part?.status ?? 'broadcast')
  if (states.some((state) => state === 'rejected' || state === 'cancelled')) return 'rejected'
  if (states.every((state) => state === 'final')) return 'final'
  return states.includes('created') ? 'created' : 'broadcast'
}

/** Writes a new state of one of its parts into a message that was sent. Tells whether the message was given up by it. */
export async function followSentPart(draft: AccountDraft, payment: PaymentRecord): Promise<boolean> {
  const { message: part, paymentId, status, transactionId, fee, height, time, reason } = payment
  const message = part && (await draft.message('out', part.messageId))
  if (!message || message.parts.length <= part.part) return false
  const parts = message.parts.with(part.part, { paymentId, status, transactionId, fee })
  const state = sentState(parts)
  const end =
    state === 'final'
      ? { height, time }
      : state === 'rejected'
        ? { reason: message.reason ?? reason ?? 'cancelled' }
        : {}
  await putAndTell(draft, message, { ...message, parts, status: state, ...end })
  return state === 'rejected' && message.status !== 'rejected'
}

/** A part of a message that the account sent, found on the chain: makes the message known again after a restore. */
export async function restoreSentPart(
  draft: AccountDraft,
  payment: PaymentRecord,
  { app, part, count, body }: MessagePart,
): Promise<void> {
  const messageId = payment.message!.messageId
  const known = await draft.message('out', messageId)
  if (known && (known.parts.length !== count || known.app !== app)) return
  if (!known) {
    draft.putMessage({
      messageId,
      accountId: draft.id,
      direction: 'out',
      status: 'broadcast',
      app,
      amount: 0n,
      address: payment.address,
      parts: new Array<PartRecord | undefined>(count).fill(undefined),
      order: draft.nextOrder('messageOut'),
    })
  }
  const message = known ?? (await draft.message('out', messageId))!
  if (message.createdAt === undefined && !message.parts[part]) {
    draft.putMessage({ ...message, amount: message.amount + payment.amount })
    draft.putPart('out', messageId, part, body)
    await followSentPart(draft, payment)
    await joinParts(draft, 'out', messageId)
    return
  }
  await followSentPart(draft, payment)
}

/** A part that came in. */
export async function receivePart(
  draft: AccountDraft,
  moment: Moment,
  payment: PaymentRecord,
  { app, part, count, body }: MessagePart,
  partialMessages: number,
): Promise<void> {
  const { paymentId, transactionId, amount, address } = payment
  const { messageId } = payment.message!
  const known = await draft.message('in', messageId)
  if (
    known &&
    (known.app !== app || known.parts.length !== count || known.parts[part] || known.status === 'lost')
  ) {
    return
  }
  const message: MessageRecord = known ?? {
    messageId,
    accountId: draft.id,
    direction: 'in',
    status: 'partial',
    app,
    amount: 0n,
    address,
    parts: new Array<PartRecord | undefined>(count).fill(undefined),
    firstHeight: moment.height,
  }
  const parts = message.parts.with(part, { paymentId, status: 'final', transactionId })
  const joined = { ...message, parts, amount: message.amount + amount }
  // a stranger can begin messages at the price of a fee each: those in progress are not given up for them
  if (!known && count > 1 && [...draft.partials.values()].length >= partialMessages) {
    const refused: MessageRecord = { ...joined, status: 'lost' }
    draft.putMessage(refused)
    draft.messageStatusEvent(messageInfo(refused, draft.network, undefined))
    return
  }
  draft.putPart('in', messageId, part, body)
  if (parts.includes(undefined)) {
    draft.putMessage(joined)
    if (!known) draft.messageStatusEvent(messageInfo(joined, draft.network, undefined))
    return
  }
  const order = draft.nextOrder('messageIn')
  const whole: MessageRecord = {
    ...joined,
    status: 'received',
    order,
    height: moment.height,
    time: moment.time,
  }
  draft.putMessage(whole)
  const info = messageInfo(whole, draft.network, await joinParts(draft, 'in', messageId))
  draft.messageStatusEvent(info)
  draft.messageReceivedEvent(info)
}

/** Gives up received messages whose first part came so long ago that its payload is kept by nobody any more. */
export async function expirePartials(draft: AccountDraft, height: number, retention: number): Promise<void> {
  const expired = [...draft.partials.values()].filter(({ firstHeight }) => height - firstHeight > retention)
  for (const { messageId } of expired) await loseMessage(draft, messageId)
}

async function loseMessage(draft: AccountDraft, messageId: string): Promise<void> {
  const message = await draft.message('in', messageId)
  if (!message) return
  draft.dropParts('in', messageId, message.parts.length)
  await putAndTell(draft, message, { ...message, status: 'lost' })
}

/** The body, once all parts are there; they are kept no longer then. */
async function joinParts(
  draft: AccountDraft,
  direction: Direction,
  messageId: string,
): Promise<Uint8Array | undefined> {
  const message = await draft.message(direction, messageId)
  if (!message || message.parts.includes(undefined)) return undefined
  const pieces: Uint8Array[] = []
  for (let part = 0; part < message.parts.length; part++) {
    const piece = await draft.part(direction, messageId, part)
    if (!piece) return undefined
    pieces.push(piece)
  }
  const body = concat(...pieces)
  draft.putBody(direction, messageId, body)
  draft.dropParts(direction, messageId, pieces.length)
  return body
}

async function putAndTell(draft: AccountDraft, before: MessageRecord, after: MessageRecord): Promise<void> {
  draft.putMessage(after)
  if (after.status !== before.status) draft.messageStatusEvent(messageInfo(after, draft.network, undefined))
}

/** Which part of which message a payload is. */
export function partOf(messageId: string, { app, part, count }: MessagePart): PartOf {
  return { messageId, app, part, count }
}
