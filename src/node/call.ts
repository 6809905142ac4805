/** A call that changes something, beyond its parameters: what makes it safe to repeat, and who answers for it. */
import type { Batch } from './batch.ts'

export type Call = {
  /** The caller's idempotency key, if it gave one. */
  readonly key: string | undefined
  /** The token it is made with; undefined for the owner's. */
  readonly tokenId: string | undefined
  /** Runs before the call is performed; not when only its outcome is repeated. What it throws refuses the call. */
  begin(): void
  /**
   * Puts what is to be kept of the call into the batch of its effect, so that neither is on the disk without the other. What
   * it throws refuses the call: nothing is written then.
   */
  commit(batch: Batch, outcome: unknown): void
}

/** What methods take as `idempotencyKey`: the key alone where nobody has to answer for the call, as inside the node. */
export type CallKey = string | Call

/** What methods take that are safe to repeat. */
export type Keyed = { readonly idempotencyKey?: CallKey | undefined }

export function keyOf(call: CallKey | undefined): string | undefined {
  return typeof call === 'object' ? call.key : call
}

/** The token that a call is made with; undefined for the owner's, and inside the node. */
export function tokenOf(call: CallKey | undefined): string | undefined {
  return typeof call === 'object' ? call.tokenId : undefined
}
