/** All `stake` methods of a node: what everybody sees, and what its accounts do. */
import type { StakeApi } from '../api/stake.ts'
import type { Chain } from '../chain/chain.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { createStakeChainApi, readRewards } from './stake-chain-api.ts'

/** @param keys of this node's validator, if it has one. */
export function createStakeApi(
  chain: Chain,
  keys: Pick<ValidatorKeys, 'find'> | undefined,
  { stake }: Pick<Wallet, 'stake'>,
): StakeApi {
  const { sharesOf, ...ofAccounts } = stake
  return {
    ...createStakeChainApi(chain, keys),
    ...ofAccounts,
    rewards: async ({ accountId, validatorId, ...request }) => {
      const held = accountId === undefined ? undefined : await sharesOf(accountId)
      const isWanted = (id: string) => (validatorId ?? id) === id && (held?.has(id) ?? true)
      return readRewards(chain, request, isWanted, held && ((event) => held.earned(event)))
    },
  }
}
