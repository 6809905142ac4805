/** The `stake` methods that look up what accounts have staked. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import type { StakeAccountApi, StakeInfo } from '../api/stake.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import { type Page, readPage } from '../page.ts'
import { standingOf } from '../stake/standing.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import { decodeRecord, type StakeRecord } from './records.ts'
import type { StakeFollower } from './stake-follower.ts'
import { AccountShares } from './stake-shares.ts'
import { stakeInfo } from './stake-view.ts'
import { accountKey, idKey, under } from './tables.ts'

export type StakesModules = {
  readonly book: AccountBook
  readonly chain: Pick<WalletChain, 'height' | 'params' | 'stake'>
  readonly clock: Clock
  readonly follower: StakeFollower
}

export class Stakes implements Pick<StakeAccountApi, 'get' | 'list'> {
  readonly #modules: StakesModules

  constructor(modules: StakesModules) {
    this.#modules = modules
  }

  async get({ accountId, stakeId }: Parameters<StakeAccountApi['get']>[0]): Promise<StakeInfo> {
    const account = await this.#known(accountId)
    const stake = await this.#record(accountId, stakeId)
    if (!stake) throw new NodeError('unknown_stake', { stakeId })
    return this.#info(account, stake)
  }

  async list(query: Parameters<StakeAccountApi['list']>[0]): Promise<Page<StakeInfo>> {
    const { accountId, status } = query
    const account = await this.#known(accountId)
    return readPage({
      table: this.#modules.book.tables.stakeOrder,
      list: `stakes ${accountId}`,
      request: query,
      ...under(accountKey(accountId)),
      item: async ([, id]) => {
        const stake = await this.#record(accountId, toHex(id))
        return stake && (status === undefined || status === stake.status)
          ? this.#info(account, stake)
          : undefined
      },
    })
  }

  /** What an account holds and held of the pools of validators. @throws NodeError `account_not_found`. */
  async sharesOf(accountId: string): Promise<AccountShares> {
    const { stakes } = await this.#known(accountId)
    const own = [...stakes.values()].filter(
      ({ type, validatorId, stakeId }) => type === 'own' && stakeId === validatorId,
    )
    const operated = new Set(own.map(({ stakeId }) => stakeId))
    return new AccountShares(operated).read(this.#modules.book.tables.stakeShares, accountId)
  }

  async #known(accountId: string): Promise<Account> {
    const { book, follower } = this.#modules
    const account = book.get(accountId)
    await follower.know(account)
    return account
  }

  async #record(accountId: string, stakeId: string): Promise<StakeRecord | undefined> {
    const bytes = await this.#modules.book.tables.stakes.get(idKey(accountId, stakeId))
    return bytes && decodeRecord<StakeRecord>(bytes)
  }

  #info(account: Account, stake: StakeRecord): StakeInfo {
    const { chain, clock, book } = this.#modules
    const timeAt = (height: number) =>
      clock.now() + Math.max(0, height - chain.height) * chain.params.blockInterval
    const info = stakeInfo(stake, account.transactions.values(), book.stakeParams, timeAt)
    if (stake.amount === 0n) return info
    // Not kept with the stake: whatever happens to a validator would have to be written down for each that is with it.
    return { ...info, validator: standingOf(chain.stake.state, fromHex(stake.validatorId), book.stakeParams) }
  }
}
