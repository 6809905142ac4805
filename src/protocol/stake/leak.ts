/**
 * What lets a height be decided when more than a third of the weight is silent. In a late round the leader may claim, beside
 * its proposal, which validators are silent; whoever heard nothing from them either votes for block and claim together, and
 * those votes are counted with less weight for the claimed, the less the later the round. docs/staking.md, "Silence", has
 * the argument why that is safe, and where it ends.
 */
import { hash } from '../crypto/hash.ts'
import type { ValidatorSet } from '../validators.ts'
import { bitsOf, hasBit, isBitmapOf, withBits } from './bitmap.ts'
import { MILLION, type StakeParams } from './params.ts'

/** Validators that were claimed silent, as a bitmap, and in which round. Without any the claim has no bytes. */
export type Silence = { readonly claim: Uint8Array; readonly round: number }

export const NO_CLAIM: Uint8Array = new Uint8Array(0)

/** What the weight of a validator claimed silent in that round counts, in millionths. */
export function leakFactor(round: number, { leak }: Pick<StakeParams, 'leak'>): number {
  let before = leak[0]!
  for (const step of leak) {
    if (round <= step.round) {
      if (round <= before.round) return before.factor
      const fallen = (before.factor - step.factor) * (round - before.round)
      return before.factor - Math.floor(fallen / (step.round - before.round))
    }
    before = step
  }
  return before.factor
}

/** Whether a claim may stand in that round at all: a bitmap that names somebody, not before the leak begins. */
export function isValidClaim(
  { claim, round }: Silence,
  size: number,
  params: Pick<StakeParams, 'leak'>,
): boolean {
  if (claim.length === 0) return true
  return isBitmapOf(claim, size) && claim.some((byte) => byte !== 0) && round > params.leak[0]!.round
}

/**
 * Whether a validator may vote for a claim: it has heard nothing itself, for some rounds, from anybody claimed.
 * @param silentFor by position, how many rounds of this height the validator has sat through to their end since it last heard
 *   from there, or since it started. Rounds that it skipped do not count: it was not listening.
 */
export function acceptsClaim(
  silence: Silence,
  silentFor: readonly number[],
  params: Pick<StakeParams, 'leak' | 'leakSilence'>,
): boolean {
  if (!isValidClaim(silence, silentFor.length, params)) return false
  return bitsOf(silence.claim).every((index) => silentFor[index]! >= params.leakSilence)
}

/**
 * What the leader of a round claims: who has been silent for twice as long as a voter asks for, so that nobody refuses the
 * claim for having heard a last message a little later.
 */
export function makeClaim(
  round: number,
  silentFor: readonly number[],
  params: Pick<StakeParams, 'leak' | 'leakSilence'>,
): Uint8Array {
  if (round <= params.leak[0]!.round) return NO_CLAIM
  const silent = silentFor.flatMap((rounds, index) => (rounds >= 2 * params.leakSilence ? [index] : []))
  return silent.length === 0 ? NO_CLAIM : withBits(silentFor.length, silent)
}

/**
 * What votes for a block with a claim name in place of the block. So a vote cannot be counted under another claim than its
 * signer accepted, and two votes with different claims contradict each other.
 */
export function voteTarget(blockId: Uint8Array, claim: Uint8Array): Uint8Array {
  return claim.length === 0 ? blockId : hash('silent vote', blockId, claim)
}

/** The weights by which votes with that claim are counted in that round, in millionths of those of `set`. */
export function weightsUnder(
  set: ValidatorSet,
  { claim, round }: Silence,
  params: Pick<StakeParams, 'leak'>,
): bigint[] {
  const factor = BigInt(leakFactor(round, params))
  return set.map(({ weight }, index) => weight * (hasBit(claim, index) ? factor : MILLION))
}

/** Whether `signers` (a bitmap) have more than two thirds of all weights. */
export function isQuorumUnder(weights: readonly bigint[], signers: Uint8Array): boolean {
  let [signed, total] = [0n, 0n]
  for (const [index, weight] of weights.entries()) {
    total += weight
    if (hasBit(signers, index)) signed += weight
  }
  return signed * 3n > total * 2n
}

/** The first round in which the others have a quorum, when that part of the weight (in millionths) is silent; undefined for never. */
export function roundToResume(silent: number, params: Pick<StakeParams, 'leak'>): number | undefined {
  const awake = Number(MILLION) - silent
  const resumes = (factor: number) => awake * Number(MILLION) > 2 * silent * factor
  if (resumes(Number(MILLION))) return 0
  const last = params.leak.at(-1)!
  if (!resumes(last.factor)) return undefined
  let [from, to] = [0, last.round]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (resumes(leakFactor(middle, params))) to = middle
    else from = middle
  }
  return to
}
