/** What happened to stake by rule, as the node's interface shows it: in lists, and on the event log. */
import { toHex } from '../../protocol/bytes.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { AwardRecordInfo, RewardInfo, SlashingInfo } from '../api/stake.ts'
import { awardRecordInfo, drawInfo } from './award-view.ts'
import { stakeJson } from './stake-json.ts'

/** Undefined for an event that burns no validator's stake. @param height of its block. */
export function slashingInfo(event: StakeEvent, height: number): SlashingInfo | undefined {
  switch (event.type) {
    case 'slashed': {
      const { type, infraction, burnt } = event
      return { type, validatorId: toHex(event.validator), height, infraction, burnt }
    }
    case 'thawed': {
      const { type, burnt, forfeited } = event
      return { type, validatorId: toHex(event.validator), height, burnt, forfeited }
    }
    case 'leaked':
      return { type: event.type, validatorId: toHex(event.validator), height, burnt: event.amount }
    default:
      return undefined
  }
}

export type Rewarded = Extract<StakeEvent, { type: 'rewarded' }>

/** Undefined for an event that pays nobody. @param height of its block. @param earned what of it is the asking account's. */
export function rewardInfo(
  event: StakeEvent,
  height: number,
  earned?: (event: Rewarded) => bigint,
): RewardInfo | undefined {
  if (event.type !== 'rewarded') return undefined
  const { validator, epoch, reward, fees, commission, signed, could } = event
  const paid = { validatorId: toHex(validator), epoch, height, reward, fees, commission, signed, could }
  return { ...paid, earned: earned?.(event) }
}

export type TopicEvent = { readonly topic: string; readonly event: Readonly<Record<string, unknown>> }

/** The event of the contract that tells of it; undefined where none does. */
export function stakeTopicEvent(
  event: StakeEvent,
  height: number,
  chain: Pick<AwardRecordInfo, 'network' | 'chainId'>,
  params: StakeParams,
): TopicEvent | undefined {
  switch (event.type) {
    case 'epoch':
      return { topic: 'stake.epoch', event: { epoch: event.epoch, height, members: event.members } }
    case 'suspended': {
      const { epoch } = event
      return { topic: 'stake.suspended', event: { validatorId: toHex(event.validator), epoch, height } }
    }
    case 'slashed':
    case 'thawed':
    case 'leaked':
      return { topic: 'stake.slashed', event: stakeJson(slashingInfo(event, height)!) }
    case 'award_frozen':
      return { topic: 'award.frozen', event: stakeJson(drawInfo(event.draw, params)) }
    case 'award_seeded':
      return { topic: 'award.seeded', event: stakeJson(drawInfo(event.draw, params)) }
    case 'award_over':
      return { topic: 'award.paid', event: stakeJson(awardRecordInfo(event, chain)) }
    default:
      return undefined
  }
}
