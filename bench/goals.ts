/** The table of what was to be reached: work, ours, the reference beside it, the ratio, the goal, and whether it is met. */
import { figureOf, type Row, rangeOf } from './harness.ts'

/** What a row shall reach, and against what. */
export type Goal = {
  /** Name of the reference. */
  readonly against: string
  /** The reference measured in the same run; absent where the goal is a bound that was set beforehand. */
  readonly reference?: Row | undefined
  /** How many times better than the reference: of the rounds measured together, not of the medians. */
  readonly ratio?: Row | undefined
  /** In words. */
  readonly wanted: string
  readonly met: boolean
}

const HEAD = ['work', 'ours', 'reference', '', 'ratio', 'goal', 'met']

export function printGoals(rows: readonly Row[]): void {
  const lines = rows.flatMap(({ goal, ...row }) => {
    if (goal === undefined) return []
    const { against, reference, ratio, wanted, met } = goal
    const beside = reference ? figureOf(reference) : ''
    const times = ratio ? `${figureOf(ratio)} ${rangeOf(ratio)}` : ''
    return [[row.name, figureOf(row), beside, against, times, wanted, met ? '✓' : '✗ not met']]
  })
  if (lines.length === 0) return
  const table = [HEAD, ...lines]
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => line[column]!.length)))
  const print = (line: readonly string[]) =>
    console.log(`  ${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
  print(HEAD)
  console.log(`  ${widths.map((width) => '─'.repeat(width)).join('  ')}`)
  for (const line of lines) print(line)
  const missed = lines.filter((line) => line.at(-1) !== '✓').length
  console.log(`  ${lines.length - missed} of ${lines.length} goals met`)
}
