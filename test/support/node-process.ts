/** A node in a process of its own, on a data directory and a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Client, type ClientOptions, createClient } from '../../src/sdk/index.ts'

/** The command. */
const ENTRY = fileURLToPath(new URL('../../bin/stegos.mjs', import.meta.url))

export type NodeProcess = {
  readonly url: string
  readonly token: string
  readonly dataDirectory: string
  readonly pid: number
  /** Milliseconds since 1970 when the process was started. */
  readonly startedAt: number
  /** Everything it has written to stdout and stderr. */
  output(): string
  client(options?: Partial<ClientOptions>): Client
  /** Ends it as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Waits until it ends by itself; resolves to its exit code. */
  ended(): Promise<number | null>
  /** Tells what was loaded before it, and waits until that has answered. */
  tell(message: object): Promise<void>
}

export type StartOptions = {
  readonly dataDirectory?: string | undefined
  /** Port, so that a node comes back where it was; any unless told. */
  readonly port?: number | undefined
  /** Further flags. */
  readonly flags?: readonly string[] | undefined
  readonly command?: 'devnet' | 'node' | undefined
  /** KiB that a file may grow to; on Unix only. */
  readonly largestFile?: number | undefined
  /** A module that is loaded before the node. */
  readonly preload?: string | undefined
}

const running = new Set<ChildProcess>()
const directories = new Set<string>()

function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

// A test that fails leaves its node behind; the file shall end all the same, and leave nothing.
if (process.env.NODE_TEST_CONTEXT) {
  after(async () => {
    const ends = [...running].map((child) => once(child, 'exit'))
    endAll()
    await Promise.all(ends)
    for (const path of directories) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  })
}
process.on('exit', endAll)

/** The environment of a process that is to see nothing of whoever runs the tests. */
export function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(STEGOS_|NODE_TEST|NODE_OPTIONS|npm_)/.test(name),
  )
  return { ...Object.fromEntries(own), HOME: home }
}

/** A directory that is gone when the tests of the file are done. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'stegos-test-'))
  directories.add(path)
  return path
}

export type CommandOptions = {
  readonly cwd?: string | undefined
  /** KiB that a file may grow to, as on a disk that is full then. */
  readonly largestFile?: number | undefined
  /** A module that is loaded before the command, and can be talked to. */
  readonly preload?: string | undefined
}

/** Runs `stegos` with these words, in a world of its own. */
export function spawnCommand(
  words: readonly string[],
  home: string,
  { cwd = process.cwd(), largestFile, preload }: CommandOptions = {},
): ChildProcess {
  const before = preload === undefined ? [] : ['--import', preload]
  const command = [process.execPath, ...before, ENTRY, ...words]
  const limited = largestFile && ['bash', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'bash']
  const [program, ...args] = [...(limited || []), ...command]
  return follow(
    spawn(program!, args, {
      cwd,
      env: cleanEnvironment(home),
      stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : (['ipc'] as const))],
    }),
  )
}

/** Ends this process, too, when the tests of the file are done. */
export function follow(child: ChildProcess): ChildProcess {
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}

/** Starts a node and waits until it listens. It may still be opening its data: `not_ready` is retried by every client. */
export async function startNode(options: StartOptions = {}): Promise<NodeProcess> {
  const dataDirectory = options.dataDirectory ?? temporaryDirectory()
  const listen = `127.0.0.1:${options.port ?? 0}`
  const startedAt = Date.now()
  const command = options.command ?? 'devnet'
  const words = [
    command,
    '--json',
    '--data-dir',
    dataDirectory,
    '--listen',
    listen,
    '--log-level',
    'debug',
    '--check-answers',
  ]
  const child = spawnCommand([...words, ...(options.flags ?? [])], dataDirectory, {
    largestFile: options.largestFile,
    preload: options.preload,
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  let output = ''
  const { promise: listening, resolve, reject } = Promise.withResolvers<{ url: string; tokenFile: string }>()
  const collect = (chunk: Buffer) => {
    output += chunk
    const line = /^\{"url":.*\}$/m.exec(output)
    if (line) resolve(JSON.parse(line[0]))
  }
  child.stdout!.on('data', collect)
  child.stderr!.on('data', collect)
  exited.then(([code]) => reject(new Error(`the node ended with ${code} before it listened:\n${output}`)))
  const { url, tokenFile } = await listening
  const token = readFileSync(tokenFile, 'utf8').trim()

  return {
    url,
    token,
    dataDirectory,
    pid: child.pid!,
    startedAt,
    output: () => output,
    client: (clientOptions = {}) => createClient({ url, token, ...clientOptions }),
    async stop() {
      child.kill('SIGTERM')
      const [code] = await exited
      return code
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async ended() {
      const [code] = await exited
      return code
    },
    async tell(message) {
      const answered = once(child, 'message')
      child.send(message)
      await Promise.race([answered, exited])
    },
  }
}

/** The port a node listens on, for its next start. */
export function portOf({ url }: NodeProcess): number {
  return Number(new URL(url).port)
}
