/** Which account of this node knows a payment or a message. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import type { Direction } from '../api/payment.ts'
import type { Table } from '../table.ts'
import type { AccountBook } from './account-book.ts'
import { directionOf, under } from './tables.ts'

/**
 * The account that sent it if it is on this node, otherwise one that received it; or the one asked for. A hidden account
 * only if no other knows it.
 * @param index of keys made by `knownByKey`.
 * @param among the only accounts there are to whoever asks; all when absent.
 * @throws NodeError `account_not_found` when the account asked for is not on this node.
 */
export async function knownIn(
  book: AccountBook,
  index: Table,
  id: string,
  accountId: string | undefined,
  among?: ReadonlySet<string> | undefined,
): Promise<{ readonly accountId: string; readonly direction: Direction } | undefined> {
  if (accountId !== undefined) book.get(accountId)
  const prefix = fromHex(id)
  let hidden: { accountId: string; direction: Direction } | undefined
  for await (const [key] of index.range(under(prefix))) {
    const found = {
      accountId: toHex(key.subarray(prefix.length + 1)),
      direction: directionOf(key[prefix.length]!),
    }
    const account = book.find(found.accountId)
    if (!account || (accountId !== undefined && accountId !== account.id)) continue
    if (among && !among.has(account.id)) continue
    if (!account.hidden || accountId !== undefined) return found
    hidden = found
  }
  return hidden
}
