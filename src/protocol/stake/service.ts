/**
 * Who is eligible for the award: whoever was in the set, and signed nine tenths of the blocks it could, in every epoch of the
 * period. Its stake does not matter.
 */
import { countable, countableBelow } from './attendance.ts'
import { hasShare, type StakeParams } from './params.ts'
import { lastEpoch, periodOf } from './schedule.ts'
import { type Fault, memberIndex, type StakeState, type ValidatorRecord } from './state.ts'
import { setRecord, type Work } from './work.ts'

/** Notes for every validator whether the epoch that ends was a good one. */
export function noteService(work: Work): void {
  const { epoch, params } = work
  const could = countable(params)
  for (const record of work.records) {
    const index = memberIndex(epoch, record.id)
    const signed = index < 0 ? 0 : epoch.signed[index]!
    if (index >= 0 && hasShare(signed, could, params.awardAttendance)) {
      setRecord(work, { ...record, good: record.good + 1 })
    } else if (index < 0) {
      spoil(work, record, { reason: 'not_in_set', epoch: epoch.number, signed: 0, could: 0 })
    } else {
      spoil(work, record, { reason: 'attendance', epoch: epoch.number, signed, could })
    }
  }
}

/** The first fault of a period stays. */
export function spoil(work: Work, record: ValidatorRecord, fault: Fault): void {
  if (record.fault) return
  setRecord(work, { ...record, fault })
  work.events.push({ type: 'spoilt', validator: record.id, fault })
}

/** Whether the period that ends with this epoch was served well to the end. */
export function servedPeriod({ good, fault }: ValidatorRecord, params: StakeParams): boolean {
  return fault === undefined && good === params.awardPeriodEpochs
}

export type Eligibility = {
  /** Whether it may still be drawn for this period. */
  readonly eligible: boolean
  /** Why not. */
  readonly fault: Fault | undefined
  /** Epochs of the period that it served well, and that are still to come, the present one included. */
  readonly good: number
  readonly ahead: number
  /** Blocks of this epoch that it signed, of those counted so far. */
  readonly signed: number
  readonly could: number
}

/** How a validator stands in the present period. @param height of the last block. */
export function eligibilityOf(
  { epoch }: StakeState,
  record: ValidatorRecord,
  height: number,
  params: StakeParams,
): Eligibility {
  const index = memberIndex(epoch, record.id)
  const fault: Fault | undefined =
    record.fault ??
    (index < 0 ? { reason: 'not_in_set', epoch: epoch.number, signed: 0, could: 0 } : undefined)
  return {
    eligible: fault === undefined,
    fault,
    good: record.good,
    ahead: lastEpoch(periodOf(epoch.number, params), params) - epoch.number + 1,
    signed: index < 0 ? 0 : epoch.signed[index]!,
    could: index < 0 ? 0 : countableBelow(height + 1, epoch, params),
  }
}
