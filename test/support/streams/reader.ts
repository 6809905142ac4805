/** A program that follows a stream, as its user runs it: it can be slow, and it can die and go on after the last item it has told. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { cleanEnvironment, follow } from '../node-process.ts'
import type { Follower } from './languages.ts'

export type Told = { readonly topic: string; readonly height: string; readonly cursor: string }

export type ReaderOptions = Follower & {
  /** Address of the node, or of what stands between. */
  readonly url: string
  readonly token: string
  /** Milliseconds that its next life rests after each item. */
  readonly rest: () => number
  /** Called after each item. */
  readonly onItem: () => void
}

export class Reader {
  readonly name: string
  /** All events, of all its lives. */
  readonly events: Told[] = []
  /** Times it has been told, in each life, that it has caught up. */
  readonly marks: number[] = []
  readonly #options: ReaderOptions
  #process!: ChildProcess
  #ended!: Promise<unknown>
  /** What was told of the item that is not whole yet. */
  #rest = ''
  #errors = ''
  #dying = false
  /** Rejects when it ends by itself. */
  readonly failed: Promise<never>
  readonly #fail: (error: Error) => void

  constructor(options: ReaderOptions) {
    const { promise, reject } = Promise.withResolvers<never>()
    this.#options = options
    this.name = options.name
    this.failed = promise
    this.#fail = reject
    promise.catch(() => {})
    this.#start()
  }

  /** Where it would go on. */
  get cursor(): string {
    return this.events.at(-1)?.cursor ?? 'genesis'
  }

  /** Stops it as a machine that is put to sleep; it takes nothing that comes. */
  pause(): void {
    this.#process.kill('SIGSTOP')
  }

  resume(): void {
    this.#process.kill('SIGCONT')
  }

  /** Ends it as a power cut does, and starts it after the last item of which it has told. */
  async restart(): Promise<void> {
    await this.kill()
    this.#start()
  }

  async kill(): Promise<void> {
    this.#dying = true
    this.#process.kill('SIGKILL')
    await this.#ended
  }

  #start(): void {
    const { command, environment, url, token, rest } = this.#options
    const [program, ...words] = command
    const child = follow(
      spawn(program!, words, {
        env: {
          ...cleanEnvironment(tmpdir()),
          ...environment,
          STEGOS_URL: url,
          STEGOS_TOKEN: token,
          STEGOS_FROM: this.cursor,
          STEGOS_REST: String(rest()),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    this.#process = child
    this.#rest = ''
    this.#dying = false
    this.marks.push(0)
    child.stdout!.setEncoding('utf8').on('data', (text) => this.#take(text))
    child.stderr!.on('data', (chunk) => {
      this.#errors = (this.#errors + chunk).slice(-4_000)
    })
    child.on('error', (error) => this.#fail(error))
    this.#ended = once(child, 'close').then(([code, signal]) => {
      if (this.#dying) return
      this.#fail(new Error(`${this.name} has ended with ${code ?? signal}:\n${this.#errors}`))
    })
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop()!
    for (const line of lines) {
      const [topic = '', height = '', cursor = ''] = line.split(' ')
      if (topic === 'caught_up') this.marks[this.marks.length - 1]! += 1
      else this.events.push({ topic, height, cursor })
    }
    if (lines.length > 0) this.#options.onItem()
  }
}
