import type { AuditEntry, TokenInfo } from '../../node/api/token.ts'
import type { NodeApi } from '../../node/api.ts'
import type * as contract from '../../sdk/generated/contract.ts'
import { namesMethod } from '../auth/names-method.ts'
import type { ContractDocument } from '../contract/document.ts'
import type { Group } from '../rpc/invoke.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { amountText, maybe, pageOf, pageRequest, timeText } from './wire.ts'

export function tokenMethods({ token, account }: NodeApi, document: ContractDocument): Group<'token'> {
  const names = document.methods.map(({ name }) => name)
  return {
    'token.create': async ({ budget, expiresAt, ...params }) => {
      refuseUnknown(params.methods ?? [], names)
      for (const accountId of params.accounts ?? []) await account.get(accountId)
      const created = await token.create({
        ...params,
        budget: budget && { amount: BigInt(budget.amount), period: budget.period },
        expiresAt: maybe(expiresAt, Date.parse),
      })
      return { token: created.token, ...tokenJson(created) }
    },
    'token.list': async (page) => pageOf(await token.list(pageRequest(page)), tokenJson),
    'token.revoke': async (params) => tokenJson(await token.revoke(params)),
    'token.audit': async ({ tokenId, ...page }) =>
      pageOf(await token.audit({ ...pageRequest(page), tokenId }), entryJson),
  }
}

/** @throws RpcError `invalid_params` for a method that is not there: a slip of the pen would allow less than was meant. */
function refuseUnknown(patterns: readonly string[], names: readonly string[]): void {
  const faults = patterns.flatMap((pattern, index) =>
    names.some((name) => namesMethod(pattern, name))
      ? []
      : [{ pointer: `/methods/${index}`, message: 'is no method' }],
  )
  if (faults.length > 0) throw new RpcError('invalid_params', { faults })
}

function tokenJson({
  tokenId,
  name,
  scopes,
  methods,
  accounts,
  budget,
  spent,
  rate,
  expiresAt,
  createdAt,
  parent,
  status,
  endedAt,
}: TokenInfo): contract.Token {
  return {
    ...{ tokenId, name, scopes, methods, accounts, rate, parent, status },
    budget: budget && { amount: amountText(budget.amount), period: budget.period },
    spent: maybe(spent, amountText),
    expiresAt: maybe(expiresAt, timeText),
    createdAt: timeText(createdAt),
    endedAt: maybe(endedAt, timeText),
  }
}

function entryJson(entry: AuditEntry): contract.AuditEntry {
  return { ...entry, time: timeText(entry.time), spent: maybe(entry.spent, amountText) }
}
