/** What helps against an error of a handler. */
import { isStegosError } from '../stegos-error.ts'

/**
 * `wait`: the node is away or busy, which says nothing about the event: again and again, until it works. `retry`: again, as often
 * as the options say. `give_up`: the event will never work, and is a dead letter. `stop`: no event will work, and the bot ends.
 */
export type Remedy = 'wait' | 'retry' | 'give_up' | 'stop'

const AWAY: ReadonlySet<string> = new Set([
  'connection_lost',
  'timeout',
  'not_ready',
  'rate_limited',
  'mempool_full',
])
/** Not worth a retry of the same call at once, but coins come back, accounts are unlocked, and budgets begin anew. */
const HEALS: ReadonlySet<string> = new Set(['insufficient_funds', 'account_locked', 'over_budget'])
const DENIED: ReadonlySet<string> = new Set([
  'unauthorized',
  'scope_missing',
  'host_not_allowed',
  'token_expired',
  'token_revoked',
  'method_not_allowed',
  'client_closed',
])

/** What helps unless the options of the bot say otherwise: errors that are not those of a node are tried again. */
export function remedyFor(error: unknown): Remedy {
  if (!isStegosError(error)) return 'retry'
  if (AWAY.has(error.symbol)) return 'wait'
  if (DENIED.has(error.symbol)) return 'stop'
  return error.retryable || HEALS.has(error.symbol) ? 'retry' : 'give_up'
}
