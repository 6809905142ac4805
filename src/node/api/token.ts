/** What the node offers about tokens; a part of `NodeApi`, with its conventions. */
import type { Keyed } from '../call.ts'
import type { Page, PageRequest } from '../page.ts'

export type TokenScope = 'read' | 'message' | 'pay' | 'stake' | 'packet' | 'admin'
export type TokenStatus = 'active' | 'expired' | 'revoked'
/** What a token may do; what is absent is not narrowed. */
export type NewToken = {
  readonly name: string
  readonly scopes: readonly TokenScope[]
  /** Names, or `group.*`. */
  readonly methods?: readonly string[] | undefined
  readonly accounts?: readonly string[] | undefined
  /** Period in seconds. */
  readonly budget?: { readonly amount: bigint; readonly period: number } | undefined
  /** Calls a second. */
  readonly rate?: number | undefined
  readonly expiresAt?: number | undefined
}
export type TokenInfo = NewToken & {
  readonly tokenId: string
  /** What counts against the budget. */
  readonly spent?: bigint | undefined
  readonly createdAt: number
  /** Id of the token it was made with; absent for the owner's. */
  readonly parent?: string | undefined
  readonly status: TokenStatus
  readonly endedAt?: number | undefined
}
export type AuditId = {
  readonly type: 'account' | 'payment' | 'transaction' | 'message' | 'stake' | 'token'
  readonly id: string
}
export type AuditEntry = {
  readonly time: number
  /** `owner` for the owner's. */
  readonly tokenId: string
  readonly tokenName: string
  readonly method: string
  readonly accountId?: string | undefined
  /** `ok`, or the code of the error. */
  readonly outcome: string
  /** Refused calls alike that it stands for. */
  readonly count: number
  readonly keyHash?: string | undefined
  /** Amount and fee. */
  readonly spent?: bigint | undefined
  readonly ids: readonly AuditId[]
}

export type TokenApi = {
  /** The token itself is told this once. */
  create(input: Keyed & NewToken): Promise<TokenInfo & { readonly token: string }>
  list(query: PageRequest): Promise<Page<TokenInfo>>
  revoke(input: Keyed & { readonly tokenId: string }): Promise<TokenInfo>
  audit(query: PageRequest & { readonly tokenId?: string | undefined }): Promise<Page<AuditEntry>>
}
