/** All `stake` methods of a node: what everybody sees, and what its accounts do. */
import type { Chain } from '../chain/chain.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { StakeApi } from './stake-api.ts'
import { createStakeChainApi, readRewards } from './stake-chain-api.ts'

/** @param ownKey the BLS key of this node, if it has one. */
export function createStakeApi(
  chain: Chain,
  ownKey: Uint8Array | undefined,
  { stake }: Pick<Wallet, 'stake'>,
): StakeApi {
  const { validatorsOf, ...ofAccounts } = stake
  return {
    ...createStakeChainApi(chain, ownKey),
    ...ofAccounts,
    rewards: async ({ accountId, validatorId, ...request }) => {
      const ofAccount = accountId === undefined ? undefined : await validatorsOf(accountId)
      const isWanted = (id: string) => (validatorId ?? id) === id && (ofAccount?.has(id) ?? true)
      return readRewards(chain, request, isWanted)
    },
  }
}
