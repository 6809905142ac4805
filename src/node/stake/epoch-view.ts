/** The present epoch, and the numbers of staking, as the node's interface shows them. */
import { toHex } from '../../protocol/bytes.ts'
import { countableBelow } from '../../protocol/stake/attendance.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { blockReward, firstHeight, lastHeight, periodOf } from '../../protocol/stake/schedule.ts'
import type { EpochInfo, StakeParamsInfo } from '../api/stake.ts'
import { type StakeView, timeAt } from './view-context.ts'

/** The epoch of the next block. */
export function epochInfo(view: StakeView): EpochInfo {
  const { params, height } = view
  const { epoch } = view.state
  const last = lastHeight(epoch.number, params)
  const could = countableBelow(height + 1, epoch, params)
  return {
    epoch: epoch.number,
    period: periodOf(epoch.number, params),
    firstHeight: firstHeight(epoch.number, params),
    lastHeight: last,
    height,
    blocksLeft: last - height,
    estimatedEnd: timeAt(view, last),
    reward: blockReward(height + 1, params),
    totalStake: epoch.members.reduce((sum, { stake }) => sum + stake, 0n),
    members: epoch.members.map(({ id, publicKey, stake, weight }, index) => ({
      validatorId: toHex(id),
      validatorKey: toHex(publicKey),
      ...{ stake, weight, signed: epoch.signed[index]!, could },
    })),
  }
}

export function stakeParamsInfo(params: StakeParams, feePerOperation: bigint): StakeParamsInfo {
  const { epochBlocks, minStake, minDeposit, unbondingEpochs, maxValidators } = params
  const { commissionStep, commissionNotice, blockReward, halvingBlocks, slashShare } = params
  const { awardShare, awardPeriodEpochs, awardAttendance, awardFreezeDelay } = params
  const { awardDelaySquarings, awardBounty } = params
  return {
    ...{ epochBlocks, minStake, minDeposit, unbondingEpochs, maxValidators },
    ...{ commissionStep, commissionNotice, blockReward, halvingBlocks, slashShare },
    ...{ awardShare, awardPeriodEpochs, awardAttendance, awardFreezeDelay },
    ...{ awardDelaySquarings, awardBounty, feePerOperation },
  }
}
