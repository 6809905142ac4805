/** Lengths of time, and what they bound, as people write them. */
import { usageError } from '../cli-error.ts'
import { coins } from '../print.ts'
import { readCoins } from '../read-amount.ts'

const SECONDS = {
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
} as const

const UNITS = Object.entries(SECONDS)

/** Seconds of `30d`, `12 hours`, `day`; undefined for anything else. A month has 30 days, a year 365. */
export function readDuration(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{0,6}) ?([a-z]+)$/.exec(text.trim()) ?? []
  const found = UNITS.find(
    ([name]) => unit === name || unit === `${name}s` || (unit === name[0] && name !== 'month'),
  )
  return found && found[1] * Number(count === '' ? 1 : count)
}

/** `10 STG/day`: base units, and seconds of the period. @throws CliError for anything else */
export function readBudget(text: string): { amount: string; period: number } {
  const [, amount, length] = /^([\d.]+)(?: ?STG)? ?(?:\/|a|per) ?(.+)$/i.exec(text.trim()) ?? []
  const period = length === undefined ? undefined : readDuration(length)
  if (amount === undefined || !period) {
    throw usageError(
      `--budget is an amount in a length of time, such as '10 STG/day', not ${JSON.stringify(text)}`,
    )
  }
  return { amount: readCoins(amount, '--budget is zero; leave out the scopes that spend'), period }
}

/** `10 STG/day`. */
export function budgetText({ amount, period }: { readonly amount: string; readonly period: number }): string {
  const [name, seconds] = UNITS.findLast(([, length]) => period % length === 0) ?? ['second', 1]
  const count = period / seconds
  return `${coins(amount)}/${count === 1 ? name : `${count} ${name}s`}`
}

/**
 * When something ends that is to last `30d`, or until `2031-01-01` or a time in RFC 3339.
 * @param now milliseconds since 1970
 * @throws CliError for anything else, and for what has been
 */
export function readEnd(text: string, now: number): string {
  const seconds = readDuration(text)
  const time = seconds === undefined ? dateOf(text) : now + seconds * 1_000
  if (!(time > now && time < Date.UTC(10_000, 0))) {
    throw usageError(
      `--expires is a length of time such as 30d or 12h, or a day to come such as 2031-01-01, not ${JSON.stringify(text)}`,
    )
  }
  return new Date(time).toISOString()
}

function dateOf(text: string): number {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN
}
