/**
 * Measures several pieces of work in turn, round after round, so that whatever else the machine does meets all of them
 * alike: their ratios hold where their times do not.
 */
import { stopwatch } from './stopwatch.ts'

/** Does some work and says how long one unit of it took, in milliseconds. */
export type Timed = () => number | Promise<number>

const ROUNDS = 7
/** Milliseconds of one sample at least: work that is over sooner is repeated. */
const SAMPLE = 12
/** Milliseconds of warming up at least: the engine compiles what is hot in the background. */
const WARM_UP = 120

/** Times `work`, which must be done when it returns; `per` is how many units one call does. */
export function timed(work: () => unknown, per = 1): Timed {
  let calls = 0
  return () => {
    if (calls === 0) calls = warmUp(work)
    const read = stopwatch()
    for (let i = 0; i < calls; i++) work()
    return read() / (calls * per)
  }
}

/** @returns how many calls make up a sample */
function warmUp(work: () => unknown): number {
  let calls = 0
  const start = performance.now()
  let last = start
  let fastest = Number.POSITIVE_INFINITY
  // twice at least: the first call may build tables
  for (let now = start; calls < 2 || now - start < WARM_UP; calls++) {
    work()
    now = performance.now()
    fastest = Math.min(fastest, now - last)
    last = now
  }
  return Math.max(1, Math.ceil(SAMPLE / Math.max(fastest, 1e-6)))
}

/** Milliseconds of a unit, of each contender in each round; a round before these warms all of them up. */
export async function interleave(contenders: readonly Timed[], rounds = ROUNDS): Promise<number[][]> {
  const figures: number[][] = contenders.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const figure = await contender()
      if (round > 0) figures[i]!.push(figure)
    }
  }
  return figures
}
