/**
 * Which powers the evaluation keeps for the proof, and in how long digits the proof reads its exponent.
 *
 * B. Wesolowski, "Efficient verifiable delay functions" (EUROCRYPT 2019), section 4.1: with every (κ·γ)-th power at hand, the
 * proof takes T/κ multiplications and γ·2^(κ+1) more. Long digits want many powers: 65,536 of them (16 MB as a
 * checkpoint) make a proof of about a tenth of the evaluation's multiplications, whatever its length.
 */
import { ProtocolError } from '../../errors.ts'

/** More than anybody can wait for: two weeks at a million squarings a second. */
export const MAX_DELAY_STEPS = 2 ** 40

/** Powers kept unless the caller says otherwise. */
export const DEFAULT_KEPT_POWERS = 65_536

/** κ, γ, and what follows from them. */
export type DelayPlan = {
  readonly steps: number
  /** Bits of a digit: κ. */
  readonly digitBits: number
  /** Passes over the kept powers: γ. */
  readonly passes: number
  /** Squarings from one kept power to the next. */
  readonly spacing: number
  /** How many powers are kept: x, x^(2^spacing), … */
  readonly kept: number
  /** About how many multiplications the proof takes. */
  readonly proofCost: number
}

/** @throws ProtocolError `invalid_delay_proof` unless `steps` is a whole number from 1 to MAX_DELAY_STEPS */
export function checkSteps(steps: number): void {
  if (Number.isSafeInteger(steps) && steps >= 1 && steps <= MAX_DELAY_STEPS) return
  throw new ProtocolError('invalid_delay_proof', `a delay has 1 to ${MAX_DELAY_STEPS} steps`, { steps })
}

/** The plan of the cheapest proof for so many steps that keeps at most `keptPowers` powers. @throws RangeError if that is 0 */
export function planDelay(steps: number, keptPowers: number = DEFAULT_KEPT_POWERS): DelayPlan {
  if (!(keptPowers >= 1)) throw new RangeError('an evaluation keeps at least one power')
  let best: DelayPlan | undefined
  for (let digitBits = 1; digitBits <= 24; digitBits++) {
    const passes = Math.ceil(steps / (digitBits * keptPowers))
    const spacing = digitBits * passes
    const proofCost = Math.ceil(steps / digitBits) + passes * (2 ** (digitBits + 1) + digitBits)
    if (best !== undefined && best.proofCost <= proofCost) continue
    best = { steps, digitBits, passes, spacing, kept: Math.ceil(steps / spacing), proofCost }
  }
  return best!
}
