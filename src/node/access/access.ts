/**
 * Who may call, and who did: the tokens of the node beside its owner's, and the log of what was done with them. It is there from
 * the first moment, and knows nobody until the node has opened its store.
 */
import { toHex, utf8 } from '../../protocol/bytes.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import type { AuditId, TokenApi } from '../api/token.ts'
import type { Batch } from '../batch.ts'
import { type Call, tokenOf } from '../call.ts'
import { NodeError } from '../errors.ts'
import type { Idempotency } from '../idempotency.ts'
import type { AuditLog, NewEntry } from './audit-log.ts'
import type { Budgets } from './budgets.ts'
import type { OpenedAccess } from './open-access.ts'
import type { TokenBook, TokenEnd } from './token-book.ts'
import type { TokenEntry } from './token-record.ts'
import { looksLikeToken } from './token-text.ts'

export type AccessParts = {
  readonly tokens: Pick<TokenBook, 'find' | 'assertActive' | 'onEnd'>
  readonly budgets: Pick<Budgets, 'assertLeft' | 'charge'>
  readonly audit: Pick<AuditLog, 'append' | 'write' | 'refuse' | 'flush'>
  /** Ends what waits. */
  readonly signal: AbortSignal
}

/** A call as the server sees it. Base units; ids are those of accounts, payments and so on, never secrets. */
export type CallNote = {
  /** Undefined for the owner's. */
  readonly token: TokenEntry | undefined
  readonly method: string
  readonly accountId?: string | undefined
  readonly key?: string | undefined
}

export type CallRules = {
  /** What the call takes out of accounts at least, known from its parameters. */
  readonly least: bigint
  /** What it took, fees included. */
  readonly cost: (outcome: unknown) => bigint
  /** What it made or changed. */
  readonly made: (outcome: unknown) => readonly AuditId[]
}

/** Stands for the owner's token in the log. */
const OWNER = 'owner'
/** Bytes of the hash of an idempotency key. */
const KEY_HASH = 16

export class Access {
  #parts: AccessParts | undefined

  /** From now on tokens are known. */
  open(parts: AccessParts): void {
    this.#parts = parts
  }

  /** From now on they are not; what waits is written. */
  async close(): Promise<void> {
    const parts = this.#parts
    this.#parts = undefined
    await parts?.audit.flush().catch(() => {})
  }

  /**
   * The token with that text, undefined when there is none. In memory: nobody waits.
   * @throws NodeError `token_expired`, `token_revoked`; `not_ready` while tokens are not known.
   */
  find(text: string): TokenEntry | undefined {
    if (!looksLikeToken(text)) return undefined
    const { tokens } = this.#opened()
    const token = tokens.find(text)
    if (token) tokens.assertActive(token)
    return token
  }

  /** @throws NodeError `token_expired`, `token_revoked`; `not_ready`. */
  assertActive(token: TokenEntry): void {
    this.#opened().tokens.assertActive(token)
  }

  /** Calls back once, when the token has ended. Returns what calls it off. */
  onEnd(token: TokenEntry, listener: (end: TokenEnd) => void): () => void {
    return this.#opened().tokens.onEnd(token, listener)
  }

  /**
   * A call that changes something: it is refused once its token has ended or its budget does not suffice, up to the moment when
   * its effect is written; then budget and log are written with it.
   */
  call(note: CallNote, { least, cost, made }: CallRules): Call {
    const { token, key } = note
    return {
      key,
      tokenId: token?.record.tokenId,
      begin: () => {
        if (!token) return
        const { tokens, budgets } = this.#opened()
        tokens.assertActive(token)
        if (least > 0n) budgets.assertLeft(token, least)
      },
      commit: (batch: Batch, outcome: unknown) => {
        const { tokens, budgets, audit } = this.#opened()
        const spent = cost(outcome)
        if (token) {
          tokens.assertActive(token)
          budgets.charge(batch, token, spent)
        }
        audit.append(batch, entryOf(note, { outcome: 'ok', spent: spent || undefined, ids: made(outcome) }))
      },
    }
  }

  /** Writes down a call that was carried out and wrote nothing itself. @throws StoreError; NodeError `not_ready`. */
  performed(note: CallNote, ids: readonly AuditId[]): Promise<void> {
    return this.#opened().audit.write(entryOf(note, { outcome: 'ok', ids }))
  }

  /** Notes that a call was refused. */
  refused(note: CallNote, outcome: string): void {
    this.#parts?.audit.refuse(entryOf(note, { outcome, ids: [] }), this.#parts.signal)
  }

  #opened(): AccessParts {
    if (!this.#parts) throw new NodeError('not_ready', { state: 'starting' })
    return this.#parts
  }
}

/** The `token` methods. */
export function createTokenApi(
  { tokens, audit }: Pick<OpenedAccess, 'tokens' | 'audit'>,
  idempotency: Idempotency,
): TokenApi {
  return {
    create: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'token.create', key, params, sensitive: true }, (remember) =>
        tokens.create(params, tokenOf(key), remember),
      ),
    list: async (request) => tokens.list(request),
    revoke: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'token.revoke', key, params }, (remember) =>
        tokens.revoke(params.tokenId, remember),
      ),
    audit: (query) => audit.read(query),
  }
}

function entryOf(
  { token, method, accountId, key }: CallNote,
  { outcome, spent, ids }: Pick<NewEntry, 'outcome' | 'spent' | 'ids'>,
): NewEntry {
  return {
    tokenId: token?.record.tokenId ?? OWNER,
    tokenName: token?.record.name ?? OWNER,
    method,
    accountId,
    outcome,
    keyHash: key === undefined ? undefined : toHex(hash('audit key', utf8(key)).subarray(0, KEY_HASH)),
    spent,
    ids,
  }
}
