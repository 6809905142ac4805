/**
 * The tokens of a node: all of them in memory, so that nobody who calls waits for the disk, and on the disk before anybody hears
 * of a change. A token may do what it, the one it was made with, and so on up to the owner's allow together: what narrows one
 * narrows all below it.
 */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { Alarm } from '../alarm.ts'
import type { NewToken, TokenInfo } from '../api/token.ts'
import type { Batch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { NodeLimits } from '../limits.ts'
import { type Page, type PageRequest, pageOfList } from '../page.ts'
import type { Store } from '../store.ts'
import { encodeStructured } from '../structured.ts'
import type { Table } from '../table.ts'
import type { Budgets } from './budgets.ts'
import { assertMakeable, endUnder, isUnder } from './token-line.ts'
import { statusOf, type TokenEntry, type TokenRecord, tokenInfo } from './token-record.ts'
import { makeTokenText, tokenHash } from './token-text.ts'

export type TokenBookModules = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly limits: Pick<NodeLimits, 'tokens'>
  readonly budgets: Budgets
}

/** Why the tokens of open connections end. */
export type TokenEnd = 'expired' | 'revoked'

const ID_LENGTH = 8
/** Milliseconds after which the time is looked at again, in case the machine's clock was put forward. */
const LOOK_AGAIN = 60_000

export class TokenBook {
  readonly #modules: TokenBookModules
  /** Token → TokenRecord. */
  readonly table: Table
  /** In the order they were made. */
  readonly #byId = new Map<string, TokenEntry>()
  readonly #byHash = new Map<string, TokenEntry>()
  readonly #listeners = new Map<TokenEntry, Set<(end: TokenEnd) => void>>()
  readonly #alarm = new Alarm()

  /** Use {@link openAccess}, which reads what is in the table. */
  constructor(modules: TokenBookModules) {
    this.#modules = modules
    this.table = modules.store.table('tokens')
  }

  /** The token with that text, whether or not it is over; undefined when there is none. */
  find(text: string): TokenEntry | undefined {
    return this.#byHash.get(tokenHash(text))
  }

