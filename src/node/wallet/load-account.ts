/** Reads an account from the database into memory, and drops one from it. */
import { toHex } from '../../protocol/bytes.ts'
import type { Batch, Operation } from '../batch.ts'
import { encodeStructured } from '../structured.ts'
import { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import {
  type AccountRecord,
  type AddressRecord,
  type CoinRecord,
  decodeRecord,
  type PartialRecord,
  type PaymentRecord,
  type ProgressRecord,
  type StakeRecord,
  type TransactionRecord,
} from './records.ts'
import {
  accountKey,
  directedKey,
  directionOf,
  knownByKey,
  orderKey,
  tablesOfAccount,
  under,
  type WalletTables,
} from './tables.ts'

/** Records deleted in one batch. */
const PURGE_STEP = 1_000

/** The progress of an account that begins: the main address is given out. */
export function firstProgress(scannedHeight: number): ProgressRecord {
  return {
    scannedHeight,
    issued: 0,
    recognized: 0,
    next: { coin: 0, payment: 0, messageOut: 0, messageIn: 0, stake: 0 },
  }
}

/** All account records of the database. */
export async function readAccountRecords(tables: WalletTables): Promise<AccountRecord[]> {
  const entries = await tables.accounts.entries()
  return entries.map(([, value]) => decodeRecord<AccountRecord>(value))
}

/**
 * The account with everything that is kept in memory.
 * @param chainHeight where one begins that is not known yet and has a birthday on a longer chain.
 */
export async function loadAccount(
  tables: WalletTables,
  record: AccountRecord,
  chainHeight: number,
): Promise<Account> {
  const { accountId, birthday } = record
  const key = accountKey(accountId)
  const progress = await tables.progress.get(key)
  const account = new Account({
    record,
    progress: progress
      ? decodeRecord<ProgressRecord>(progress)
      : firstProgress(Math.min(birthday - 1, chainHeight)),
  })
  for await (const [entry, value] of tables.addresses.range(under(key))) {
    const { address } = decodeRecord<AddressRecord>(value)
    account.addresses.set(
      toHex(address.subarray(0, 32)),
      new DataView(entry.buffer, entry.byteOffset).getUint32(8),
    )
  }
  const unspent = (await tables.unspent.entries(under(key))).map(([entry]) => entry)
  for (const value of await tables.coins.getMany(unspent)) {
    const coin = decodeRecord<CoinRecord>(value ?? new Uint8Array(0))
    account.coins.set(coin.id, coin)
  }
  for await (const [, value] of tables.transactions.range(under(key))) {
    const transaction = decodeRecord<TransactionRecord>(value)
    account.transactions.set(transaction.transactionId, transaction)
  }
  for await (const [, value] of tables.partials.range(under(key))) {
    const partial = decodeRecord<PartialRecord>(value)
    account.partials.set(partial.messageId, partial)
  }
  const open = (await tables.openStakes.entries(under(key))).map(([entry]) => entry)
  for (const value of await tables.stakes.getMany(open)) {
    const stake = decodeRecord<StakeRecord>(value ?? new Uint8Array(0))
    account.stakes.set(stake.stakeId, stake)
  }
  const queued = (await tables.queue.entries(under(key))).map(([, id]) =>
    directedKey(accountId, 'out', toHex(id)),
  )
  for (const value of await tables.payments.getMany(queued)) {
    const payment = decodeRecord<PaymentRecord>(value ?? new Uint8Array(0))
    account.queue.set(payment.paymentId, payment)
  }
  return account
}

/** Deletes what is left of a removed account, step by step; the mark that it is to be done goes with the last one. */
export async function purgeAccount(book: AccountBook, accountId: string): Promise<void> {
  const { tables } = book
  const range = under(accountKey(accountId))
  const indices = [
    { from: tables.payments, index: tables.paymentIds },
    { from: tables.messages, index: tables.messageIds },
  ]
  for (const { from, index } of indices) {
    await inSteps(book, from.range(range), ([key]) =>
      index.delete(knownByKey(toHex(key.subarray(9)), directionOf(key[8]!), accountId)),
    )
  }
  for (const table of tablesOfAccount(tables)) {
    await inSteps(book, table.range(range), ([key]) => table.delete(key))
  }
  await book.transact((batch) => batch.delete(tables.removals, accountKey(accountId)))
}

async function inSteps<E>(
  book: AccountBook,
  entries: AsyncIterable<E>,
  operation: (entry: E) => Operation,
): Promise<void> {
  let step: E[] = []
  const flush = async () => {
    const operations = step.map(operation)
    step = []
    await book.transact((batch) => batch.add(...operations))
  }
  for await (const entry of entries) {
    step.push(entry)
    if (step.length === PURGE_STEP) await flush()
  }
  if (step.length > 0) await flush()
}

/** Puts the record of an account into a batch. */
export function putAccountRecord(batch: Batch, tables: WalletTables, record: AccountRecord): void {
  batch.put(tables.accounts, accountKey(record.accountId), encodeStructured(record))
  if (record.protection !== 'memory') {
    batch.put(tables.accountOrder, listKey(record.order), accountKey(record.accountId))
  }
}

/** Key of the list of accounts. */
export function listKey(order: number): Uint8Array {
  return orderKey('', order)
}
