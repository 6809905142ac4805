/**
 * What a validator loses that contradicted itself. At once: a part of its pool is burnt, the rest is frozen, and it votes no
 * more after the epoch. At the end of the unbonding time: more is burnt if much stake was slashed together, because an accident
 * is lonely and an attack is not; a part of what is left of the operator's own goes to the award; then the rest is free.
 */
import { ProtocolError } from '../errors.ts'
import type { Verdict } from './evidence.ts'
import { BASIS_POINTS, MILLION, type StakeParams } from './params.ts'
import { closePool } from './registry-close.ts'
import { epochOf } from './schedule.ts'
import { spoil } from './service.ts'
import { divideUp, worthOf } from './shares.ts'
import { findRecord, type Slash, type ValidatorRecord } from './state.ts'
import { count, lookUp, setAward, setRecord, type Work } from './work.ts'

/**
 * Punishes a validator for all that is told of it: from its earliest contradiction on, and by the largest share it voted with when
 * it contradicted itself, in whatever order they are told. What is burnt at once is burnt with the first.
 * @returns false when that changes nothing, because as much has been told already or the punishment is over
 * @throws ProtocolError `invalid_evidence` when the unbonding time is over, or the height is of an epoch to come.
 */
export function slash(work: Work, { key, height, share }: Verdict): boolean {
  const { params, epoch } = work
  const infraction = epochOf(height, params)
  if (infraction > epoch.number || epoch.number >= infraction + params.unbondingEpochs)
    throw new ProtocolError('invalid_evidence', 'the stake no longer answers for that height')
  const validator = lookUp(work, 'key', key)?.validator
  const record = validator && findRecord(work.records, validator)
  if (!record) {
    // What it was punished by can change no more: whatever is still answered for is not earlier than the first that was told.
    if (validator && lookUp(work, 'closed', validator)?.penalty) return false
    throw new ProtocolError('invalid_evidence', 'a validator that is gone')
  }
  if (record.slash) return aggravate(work, record, record.slash, { infraction, share })
  const burnt = divideUp(record.stake * BigInt(params.slashShare), BASIS_POINTS)
  const correlated = work.records.reduce((sum, { slash }) => sum + (slash?.share ?? 0), 0)
  const slashed: Slash = { infraction, since: epoch.number, share, correlated }
  setRecord(work, { ...record, status: 'frozen', stake: record.stake - burnt, slash: slashed })
  correlate(work, share)
  count(work, { burnt })
  work.events.push({ type: 'slashed', validator: record.id, infraction, burnt })
  const fault = { reason: 'slashed', epoch: epoch.number, signed: 0, could: 0 } as const
  spoil(work, findRecord(work.records, record.id)!, fault)
  return true
}

/** Of what is told later, what is earlier or weighs more counts: a lesser contradiction that is told first hides nothing. */
function aggravate(
  work: Work,
  record: ValidatorRecord,
  known: Slash,
  told: Pick<Slash, 'infraction' | 'share'>,
): boolean {
  const infraction = Math.min(known.infraction, told.infraction)
  const share = Math.max(known.share, told.share)
  if (infraction === known.infraction && share === known.share) return false
  setRecord(work, { ...record, slash: { ...known, infraction, share } })
  correlate(work, share - known.share)
  work.events.push({ type: 'slashed', validator: record.id, infraction, burnt: 0n })
  return true
}

/** So much more of the weight has contradicted itself with all who are frozen now. */
function correlate(work: Work, share: number): void {
  for (const record of work.records) {
    const { slash } = record
    if (slash) setRecord(work, { ...record, slash: { ...slash, correlated: slash.correlated + share } })
  }
}

/** Millionths that are burnt in the end. */
export function finalBurn({ correlated }: Slash, params: StakeParams): number {
  const least = params.slashShare * 100
  return Math.max(least, Math.min(Number(MILLION), params.slashCorrelation * correlated))
}

/** At the end of an epoch: lets go of what was frozen long enough. */
export function thaw(work: Work, next: number): void {
  for (const record of work.records) {
    if (record.slash && record.slash.since + work.params.unbondingEpochs <= next)
      thawOne(work, record, record.slash)
  }
}

function thawOne(work: Work, record: ValidatorRecord, slashed: Slash): void {
  const { params } = work
  const burntShare = finalBurn(slashed, params)
  const atOnce = params.slashShare * 100
  // Of what is left of the whole, so that in sum the final share of the whole is burnt.
  const further = BigInt(burntShare - atOnce)
  const burnt = divideUp(record.stake * further, MILLION - BigInt(atOnce))
  const pool = { ...record, stake: record.stake - burnt }
  const forfeitShares = divideUp(pool.ownShares * BigInt(params.slashForfeit), BASIS_POINTS)
  const forfeited = worthOf(forfeitShares, pool)
  count(work, { burnt })
  setAward(work, { open: work.award.open + forfeited })
  work.events.push({ type: 'thawed', validator: record.id, burnt, forfeited })
  const left: ValidatorRecord = {
    ...pool,
    stake: pool.stake - forfeited,
    shares: pool.shares - forfeitShares,
    ownShares: pool.ownShares - forfeitShares,
  }
  closePool(work, left, { infraction: slashed.infraction, burnt: burntShare })
}

export type Penalised = { readonly paid: bigint; readonly burnt: bigint; readonly forfeited: bigint }

/** What is left of an amount that was on its way out when its validator was slashed. @param burnt millionths */
export function penalise(amount: bigint, own: boolean, burntShare: number, params: StakeParams): Penalised {
  const burnt = divideUp(amount * BigInt(burntShare), MILLION)
  const rest = amount - burnt
  const forfeited = own ? divideUp(rest * BigInt(params.slashForfeit), BASIS_POINTS) : 0n
  return { paid: rest - forfeited, burnt, forfeited }
}
