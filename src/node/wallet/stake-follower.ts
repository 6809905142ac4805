/**
 * Follows what the keys of accounts own. Which keys are whose is known from the view keys; the chain tells which changed in a
 * block, and what they own now is read anew. So a restart, a rescan and a recovery from the phrase are all the same: every key
 * is looked at once, and those numbered beyond the last one in use until so many in a row own nothing.
 */
import { equalBytes, toHex } from '../../protocol/bytes.ts'
import { operatorKey, stakeOwner } from '../../protocol/stake/operator-key.ts'
import { Alarm } from '../alarm.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'
import { type OwnerKey, refreshOwner } from './stake-changes.ts'

export type FollowerModules = {
  readonly book: AccountBook
  readonly chain: Pick<WalletChain, 'stake'>
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: Pick<WalletLimits, 'stakeLookahead' | 'retryDelay'>
}

/** Keys of an account that are looked at in one batch. */
const KEYS_AT_ONCE = 64

/** The keys of one account. */
type Watched = {
  /** Keys of its deposits that are watched, in hex and in their order. */
  readonly deposits: string[]
  readonly operator: string
  readonly known: Promise<void>
}

export class StakeFollower {
  readonly #modules: FollowerModules
  readonly #alarm = new Alarm()
  readonly #watched = new Map<Account, Watched>()
  /** By the key in hex. */
  readonly #owners = new Map<string, OwnerKey & { readonly account: Account }>()
  /** Keys to look at. */
  readonly #dirty = new Set<string>()
  readonly #endChanges: () => void
  readonly #waiting: (() => void)[] = []
  #ended = false
  /** Told when stakes are as the chain has them. */
  onRefreshed: () => Promise<void> = async () => {}

  constructor(modules: FollowerModules) {
    this.#modules = modules
    this.#endChanges = modules.chain.stake.onChange((entries, events) => {
      for (const { before, after } of entries) {
        const entry = after ?? before
        if (entry && 'owner' in entry) this.#mark(toHex(entry.owner))
      }
      // an epoch's end, and whatever else happens to validators by rule, changes what every stake is worth
      if (events.length > 0) this.#markAll()
      this.ring()
    })
  }

  /** To be called when there is a new block, an account more, or one that has been unlocked. */
  ring(): void {
    this.#alarm.ring()
  }

  /** Resolves when all that has changed so far has been looked at, or when the work ends. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#ended) return resolve()
      this.#waiting.push(resolve)
      this.ring()
    })
  }

  /** Resolves when the account's stakes are known. */
  know(account: Account): Promise<void> {
    return this.#watch(account).known
  }

  /** Works until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, logger, limits } = this.#modules
    while (!signal.aborted) {
      let delay: number | undefined
      const waiting = this.#waiting.splice(0)
      try {
        await this.#turn(signal)
        await this.onRefreshed()
      } catch (error) {
        if (!signal.aborted) logger.error({ err: error }, 'reading the stakes failed; it is tried again')
        delay = limits.retryDelay
      }
      for (const resolve of waiting) resolve()
      try {
        await this.#alarm.wait(clock, delay, signal)
      } catch {
        break
      }
    }
    this.#endChanges()
    this.#ended = true
    for (const resolve of this.#waiting) resolve()
  }

  async #turn(signal: AbortSignal): Promise<void> {
    for (const account of this.#modules.book.all()) {
      if (signal.aborted) return
      if (this.#watched.has(account)) continue
      await this.know(account)
      await breath()
    }
    for (const [account, { deposits, operator }] of this.#watched) {
      if (account.removed) this.#forget(account)
      for (const index of account.neglected) this.#mark(index === undefined ? operator : deposits[index]!)
      account.neglected.clear()
    }
    while (this.#dirty.size > 0 && !signal.aborted) await this.#lookAtDirty(signal)
  }

  /** Looks at the keys that are marked now, one account after the other. */
  async #lookAtDirty(signal: AbortSignal): Promise<void> {
    for (const key of this.#dirty) if (!this.#owners.has(key)) this.#dirty.delete(key)
    const marked = Map.groupBy(this.#dirty, (key) => this.#owners.get(key)!.account)
    for (const [account, keys] of marked) {
      for (let at = 0; at < keys.length && !signal.aborted; at += KEYS_AT_ONCE) {
        const owners = keys.slice(at, at + KEYS_AT_ONCE).flatMap((key) => {
          const owner = this.#owners.get(key)
          // the account may have been removed meanwhile
          return owner?.account === account && this.#dirty.delete(key) ? [owner] : []
        })
        await this.#look(account, owners)
      }
    }
  }

  #watch(account: Account): Watched {
    const known = this.#watched.get(account)
    if (known) return known
    const operator = operatorKey(account.keys)
    this.#owners.set(toHex(operator), { key: operator, index: undefined, account })
    const watched: Watched = {
      deposits: [],
      operator: toHex(operator),
      known: this.#lookAtAll(account, operator),
    }
    watched.known.catch(() => this.#forget(account))
    this.#watched.set(account, watched)
    return watched
  }

  async #lookAtAll(account: Account, operator: Uint8Array): Promise<void> {
    await breath()
    await this.#look(account, [{ key: operator, index: undefined }])
    await this.#widen(account)
  }

  /** Looks at the keys of deposits up to so many beyond the last one in use, which what is found moves on. */
  async #widen(account: Account): Promise<void> {
    const watched = this.#watched.get(account)
    const { stakeLookahead } = this.#modules.limits
    while (watched && watched.deposits.length < (account.progress.stakes ?? 0) + stakeLookahead) {
      const index = watched.deposits.length
      const key = stakeOwner(account.keys, index)
      watched.deposits.push(toHex(key))
      this.#owners.set(toHex(key), { key, index, account })
      await this.#look(account, [{ key, index }])
    }
  }

  /** Reads what keys own, and writes it down as far as the account is to know of it. */
  async #look(account: Account, owners: readonly OwnerKey[]): Promise<void> {
    const { book, chain } = this.#modules
    const concerned: OwnerKey[] = []
    for (const owner of owners) if (await this.#concerns(account, owner)) concerned.push(owner)
    if (concerned.length === 0) return
    try {
      await book.changeOne(account, async (draft) => {
        for (const owner of concerned) await refreshOwner(draft, owner, chain.stake)
      })
    } catch (error) {
      if (error instanceof NodeError && error.code === 'account_not_found') return
      for (const { key } of concerned) this.#dirty.add(toHex(key))
      throw error
    }
    if (concerned.some(({ index }) => index !== undefined)) await this.#widen(account)
  }

  async #concerns({ stakes }: Account, { key, index }: OwnerKey): Promise<boolean> {
    const { stake } = this.#modules.chain
    for (const known of stakes.values()) if (known.index === index) return true
    if (index === undefined && stake.state.records.some(({ operator }) => equalBytes(operator, key)))
      return true
    return (await stake.entriesOf(key, 1)).length > 0
  }

  #mark(key: string): void {
    if (this.#owners.has(key)) this.#dirty.add(key)
  }

  #markAll(): void {
    for (const [account, { deposits, operator }] of this.#watched) {
      this.#dirty.add(operator)
      for (const { index } of account.stakes.values()) if (index !== undefined) this.#mark(deposits[index]!)
    }
  }

  #forget(account: Account): void {
    this.#watched.delete(account)
    for (const [key, owner] of this.#owners) if (owner.account === account) this.#owners.delete(key)
  }
}
