/**
 * How much a token may move within any span of time of a certain length. Spends are kept in slots, a sixty-fourth of that length
 * each, and count until the end of their slot is so long ago: never too short, and with a bound on what is kept.
 */

export type Budget = {
  /** Base units. */
  readonly amount: bigint
  /** Seconds. */
  readonly period: number
}

/** What was spent in a slot that ends at `until`, milliseconds. */
export type Spend = { readonly until: number; readonly amount: bigint }

/** Oldest first. */
export type Spending = readonly Spend[]

const SLOTS = 64
const SECOND = 1_000

/** What counts at `now`. */
export function spentOf(spending: Spending, budget: Budget, now: number): bigint {
  return sumOf(counting(spending, budget, now))
}

/** The spending with `amount` added; undefined when that is more than is left. */
export function addSpend(
  spending: Spending,
  budget: Budget,
  amount: bigint,
  now: number,
): Spending | undefined {
  const kept = counting(spending, budget, now)
  if (sumOf(kept) + amount > budget.amount) return undefined
  const slot = (budget.period * SECOND) / SLOTS
  const last = kept.at(-1)
  // a clock that was put back does not make old spends out of new ones
  const until = Math.max((Math.floor(now / slot) + 1) * slot, last?.until ?? 0)
  if (last?.until === until) return [...kept.slice(0, -1), { until, amount: last.amount + amount }]
  return [...kept, { until, amount }]
}

/** When `amount` is free if nothing more is spent, milliseconds; undefined when it is more than the whole budget. */
export function freeAt(spending: Spending, budget: Budget, amount: bigint, now: number): number | undefined {
  if (amount > budget.amount) return undefined
  const kept = counting(spending, budget, now)
  let over = sumOf(kept) + amount - budget.amount
  let at = now
  for (const spend of kept) {
    if (over <= 0n) break
    over -= spend.amount
    at = endOf(spend, budget)
  }
  return Math.ceil(at)
}

function counting(spending: Spending, budget: Budget, now: number): Spending {
  return spending.filter((spend) => endOf(spend, budget) > now)
}

function endOf({ until }: Spend, { period }: Budget): number {
  return until + period * SECOND
}

function sumOf(spending: Spending): bigint {
  return spending.reduce((sum, { amount }) => sum + amount, 0n)
}
