/** What every transport needs to serve calls. */
import type { TokenStore } from '../auth/token-store.ts'
import type { HostGuard } from '../guard/host-guard.ts'
import type { ServerLimits } from '../limits.ts'
import type { Caller } from '../rpc/context.ts'
import type { Dispatcher } from '../rpc/dispatcher.ts'
import type { ErrorMapper } from '../rpc/error-mapper.ts'

export type Session = {
  readonly dispatcher: Dispatcher
  readonly errors: ErrorMapper
  readonly tokens: TokenStore
  readonly guard: HostGuard
  readonly limits: ServerLimits
}

/**
 * Who sends a request: the holder of the token; somebody at an address, without one; undefined for a token that is not
 * known.
 */
export function callerOf(tokens: TokenStore, token: string | undefined, address: string): Caller | undefined {
  return token === undefined ? { key: `address ${address}`, scopes: undefined } : tokens.authenticate(token)
}
