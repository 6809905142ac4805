/**
 * The draw of an award as a function of public values, so that anybody can do it again: a beacon that came after the eligible
 * were fixed, put through a delay nobody can shorten, then one of them picked by rejection sampling.
 */
import { compareBytes, equalBytes, le32 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { type AwardRecord, eligibleRoot } from './award-record.ts'
import { drawBelow } from './draw.ts'
import type { StakeParams } from './params.ts'
import { lastEpoch, lastHeight } from './schedule.ts'
import type { AwardDraw, Eligible } from './state.ts'

/** Checks the proof of a delay. @returns its output @throws ProtocolError `invalid_delay_proof` */
export type VerifyDelay = (delay: { seed: Uint8Array; steps: number; proof: Uint8Array }) => Uint8Array

type Seeded = Pick<AwardDraw, 'period' | 'eligible'> & { readonly beacon: Uint8Array }

/** What goes through the delay: the beacon, bound to the chain, the period and those who may win. */
export function delaySeed(chainId: Uint8Array, { period, eligible, beacon }: Seeded): Uint8Array {
  return hash('award seed', chainId, le32(period), eligibleRoot(eligible), beacon)
}

/** Position of the winner among `count`, each as likely as any other. @param output of the delay function. */
export function pickWinner(output: Uint8Array, count: number): number {
  return Number(drawBelow(BigInt(count), 'award pick', hash('award output', output)))
}

/** What of an amount is for whoever posted the proof: never more than a tenth. */
export function bountyOf(amount: bigint, { awardBounty }: Pick<StakeParams, 'awardBounty'>): bigint {
  const most = amount / 10n
  return awardBounty < most ? awardBounty : most
}

/** What the checker knows from headers it trusts; each is optional and compared with the record's. */
export type TrustedAward = {
  readonly beacon?: Uint8Array
  readonly eligible?: readonly Eligible[]
  readonly squarings?: number
}

/**
 * Checks a draw with nothing but its record: the heights are those of its period, the list is in order, the proof is one of the
 * delay for this seed, the winner is who the output picks, and prize and bounty make up the amount. That list, beacon, amount and
 * outcome are the chain's is for the caller to know, from the history hash in the state (`award-proof.ts`).
 * @throws ProtocolError `invalid_award`, `invalid_delay_proof`.
 */
export function verifyAward(
  record: AwardRecord,
  chainId: Uint8Array,
  verifyDelay: VerifyDelay,
  params: Pick<StakeParams, 'awardBounty' | 'awardFreezeDelay' | 'awardPeriodEpochs' | 'epochBlocks'>,
  trusted: TrustedAward = {},
): void {
  const { period, outcome, eligible, beacon, proof, winner, prize, bounty, amount, squarings } = record
  const frozenAt = lastHeight(lastEpoch(period, params), params)
  if (period < 1 || record.frozenAt !== frozenAt) throw invalid('the freeze of another period')
  if (record.seedHeight !== frozenAt + params.awardFreezeDelay) throw invalid('the seed of another block')
  for (const [at, { key }] of eligible.entries()) {
    if (at > 0 && compareBytes(eligible[at - 1]!.key, key) >= 0)
      throw invalid('the eligible are not in order')
  }
  if (trusted.eligible && !equalBytes(eligibleRoot(trusted.eligible), eligibleRoot(eligible)))
    throw invalid('others were eligible')
  if (trusted.beacon && !(beacon && equalBytes(trusted.beacon, beacon))) throw invalid('another beacon')
  if (trusted.squarings !== undefined && trusted.squarings !== squarings) throw invalid('another delay')
  if (outcome === 'empty' && eligible.length > 0) throw invalid('somebody was eligible')
  if (outcome === 'empty' || outcome === 'expired') {
    if (proof || winner !== undefined || prize !== 0n || bounty !== 0n) throw invalid('nothing was drawn')
    if (outcome === 'empty' && beacon) throw invalid('a seed for nobody')
    if (outcome === 'expired' && (!beacon || eligible.length === 0))
      throw invalid('nothing that could expire')
    return
  }
  if (!beacon || !proof || winner === undefined || eligible.length === 0)
    throw invalid('nothing to draw from')
  const output = verifyDelay({
    seed: delaySeed(chainId, { period, eligible, beacon }),
    steps: squarings,
    proof,
  })
  if (pickWinner(output, eligible.length) !== winner) throw invalid('somebody else was drawn')
  if (bounty !== bountyOf(amount, params)) throw invalid('another bounty')
  if (prize !== (outcome === 'paid' ? amount - bounty : 0n)) throw invalid('another prize')
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_award', why)
}
