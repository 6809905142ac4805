/** What the node writes down of a token, and what it tells of it. */
import type { TokenInfo, TokenScope, TokenStatus } from '../api/token.ts'
import { decodeStructured } from '../structured.ts'
import { type Budget, type Spending, spentOf } from './budget.ts'

export type TokenRecord = {
  readonly tokenId: string
  readonly name: string
  /** As `tokenHash` gives it: the token itself is not kept. */
  readonly hash: string
  readonly scopes: readonly TokenScope[]
  /** Names, or `group.*`; absent for all. */
  readonly methods?: readonly string[] | undefined
  readonly accounts?: readonly string[] | undefined
  readonly budget?: Budget | undefined
  /** Calls a second. */
  readonly rate?: number | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
  readonly createdAt: number
  /** Id of the token it was made with; absent for the owner's. */
  readonly parent?: string | undefined
  /** Place among the tokens of this node. */
  readonly order: number
  readonly revokedAt?: number | undefined
}

/** A token in memory. Those who hold on to one see it end. */
export type TokenEntry = {
  record: TokenRecord
  spending: Spending
  readonly parent: TokenEntry | undefined
}

export function statusOf({ revokedAt, expiresAt }: TokenRecord, now: number): TokenStatus {
  if (revokedAt !== undefined) return 'revoked'
  return expiresAt !== undefined && expiresAt <= now ? 'expired' : 'active'
}

export function tokenInfo({ record, spending }: Omit<TokenEntry, 'parent'>, now: number): TokenInfo {
  const { hash, order, revokedAt, ...told } = record
  const status = statusOf(record, now)
  return {
    ...told,
    spent: record.budget && spentOf(spending, record.budget, now),
    status,
    endedAt: status === 'active' ? undefined : (revokedAt ?? record.expiresAt),
  }
}

/** @throws StoreError `corrupt` for bytes that are no record. */
export function decodeEntry<T extends TokenRecord | Spending>(bytes: Uint8Array): T {
  return decodeStructured<T>(bytes, 'a record of a token')
}
