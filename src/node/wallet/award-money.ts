/** What money under an operator's key is that was never staked: which award brought it, or a bond that came back. */
import { equalBytes } from '../../protocol/bytes.ts'
import { awardEntryId } from '../../protocol/stake/award.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { periodOf } from '../../protocol/stake/schedule.ts'
import type { Unbonding } from '../../protocol/stake/table.ts'

export type AwardMoney = { readonly type: 'award' | 'bounty' | 'bond'; readonly period?: number | undefined }

/** Undefined for what was staked. An entry's id follows from what made it, so nobody can make one look like a prize. */
export function awardMoneyOf(
  { id, own, release, validator }: Unbonding,
  chainId: Uint8Array,
  params: Pick<StakeParams, 'awardPeriodEpochs'>,
): AwardMoney | undefined {
  if (own) return undefined
  // a draw ends before the next freeze, and what it pays is released at once
  const period = periodOf(release, params) - 1
  if (equalBytes(id, awardEntryId('prize', chainId, period))) return { type: 'award', period }
  if (equalBytes(id, awardEntryId('bounty', chainId, period))) return { type: 'bounty', period }
  return validator.every((byte) => byte === 0) ? { type: 'bond' } : undefined
}
