/** Validators as the node's interface shows them. */
import { toHex } from '../../protocol/bytes.ts'
import { rankOf } from '../../protocol/stake/epoch.ts'
import { ownStake } from '../../protocol/stake/registry.ts'
import { eligibilityOf } from '../../protocol/stake/service.ts'
import { type Fault, memberIndex, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { AwardCandidate, EligibilityFault, ValidatorInfo } from '../api/stake.ts'
import { outsideReason } from './standing.ts'
import { isOwn, type StakeView } from './view-context.ts'

export function validatorInfo(view: StakeView, record: ValidatorRecord): ValidatorInfo {
  const { state, params } = view
  const { operator, good, ahead, ...standing } = candidateInfo(view, record)
  const index = memberIndex(state.epoch, record.id)
  const rank = rankOf(state, record.id, params)
  return {
    ...standing,
    nextKey: record.nextKey && toHex(record.nextKey),
    operator,
    status: record.status,
    stake: record.stake,
    ownStake: ownStake(record),
    commission: record.commission,
    announced: record.announced,
    since: record.since,
    inSet: index >= 0,
    weight: state.epoch.members[index]?.weight,
    rank,
    reason: outsideReason(state, record, params, () => rank),
  }
}

/** How a validator stands in the present award period. */
export function candidateInfo(view: StakeView, record: ValidatorRecord): AwardCandidate {
  const { state, params, height } = view
  const { eligible, fault, good, ahead, signed, could } = eligibilityOf(state, record, height, params)
  return {
    validatorId: toHex(record.id),
    validatorKey: toHex(record.key),
    operator: toHex(record.operator),
    own: isOwn(view, record),
    eligible,
    fault: fault && faultInfo(fault),
    ...{ good, ahead, signed, could },
  }
}

function faultInfo({ reason, epoch, signed, could }: Fault): EligibilityFault {
  return { reason, epoch, signed, could }
}
