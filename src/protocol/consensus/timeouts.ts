/** How long the timers of a round run. */
import type { StakeParams } from '../stake/params.ts'
import type { RoundTimer } from './machine-io.ts'
import type { ReplicaLimits, Timeout } from './replica-io.ts'

/** The part of a silent round that each timer takes: whoever leads has half of it. */
const SILENT_PART = {
  propose: 1 / 2,
  prevote: 1 / 4,
  precommit: 1 / 4,
  half: 1 / 2,
  settle: 1 / 2,
  round: 1,
  listen: 1,
} as const

/**
 * Milliseconds. Where two thirds can be expected timeouts grow with the rounds, until they are long enough for the network, and
 * a round without quorum gets the time that all of them take together. Where too many are silent longer rounds would help nobody,
 * and the leak waits for rounds: they take as long as the network's rules say, until it has leaked all there is.
 */
export function timeoutOf(
  kind: RoundTimer['kind'],
  silent: boolean,
  round: number,
  limits: ReplicaLimits,
  { silentRound, leak }: Pick<StakeParams, 'silentRound' | 'leak'>,
): number {
  const grown = ({ base, increment }: Timeout) => Math.min(base + round * increment, limits.maxTimeout)
  const { propose, prevote, precommit } = limits
  const all = Math.max(silentRound, grown(propose) + grown(prevote) + grown(precommit))
  const beyond = Math.max(0, round - leak.at(-1)!.round)
  const whole = silent ? Math.min(silentRound + beyond * propose.increment, all) : all
  const part = Math.floor(whole * SILENT_PART[kind])
  if (kind === 'half' || kind === 'round' || kind === 'settle' || kind === 'listen') return part
  return silent ? Math.min(grown(limits[kind]), part) : grown(limits[kind])
}
