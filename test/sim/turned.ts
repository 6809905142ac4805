/**
 * Worlds of silence in which the dishonest are more than a third of those whom the honest hear, though less than a third of all:
 * they can turn the rounds (docs/staking.md, "Silence"). Nobody can go on there against their will, so what is looked at is how
 * fast rounds pass, whom claims name, and that it is one chain; and that blocks go on when the others are back.
 */
import { leakFactor } from '../../src/protocol/stake/leak.ts'
import { MILLISECOND } from './agenda.ts'
import type { Chance } from './chance.ts'
import type { Fault } from './faults.ts'
import { drawRules, type SilenceRules, type SilentWorld, sum } from './silence.ts'

/** Dishonest ones that do something else. */
const OTHERS = ['slanderer', 'equivocator', 'accomplice'] as const

/** At least four validators. */
export function drawTurnedWorld(chance: Chance, fewest: number, most: number): SilentWorld {
  for (;;) {
    const weights = Array.from({ length: chance.whole(fewest, most) }, () => chance.whole(10, 20))
    const order = chance.some([...weights.keys()], weights.length)
    const share = (some: readonly number[]) => sum(some.map((i) => weights[i]!)) / sum(weights)
    const wanted = chance.between(0.12, 0.3)
    const faulty: number[] = []
    for (const one of order) if (share(faulty) < wanted) faulty.push(one)
    const dishonest = share(faulty)
    if (dishonest >= 0.333) continue
    const honest = order.filter((one) => !faulty.includes(one))
    const silenceRules = drawRules(chance)
    const drawn = { chance, honest, dishonest, share, silenceRules }
    const faults = chance.happens(0.6) ? drawAbsence(drawn) : drawHalves(drawn)
    if (!faults) continue
    const roles = weights.map((_, i) => {
      if (!faulty.includes(i)) return undefined
      return i === faulty[0] || chance.happens(0.85) ? 'turner' : chance.pick(OTHERS)
    })
    return { weights, roles, silenceRules, faults, silence: undefined }
  }
}

type Drawn = {
  readonly chance: Chance
  readonly honest: readonly number[]
  readonly dishonest: number
  readonly share: (some: readonly number[]) => number
  readonly silenceRules: SilenceRules
}

/** More than a third of the weight is down, until the clock is through the leak at any speed. */
function drawAbsence({ chance, honest, dishonest, share, silenceRules }: Drawn): Fault[] | undefined {
  const wanted = chance.between(0.34, 0.6)
  const away: number[] = []
  for (const one of honest) if (share(away) < wanted) away.push(one)
  const silent = share(away)
  if (silent > 0.64 || away.length === honest.length || 3 * dishonest <= 1 - silent) return undefined
  const until = chance.whole(5, silenceRules.leak.at(-1)!.round) * silenceRules.silentRound * MILLISECOND
  return away.map((node) => {
    const from = chance.whole(0, 3_000) * MILLISECOND
    const down = Math.max(0, until - from) + chance.whole(0, 3_000) * MILLISECOND
    return { kind: 'crash', node, from, until: from, point: 'anywhere', count: 1, down, kept: 1 }
  })
}

/** Two parts that hear the dishonest and not each other, for less time than it takes until both could go on at twice the speed. */
function drawHalves({ chance, honest, dishonest, share, silenceRules }: Drawn): Fault[] | undefined {
  const middle = chance.whole(1, honest.length - 1)
  const [one, other] = [honest.slice(0, middle), honest.slice(middle)]
  if (Math.max(share(one), share(other)) >= 2 * dishonest) return undefined
  const bound = (1_000_000 * (1 + dishonest)) / (2 * (1 - dishonest))
  let rounds = 0
  while (leakFactor(rounds, silenceRules) > bound) rounds += 1
  const from = chance.whole(0, 3_000) * MILLISECOND
  // Timers run too fast by up to 5 %.
  const longest = ((rounds - 2) * silenceRules.silentRound * 0.9) / 2
  const until = from + Math.floor(longest * chance.between(0.5, 1)) * MILLISECOND
  return [
    { kind: 'cut', from, until, sources: one, targets: other },
    { kind: 'cut', from, until, sources: other, targets: one },
  ]
}
