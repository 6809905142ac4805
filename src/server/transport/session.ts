/** What every transport needs to serve calls. */
import type { TokenStore } from '../auth/token-store.ts'
import type { HostGuard } from '../guard/host-guard.ts'
import type { ServerLimits } from '../limits.ts'
import type { Caller } from '../rpc/context.ts'
import type { Dispatcher } from '../rpc/dispatcher.ts'
import type { ErrorMapper } from '../rpc/error-mapper.ts'
import { RpcError } from '../rpc/rpc-error.ts'

export type Session = {
  readonly dispatcher: Dispatcher
  readonly errors: ErrorMapper
  readonly tokens: TokenStore
  readonly guard: HostGuard
  readonly limits: ServerLimits
}

/**
 * Who sends a request: the holder of the token; somebody at an address, without one.
 * @throws RpcError `unauthorized` for a token that is not known; NodeError `token_expired`, `token_revoked`, `not_ready`.
 */
export function callerOf(tokens: TokenStore, token: string | undefined, address: string): Caller {
  if (token === undefined) return { key: `address ${address}`, scopes: undefined }
  const caller = tokens.authenticate(token)
  if (!caller) throw new RpcError('unauthorized', {})
  return caller
}
