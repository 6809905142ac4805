/**
 * What silence costs: the factor by which a height was decided is taken from the stake of those who were claimed silent, and
 * from what left their pools in the same epoch (leak-index.ts).
 */
import { toHex } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { bitsOf } from './bitmap.ts'
import { isValidClaim, leakFactor, type Silence } from './leak.ts'
import { noteLeak, settleLeaks } from './leak-index.ts'
import { MILLION, type StakeParams } from './params.ts'
import { epochOf } from './schedule.ts'
import { divideUp } from './shares.ts'
import { type EpochSets, findRecord, type Member, type Voter } from './state.ts'
import { count, setEpoch, setRecord, type Work } from './work.ts'

/** Those whose votes make the block before `height` final: in the first block of an epoch, the members of the last one. */
export function certifiers(
  { epoch }: { readonly epoch: EpochSets },
  height: number,
  params: StakeParams,
): readonly Voter[] {
  return epochOf(height - 1, params) === epoch.number ? epoch.members : epoch.previous
}

/**
 * The members with the weights they have once the block of `height` is there: its certificate's leak is taken. Votes on that block
 * are counted by these already, so that one long wait is enough for all heights that follow.
 * @throws ProtocolError `invalid_certificate` for a claim that may not stand in its round.
 */
export function leakedMembers(
  state: { readonly epoch: EpochSets },
  height: number,
  silence: Silence,
  params: StakeParams,
): readonly Member[] {
  const { members } = state.epoch
  const claimed = claimedIn(state, height, silence, params)
  if (claimed.length === 0) return members
  const silent = new Set(claimed.map(({ id }) => toHex(id)))
  const factor = BigInt(leakFactor(silence.round, params))
  return members.map((member) =>
    silent.has(toHex(member.id)) ? { ...member, weight: leaked(member.weight, factor) } : member,
  )
}

/** Takes the leak of the certificate in the block of `height`. It is burnt: if anybody got it, silencing others would pay. */
export function takeLeak(work: Work, height: number, silence: Silence): void {
  const { params } = work
  const factor = BigInt(leakFactor(silence.round, params))
  for (const { id } of claimedIn(work, height, silence, params)) {
    noteLeak(work, id, height - 1, factor)
    const record = findRecord(work.records, id)
    if (!record) continue
    const amount = divideUp(record.stake * (MILLION - factor), MILLION)
    setRecord(work, { ...record, stake: record.stake - amount })
    count(work, { burnt: amount })
    work.events.push({ type: 'leaked', validator: record.id, height: height - 1, amount })
  }
  setEpoch(work, { members: leakedMembers(work, height, silence, params) })
  settleLeaks(work)
}

function claimedIn(
  state: { readonly epoch: EpochSets },
  height: number,
  silence: Silence,
  params: StakeParams,
): readonly Voter[] {
  const voters = certifiers(state, height, params)
  if (!isValidClaim(silence, voters.length, params))
    throw new ProtocolError('invalid_certificate', 'a claim of silence that may not be made')
  return bitsOf(silence.claim).map((index) => voters[index]!)
}

/** A weight never vanishes: a member without any could not even be counted as back. */
function leaked(weight: bigint, factor: bigint): bigint {
  const left = (weight * factor) / MILLION
  return left > 0n ? left : 1n
}
