/** Records as the node's interface shows them. */
import { addressFromBytes, formatAddress } from '../../protocol/address.ts'
import type { NetworkName } from '../../protocol/network.ts'
import type { CoinInfo, HistoryEntry } from '../api/account.ts'
import type { MessageInfo } from '../api/message.ts'
import type { PaymentInfo } from '../api/payment.ts'
import {
  type CoinRecord,
  coinStatus,
  type HistoryRecord,
  type MessageRecord,
  type PartOf,
  type PaymentRecord,
} from './records.ts'

/** The text of an address of 64 bytes. */
export function addressText(address: Uint8Array, network: NetworkName): string {
  return formatAddress(addressFromBytes(address), network)
}

/** The message that travels with a payment as a whole. The body of a longer one is with the message, not with each part. */
export function wholeMessage({ message }: PaymentRecord): PartOf | undefined {
  return message?.count === 1 ? message : undefined
}

/** `body`: of the {@link wholeMessage}, as far as it is here. */
export function paymentInfo(
  payment: PaymentRecord,
  network: NetworkName,
  body: Uint8Array | undefined,
): PaymentInfo {
  const { address, order, anchor, message, output, dueAt, ...rest } = payment
  return {
    ...rest,
    to: addressText(address, network),
    messageId: message?.messageId,
    app: message?.app,
    data: body,
  }
}

/** `body`: of a complete message. */
export function messageInfo(
  message: MessageRecord,
  network: NetworkName,
  body: Uint8Array | undefined,
): MessageInfo {
  const { address, parts, order, firstHeight, ...rest } = message
  const fee = parts.reduce((sum, part) => sum + (part?.fee ?? 0n), 0n)
  return {
    ...rest,
    fee: message.direction === 'out' ? fee : undefined,
    to: addressText(address, network),
    parts: parts.length,
    partsDone: parts.filter((part) => part?.status === 'final').length,
    paymentIds: parts.flatMap((part) => part?.paymentId ?? []),
    body,
  }
}

export function historyEntry({ address, ...entry }: HistoryRecord, network: NetworkName): HistoryEntry {
  return { ...entry, address: address && addressText(address, network) }
}

export function coinInfo(coin: CoinRecord): CoinInfo {
  const { id, amount, addressIndex, height, transactionId, spender } = coin
  return {
    outputId: id,
    amount,
    status: coinStatus(coin),
    addressIndex,
    height,
    transactionId,
    spentIn: spender,
  }
}
