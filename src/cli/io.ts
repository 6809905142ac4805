import type { Readable } from 'node:stream'

/** Everything a command meets of the world it runs in. */
export type Io = {
  /** How this person calls the command, such as `stegos`. */
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly home: string
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  /** Prints a line of the result. */
  readonly out: (line: string) => void
  /** Prints a line beside the result. */
  readonly note: (line: string) => void
  /** Writes to the terminal beside the result, without a line break: prompts and progress. */
  readonly draw: (text: string) => void
  /** Whether the result goes to a terminal. */
  readonly outIsTerminal: boolean
  /** Whether `draw` goes to a terminal. */
  readonly noteIsTerminal: boolean
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
}
