/** What an account owns and what happened to it: lists for the `account` methods. */

import { concat } from '../../protocol/bytes.ts'
import type { AccountApi, CoinInfo, CoinStatus, HistoryEntry } from '../api/account.ts'
import { type Page, type PageRequest, readPage } from '../page.ts'
import type { AccountBook } from './account-book.ts'
import { type CoinRecord, coinStatus, decodeRecord, type HistoryRecord } from './records.ts'
import { accountKey, under } from './tables.ts'
import { coinInfo, historyEntry } from './views.ts'

/** Everything final, in the order of the chain. */
export function readHistory(
  { tables, network }: AccountBook,
  query: Parameters<AccountApi['history']>[0],
): Promise<Page<HistoryEntry>> {
  return readPage({
    table: tables.history,
    list: `history ${query.accountId}`,
    request: query,
    ...under(accountKey(query.accountId)),
    item: ([, value]) => historyEntry(decodeRecord<HistoryRecord>(value), network),
  })
}

/** Coins in the order they came. */
export function readCoins(
  { tables }: AccountBook,
  query: PageRequest & { readonly accountId: string; readonly status?: CoinStatus | undefined },
): Promise<Page<CoinInfo>> {
  const { accountId, status } = query
  const prefix = accountKey(accountId)
  return readPage({
    table: tables.coinOrder,
    list: `coins ${accountId}`,
    request: { ...query, order: 'oldest' },
    ...under(prefix),
    item: async ([, id]) => {
      const bytes = await tables.coins.get(concat(prefix, id))
      const coin = bytes && decodeRecord<CoinRecord>(bytes)
      return coin && (status === undefined || status === coinStatus(coin)) ? coinInfo(coin) : undefined
    },
  })
}
