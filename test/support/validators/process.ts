/** A node of a test that is a process of its own: it can be killed, stopped for a while and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '../../../src/sdk/index.ts'
import { cleanEnvironment, follow } from '../node-process.ts'
import type { ValidatorOptions } from './validator.ts'

const ENTRY = fileURLToPath(new URL('./validator.ts', import.meta.url))
/** Where processes find what others of the same version have compiled before: that halves the work of a start. */
const COMPILED = join(tmpdir(), 'node-compile-cache')
const PATIENT = { attempts: 100_000, delay: 20, maxDelay: 200 }

export type ManagedProcess = {
  readonly name: string
  /** Keeps trying while the process is away, always with the same idempotency key. */
  readonly client: Client
  readonly alive: boolean
  /** Of the process that runs. */
  readonly pid: number
  /** Milliseconds since 1970 when the process was started last. */
  readonly startedAt: number
  /** What all its processes have logged. */
  readonly log: () => string
  start(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Ends it as its owner does. */
  stop(): Promise<void>
  /** It gets no time until it is resumed, and keeps all it has open. */
  pause(): void
  resume(): void
}

export type ProcessOptions = Omit<ValidatorOptions, 'port'> & {
  /** Words before the command, which replace themselves by what they start. */
  readonly prefix?: readonly string[]
}

export function createProcess(name: string, { prefix = [], ...place }: ProcessOptions): ManagedProcess {
  const { dataDirectory } = place
  let child: ChildProcess | undefined
  let client: Client | undefined
  let port = 0
  let startedAt = 0
  let log = ''

  const start = async () => {
    const options: ValidatorOptions = { ...place, port }
    startedAt = Date.now()
    const [program, ...words] = [...prefix, process.execPath, ENTRY, JSON.stringify(options)]
    const started = follow(
      spawn(program!, words, {
        env: { ...cleanEnvironment(dataDirectory), NODE_COMPILE_CACHE: COMPILED },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    child = started
    const listening = Promise.withResolvers<string>()
    let output = ''
    started.stdout!.on('data', (piece: Buffer) => {
      output += piece
      const line = /^\{"url":.*\}$/m.exec(output)
      if (line) listening.resolve(JSON.parse(line[0]).url)
    })
    started.stderr!.on('data', (piece: Buffer) => {
      log += piece
    })
    started.on('exit', (code, signal) => {
      if (child === started) child = undefined
      if (signal !== 'SIGKILL' && code !== 0) log += `\nended with ${code} ${signal}\n`
      listening.reject(new Error(`${name} ended with ${code} ${signal}:\n${log.slice(-4_000)}`))
    })
    const url = await listening.promise
    port = Number(new URL(url).port)
    const token = readFileSync(join(dataDirectory, 'api.token'), 'utf8').trim()
    client ??= createClient({ url, token, retry: PATIENT, checkContract: false })
  }
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    if (!ending) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
  }
  return {
    name,
    get client() {
      return client!
    },
    get alive() {
      return child !== undefined
    },
    get pid() {
      return child!.pid!
    },
    get startedAt() {
      return startedAt
    },
    log: () => log,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  }
}
