/** Whether a validator is in this epoch's set, and would be in the next one. */
import { rankOf } from '../../protocol/stake/epoch.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { ownStake } from '../../protocol/stake/registry.ts'
import { findRecord, memberIndex, type StakeState, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { OutsideReason, StakeValidator } from '../api/stake.ts'

/** Why it would not be in the next set, if that were chosen now; undefined for one that would. @param rank its `rankOf`. */
export function outsideReason(
  state: StakeState,
  record: ValidatorRecord,
  params: StakeParams,
  rank = () => rankOf(state, record.id, params),
): OutsideReason | undefined {
  if (record.status !== 'active') return record.status
  if (ownStake(record) < params.minStake) return 'below_minimum'
  const { maxValidators } = params
  const crowded = state.records.length > maxValidators && rank()! > maxValidators
  return crowded ? 'outranked' : undefined
}

/** How the validator of a stake stands, by its id. */
export function standingOf(state: StakeState, id: Uint8Array, params: StakeParams): StakeValidator {
  const inSet = memberIndex(state.epoch, id) >= 0
  const record = findRecord(state.records, id)
  if (!record) return { status: 'gone', inSet, reason: 'gone' }
  return { status: record.status, inSet, reason: outsideReason(state, record, params) }
}
