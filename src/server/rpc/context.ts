/** Who calls, and over what. */
import type { TokenEntry } from '../../node/access/token-record.ts'
import type { TokenScope } from '../../node/api/token.ts'
import type { SubscriptionSet } from '../streams/subscription-set.ts'

export type Scope = TokenScope

export type Caller = {
  /** Names the token, or the address of somebody without one, to the rate limiter. */
  readonly key: string
  /** Undefined for somebody without a valid token. */
  readonly scopes: ReadonlySet<Scope> | undefined
  /** A token of the node; undefined for the owner's, and for somebody without one. */
  readonly token?: TokenEntry | undefined
  /** The only methods it may call. */
  readonly methods?: ReadonlySet<string> | undefined
  /** The only accounts it may know of. */
  readonly accounts?: ReadonlySet<string> | undefined
  /** Calls a second, each of its own name: those of the token, and of the tokens it was made with. */
  readonly rates?: readonly { readonly key: string; readonly perSecond: number }[] | undefined
}

export type CallContext = {
  readonly caller: Caller
  /** Subscriptions of the connection; undefined over HTTP. */
  readonly subscriptions: SubscriptionSet | undefined
  /** Runs a task right after the answer to the message at hand has been sent. */
  readonly afterAnswer: (task: () => void) => void
}
