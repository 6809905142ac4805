/**
 * Worker threads for everything that takes long: proving, verifying, scanning, executing blocks. They start when there is
 * work and end when there has been none for a while, so that an idle node stays small.
 */
import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import { type JobMessage, type ResultMessage, receiveError } from './messages.ts'
import type { JobTable } from './serve.ts'
import { WorkerError } from './worker-error.ts'

export type PoolOptions<Jobs extends JobTable> = {
  /** Entry of a thread; it calls `serve` with the functions that `Jobs` describes. */
  readonly entry: URL
  /** Job kinds, most urgent first. */
  readonly order: readonly (keyof Jobs & string)[]
  readonly limits: Pick<
    NodeLimits,
    'workers' | 'workerHeap' | 'workerQueue' | 'workerIdle' | 'workerPatience'
  >
  /** Ends the threads; jobs under way are rejected with its reason. */
  readonly signal: AbortSignal
}

export type PoolModules = { readonly clock: Clock; readonly logger: Logger }

/** Megabytes of a thread's nursery: small, since its garbage is short-lived. */
const NURSERY = 4

/** Share of that time that jobs have to wait, one after the other or together, for another thread to be started. */
const PRESSURE = 0.5

/** Share of its time that a thread beside others has to work to stay. */
const SPARE = 0.1

type Job = {
  readonly kind: string
  /** Place in the order of kinds; the lowest goes first. */
  readonly urgency: number
  readonly input: unknown
  readonly arrived: number
  readonly resolve: (output: unknown) => void
  readonly reject: (error: unknown) => void
}

type Thread = {
  readonly worker: Worker
  readonly retired: AbortController
  job: Job | undefined
  /** When it was given that job. */
  since: number
  /** Whether it was given a job since the last look. */
  used: boolean
  /** Milliseconds it has worked since the last look. */
  busy: number
}

export class WorkerPool<Jobs extends JobTable> {
  readonly #options: PoolOptions<Jobs>
  readonly #modules: PoolModules
  readonly #waiting = new Set<Job>()
  readonly #threads = new Set<Thread>()
  #growing = false
  /** Milliseconds that jobs have waited, in all, since the pool began to think of another thread. */
  #waited = 0

