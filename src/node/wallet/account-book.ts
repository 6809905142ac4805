/** The accounts of this node in memory, and the one way to change them: a batch of the store. */
import type { NetworkName } from '../../protocol/network.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { Batch } from '../batch.ts'
import { NodeError } from '../errors.ts'
import type { EventLog } from '../events.ts'
import type { Store } from '../store.ts'
import type { Account } from './account.ts'
import { AccountDraft } from './account-draft.ts'
import { type WalletTables, walletTables } from './tables.ts'

export type BookModules = {
  readonly store: Store
  readonly events: EventLog
  readonly network: NetworkName
  readonly stakeParams: StakeParams
}

export class AccountBook {
  readonly tables: WalletTables
  readonly network: NetworkName
  readonly stakeParams: StakeParams
  readonly #store: Store
  readonly #events: EventLog
  readonly #accounts = new Map<string, Account>()

  constructor({ store, events, network, stakeParams }: BookModules) {
    this.tables = walletTables(store)
    this.network = network
    this.stakeParams = stakeParams
    this.#store = store
    this.#events = events
  }

  all(): Account[] {
    return [...this.#accounts.values()]
  }

  find(accountId: string): Account | undefined {
    return this.#accounts.get(accountId)
  }

  /** @throws NodeError `account_not_found`. */
  get(accountId: string): Account {
    const account = this.#accounts.get(accountId)
    if (!account) throw new NodeError('account_not_found', { accountId })
    return account
  }

  add(account: Account): void {
    this.#accounts.set(account.id, account)
  }

  delete(accountId: string): void {
    this.#accounts.delete(accountId)
  }

  /**
   * Changes accounts in one batch together with the events that tell of it. Memory follows when the batch is on disk.
   * @throws NodeError `account_not_found` when one has been removed meanwhile; nothing is written then.
   */
  change<T>(
    accounts: readonly Account[],
    work: (drafts: readonly AccountDraft[], batch: Batch) => T | Promise<T>,
  ): Promise<T> {
    return this.#store.transact(async (batch) => {
      for (const { id, removed } of accounts) {
        if (removed) throw new NodeError('account_not_found', { accountId: id })
      }
      const drafts = accounts.map((account) => new AccountDraft(account, batch, this))
      try {
        const result = await work(drafts, batch)
        const events = drafts.flatMap((draft) => draft.finish())
        if (events.length > 0) this.#events.append(batch, events)
        return result
      } catch (error) {
        for (const draft of drafts) draft.abort()
        throw error
      }
    })
  }

  /** As {@link change}, for one account. */
  changeOne<T>(account: Account, work: (draft: AccountDraft, batch: Batch) => T | Promise<T>): Promise<T> {
    return this.change([account], ([draft], batch) => work(draft!, batch))
  }

  /** A batch of the wallet that changes none of the accounts in memory. */
  transact<T>(work: (batch: Batch) => T | Promise<T>): Promise<T> {
    return this.#store.transact(work)
  }
}
