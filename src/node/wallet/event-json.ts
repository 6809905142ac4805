/** Events of the wallet as the contract's JSON: amounts as decimal strings, times in RFC 3339, bodies in base64. */
import { base64 } from '@scure/base'
import type { BalanceInfo } from '../api/account.ts'
import type { MessageInfo } from '../api/message.ts'
import type { PaymentInfo } from '../api/payment.ts'

type Json = Readonly<Record<string, unknown>>

/** Members that are times, in milliseconds since 1970. */
const TIMES = new Set(['time', 'createdAt'])

/** A Balance of the contract. */
export function balanceJson(balance: BalanceInfo): Json {
  const { available, pending, locked, staked } = balance
  return toJson({ ...balance, total: available + pending + locked + staked })
}

/** A Payment of the contract. */
export function paymentJson(payment: PaymentInfo): Json {
  return toJson(payment)
}

/** A Message of the contract. */
export function messageJson(message: MessageInfo): Json {
  return toJson(message)
}

/** A MessageStatus of the contract. */
export function messageStatusJson(message: MessageInfo): Json {
  const { messageId, accountId, direction, status, parts, partsDone, height, reason } = message
  return toJson({ messageId, accountId, direction, status, parts, partsDone, height, reason })
}

function toJson(value: object): Json {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, memberJson(name, member)]))
}

function memberJson(name: string, member: unknown): unknown {
  if (typeof member === 'bigint') return member.toString()
  if (member instanceof Uint8Array) return base64.encode(member)
  return TIMES.has(name) ? new Date(member as number).toISOString() : member
}
