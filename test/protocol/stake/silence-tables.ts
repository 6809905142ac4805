/** The tables of docs/staking.md, "Silence", worked out from the parameters of the networks. */
import { leakFactor, roundToResume } from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS, type StakeParams } from '../../../src/protocol/stake/params.ts'

const { main, dev } = STAKE_PARAMS
const MILLION = 1_000_000

/** Who is silent, when the rest goes on, and how many dishonest it takes to turn the rounds of those who are left. */
export function resumeTable(): string[] {
  const rows = [34, 40, 50, 60, 66.6].map((silent) => {
    const parts = Math.round(silent * 10_000)
    const [round, soon] = [roundToResume(parts, main)!, roundToResume(parts, dev)!]
    const factor = leakFactor(round, main) / MILLION
    const turned = ((100 - silent) / 3).toFixed(1)
    return [
      `${silent} %`,
      `${Number(factor.toFixed(3))}`,
      spell(round * main.silentRound),
      `${Math.round(100 * (1 - factor))} %`,
      spell((round * main.silentRound) / 2),
      `${turned} %`,
      spell(soon * dev.silentRound),
    ]
  })
  return rows.map((row) => `| ${row.join(' | ')} |`)
}

/** How long a partition has to last to let the chain fork, by the dishonest weight that votes on both sides. */
export function partitionTable(): string[] {
  const rows = [0, 5, 10, 15, 20, 25, 30, 33].map(
    (z) => `| ${z ? `${z} %` : '0'} | ${spell(forkAfter(z / 100, main))} |`,
  )
  return rows
}

/** Milliseconds: the least over all ways to divide the honest, of the time until the slower part goes on. */
export function forkAfter(dishonest: number, params: StakeParams): number {
  const honest = 1 - dishonest
  let least = Number.POSITIVE_INFINITY
  for (let parts = 1; parts <= 5_000; parts++) {
    const one = (honest * parts) / 10_000
    const both = [one, honest - one].map((part) => goesOnAfter(part, dishonest, params))
    least = Math.min(least, Math.max(...both))
  }
  return least
}

/** When honest `part` and the dishonest together outweigh twice the leaked rest: sooner if the dishonest can turn its rounds. */
function goesOnAfter(part: number, dishonest: number, params: StakeParams): number {
  const rest = 1 - dishonest - part
  const goesOn = (round: number) => part + dishonest > (2 * rest * leakFactor(round, params)) / MILLION + 1e-9
  const last = params.leak.at(-1)!.round
  if (!goesOn(last)) return Number.POSITIVE_INFINITY
  let [from, to] = [-1, last]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (goesOn(middle)) to = middle
    else from = middle
  }
  const speed = dishonest > (part + dishonest) / 3 ? 2 : 1
  return (to * params.silentRound) / speed
}

function spell(milliseconds: number): string {
  const [seconds, minutes, hours] = [1_000, 60_000, 3_600_000].map((unit) => milliseconds / unit) as [
    number,
    number,
    number,
  ]
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`
  if (minutes < 120) return `${Math.round(minutes)} minutes`
  return `${Number(hours.toFixed(1))} hours`
}
