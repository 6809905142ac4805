/** The end of a validator: its record goes, its pool stays in the table for those who have not taken their shares out. */
import { hash } from '../crypto/hash.ts'
import { memberIndex, type ValidatorRecord } from './state.ts'
import type { ClosedPool } from './table.ts'
import { count, dropRecord, setEntry, type Work } from './work.ts'

/** Moves a pool to the table; the operator's own shares become a deposit of its key. */
export function closePool(work: Work, record: ValidatorRecord, penalty: ClosedPool['penalty']): void {
  const { id, shares, ownShares, operator } = record
  // Rounding may leave a unit to a pool without shares: it is nobody's.
  const stake = shares > 0n ? record.stake : 0n
  count(work, { burnt: record.stake - stake })
  dropRecord(work, record)
  if (shares > 0n || penalty) setEntry(work, 'closed', id, { kind: 'closed', id, stake, shares, penalty })
  if (ownShares > 0n) {
    const entry = hash('own deposit', id)
    setEntry(work, 'deposit', entry, {
      ...{ kind: 'deposit', id: entry, owner: operator, validator: id, shares: ownShares },
    })
  }
  work.events.push({ type: 'closed', validator: id, stake })
}

/** At the end of an epoch: closes the leavers whose stake answers for nothing any more. */
export function closeLeavers(work: Work, next: number): void {
  for (const record of work.records) {
    if (record.status === 'leaving' && isIdle(work, record, next)) closePool(work, record, undefined)
  }
}

/** Whether a validator is out of the set, and its stake answers for no vote any more. */
export function isIdle(work: Work, { id, served }: ValidatorRecord, epoch: number): boolean {
  if (memberIndex(work.epoch, id) >= 0) return false
  return served === 0 || served + work.params.unbondingEpochs <= epoch
}
