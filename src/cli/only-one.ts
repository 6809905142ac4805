/** Things that people name by the beginning of their ids, as tables show it. */
import { usageError } from './cli-error.ts'

/** The least of an id that names something. */
const PREFIX = /^[0-9a-f]{8,64}$/

export type Named = {
  /** In a sentence: `validator`. */
  readonly what: string
  /** The argument or option. */
  readonly name: string
  /** What it takes besides beginnings of ids: `an id`. */
  readonly whole: string
  /** The command that shows them. */
  readonly shown: string
}

/** @throws CliError unless `text` can be the beginning of an id. */
export function assertPrefix(text: string, { name, whole }: Named): void {
  if (PREFIX.test(text)) return
  throw usageError(`${name} is ${whole}, or at least 8 of the hex digits that an id begins with`)
}

/** The only one whose id begins with `text`. @throws CliError when there is none, or more than one. */
export function onlyOne<T>(text: string, all: readonly T[], idOf: (one: T) => string, named: Named): T {
  const { what, shown } = named
  const found = all.filter((one) => idOf(one).startsWith(text))
  const [first] = found
  if (first === undefined) throw usageError(`no ${what} has an id that begins with ${text}: see ${shown}`)
  if (found.length === 1) return first
  const ids = found.map((one) => `  ${idOf(one)}`).join('\n')
  throw usageError(`several ${what}s have ids that begin with ${text}; take more of it:\n${ids}`)
}
