/** Runs the command line inside the test, with a world of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { main } from '../../src/cli/main.ts'

export type CommandResult = {
  readonly code: number
  /** Lines of the result. */
  readonly out: string
  /** Lines beside it. */
  readonly notes: string
}

export type RunOptions = {
  readonly env?: Record<string, string>
  readonly stdin?: string
  /** Whether stdin is one that somebody types at. */
  readonly terminal?: boolean
  readonly signal?: AbortSignal
  /** Is told of each line of the result as it comes. */
  readonly onOut?: (line: string) => void
}

export type CommandLine = {
  /** Home and working directory. */
  readonly directory: string
  /** @param words what stands after `stegos` */
  run(words: readonly string[], options?: RunOptions): Promise<CommandResult>
  remove(): void
}

export function createCommandLine(): CommandLine {
  const directory = mkdtempSync(join(tmpdir(), 'stegos-cli-'))
  return {
    directory,
    async run(
      words,
      { env = {}, stdin = '', terminal = false, signal = new AbortController().signal, onOut } = {},
    ) {
      const out: string[] = []
      const notes: string[] = []
      const code = await main(words, {
        program: 'stegos',
        env,
        cwd: directory,
        home: directory,
        stdin: Object.assign(Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]), { isTTY: terminal }),
        out: (line) => {
          out.push(line)
          onOut?.(line)
        },
        note: (line) => notes.push(line),
        draw: () => {},
        outIsTerminal: false,
        noteIsTerminal: false,
        signal,
      })
      return { code, out: out.join('\n'), notes: notes.join('\n') }
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
