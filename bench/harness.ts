/** Measures work and prints it as rows: median and range of several runs, and ratios within the same run. */

export type Row = {
  readonly name: string
  /** Median, in the row's unit. */
  readonly median: number
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly note?: string
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

export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, median, low, high, unit, note } of rows) {
    const figure = `${round(median)} ${unit}`.padStart(14)
    const range = low === high ? '' : `(${round(low)}-${round(high)})`
    console.log(`  ${name.padEnd(width)}  ${figure}  ${range.padEnd(18)} ${note ?? ''}`.trimEnd())
  }
}

function round(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
