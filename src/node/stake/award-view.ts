/** The award as the node's interface shows it: the one to come, draws under way, and records of those that are over. */
import { toHex } from '../../protocol/bytes.ts'
import { awardPool } from '../../protocol/stake/award.ts'
import { nextHistory } from '../../protocol/stake/award-record.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { lastEpoch, lastHeight, periodOf } from '../../protocol/stake/schedule.ts'
import type { AwardDraw, Eligible } from '../../protocol/stake/state.ts'
import type { AwardDrawInfo, AwardEligible, AwardInfo, AwardRecordInfo } from '../api/stake.ts'
import type { KeptAward } from '../chain/find-stake.ts'
import { candidateInfo } from './validator-view.ts'
import type { StakeView } from './view-context.ts'

export function awardInfo(view: StakeView): AwardInfo {
  const { state, params } = view
  const { award, epoch, records } = state
  return {
    pool: awardPool(state),
    collected: award.open,
    period: periodOf(epoch.number, params),
    nextDraw: award.draw ? drawInfo(award.draw, params) : openDraw(view),
    eligible: records.map((record) => candidateInfo(view, record)),
    history: toHex(award.history),
  }
}

/** The draw that the present period leads to. */
function openDraw({ state, params }: StakeView): AwardDrawInfo {
  const period = periodOf(state.epoch.number, params)
  const freezeHeight = lastHeight(lastEpoch(period, params), params)
  return {
    ...{ period, state: 'open', freezeHeight, seedHeight: freezeHeight + params.awardFreezeDelay },
    ...{ amount: state.award.open, squarings: params.awardDelaySquarings, eligible: [] },
  }
}

export function drawInfo(draw: AwardDraw, { awardDelaySquarings }: StakeParams): AwardDrawInfo {
  const { period, frozenAt, seedHeight, amount, beacon, eligible } = draw
  return {
    ...{ period, state: beacon ? 'seeded' : 'frozen', freezeHeight: frozenAt, seedHeight, amount },
    ...{
      squarings: awardDelaySquarings,
      beacon: beacon && toHex(beacon),
      eligible: eligible.map(eligibleInfo),
    },
  }
}

/** All that `stegos award verify` asks for. */
export function awardRecordInfo(
  { record, before }: KeptAward,
  chain: Pick<AwardRecordInfo, 'network' | 'chainId'>,
): AwardRecordInfo {
  const { eligible, beacon, proof, ...rest } = record
  return {
    ...chain,
    ...rest,
    eligible: eligible.map(eligibleInfo),
    beacon: beacon && toHex(beacon),
    proof: proof && toHex(proof),
    before: toHex(before),
    history: toHex(nextHistory(before, record)),
  }
}

function eligibleInfo({ id, key, operator }: Eligible): AwardEligible {
  return { validatorId: toHex(id), validatorKey: toHex(key), operator: toHex(operator) }
}
