/**
 * What an epoch pays. A block's reward, less the award's part, is shared by stake × blocks signed. What absent validators
 * miss is not issued: if others got it, it would pay them to make somebody look absent. Fees are their leader's.
 */
import { countable } from './attendance.ts'
import { hasBit } from './bitmap.ts'
import type { StakeParams } from './params.ts'
import { awardPart, blockReward, firstHeight } from './schedule.ts'
import { commissionOf, payInto } from './shares.ts'
import { type EpochState, findRecord, memberIndex, type StakeState, type ValidatorRecord } from './state.ts'
import { count, setAward, setEpoch, setRecord, type Work } from './work.ts'

/** Base units that so many signatures of a member earn in this epoch, commission included. */
function rewardFor(epoch: EpochState, index: number, signed: number, params: StakeParams): bigint {
  const total = epoch.members.reduce((sum, { stake }) => sum + stake, 0n)
  if (total === 0n) return 0n
  const reward = blockReward(firstHeight(epoch.number, params), params)
  const whole = (reward - awardPart(reward, params)) * BigInt(params.epochBlocks)
  const { stake } = epoch.members[index]!
  return (whole * stake * BigInt(signed)) / (total * BigInt(countable(params)))
}

/** Blocks of this epoch that a member has signed, and all that it can still be counted for, late votes included. */
function mostSigned({ number, signed, recent }: EpochState, index: number, params: StakeParams): number {
  const last = recent.at(-1)?.height
  const counted = last === undefined ? 0 : last + 1 - firstHeight(number, params)
  const missed = recent.filter(({ present }) => !hasBit(present, index)).length
  return Math.min(countable(params), signed[index]! + missed + countable(params) - counted)
}

/**
 * Base units that may be paid to a pool at the epoch's end and belong to its present shares: all that the stake which
 * counts in this epoch can earn, and the fees so far. New shares are bought at a price that includes them: a deposit
 * counts from the next epoch on, and takes no part in what is earned without it.
 */
export function dueTo(
  { epoch }: Pick<StakeState, 'epoch'>,
  record: ValidatorRecord,
  params: StakeParams,
): bigint {
  const index = memberIndex(epoch, record.id)
  if (index < 0 || record.status === 'frozen') return 0n
  const gain = rewardFor(epoch, index, mostSigned(epoch, index, params), params) + epoch.fees[index]!
  return gain - commissionOf(gain, record)
}

/** Takes the fees of a block for its leader, and issues the award's part of its reward. */
export function takeFees(work: Work, height: number, leader: number, fees: bigint): void {
  const part = awardPart(blockReward(height, work.params), work.params)
  count(work, { fees, issued: part })
  setAward(work, { open: work.award.open + part })
  setEpoch(work, { fees: work.epoch.fees.with(leader, work.epoch.fees[leader]! + fees) })
}

/** Pays the epoch out. Who has been slashed in it gets nothing, and what its blocks brought in fees goes to the award. */
export function payEpoch(work: Work): void {
  const { epoch, params } = work
  for (const [index, { id }] of epoch.members.entries()) {
    const record = findRecord(work.records, id)
    const fees = epoch.fees[index]!
    if (!record || record.status === 'frozen' || record.shares === 0n) {
      setAward(work, { open: work.award.open + fees })
      continue
    }
    const reward = rewardFor(epoch, index, epoch.signed[index]!, params)
    const { pool, commission } = payInto(record, reward + fees)
    setRecord(work, pool)
    count(work, { issued: reward })
    work.events.push({
      type: 'rewarded',
      validator: id,
      epoch: epoch.number,
      ...{ reward, fees, commission },
      signed: epoch.signed[index]!,
      could: countable(params),
      ...{ shares: record.shares, ownShares: record.ownShares },
    })
  }
  setEpoch(work, { fees: epoch.fees.map(() => 0n) })
}
