/** The wallet's tables and their keys. Nearly all keys begin with the account's 8 bytes, so an account can be dropped. */
import { concat, fromHex } from '../../protocol/bytes.ts'
import type { Direction } from '../api/payment.ts'
import { be32, be64, placeKey } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import type { Table } from '../table.ts'

export type WalletTables = { readonly [Name in keyof typeof NAMES]: Table }

const NAMES = {
  /** Account → AccountRecord. */
  accounts: 'wallet-accounts',
  /** Place → account, for those that are listed. */
  accountOrder: 'wallet-account-order',
  /** Account → ProgressRecord. */
  progress: 'wallet-progress',
  /** Account → empty: its records are being deleted. */
  removals: 'wallet-removals',
  /** Account, index → AddressRecord. */
  addresses: 'wallet-addresses',
  /** Account, coin → CoinRecord. */
  coins: 'wallet-coins',
  /** Account, place → coin. */
  coinOrder: 'wallet-coin-order',
  /** Account, coin → empty: not spent. */
  unspent: 'wallet-unspent',
  /** Account, transaction → TransactionRecord. */
  transactions: 'wallet-transactions',
  /** Account, direction, payment → PaymentRecord. */
  payments: 'wallet-payments',
  /** Account, place → direction, payment. */
  paymentOrder: 'wallet-payment-order',
  /** Payment, direction, account → empty: senders sort first. */
  paymentIds: 'wallet-payment-ids',
  /** Account, place → payment: waits to be built. */
  queue: 'wallet-queue',
  /** Account, direction, message → MessageRecord. */
  messages: 'wallet-messages',
  /** Account, direction, place → message, application tag. */
  messageOrder: 'wallet-message-order',
  /** Message, direction, account → empty. */
  messageIds: 'wallet-message-ids',
  /** Account, direction, message → the whole body. */
  bodies: 'wallet-bodies',
  /** Account, direction, message, part → its piece of the body, until the body is whole. */
  parts: 'wallet-parts',
  /** Account, message → PartialRecord. */
  partials: 'wallet-partials',
  /** Account, stake → StakeRecord. */
  stakes: 'wallet-stakes',
  /** Account, place → stake. */
  stakeOrder: 'wallet-stake-order',
  /** Account, stake → empty: not over. */
  openStakes: 'wallet-open-stakes',
  /** Account, stake, epoch → validator and shares held from then on. */
  stakeShares: 'wallet-stake-shares',
  /** Account, height, position, output → HistoryRecord. */
  history: 'wallet-history',
} as const

export function walletTables(store: Store): WalletTables {
  const names = Object.entries(NAMES) as [keyof typeof NAMES, string][]
  return Object.fromEntries(names.map(([name, table]) => [name, store.table(table)])) as WalletTables
}

/** Tables whose keys begin with an account, and hold what is dropped with it. */
export function tablesOfAccount(tables: WalletTables): Table[] {
  const { accounts, accountOrder, removals, paymentIds, messageIds, ...others } = tables
  return Object.values(others)
}

export function accountKey(accountId: string): Uint8Array {
  return fromHex(accountId)
}

/** Account and a place in an order. */
export function orderKey(accountId: string, order: number): Uint8Array {
  return concat(fromHex(accountId), be64(order))
}

/** Account and the id of a coin or transaction. */
export function idKey(accountId: string, id: string): Uint8Array {
  return concat(fromHex(accountId), fromHex(id))
}

export function addressKey(accountId: string, index: number): Uint8Array {
  return concat(fromHex(accountId), be32(index))
}

/** Account, direction and the id of a payment or message. */
export function directedKey(accountId: string, direction: Direction, id: string): Uint8Array {
  return concat(fromHex(accountId), directionByte(direction), fromHex(id))
}

export function directedOrderKey(accountId: string, direction: Direction, order: number): Uint8Array {
  return concat(fromHex(accountId), directionByte(direction), be64(order))
}

export function partKey(
  accountId: string,
  direction: Direction,
  messageId: string,
  part: number,
): Uint8Array {
  return concat(directedKey(accountId, direction, messageId), be32(part))
}

/** From the id of a payment or message to those who know it. */
export function knownByKey(id: string, direction: Direction, accountId: string): Uint8Array {
  return concat(fromHex(id), directionByte(direction), fromHex(accountId))
}

export function historyKey(accountId: string, height: number, position: number, output: number): Uint8Array {
  return concat(fromHex(accountId), placeKey(height, position), be32(output))
}

export function directionByte(direction: Direction): Uint8Array {
  return Uint8Array.of(direction === 'out' ? 0 : 1)
}

export function directionOf(byte: number): Direction {
  return byte === 0 ? 'out' : 'in'
}

/** All keys that begin with `prefix`. */
export function under(prefix: Uint8Array): { gte: Uint8Array; lt: Uint8Array } {
  const end = prefix.slice()
  for (let at = end.length - 1; at >= 0; at--) {
    if (end[at]! < 0xff) {
      end[at]!++
      return { gte: prefix, lt: end.subarray(0, at + 1) }
    }
  }
  throw new RangeError('no key sorts after the prefix')
}
