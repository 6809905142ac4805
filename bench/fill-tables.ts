/**
 * Fills the tables of a document with the figures of a run:
 *
 *   npm run bench -- crypto --json figures.json
 *   npm exec -- node bench/fill-tables.ts figures.json docs/performance.md
 *
 * A table stands between `<!-- figures: NAME -->` and `<!-- end -->`, where NAME is the heading of a group of rows. Groups called
 * `NAME: …` make one table together, a column each; `machine` stands for what the run was made on. Tables of what was not run
 * stay as they are, and are named.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Environment } from './environment.ts'
import { figureOf, type Row, rangeOf } from './harness.ts'

const MACHINE = 'machine'
const PLACE = /(<!-- figures: ([^\n]+) -->\n).*?(<!-- end -->)/gs

type Cells = readonly string[]

function filled(document: string, rows: readonly Row[], machine: Environment): string {
  return document.replace(PLACE, (whole, before: string, name: string, after: string) => {
    if (name === MACHINE) return `${before}${describe(machine)}\n${after}`
    const lines = columnTable(rows, name) ?? groupTable(rows, name)
    if (!lines) {
      console.log(`not in this run: ${name}`)
      return whole
    }
    return `${before}${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}${after}`
  })
}

function describe({ processor, cores, memory, system, node, v8 }: Environment): string {
  return `${cores} cores of ${processor}, ${memory} GiB; ${system}; Node ${node}, V8 ${v8}.`
}

function groupTable(rows: readonly Row[], name: string): Cells[] | undefined {
  const members = rows.filter(({ group }) => group === name)
  if (members.length === 0) return undefined
  if (members.some(({ goal }) => goal !== undefined)) return goalTable(members)
  const lines = members.map((row) => [row.name, figureOf(row), rangeOf(row), row.note ?? ''])
  return withHead(['work', 'median', 'range', ''], lines)
}

function goalTable(rows: readonly Row[]): Cells[] {
  const lines = rows.flatMap(({ goal, ...row }) => {
    if (goal === undefined) return []
    const { against, reference, ratio, wanted, met } = goal
    const beside = [reference === undefined ? '' : figureOf(reference), against].filter(Boolean).join(', ')
    const times = ratio === undefined ? '' : `${figureOf(ratio)} ${rangeOf(ratio)}`
    return [[row.name, figureOf(row), beside, times, wanted, met ? 'met' : '**not met**']]
  })
  return withHead(['work', 'ours', 'reference', 'ratio', 'goal', ''], lines)
}

/** Rows of one name in one line, groups across. */
function columnTable(rows: readonly Row[], name: string): Cells[] | undefined {
  const parts = rows.filter(({ group }) => group?.startsWith(`${name}: `))
  if (parts.length === 0) return undefined
  const columns = [...new Set(parts.map(({ group }) => group!))]
  const lines = [...new Set(parts.map((row) => row.name))]
  const cell = (line: string, column: string): string => {
    const row = parts.find((part) => part.name === line && part.group === column)
    if (row === undefined) return ''
    return row.note === undefined ? figureOf(row) : `${figureOf(row)} (${row.note})`
  }
  const cells = lines.map((line) => [line, ...columns.map((column) => cell(line, column))])
  return withHead(['', ...columns.map((column) => column.slice(name.length + 2))], cells)
}

/** Words to the left, figures to the right. */
const WORDS = ['', 'work', 'reference', 'goal']

function withHead(head: Cells, lines: readonly Cells[]): Cells[] {
  return [head, head.map((title) => (WORDS.includes(title) ? '---' : '--:')), ...lines]
}

const [figures, document] = process.argv.slice(2)
if (figures === undefined || document === undefined) {
  console.error('usage: node bench/fill-tables.ts FIGURES.json DOCUMENT.md')
  process.exit(2)
}
const { environment, ...suites }: Record<string, unknown> = JSON.parse(readFileSync(figures, 'utf8'))
const text = readFileSync(document, 'utf8')
writeFileSync(document, filled(text, Object.values(suites).flat() as Row[], environment as Environment))
