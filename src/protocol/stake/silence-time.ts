/**
 * What a claim of silence costs: time. The round in a vote is only a number, and whoever holds enough to certify a block under
 * a claim could write any. So a claim counts only when so much time has passed as the rounds before it take at least.
 */
import { ProtocolError } from '../errors.ts'
import type { Silence } from './leak.ts'
import type { StakeParams } from './params.ts'

/**
 * From when on a claim may count, milliseconds since 1970; always, where nobody is claimed. In a round without quorum nobody
 * honest goes on before half of a `silentRound` is over. Rounds of full weight, before the leak, are not counted: some may have
 * had a quorum and been shorter, and clocks differ.
 * @param began time of the block before the one that is voted on under the claim: its rounds cannot have begun before
 */
export function claimableFrom(
  { claim, round }: Silence,
  began: number,
  { leak, silentRound }: Pick<StakeParams, 'leak' | 'silentRound'>,
): number {
  if (claim.length === 0) return Number.NEGATIVE_INFINITY
  return began + Math.floor((Math.max(0, round - leak[0]!.round) * silentRound) / 2)
}

/**
 * The rule for headers, which whoever follows them can check as well: a block that says how long others were silent at the
 * height before is not older than that.
 * @param silence what the certificate in the header says
 * @param time in the header, milliseconds
 * @param began time of the block two heights below it, as in `claimableFrom`
 * @throws ProtocolError `invalid_certificate`.
 */
export function checkSilenceTime(
  silence: Silence,
  time: number,
  began: number,
  params: Pick<StakeParams, 'leak' | 'silentRound'>,
): void {
  if (time < claimableFrom(silence, began, params))
    throw new ProtocolError('invalid_certificate', 'a claim of silence that cannot have lasted so long')
}