  constructor(options: PoolOptions<Jobs>, modules: PoolModules) {
    this.#options = options
    this.#modules = modules
    options.signal.addEventListener('abort', () => this.#end(), { once: true })
  }

  /** Threads there can be: work is worth splitting into as many parts. */
  get threads(): number {
    return this.#options.limits.workers
  }

  /** Threads alive. */
  get size(): number {
    return this.#threads.size
  }

  /** Jobs that wait for a thread. */
  get waiting(): number {
    return this.#waiting.size
  }

  /**
   * Runs a job in a thread. Input and output are copied. When `signal` is aborted the promise is rejected at once; a job
   * that has begun still runs to its end.
   * @throws what the job throws (ProtocolError keeps its code), WorkerError, or the reason of a signal.
   */
  run<Kind extends keyof Jobs & string>(
    kind: Kind,
    input: Parameters<Jobs[Kind]>[0],
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<Jobs[Kind]>>> {
    return new Promise((resolve, reject) => {
      const ended = [this.#options.signal, signal].find((one) => one?.aborted)
      if (ended) return reject(ended.reason)
      if (this.#waiting.size >= this.#options.limits.workerQueue) {
        return reject(new WorkerError('queue_full', kind, 'too many jobs are waiting for a worker thread'))
      }
      const abort = () => {
        this.#waiting.delete(job)
        reject(signal?.reason)
      }
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', abort)
          end(value)
        }
      const job: Job = {
        kind,
        urgency: this.#options.order.indexOf(kind),
        input,
        arrived: this.#modules.clock.now(),
        resolve: settle(resolve as (output: unknown) => void),
        reject: settle(reject),
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#waiting.add(job)
      this.#dispatch()
    })
  }

  /** Gives the most urgent waiting jobs to free threads. */
  #dispatch(): void {
    while (this.#waiting.size > 0) {
      const thread = this.#freeThread()
      if (!thread) return void this.#grow()
      const job = [...this.#waiting].reduce((first, other) => (other.urgency < first.urgency ? other : first))
      this.#waiting.delete(job)
      this.#waited += this.#modules.clock.now() - job.arrived
      this.#give(thread, job)
    }
  }

  #freeThread(): Thread | undefined {
    const free = [...this.#threads].find(({ job }) => !job)
    return free ?? (this.#threads.size === 0 ? this.#start() : undefined)
  }

  /** Starts another thread if jobs have to wait for long: a thread costs more memory than a short wait is worth. */
  async #grow(): Promise<void> {
    const { limits, signal } = this.#options
    if (this.#growing || this.#threads.size >= limits.workers) return
    this.#growing = true
    this.#waited = 0
    try {
      await this.#modules.clock.sleep(limits.workerPatience, signal)
    } catch {
      return
    } finally {
      this.#growing = false
    }
    const pressed = this.#waiting.size > 0 || this.#waited >= PRESSURE * limits.workerPatience
    if (pressed && this.#threads.size < limits.workers) this.#start()
    this.#dispatch()
  }

  #give(thread: Thread, job: Job): void {
    thread.job = job
    thread.since = this.#modules.clock.now()
    thread.used = true
    thread.worker.ref()
    const message: JobMessage = { kind: job.kind, input: job.input }
    try {
      thread.worker.postMessage(message)
    } catch (error) {
      // Not to be cloned: the caller's fault, and the thread has heard nothing.
      thread.job = undefined
      thread.worker.unref()
      job.reject(new WorkerError('job_failed', job.kind, 'the input of the job cannot be copied', error))
    }
  }

  #start(): Thread {
    // No flags of the process are passed on: a worker of a test run or of a debugger is an ordinary one.
    const worker = new Worker(this.#options.entry, {
      name: 'stegos-worker',
      execArgv: [],
      resourceLimits: {
        maxYoungGenerationSizeMb: NURSERY,
        maxOldGenerationSizeMb: this.#options.limits.workerHeap,
      },
    })
    const retired = new AbortController()
    const thread: Thread = { worker, retired, job: undefined, since: 0, used: true, busy: 0 }
    this.#threads.add(thread)
    worker.on('message', (result: ResultMessage) => this.#finish(thread, result))
    worker.on('error', (error) => this.#lose(thread, error))
    worker.on('exit', () => this.#lose(thread, new Error('the worker thread ended')))
    void this.#retireWhenIdle(thread)
    return thread
  }

  #finish(thread: Thread, result: ResultMessage): void {
    const { job } = thread
    thread.job = undefined
    thread.busy += this.#modules.clock.now() - thread.since
    thread.worker.unref()
    if (result.ok) job?.resolve(result.output)
    else job?.reject(receiveError(job.kind, result.error))
    this.#dispatch()
  }

  /** A thread that ended by itself takes the job it had with it; the next job gets a fresh one. */
  #lose(thread: Thread, error: Error): void {
    thread.retired.abort()
    if (!this.#threads.delete(thread)) return
    const { job } = thread
    if (!job) return
    this.#modules.logger.error({ job: job.kind, err: error }, 'a worker thread crashed')
    job.reject(new WorkerError('worker_crashed', job.kind, `the worker crashed in ${job.kind}`, error))
    this.#dispatch()
  }

  /** Ends a thread that had nothing to do from one look to the next, or so little that the others can do it as well. */
  async #retireWhenIdle(thread: Thread): Promise<void> {
    const { workerIdle } = this.#options.limits
    const spare = () => this.#threads.size > 1 && thread.busy < SPARE * workerIdle
    try {
      do {
        thread.used = false
        thread.busy = 0
        await this.#modules.clock.sleep(workerIdle, thread.retired.signal)
      } while (thread.job || (thread.used && !spare()))
    } catch {
      return
    }
    this.#threads.delete(thread)
    await thread.worker.terminate()
  }

  #end(): void {
    const { reason } = this.#options.signal
    for (const job of this.#waiting) job.reject(reason)
    this.#waiting.clear()
    for (const thread of this.#threads) {
      thread.retired.abort()
      thread.job?.reject(reason)
      void thread.worker.terminate()
    }
    this.#threads.clear()
  }
}
