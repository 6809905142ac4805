/** Opens tokens, budgets and audit log of a store. */
import type { NodeLimits } from '../limits.ts'
import { type AuditLog, openAuditLog } from './audit-log.ts'
import { Budgets } from './budgets.ts'
import { TokenBook, type TokenBookModules } from './token-book.ts'
import { decodeEntry, type TokenRecord } from './token-record.ts'

export type AccessModules = Omit<TokenBookModules, 'budgets' | 'limits'> & {
  readonly limits: Pick<NodeLimits, 'tokens' | 'auditEntries' | 'auditAge'>
}

export type OpenedAccess = {
  readonly tokens: TokenBook
  readonly budgets: Budgets
  readonly audit: AuditLog
}

/** @throws StoreError `corrupt` for a record that cannot be read. */
export async function openAccess(modules: AccessModules): Promise<OpenedAccess> {
  const budgets = new Budgets(modules)
  const tokens = new TokenBook({ ...modules, budgets })
  const records: TokenRecord[] = []
  for await (const bytes of tokens.table.values()) records.push(decodeEntry<TokenRecord>(bytes))
  records.sort((one, other) => one.order - other.order)
  for (const record of records) {
    const parent = record.parent === undefined ? undefined : tokens.get(record.parent)
    // Only tokens that are over are dropped, and with one all below it are over.
    const orphan = record.parent !== undefined && !parent && record.revokedAt === undefined
    tokens.add({
      record: orphan ? { ...record, revokedAt: record.createdAt } : record,
      spending: await budgets.read(record.tokenId),
      parent,
    })
  }
  return { tokens, budgets, audit: await openAuditLog(modules) }
}
