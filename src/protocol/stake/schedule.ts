/** How much a block issues, and how much all blocks ever will. */
import { BASIS_POINTS, type StakeParams } from './params.ts'

type Schedule = Pick<StakeParams, 'blockReward' | 'halvingBlocks' | 'rewardFloor'>

/** Base units that the block of that height may issue; halves by rounding down and ends below the floor. Genesis issues none. */
export function blockReward(height: number, { blockReward, halvingBlocks, rewardFloor }: Schedule): bigint {
  if (height < 1) return 0n
  const reward = blockReward >> BigInt(Math.floor((height - 1) / halvingBlocks))
  return reward < rewardFloor ? 0n : reward
}

/** Base units that all blocks of all time issue at most: less by what absent validators miss. */
export function totalIssue({ blockReward, halvingBlocks, rewardFloor }: Schedule): bigint {
  let total = 0n
  for (let reward = blockReward; reward > 0n && reward >= rewardFloor; reward >>= 1n) {
    total += reward * BigInt(halvingBlocks)
  }
  return total
}

/** The part of a block's reward that goes to the award's pool. The rest is the validators'. */
export function awardPart(reward: bigint, { awardShare }: Pick<StakeParams, 'awardShare'>): bigint {
  return (reward * BigInt(awardShare)) / BASIS_POINTS
}

/** The epoch of a block: 1 from block 1 on. Genesis is in none. */
export function epochOf(height: number, { epochBlocks }: Pick<StakeParams, 'epochBlocks'>): number {
  return Math.ceil(height / epochBlocks)
}

/** The height of the first block of an epoch. */
export function firstHeight(epoch: number, { epochBlocks }: Pick<StakeParams, 'epochBlocks'>): number {
  return (epoch - 1) * epochBlocks + 1
}

/** The height of the last block of an epoch. */
export function lastHeight(epoch: number, { epochBlocks }: Pick<StakeParams, 'epochBlocks'>): number {
  return epoch * epochBlocks
}

/** The award period of an epoch: 1 from epoch 1 on. */
export function periodOf(epoch: number, params: Pick<StakeParams, 'awardPeriodEpochs'>): number {
  return Math.ceil(epoch / params.awardPeriodEpochs)
}

/** The last epoch of an award period. */
export function lastEpoch(period: number, params: Pick<StakeParams, 'awardPeriodEpochs'>): number {
  return period * params.awardPeriodEpochs
}
