/**
 * The life of an award: every block adds to the open pool; at the end of a period the pool and the list of those who may win are
 * frozen; some blocks later their beacon is taken for a seed; whoever has worked out the delay posts its proof, and the
 * winner is paid. At every block: pool before + income = pool after + paid.
 */
import { compareBytes, le32 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { bountyOf, delaySeed, pickWinner, type VerifyDelay } from './award-draw.ts'
import { type AwardRecord, nextHistory } from './award-record.ts'
import { periodOf } from './schedule.ts'
import { servedPeriod } from './service.ts'
import { type AwardDraw, findRecord, type StakeState } from './state.ts'
import { setAward, setEntry, setRecord, type Work } from './work.ts'

/** Base units in the pool, frozen ones included. */
export function awardPool({ award }: Pick<StakeState, 'award'>): bigint {
  return award.open + (award.draw?.amount ?? 0n)
}

export type AwardPart = 'prize' | 'bounty'

/** Id of the entry that an award pays to its winner's operator, or to whoever posted the proof. */
export function awardEntryId(what: AwardPart, chainId: Uint8Array, period: number): Uint8Array {
  return hash(`award ${what}`, chainId, le32(period))
}

/** At the last block of a period: fixes amount and list, and begins the next period. */
export function freezeAward(work: Work, height: number): void {
  const { params } = work
  const period = periodOf(work.epoch.number, params)
  const unfinished = work.award.draw
  if (unfinished) {
    setAward(work, { open: awardPool(work), draw: undefined })
    finish(work, { ...unfinished, outcome: 'expired' })
  }
  const eligible = work.records
    .filter((record) => servedPeriod(record, params))
    .map(({ id, key, operator }) => ({ id, key, operator }))
    .sort((left, right) => compareBytes(left.key, right.key))
  const draw: AwardDraw = {
    period,
    frozenAt: height,
    amount: work.award.open,
    eligible,
    seedHeight: height + params.awardFreezeDelay,
    beacon: undefined,
  }
  for (const record of work.records) setRecord(work, { ...record, good: 0, fault: undefined })
  if (eligible.length === 0) {
    finish(work, { ...draw, outcome: 'empty' })
    return
  }
  setAward(work, { open: 0n, draw })
  work.events.push({ type: 'award_frozen', draw })
}

/** At every block: the one the draw waits for gives its beacon. */
export function seedAward(work: Work, height: number, beacon: Uint8Array): void {
  const { draw } = work.award
  if (!draw || draw.seedHeight !== height) return
  const seeded = { ...draw, beacon }
  setAward(work, { draw: seeded })
  work.events.push({ type: 'award_seeded', draw: seeded })
}

/**
 * Takes the proof that ends a draw. The prize is the operator's, as money it may take out at once: if it went to the pool,
 * whoever knew the winner early could buy into it.
 * @param poster key the bounty is for.
 * @throws ProtocolError `invalid_award` when no such draw waits for a proof, `invalid_delay_proof`.
 */
export function drawAward(
  work: Work,
  { period, proof, poster }: { period: number; proof: Uint8Array; poster: Uint8Array },
  chainId: Uint8Array,
  verifyDelay: VerifyDelay,
): void {
  const { award, params, epoch } = work
  const { draw } = award
  if (!draw?.beacon || draw.period !== period)
    throw new ProtocolError('invalid_award', 'no draw waits for this proof')
  const seed = delaySeed(chainId, { ...draw, beacon: draw.beacon })
  const output = verifyDelay({ seed, steps: params.awardDelaySquarings, proof })
  const winner = pickWinner(output, draw.eligible.length)
  const { id, operator } = draw.eligible[winner]!
  const bounty = bountyOf(draw.amount, params)
  const rest = draw.amount - bounty
  const guilty = findRecord(work.records, id)?.status === 'frozen'
  const pay = (what: AwardPart, owner: Uint8Array, amount: bigint) => {
    const entry = awardEntryId(what, chainId, period)
    if (amount > 0n)
      setEntry(work, 'unbonding', entry, {
        ...{ kind: 'unbonding', id: entry, owner, validator: id, amount },
        ...{ liable: 0, release: epoch.number, own: false, index: 0n },
      })
  }
  pay('bounty', poster, bounty)
  if (!guilty) pay('prize', operator, rest)
  setAward(work, { open: award.open + (guilty ? rest : 0n), draw: undefined })
  const outcome = guilty ? 'forfeited' : 'paid'
  finish(work, { ...draw, outcome, proof, winner, prize: guilty ? 0n : rest, bounty })
}

type Finished = AwardDraw &
  Pick<AwardRecord, 'outcome'> &
  Partial<Pick<AwardRecord, 'proof' | 'winner' | 'prize' | 'bounty'>>

function finish(work: Work, { proof, winner, prize = 0n, bounty = 0n, ...draw }: Finished): void {
  const squarings = work.params.awardDelaySquarings
  const record: AwardRecord = { ...draw, squarings, proof, winner, prize, bounty }
  const before = work.award.history
  setAward(work, { history: nextHistory(before, record) })
  work.events.push({ type: 'award_over', record, before })
}
