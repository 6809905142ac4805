/** Results: for programs as the contract has them, for people as lines and tables. */
import { formatAmount } from '../sdk/amount.ts'
import type { Invocation } from './command.ts'

/** Prints `value` with --json, otherwise the lines made for people. */
export function print(
  { settings, io }: Pick<Invocation, 'settings' | 'io'>,
  value: unknown,
  lines: () => readonly string[],
): void {
  if (settings.json) io.out(JSON.stringify(value))
  else for (const line of lines()) io.out(line)
}

/** Names and values, one below the other. Those without a value are left out. */
export function fields(rows: readonly (readonly [string, string | number | undefined])[]): string[] {
  const there = rows.filter(([, value]) => value !== undefined && value !== '')
  const width = Math.max(0, ...there.map(([name]) => name.length))
  return there.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
}

/** A table; numbers stand to the right. `none` is printed when there are no rows. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  none: string,
): string[] {
  if (rows.length === 0) return [none]
  const cells = [titles, ...rows].map((row) => row.map(String))
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const right = titles.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  return cells.map((row) =>
    row
      .map((cell, column) => (right[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** `1.5 STG`. */
export function coins(units: string): string {
  return `${formatAmount(units)} STG`
}

/** `2030-01-02 03:04:05`, UTC. */
export function moment(time: string | undefined): string {
  return time === undefined ? '' : time.slice(0, 19).replace('T', ' ')
}

/** A body for the eye: its text, or how long it is if it is none. Control characters could drive the terminal. */
export function readable(body: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are looked for
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
  } catch {
    return `(${body.length} bytes that are no text)`
  }
}
