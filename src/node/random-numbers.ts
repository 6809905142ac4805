/** Numbers from random bytes, without bias. */
import type { Random } from '../protocol/crypto/random.ts'

const WIDTH = 6
const SPAN = 2 ** (8 * WIDTH)

/** A uniform integer in 0 … bound − 1, for a bound up to 2^48. Draws again where the remainder would favour small numbers. */
export function randomBelow(bound: number, random: Random): number {
  if (!(bound >= 1 && bound <= SPAN)) throw new RangeError('a bound from 1 to 2^48')
  const end = SPAN - (SPAN % bound)
  for (;;) {
    const draw = uniform48(random)
    if (draw < end) return draw % bound
  }
}

/** A random element. @throws RangeError for an empty list. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[randomBelow(items.length, random)]!
}

/** An exponentially distributed number with the given mean, cut at `cut` times the mean. */
export function randomExponential(mean: number, cut: number, random: Random): number {
  const unit = (uniform48(random) + 1) / SPAN
  return Math.min(-Math.log(unit), cut) * mean
}

function uniform48(random: Random): number {
  return random(WIDTH).reduce((value, byte) => value * 256 + byte, 0)
}
