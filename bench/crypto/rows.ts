/** From measured times to rows, alone or beside a reference. */
import type { Goal } from '../goals.ts'
import { type Row, summary } from '../harness.ts'
import { interleave, type Timed } from './interleave.ts'

export type Unit = 'ns' | 'µs' | 'ms'

const PER_MILLISECOND: Record<Unit, number> = { ns: 1e6, µs: 1e3, ms: 1 }

/** What is measured, under the name its row gets. */
export type Entry = {
  readonly name: string
  readonly unit: Unit
  readonly timed: Timed
  readonly note?: string | undefined
}

/** Measures all entries in turn. */
export async function measureRows(group: string, entries: readonly Entry[]): Promise<Row[]> {
  const figures = await interleave(entries.map(({ timed }) => timed))
  return entries.map(({ name, unit, note }, i) => ({ ...rowOf(name, unit, figures[i]!, note), group }))
}

/** Measures ours and its reference in turn. The goal: `atLeast` times as fast. */
export async function measureAgainst(
  ours: Entry,
  reference: Entry,
  atLeast: number,
  group: string,
): Promise<Row> {
  const [mine, theirs] = (await interleave([ours.timed, reference.timed])) as [number[], number[]]
  const ratio = summary(
    'ratio',
    theirs.map((their, i) => their / mine[i]!),
    '×',
  )
  return {
    ...rowOf(ours.name, ours.unit, mine, ours.note),
    group,
    goal: {
      against: reference.name,
      reference: rowOf(reference.name, reference.unit, theirs, reference.note),
      ratio,
      wanted: atLeast === 1 ? 'as fast' : `${atLeast} × faster`,
      met: ratio.median >= atLeast,
    },
  }
}

/** A row with a goal that is a bound on its own figure. */
export function bounded(row: Row, goal: Omit<Goal, 'met'>, holds: (figure: number) => boolean): Row {
  return { ...row, goal: { ...goal, met: holds(row.median) } }
}

/** A row from milliseconds. */
export function rowOf(name: string, unit: Unit, milliseconds: readonly number[], note?: string): Row {
  return summary(
    name,
    milliseconds.map((figure) => figure * PER_MILLISECOND[unit]),
    unit,
    note,
  )
}
