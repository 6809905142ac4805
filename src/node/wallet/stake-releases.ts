/** Takes out what is released of stakes that their accounts asked to have back. */
import type { NetworkParams } from '../../protocol/network.ts'
import { feeOf, ORDINARY_SHAPE } from '../../protocol/shape.ts'
import type { StakeType } from '../api/stake.ts'
import type { Logger } from '../logger.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import { changing } from './stake-view.ts'
import type { Staking } from './staking.ts'

export type ReleaseModules = {
  readonly book: AccountBook
  readonly chain: Pick<WalletChain, 'params'>
  readonly staking: Staking
  readonly logger: Logger
}

/** What was never staked waits until its owner asks for it, so that it can be seen for what it is. */
function waitsForOwner(type: StakeType): boolean {
  return type === 'award' || type === 'bounty' || type === 'bond'
}

/** Base units up to which money is hardly worth being taken out: twice the fee of doing so. */
export function leastRelease(params: NetworkParams): bigint {
  return 2n * feeOf(ORDINARY_SHAPE, params, true)
}

/**
 * One part of each stake at a time. What the award brought stays until somebody asks for it, and so does what is hardly worth
 * the fee. What cannot be done now, such as for an account that is locked, is tried again with the next block.
 */
export async function releaseStakes({ book, chain, staking, logger }: ReleaseModules): Promise<void> {
  const least = leastRelease(chain.params)
  for (const account of book.all()) {
    if (account.locked || account.viewOnly || account.removed || !account.caughtUp) continue
    for (const { stakeId, type, leaving } of [...account.stakes.values()]) {
      if (waitsForOwner(type) || changing(stakeId, account.transactions.values())) continue
      const part = leaving.find(({ status, amount }) => status === 'withdrawable' && amount > least)
      if (!part) continue
      try {
        await staking.release(account, stakeId, part)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
        logger.debug({ accountId: account.id, code }, 'a stake that is released waits')
      }
    }
  }
}
