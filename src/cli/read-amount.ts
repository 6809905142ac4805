/** Amounts and shares as people write them. */
import { parseAmount } from '../sdk/amount.ts'
import { usageError } from './cli-error.ts'

/** Base units of a number of STG. @throws CliError for anything else, and for zero. */
export function readCoins(text: string, whenZero = 'AMOUNT is zero'): string {
  try {
    const amount = parseAmount(text)
    if (amount !== '0') return amount
  } catch {
    throw usageError(
      `AMOUNT is a number of STG with up to six decimal places, such as 1.5, not ${JSON.stringify(text)}`,
    )
  }
  throw usageError(whenZero)
}

/** Basis points of a number of per cent with up to two decimal places. */
export function readPercent(text: string): number {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  const points = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
  if (points <= 10_000) return points
  throw usageError(`--commission is per cent from 0 to 100, such as 2.5, not ${JSON.stringify(text)}`)
}

/** `2.5 %`. */
export function percent(points: number): string {
  return `${(points / 100).toFixed(2).replace(/\.?0+$/, '')} %`
}
