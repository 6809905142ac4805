/**
 * Brings key files and database together when the node starts. The files decide which accounts there are: one whose file
 * is gone is dropped, one whose records are gone is read from the chain again.
 */
import { toHex } from '../../protocol/bytes.ts'
import { accountIdOf, encodeViewKey } from '../../protocol/keys.ts'
import type { Logger } from '../logger.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import { fingerprintOf, type KeyStore } from './key-store.ts'
import { readKeyFile } from './keyring.ts'
import { listKey, loadAccount, purgeAccount, putAccountRecord, readAccountRecords } from './load-account.ts'
import { entropyOf, keysOfEntropy } from './phrase.ts'
import type { AccountRecord } from './records.ts'
import { accountKey } from './tables.ts'

export type OpenModules = {
  readonly book: AccountBook
  readonly keyStore: KeyStore
  readonly chain: Pick<WalletChain, 'height'>
  readonly logger: Logger
}

/** An account whose phrase the node keeps elsewhere, such as the faucet's. */
export type HiddenAccount = { readonly name: string; readonly phrase: string }

/** Loads all accounts into the book. */
export async function openAccounts(modules: OpenModules, hidden: readonly HiddenAccount[]): Promise<void> {
  const { book, keyStore, chain, logger } = modules
  await finishRemovals(modules)
  const records = new Map((await readAccountRecords(book.tables)).map((record) => [record.accountId, record]))
  const { inPlace, staged } = await keyStore.open()
  for (const accountId of staged) await keyStore.resolve(accountId, records.get(accountId)?.keyFile)
  const files = new Set(staged.length > 0 ? (await keyStore.open()).inPlace : inPlace)
  for (const record of records.values()) {
    if (record.protection === 'memory') continue
    if (files.has(record.accountId)) {
      book.add(await loadAccount(book.tables, await followFile(modules, record), chain.height))
    } else {
      logger.warn({ accountId: record.accountId }, 'the key file is gone; the account is dropped')
      await dropAccount(modules, record)
    }
  }
  for (const accountId of files) if (!records.has(accountId)) await adoptFile(modules, accountId)
  for (const account of hidden) await openHidden(modules, account, records)
}

/** Forgets an account: decided in one batch, carried out afterwards and, after a crash, at the next start. */
export async function dropAccount(
  { book, keyStore }: Pick<OpenModules, 'book' | 'keyStore'>,
  record: AccountRecord,
  decide: Parameters<AccountBook['transact']>[0] = () => {},
): Promise<void> {
  const { accountId, order } = record
  const { tables } = book
  await book.transact(async (batch) => {
    batch.put(tables.removals, accountKey(accountId), new Uint8Array(0))
    batch.delete(tables.accounts, accountKey(accountId))
    batch.delete(tables.accountOrder, listKey(order))
    await decide(batch)
  })
  await keyStore.remove(accountId)
  await purgeAccount(book, accountId)
}

/** The next place in the list of accounts. */
export function nextOrder(book: AccountBook): number {
  return book.all().reduce((next, { record }) => Math.max(next, record.order + 1), 0)
}

async function finishRemovals({ book, keyStore }: Pick<OpenModules, 'book' | 'keyStore'>): Promise<void> {
  for (const [key] of await book.tables.removals.entries()) {
    const accountId = toHex(key)
    await keyStore.remove(accountId)
    await purgeAccount(book, accountId)
  }
}

/** A file that was replaced from outside: what it says counts, unless it cannot be read. */
async function followFile(
  { book, keyStore, logger }: OpenModules,
  record: AccountRecord,
): Promise<AccountRecord> {
  const { accountId } = record
  const text = (await keyStore.read(accountId)) ?? ''
  if (fingerprintOf(text) === record.keyFile) return record
  try {
    const { file } = readKeyFile(text, accountId)
    const followed = {
      ...record,
      name: file.name,
      protection: file.secret.type,
      keyFile: fingerprintOf(text),
    }
    await book.transact((batch) => putAccountRecord(batch, book.tables, followed))
    return followed
  } catch {
    logger.error({ accountId }, 'the key file is damaged; the account can be followed and not spend')
    return record
  }
}

/** A key file without records: a backup put back, or a database made anew. The chain is read from the birthday on. */
async function adoptFile({ book, keyStore, chain, logger }: OpenModules, accountId: string): Promise<void> {
  const text = (await keyStore.read(accountId)) ?? ''
  let record: AccountRecord
  try {
    const { file, viewKey } = readKeyFile(text, accountId)
    if (file.network !== book.network) throw new RangeError('of another network')
    const { name, birthday, secret } = file
    const keyFile = fingerprintOf(text)
    record = { accountId, name, viewKey, protection: secret.type, keyFile, birthday, order: nextOrder(book) }
    book.add(await loadAccount(book.tables, record, chain.height))
  } catch {
    logger.error({ accountId }, 'the key file is damaged or of another network and is left alone')
    return
  }
  await book.transact((batch) => putAccountRecord(batch, book.tables, record))
}

async function openHidden(
  { book, chain }: OpenModules,
  { name, phrase }: HiddenAccount,
  records: ReadonlyMap<string, AccountRecord>,
): Promise<Account> {
  const keys = await keysOfEntropy(entropyOf(phrase))
  const accountId = toHex(accountIdOf(keys))
  const listed = book.find(accountId)
  if (listed) return listed
  const known = records.get(accountId)
  const record: AccountRecord = known ?? {
    accountId,
    name,
    viewKey: encodeViewKey(keys),
    protection: 'memory',
    keyFile: '',
    birthday: 0,
    order: 0,
  }
  const account = await loadAccount(book.tables, record, chain.height)
  account.spendKeys = keys
  if (!known) await book.transact((batch) => putAccountRecord(batch, book.tables, record))
  book.add(account)
  return account
}
