/** What of a run's config makes its chain one of stake, and the numbers of such a chain: everything is small and soon over. */
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import { SMALL_STAKE } from '../support/small-stake.ts'
import type { Chance } from './chance.ts'
import type { SilenceRules } from './silence.ts'

export type StakingConfig = {
  /** Who is a validator from the beginning; the others have keys and money and may register. */
  readonly registered: readonly number[]
  readonly epochBlocks: number
  readonly maxValidators: number
  readonly maxRecords: number
}

/** Base units of stake for each unit of a config's weights. */
export const STAKE_UNIT = SMALL_STAKE.minStake

export function stakeParams(
  { epochBlocks, maxValidators, maxRecords }: StakingConfig,
  silenceRules: SilenceRules,
): StakeParams {
  return {
    ...SMALL_STAKE,
    ...silenceRules,
    ...{ epochBlocks, maxValidators, maxRecords },
    unbondingEpochs: 2,
    // Small beside the stakes: what the honest miss in bad weather must not shift the weights by much.
    blockReward: 20_000n,
  }
}

/** Draws who begins: some come later, as long as those with a role hold less than a third without them. */
export function drawStaking(
  chance: Chance,
  weights: readonly number[],
  hasRole: (validator: number) => boolean,
): StakingConfig {
  let registered = [...weights.keys()]
  for (const late of chance.some(registered, chance.whole(0, weights.length >> 1))) {
    const rest = registered.filter((one) => one !== late)
    const held = (some: readonly number[]) => some.reduce((sum, one) => sum + weights[one]!, 0)
    if (rest.length >= 3 && held(rest.filter(hasRole)) * 3 < held(rest)) registered = rest
  }
  const maxValidators = registered.length + chance.whole(0, 1)
  return {
    registered,
    epochBlocks: chance.pick([6, 8, 12]),
    maxValidators,
    maxRecords: Math.max(maxValidators, weights.length - chance.whole(0, 1)),
  }
}