  /** @throws NodeError `token_expired`, `token_revoked`. */
  assertActive({ record }: TokenEntry): void {
    const status = statusOf(record, this.#modules.clock.now())
    if (status === 'revoked') throw new NodeError('token_revoked', {})
    if (status === 'expired') throw new NodeError('token_expired', { expiredAt: record.expiresAt! })
  }

  /** Calls back once, when the token has ended, or soon when it has already. Returns what calls it off. */
  onEnd(token: TokenEntry, listener: (end: TokenEnd) => void): () => void {
    const status = statusOf(token.record, this.#modules.clock.now())
    if (status !== 'active') {
      queueMicrotask(() => listener(status))
      return () => {}
    }
    const listeners = this.#listeners.get(token) ?? new Set()
    this.#listeners.set(token, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(token) === listeners) this.#listeners.delete(token)
    }
  }

  /**
   * Makes a token.
   * @param parentId the token it is made with; undefined for the owner's.
   * @throws NodeError `scope_missing` for a scope that one lacks; `too_many_tokens`; `invalid_params` when it would be over at once.
   */
  create(
    wanted: NewToken,
    parentId: string | undefined,
    remember: (batch: Batch, outcome: TokenInfo & { readonly token: string }) => void,
  ): Promise<TokenInfo & { readonly token: string }> {
    const { store, clock, random } = this.#modules
    const token = makeTokenText(random)
    const tokenId = toHex(random(ID_LENGTH))
    return store.transact((batch) => {
      const now = clock.now()
      const parent = parentId === undefined ? undefined : this.#get(parentId)
      this.#assertRoom(now)
      const record: TokenRecord = {
        ...wanted,
        expiresAt: endUnder(parent?.record, wanted.expiresAt),
        tokenId,
        hash: tokenHash(token),
        createdAt: now,
        parent: parentId,
        order: this.#nextOrder(),
      }
      assertMakeable(record, parent?.record, now)
      const entry: TokenEntry = { record, spending: [], parent }
      const outcome = { token, ...tokenInfo(entry, now) }
      batch.put(this.table, fromHex(tokenId), encodeStructured(record))
      this.#dropOld(batch, now)
      remember(batch, outcome)
      batch.onCommit(() => {
        this.add(entry)
        this.#alarm.ring()
      })
      return outcome
    })
  }

  list(request: PageRequest): Page<TokenInfo> {
    const now = this.#modules.clock.now()
    const entries = [...this.#byId.values()]
    const page = pageOfList('tokens', request, entries, ({ record }) =>
      String(record.order).padStart(16, '0'),
    )
    return { ...page, items: page.items.map((entry) => tokenInfo(entry, now)) }
  }

  /** Ends a token and all that were made with it. One that is over stays as it was. @throws NodeError `token_not_found`. */
  revoke(tokenId: string, remember: (batch: Batch, outcome: TokenInfo) => void): Promise<TokenInfo> {
    const { store, clock } = this.#modules
    return store.transact((batch) => {
      const now = clock.now()
      const entry = this.#get(tokenId)
      const ending = [...this.#byId.values()].filter(
        (one) => isUnder(one, entry) && statusOf(one.record, now) === 'active',
      )
      const revoked = ending.map((one) => ({ one, record: { ...one.record, revokedAt: now } }))
      for (const { record } of revoked)
        batch.put(this.table, fromHex(record.tokenId), encodeStructured(record))
      const own = revoked.find(({ one }) => one === entry)?.record ?? entry.record
      const outcome = tokenInfo({ ...entry, record: own }, now)
      remember(batch, outcome)
      batch.onCommit(() => {
        for (const { one, record } of revoked) one.record = record
        for (const { one } of revoked) this.#end(one, 'revoked')
      })
      return outcome
    })
  }

  /** Ends tokens when their time has come, until the signal fires. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#modules
    while (!signal.aborted) {
      const now = clock.now()
      let next = LOOK_AGAIN
      for (const entry of this.#byId.values()) {
        const { expiresAt, revokedAt } = entry.record
        if (expiresAt === undefined || revokedAt !== undefined) continue
        if (expiresAt <= now) this.#end(entry, 'expired')
        else next = Math.min(next, expiresAt - now)
      }
      await this.#alarm.wait(clock, next, signal).catch(() => {})
    }
  }

  /** Takes a token into memory that is on the disk. */
  add(entry: TokenEntry): void {
    this.#byId.set(entry.record.tokenId, entry)
    this.#byHash.set(entry.record.hash, entry)
  }

  get(tokenId: string): TokenEntry | undefined {
    return this.#byId.get(tokenId)
  }

  #get(tokenId: string): TokenEntry {
    const entry = this.#byId.get(tokenId)
    if (!entry) throw new NodeError('token_not_found', { tokenId })
    return entry
  }

  #end(entry: TokenEntry, end: TokenEnd): void {
    const listeners = this.#listeners.get(entry)
    this.#listeners.delete(entry)
    for (const listener of listeners ?? []) listener(end)
  }

  #assertRoom(now: number): void {
    const { tokens: limit } = this.#modules.limits
    const active = [...this.#byId.values()].filter(({ record }) => statusOf(record, now) === 'active')
    if (active.length >= limit) throw new NodeError('too_many_tokens', { limit })
  }

  /** Of those that are over as many are kept as may be active; the oldest go first. */
  #dropOld(batch: Batch, now: number): void {
    const { limits, budgets } = this.#modules
    const over = [...this.#byId.values()].filter(({ record }) => statusOf(record, now) !== 'active')
    for (const { record } of over.slice(0, Math.max(0, over.length - limits.tokens))) {
      batch.delete(this.table, fromHex(record.tokenId))
      budgets.forget(batch, record.tokenId)
      batch.onCommit(() => {
        this.#byId.delete(record.tokenId)
        this.#byHash.delete(record.hash)
      })
    }
  }

  #nextOrder(): number {
    return [...this.#byId.values()].reduce((last, { record }) => Math.max(last, record.order), 0) + 1
  }
}
