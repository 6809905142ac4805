/** What a token may do: what it and all it was made with allow together. */
import { lineOf } from '../../node/access/token-line.ts'
import type { TokenEntry } from '../../node/access/token-record.ts'
import type { AccountId, MethodName } from '../../sdk/generated/contract.ts'
import type { Caller, Scope } from '../rpc/context.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import type { AccountRule } from './method-rules.ts'
import { namesMethod } from './names-method.ts'

/** The caller that a token stands for. @param methods all there are. */
export function callerOfToken(token: TokenEntry, methods: readonly MethodName[]): Caller {
  const records = lineOf(token).map(({ record }) => record)
  const named = records.flatMap((record) => (record.methods ? [record.methods] : []))
  const known = records.flatMap(({ accounts }) => (accounts ? [new Set(accounts)] : []))
  const [first, ...others] = records.map(({ scopes }) => new Set<Scope>(scopes))
  return {
    key: `token ${token.record.tokenId}`,
    token,
    scopes: others.reduce(common, first!),
    methods:
      named.length === 0
        ? undefined
        : new Set(methods.filter((method) => named.every((patterns) => allows(patterns, method)))),
    accounts: known.length === 0 ? undefined : known.reduce(common),
    rates: records.flatMap(({ tokenId, rate }) =>
      rate === undefined ? [] : [{ key: `rate of ${tokenId}`, perSecond: rate }],
    ),
  }
}

/** @throws RpcError `unauthorized`, `scope_missing`, `method_not_allowed`. */
export function assertMethod({ scopes, methods }: Caller, method: string, scope: Scope): void {
  if (!scopes) throw new RpcError('unauthorized', {})
  if (!scopes.has(scope)) throw new RpcError('scope_missing', { scope })
  if (methods && !methods.has(method)) throw new RpcError('method_not_allowed', { method })
}

/** That a call with these parameters is about accounts the caller knows. @throws RpcError `account_not_allowed`. */
export function assertAccounts({ accounts }: Caller, rule: AccountRule, params: unknown): void {
  if (!accounts || rule === 'none') return
  const { accountId } = params as { readonly accountId?: AccountId }
  if (accountId !== undefined) {
    if (rule === 'all' || !accounts.has(accountId)) throw new RpcError('account_not_allowed', { accountId })
  } else if (rule === 'all' || rule === 'named') {
    throw new RpcError('account_not_allowed', {})
  }
}

function common<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): Set<T> {
  return new Set([...one].filter((member) => other.has(member)))
}

/** Ending a subscription goes with making one. By the version clients tell that a node is there, whatever they may do. */
function allows(patterns: readonly string[], method: MethodName): boolean {
  return patterns.some(
    (pattern) =>
      method === 'node.version' ||
      namesMethod(pattern, method) ||
      (pattern === 'subscribe' && method === 'unsubscribe'),
  )
}
