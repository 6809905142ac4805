/** Who may call now: those with a token have a limit each, or two where the token has one of its own; those without share one by address. */
import {
  ANONYMOUS_CALLS_BURST,
  ANONYMOUS_CALLS_PER_SECOND,
  LIMITER_ENTRIES,
  type ServerLimits,
} from '../limits.ts'
import type { CallContext } from '../rpc/context.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { RateLimiter } from './rate-limiter.ts'

/** Returns what throws `rate_limited` when the caller has to wait. */
export function createAdmission(limits: ServerLimits, now: () => number): (context: CallContext) => void {
  const shared = { entries: LIMITER_ENTRIES, now }
  const known = new RateLimiter({ ...shared, perSecond: limits.callsPerSecond, burst: limits.callsBurst })
  const anonymous = new RateLimiter({
    ...shared,
    perSecond: Math.min(limits.callsPerSecond, ANONYMOUS_CALLS_PER_SECOND),
    burst: Math.min(limits.callsBurst, ANONYMOUS_CALLS_BURST),
  })
  const own = new RateLimiter({ ...shared, perSecond: limits.callsPerSecond, burst: limits.callsBurst })
  return ({ caller }) => {
    for (const { key, perSecond } of caller.rates ?? []) {
      const wait = own.take(key, perSecond)
      if (wait > 0) throw new RpcError('rate_limited', { retryAfter: wait })
    }
    const retryAfter = (caller.scopes ? known : anonymous).take(caller.key)
    if (retryAfter > 0) throw new RpcError('rate_limited', { retryAfter })
  }
}
