/** What an account is asked to send, and the transactions it comes to. */
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { paymentIdOf } from '../../protocol/enote.ts'
import { ANCHOR_LENGTH } from '../../protocol/output.ts'
import type { MessagePart, Payload } from '../../protocol/payload.ts'
import type { Clock } from '../clock.ts'
import { randomExponential } from '../random-numbers.ts'
import type { WalletLimits } from './limits.ts'
import type { Recipient } from './transaction-maker.ts'

/** One payment to send: an amount, data, or both. Data longer than a payload takes several transactions. */
export type Order = {
  /** S then V of the receiver. */
  readonly address: Uint8Array
  readonly amount: bigint
  /** The parts of the message that goes along. */
  readonly message?: readonly MessagePart[] | undefined
}

/** One transaction to come. */
export type Item = {
  readonly paymentId: string
  readonly recipient: Recipient
  readonly message?: MessagePart | undefined
  /** Not handed to the network before this time, milliseconds. */
  readonly dueAt: number
}

export type OrderModules = {
  readonly clock: Clock
  readonly random: Random
  readonly limits: Pick<WalletLimits, 'partInterval' | 'partIntervalCut'>
}

/** The amounts of an order's transactions: money goes with the first part. */
export function sumsOf({ amount, message }: Pick<Order, 'amount' | 'message'>): bigint[] {
  const parts = Math.max(1, message?.length ?? 1)
  return [amount, ...new Array<bigint>(parts - 1).fill(0n)]
}

/** The transactions of an order. Parts of a message leave one after the other, at random times of their own. */
export function itemsOf(order: Order, { clock, random, limits }: OrderModules): Item[] {
  const { address, message } = order
  let dueAt = clock.now()
  return sumsOf(order).map((amount, index) => {
    const part = message?.[index]
    const payload: Payload = part ? { kind: 'message', ...part } : { kind: 'none' }
    const anchor = random(ANCHOR_LENGTH)
    if (index > 0) dueAt += Math.ceil(randomExponential(limits.partInterval, limits.partIntervalCut, random))
    const recipient = { address, amount, payload, anchor }
    return { paymentId: toHex(paymentIdOf(anchor, address)), recipient, message: part, dueAt }
  })
}
