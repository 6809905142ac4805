/** Tokens for people. */
import type { Token } from '../../sdk/index.ts'
import { coins, fields, moment } from '../print.ts'
import { budgetText } from './durations.ts'

/** All that is known of a token, one thing below the other. */
export function describe(token: Token): string[] {
  const { budget, spent, rate } = token
  return fields([
    ['Token', token.tokenId],
    ['Name', token.name],
    ['Status', token.endedAt ? `${token.status} ${moment(token.endedAt)}` : token.status],
    ['Scopes', token.scopes.join(', ')],
    ['Methods', token.methods?.join(', ')],
    ['Accounts', token.accounts?.join(', ')],
    ['Budget', budget && `${budgetText(budget)}, ${coins(spent ?? '0')} of it spent`],
    ['Rate', rate && `${rate} calls a second`],
    ['Expires', token.status === 'active' ? moment(token.expiresAt) : undefined],
    ['Made with', token.parent],
  ])
}

/** What narrows a token, in a few words. */
export function narrowingOf({ methods, accounts, budget, rate, expiresAt }: Token): string {
  return [
    methods && `${methods.length} methods`,
    accounts && `${accounts.length} accounts`,
    budget && budgetText(budget),
    rate && `${rate}/s`,
    expiresAt && `until ${moment(expiresAt)}`,
  ]
    .filter(Boolean)
    .map((part) => String(part).replace(/^1 (method|account)s$/, '1 $1'))
    .join(', ')
}
