/** Measures work and prints it as rows: median and range of several runs, and ratios within the same run. */
import { type Goal, printGoals } from './goals.ts'

/** Flags with which `npm start` runs a node. */
export const NODE_FLAGS = ['--max-semi-space-size=8', '--single-threaded-gc']

export type Row = {
  readonly name: string
  /** Median, in the row's unit. */
  readonly median: number
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly note?: string
  /** Heading that the row stands under. */
  readonly group?: string
  /** What it shall reach: such rows are printed as a table of their own as well. */
  readonly goal?: Goal
}

/** Milliseconds `work` takes: the median of `runs`, after one run to warm up. */
export async function measure(
  name: string,
  work: () => unknown | Promise<unknown>,
  options: { runs?: number; per?: number; note?: string } = {},
): Promise<Row> {
  const { runs = 5, per = 1, note } = options
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await work()
    times.push((performance.now() - start) / per)
  }
  return summary(name, times, 'ms', note)
}

/** A row from figures taken elsewhere. */
export function summary(name: string, figures: readonly number[], unit: string, note?: string): Row {
  const sorted = figures.toSorted((a, b) => a - b)
  const row = { name, median: sorted[sorted.length >> 1]!, low: sorted[0]!, high: sorted.at(-1)!, unit }
  return note === undefined ? row : { ...row, note }
}

/** Of milliseconds taken elsewhere: the figure below which that share of them is, and the range of all. */
export function at(name: string, ascending: readonly number[], share: number): Row {
  const median = ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]!
  return { name, median, low: ascending[0]!, high: ascending.at(-1)!, unit: 'ms' }
}

export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  printGoals(rows)
  const others = rows.filter(({ goal }) => goal === undefined)
  const width = Math.max(...others.map(({ name }) => name.length))
  let heading: string | undefined
  for (const row of others) {
    if (row.group !== heading) console.log(`\n  ${row.group ?? ''}`.trimEnd())
    heading = row.group
    const figures = `${figureOf(row).padStart(14)}  ${rangeOf(row).padEnd(18)}`
    console.log(`  ${row.name.padEnd(width)}  ${figures} ${row.note ?? ''}`.trimEnd())
  }
}

/** The median with its unit, as it is printed. */
export function figureOf({ median, unit }: Pick<Row, 'median' | 'unit'>): string {
  return `${round(median)} ${unit}`
}

/** Lowest and highest, if they differ. */
export function rangeOf({ low, high }: Pick<Row, 'low' | 'high'>): string {
  return low === high ? '' : `(${round(low)}-${round(high)})`
}

function round(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
