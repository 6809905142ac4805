/** Who a token is. Only hashes are kept, and the owner's is compared in constant time; nobody waits for the disk. */
import { hash, timingSafeEqual } from 'node:crypto'
import type { Access } from '../../node/access/access.ts'
import type { TokenEnd } from '../../node/access/token-book.ts'
import type { TokenEntry } from '../../node/access/token-record.ts'
import type { MethodName } from '../../sdk/generated/contract.ts'
import type { Caller, Scope } from '../rpc/context.ts'
import { callerOfToken } from './narrowing.ts'

const ALL_SCOPES: readonly Scope[] = ['read', 'message', 'pay', 'stake', 'packet', 'admin']

export type TokenStore = {
  /**
   * The caller a token stands for; undefined for a token that is not known.
   * @throws NodeError `token_expired`, `token_revoked`; `not_ready` while only the owner's is known.
   */
  readonly authenticate: (token: string) => Caller | undefined
  /** Calls back once, when the caller's token has ended; the owner's never does. Returns what calls it off. */
  readonly onEnd: (caller: Caller, listener: (end: TokenEnd) => void) => () => void
}

/** Knows the owner's token, which may do everything, and those of the node. @param methods all there are. */
export function createTokenStore(
  ownerToken: string,
  access: Access,
  methods: readonly MethodName[],
): TokenStore {
  const known = digest(ownerToken)
  const owner: Caller = { key: 'owner', scopes: new Set(ALL_SCOPES) }
  const callers = new WeakMap<TokenEntry, Caller>()
  return {
    authenticate: (given) => {
      if (timingSafeEqual(known, digest(given))) return owner
      const token = access.find(given)
      if (!token) return undefined
      const caller = callers.get(token) ?? callerOfToken(token, methods)
      callers.set(token, caller)
      return caller
    },
    onEnd: ({ token }, listener) => (token ? access.onEnd(token, listener) : () => {}),
  }
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
