/** Who calls, and over what. */
import type { SubscriptionSet } from '../streams/subscription-set.ts'

export type Scope = 'read' | 'message' | 'pay' | 'stake' | 'packet' | 'admin'

export type Caller = {
  /** Names the token, or the address of somebody without one, to the rate limiter. */
  readonly key: string
  /** Undefined for somebody without a valid token. */
  readonly scopes: ReadonlySet<Scope> | undefined
}

export type CallContext = {
  readonly caller: Caller
  /** Subscriptions of the connection; undefined over HTTP. */
  readonly subscriptions: SubscriptionSet | undefined
  /** Runs a task right after the answer to the message at hand has been sent. */
  readonly afterAnswer: (task: () => void) => void
}
