/** A program of `examples/`, run as its reader runs it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanEnvironment, follow, type NodeProcess } from './node-process.ts'

export const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))

export type ExampleProcess = {
  /** Waits for a line that fits, from the start of the output on, and returns it. */
  line(fits: RegExp): Promise<RegExpExecArray>
  output(): string
  readonly exited: Promise<number | null>
  /** Ends it as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export function startExample(
  node: NodeProcess,
  file: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): ExampleProcess {
  const program = file.endsWith('.py') ? 'python3' : process.execPath
  const child = follow(
    spawn(program, [join(EXAMPLES, file), ...words], {
      env: {
        ...cleanEnvironment(node.dataDirectory),
        STEGOS_URL: node.url,
        STEGOS_TOKEN: node.token,
        ...environment,
      },
    }),
  )
  let output = ''
  const watchers = new Set<() => void>()
  const collect = (chunk: Buffer) => {
    output += chunk
    for (const look of watchers) look()
  }
  child.stdout!.on('data', collect)
  child.stderr!.on('data', collect)
  const exited = once(child, 'close').then(([code]) => code as number | null)
  return {
    line: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = fits.exec(output)
          if (match) resolve(match)
        }
        watchers.add(look)
        exited.then(() => reject(new Error(`no line ${fits}:\n${output}`)))
        look()
      }),
    output: () => output,
    exited,
    stop: () => {
      child.kill('SIGINT')
      return exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
