/** One node of a development network in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type NodeProcess = {
  readonly name: string
  readonly pid: number
  /** Resolves to the URL of its API, and when it is ready; rejected when it ends before that. */
  readonly url: Promise<string>
  readonly ready: Promise<void>
  /** Resolves to how it ended, when it has. */
  readonly ended: Promise<string>
  /** Asks it to end; kills it when it takes too long. */
  end(): Promise<void>
}

export type NodeProcessOptions = {
  readonly name: string
  /** Its configuration file. */
  readonly config: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Takes each line it logs. */
  readonly onLine: (line: string) => void
}

/** The command, which is two floors up from here in a checkout and in a package. */
const COMMAND = fileURLToPath(new URL('../../bin/stegos.mjs', import.meta.url))
/** Milliseconds for a clean end. */
const PATIENCE = 30_000

/** Starts `stegos node --config FILE`. It ends by itself when this process does, however that comes about. */
export function startNodeProcess({ name, config, env, onLine }: NodeProcessOptions): NodeProcess {
  const url = Promise.withResolvers<string>()
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<string>()
  for (const { promise } of [url, ready]) promise.catch(() => {})
  const child: ChildProcess = spawn(
    process.execPath,
    [...process.execArgv, COMMAND, 'node', '--config', config, '--json'],
    // A group of its own: Ctrl-C at the terminal comes here alone, and is passed on once.
    { detached: true, env: withoutOwn(env), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  const end = (how: string) => {
    const error = new Error(`${name} ${how} before it was ready`)
    url.reject(error)
    ready.reject(error)
    ended.resolve(how)
  }
  child.on('error', (error) => end(`could not be started (${error.message})`))
  child.on('exit', (code, signal) => end(signal ? `was ended by ${signal}` : `ended with ${code}`))
  createInterface({ input: child.stderr! }).on('line', (line) => {
    for (const part of (readSaid(line)?.error?.message ?? line).split('\n')) onLine(part)
  })
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const said = readSaid(line)
    if (said?.url !== undefined) url.resolve(said.url)
    else if (said?.peerId !== undefined) ready.resolve()
    else onLine(line)
  })
  return {
    name,
    pid: child.pid ?? 0,
    url: url.promise,
    ready: ready.promise,
    ended: ended.promise,
    end: async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      await ended.promise
      clearTimeout(late)
    },
  }
}

type Said = {
  readonly url?: string
  readonly peerId?: string
  readonly error?: { readonly message?: string }
}

/** What a node says of itself with --json. */
function readSaid(line: string): Said | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The configuration file says everything; what was meant for the whole network would get in its way. */
function withoutOwn(env: NodeProcessOptions['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('STEGOS_')))
}
