/** What the node writes down of a token, and what it tells of it. */
import { deserialize, serialize } from 'node:v8'
import type { TokenInfo, TokenScope, TokenStatus } from '../api.ts'
import { StoreError } from '../store-error.ts'
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

/** Serialized by structure, so that amounts stay bigints. */
export function encodeEntry(entry: TokenRecord | Spending): Uint8Array {
  return Uint8Array.from(serialize(entry))
}

/** @throws StoreError `corrupt` for bytes that are no record. */
export function decodeEntry<T extends TokenRecord | Spending>(bytes: Uint8Array): T {
  try {
    const entry: unknown = deserialize(bytes)
    if (typeof entry === 'object' && entry !== null) return entry as T
  } catch {
    // told below
  }
  throw new StoreError('corrupt', 'a record of a token cannot be read')
}
