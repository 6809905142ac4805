/** The end of an epoch: everything that waits for it, then the validators of the next. */
import { compareBytes } from '../bytes.ts'
import { countable } from './attendance.ts'
import { freezeAward } from './award.ts'
import { hasShare, MILLION, type StakeParams } from './params.ts'
import { applyAnnounced, ownStake } from './registry.ts'
import { closeLeavers } from './registry-close.ts'
import { payEpoch } from './rewards.ts'
import { lastEpoch, periodOf } from './schedule.ts'
import { noteService } from './service.ts'
import { thaw } from './slashing.ts'
import { drawSlots } from './slots.ts'
import { findRecord, type Member, memberIndex, type StakeState, type ValidatorRecord } from './state.ts'
import { setEpoch, setRecord, type Work } from './work.ts'

/** At the last block of an epoch. @param beacon after that block. */
export function endEpoch(work: Work, height: number, beacon: Uint8Array): void {
  const { params } = work
  const ended = work.epoch.number
  const next = ended + 1
  payEpoch(work)
  noteService(work)
  if (ended === lastEpoch(periodOf(ended, params), params)) freezeAward(work, height)
  suspendSilent(work)
  applyAnnounced(work, next)
  const drawn = nextMembers(work.records, beacon, next, params)
  // A chain without candidates goes on with who is there: nobody else could even take a registration in.
  const members = drawn.length > 0 ? drawn : work.epoch.members
  const previous = work.epoch.members.map(({ id, publicKey, weight }) => ({ id, publicKey, weight }))
  setEpoch(work, {
    ...{ number: next, members, previous, recent: [] },
    signed: members.map(() => 0),
    fees: members.map(() => 0n),
  })
  for (const { id } of members) {
    const record = findRecord(work.records, id)
    if (record) setRecord(work, { ...record, served: next })
  }
  thaw(work, next)
  closeLeavers(work, next)
  work.events.push({ type: 'epoch', epoch: next, members: members.length })
}

/**
 * Leaves out who signed next to nothing: while fewer than a third fall silent at a time the set heals by itself, and no
 * weight ever has to leak. It costs no stake; the operator brings its validator back with one operation.
 */
function suspendSilent(work: Work): void {
  const { epoch, params } = work
  for (const record of work.records) {
    const index = memberIndex(epoch, record.id)
    if (index < 0 || record.status !== 'active') continue
    if (hasShare(epoch.signed[index]!, countable(params), params.suspendBelow)) continue
    setRecord(work, { ...record, status: 'suspended' })
    work.events.push({ type: 'suspended', validator: record.id, epoch: epoch.number })
  }
}

/** Candidates for the next set, most stake first. */
export function candidates(records: readonly ValidatorRecord[], params: StakeParams): ValidatorRecord[] {
  return records
    .filter((record) => record.status === 'active' && ownStake(record) >= params.minStake)
    .sort((left, right) => order(right.stake, left.stake) || compareBytes(left.id, right.id))
}

/** The set of an epoch: the first by stake, in the order of their keys. Who draws no seat is not in it. */
export function nextMembers(
  records: readonly ValidatorRecord[],
  beacon: Uint8Array,
  epoch: number,
  params: StakeParams,
): Member[] {
  const chosen = candidates(records, params)
    .slice(0, params.maxValidators)
    .sort((left, right) => compareBytes(left.key, right.key))
  if (chosen.length < params.slotsFrom) {
    return chosen.map(({ id, key, stake }) => ({ id, publicKey: key, stake, weight: stake }))
  }
  const stakes = chosen.map(({ stake }) => stake)
  return drawSlots(stakes, params.slots, beacon, epoch).flatMap((seats, index) => {
    const { id, key, stake } = chosen[index]!
    // In millionths of a seat, so that a leak can take less than a whole one.
    return seats === 0 ? [] : [{ id, publicKey: key, stake, weight: BigInt(seats) * MILLION }]
  })
}

/** How a candidate would stand if the set were chosen now: 1 for most stake; undefined for no candidate. */
export function rankOf({ records }: StakeState, id: Uint8Array, params: StakeParams): number | undefined {
  const at = candidates(records, params).findIndex((record) => compareBytes(record.id, id) === 0)
  return at < 0 ? undefined : at + 1
}

function order(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
