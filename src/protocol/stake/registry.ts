/** What operators do: register a validator, set its commission, change its key, bring it back after a silence. */
import { hash } from '../crypto/hash.ts'
import type { ConfigureOperation, RegisterOperation, ResumeOperation, RotateOperation } from './operation.ts'
import { BASIS_POINTS } from './params.ts'
import { closePool, isIdle } from './registry-close.ts'
import { worthOf } from './shares.ts'
import type { ValidatorRecord } from './state.ts'
import { count, lookUp, recordOf, refuse, setEntry, setRecord, type Work } from './work.ts'

/** The id a validator has for all time, from the key it registers with. */
export function validatorId(key: Uint8Array): Uint8Array {
  return hash('validator', key)
}

/**
 * Adds a candidate. A full registry makes room by the idle one with the least stake, if the new one brings more: its pool
 * closes, and whoever had a part in it may take it at once.
 */
export function register(work: Work, operation: RegisterOperation): void {
  const { key, operator, commission, amount } = operation
  const { params, epoch } = work
  if (amount < params.minStake) throw refuse('min_stake', 'less than an operator has to stake')
  if (commission < 0 || commission > Number(BASIS_POINTS)) throw refuse('commission', 'no such commission')
  if (lookUp(work, 'key', key)) throw refuse('key_used', 'this validator key was registered before')
  if (work.records.length >= params.maxRecords) makeRoom(work, amount)
  const id = validatorId(key)
  setEntry(work, 'key', key, { kind: 'key', id: key, validator: id })
  setRecord(work, {
    ...{ id, key, nextKey: undefined, operator, sequence: 0, commission, announced: undefined },
    ...{ status: 'active', since: epoch.number, served: 0 },
    ...{ stake: amount, shares: amount, ownShares: amount },
    ...{ good: 0, fault: undefined, slash: undefined },
  })
  count(work, { deposited: amount })
}

function makeRoom(work: Work, amount: bigint): void {
  let least: ValidatorRecord | undefined
  for (const record of work.records) {
    if (record.status === 'frozen' || !isIdle(work, record, work.epoch.number)) continue
    if (!least || record.stake < least.stake) least = record
  }
  if (!least || least.stake >= amount) throw refuse('registry_full', 'no room for another validator')
  closePool(work, least, undefined)
  work.events.push({ type: 'evicted', validator: least.id })
}

/** The record an operator acts on: the number of the operation is the next one, so none counts twice. */
export function operated(
  work: Work,
  { validator, sequence }: { readonly validator: Uint8Array; readonly sequence: number },
): ValidatorRecord {
  const record = recordOf(work, validator)
  if (record.sequence !== sequence) throw refuse('sequence', 'this operation was made before, or too early')
  return { ...record, sequence: sequence + 1 }
}

/** @throws ProtocolError when it is leaving, or frozen: a change that never takes effect would only cost its fee. */
function staying(record: ValidatorRecord): ValidatorRecord {
  if (record.status === 'active' || record.status === 'suspended') return record
  throw refuse('status', 'a validator that is going')
}

/** A rise is small and known ahead; a cut comes with the next epoch. One change at a time. */
export function configure(work: Work, operation: ConfigureOperation): void {
  const { commission } = operation
  const { params, epoch } = work
  const record = staying(operated(work, operation))
  if (record.announced) throw refuse('announced', 'another change of commission is on its way')
  if (commission > Number(BASIS_POINTS)) throw refuse('commission', 'no such commission')
  if (commission > record.commission + params.commissionStep)
    throw refuse('commission_step', 'a commission rises in small steps')
  const notice = commission > record.commission ? params.commissionNotice : 0
  setRecord(work, { ...record, announced: { commission, from: epoch.number + 1 + notice } })
}

/** The new key votes from the next epoch on. Votes of the old one can be held against the validator as before. */
export function rotate(work: Work, operation: RotateOperation): void {
  const { key } = operation
  const record = staying(operated(work, operation))
  if (record.nextKey) throw refuse('rotating', 'another key is on its way')
  if (lookUp(work, 'key', key)) throw refuse('key_used', 'this validator key was registered before')
  setEntry(work, 'key', key, { kind: 'key', id: key, validator: record.id })
  setRecord(work, { ...record, nextKey: key })
}

/** Ends a suspension. */
export function resume(work: Work, operation: ResumeOperation): void {
  const record = operated(work, operation)
  if (record.status !== 'suspended') throw refuse('status', 'a validator that is not suspended')
  setRecord(work, { ...record, status: 'active' })
}

/** At the end of an epoch: commissions and keys that were announced for the next one. */
export function applyAnnounced(work: Work, next: number): void {
  for (const record of work.records) {
    const { announced, nextKey } = record
    const due = announced && announced.from <= next ? announced : undefined
    if (!due && !nextKey) continue
    setRecord(work, {
      ...record,
      key: nextKey ?? record.key,
      nextKey: undefined,
      commission: due?.commission ?? record.commission,
      announced: due ? undefined : announced,
    })
  }
}

/** Base units of the pool that are the operator's own. */
export function ownStake(record: ValidatorRecord): bigint {
  return worthOf(record.ownShares, record)
}
