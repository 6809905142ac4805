/**
 * Worlds in which 34 to 60 % of the weight is silent for long, or in which the network falls apart for as long as it may
 * without harm (docs/staking.md, "Silence"). The leak is the documented one, only quicker.
 */
import { leakFactor } from '../../src/protocol/stake/leak.ts'
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import { MILLISECOND, type Time } from './agenda.ts'
import type { Chance } from './chance.ts'
import type { Role } from './config.ts'
import type { Fault } from './faults.ts'

/** The rules of the network about silence. */
export type SilenceRules = Pick<StakeParams, 'leak' | 'leakSilence' | 'silentRound'>

/** What is expected while so many are silent. */
export type LongSilence = {
  readonly from: Time
  readonly until: Time
  /** The first round in which those who are left have a quorum. */
  readonly round: number
  /** By when they must have gone on. */
  readonly deadline: Time
}

export type SilentWorld = {
  readonly weights: readonly number[]
  readonly roles: readonly (Role | undefined)[]
  readonly silenceRules: SilenceRules
  readonly faults: readonly Fault[]
  readonly silence: LongSilence | undefined
}

/** In worlds without long silence: no claim may be made before all faults are over. */
export const LATE_LEAK: Pick<SilenceRules, 'leak' | 'leakSilence'> = {
  leakSilence: 6,
  leak: [
    { round: 30, factor: 1_000_000 },
    { round: 90, factor: 900_000 },
    { round: 540, factor: 750_000 },
    { round: 4_320, factor: 500_000 },
    { round: 17_280, factor: 250_000 },
  ],
}

/** The dishonest of these worlds. */
const ROLES: readonly Role[] = [
  'slanderer',
  'slanderer',
  'slanderer',
  'slanderer',
  'slanderer',
  'equivocator',
  'accomplice',
  'revisionist',
  'withholder',
  'liar',
  'amnesiac',
  'replayer',
  'late',
]

/** Rounds until a leader is awake and honest, seven in ten being neither: all but one in a hundred thousand waits are shorter. */
const UNTIL_LED = 32
/** From the beginning of the silence until all know of it, and a round in which they do not. */
const UNTIL_NOTICED: Time = 10_000 * MILLISECOND

export function drawSilentWorld(chance: Chance, fewest: number, most: number): SilentWorld {
  for (;;) {
    const weights = Array.from({ length: chance.whole(fewest, most) }, () => chance.whole(10, 20))
    const silenceRules = drawRules(chance)
    const world = chance.happens(0.7)
      ? drawSilence(chance, weights, silenceRules)
      : drawPartition(chance, weights, silenceRules)
    if (world) return world
  }
}

export function drawRules(chance: Chance): SilenceRules {
  const leakSilence = chance.whole(2, 3)
  const first = 2 * leakSilence + chance.whole(0, 3)
  return {
    leakSilence,
    silentRound: chance.whole(10, 20) * 100,
    leak: [
      { round: first, factor: 1_000_000 },
      { round: first + 5, factor: 750_000 },
      { round: first + 10, factor: 500_000 },
      { round: first + 20, factor: 250_000 },
    ],
  }
}

/** Crashed for long are 34 to 60 %; undefined where the dice gave no such world in which the rest can go on. */
function drawSilence(
  chance: Chance,
  drawn: readonly number[],
  silenceRules: SilenceRules,
): SilentWorld | undefined {
  const order = chance.some([...drawn.keys()], drawn.length)
  // Light, since the silent take away most of what the dishonest may hold.
  const dishonestOnes = order.slice(-chance.whole(0, 2) || order.length)
  const weights = drawn.map((weight, i) => (dishonestOnes.includes(i) ? chance.whole(1, 5) : weight))
  const total = sum(weights)
  const wanted = chance.between(0.34, 0.6)
  const silent: number[] = []
  for (const one of order) {
    if (sum(silent.map((i) => weights[i]!)) < wanted * total) silent.push(one)
  }
  const awake = order.filter((one) => !silent.includes(one))
  const roles: (Role | undefined)[] = weights.map(() => undefined)
  const faulty = dishonestOnes.filter((one) => awake.includes(one))
  for (const one of faulty) roles[one] = chance.pick(ROLES)
  const weightOf = (some: readonly number[]) => sum(some.map((i) => weights[i]!)) / total
  const [left, away, dishonest] = [weightOf(awake), weightOf(silent), weightOf(faulty)]
  const round = resumes({ honest: left - dishonest, dishonest, away }, silenceRules)
  if (away < 0.34 || away > 0.6 || round === undefined) return undefined
  const from = chance.whole(0, 3_000) * MILLISECOND
  const rounds = Math.max(round, 2 * silenceRules.leakSilence + 1) + UNTIL_LED
  const deadline = from + UNTIL_NOTICED + rounds * silenceRules.silentRound * 1.1 * MILLISECOND
  const until = deadline + chance.whole(0, 5_000) * MILLISECOND
  const crashes = silent.map((node): Fault => {
    const at = from + chance.whole(0, 500) * MILLISECOND
    const down = until - at + chance.whole(0, 3_000) * MILLISECOND
    return { kind: 'crash', node, from: at, until: at, point: 'anywhere', count: 1, down, kept: 1 }
  })
  return { weights, roles, silenceRules, faults: crashes, silence: { from, until, round, deadline } }
}

/** The first round in which the honest who are left have a quorum; the dishonest are heard and may not vote. */
function resumes(
  { honest, dishonest, away }: { honest: number; dishonest: number; away: number },
  { leak }: SilenceRules,
): number | undefined {
  const goesOn = (factor: number) => honest > 2 * dishonest + 2.02 * away * (factor / 1_000_000)
  if (!goesOn(leak.at(-1)!.factor)) return undefined
  let round = 0
  while (!goesOn(leakFactor(round, { leak }))) round += 1
  return round
}

/** Two parts that do not hear each other, for less time than it takes until both could go on. */
function drawPartition(
  chance: Chance,
  weights: readonly number[],
  silenceRules: SilenceRules,
): SilentWorld | undefined {
  const order = chance.some([...weights.keys()], weights.length)
  const total = sum(weights)
  const faulty = order.slice(0, chance.whole(0, 2))
  const dishonest = sum(faulty.map((i) => weights[i]!)) / total
  if (dishonest >= 0.15) return undefined
  const roles = weights.map((_, i) => (faulty.includes(i) ? chance.pick(ROLES) : undefined))
  const honest = order.filter((one) => !faulty.includes(one))
  const middle = chance.whole(1, honest.length - 1)
  // The dishonest hear, and are heard by, both.
  const [one, other] = [honest.slice(0, middle), honest.slice(middle)]
  const bound = (1_000_000 * (1 + dishonest)) / (2 * (1 - dishonest))
  let rounds = 0
  while (leakFactor(rounds, silenceRules) > bound) rounds += 1
  const from = chance.whole(0, 3_000) * MILLISECOND
  // Timers run too fast by up to 5 %.
  const until =
    from + Math.floor((rounds - 2) * silenceRules.silentRound * 0.9 * chance.between(0.3, 1)) * MILLISECOND
  const cut = (sources: readonly number[], targets: readonly number[]): Fault => {
    return { kind: 'cut', from, until, sources, targets }
  }
  return { weights, roles, silenceRules, faults: [cut(one, other), cut(other, one)], silence: undefined }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
