/** Many runs on several cores: each worker takes the next seeds when it is done with its own. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ConfigLimits, Ledger } from './config.ts'
import type { RunResult } from './run.ts'

export type Job = {
  readonly from: number
  readonly count: number
  readonly validators: ConfigLimits
  readonly bls: boolean
  /** Left out where the seed decides. */
  readonly ledger?: Ledger | undefined
  /** Worker threads; left out for one on each core. */
  readonly jobs?: number | undefined
}
export type WorkerData = Pick<Job, 'validators' | 'bls' | 'ledger'>
export type WorkerTask = { readonly from: number; readonly count: number }

/** Seeds a worker takes at once. */
const PORTION = 10

/** Calls `done` with every result, in the order of the seeds. `done` may return false to have no more runs begun. */
export async function runMany(
  { from, count, validators, bls, ledger, jobs = availableParallelism() }: Job,
  done: (result: RunResult) => boolean,
): Promise<void> {
  let next = from
  let stopped = false
  const end = from + count
  const workers = Math.min(jobs, Math.ceil(count / PORTION))
  const waiting = new Map<number, RunResult>()
  let due = from
  const hand = (results: readonly RunResult[]): void => {
    for (const result of results) waiting.set(result.seed, result)
    for (let result = waiting.get(due); result; result = waiting.get(due)) {
      waiting.delete(due)
      due += 1
      stopped = !done(result) || stopped
    }
  }
  const work = async (): Promise<void> => {
    const workerData: WorkerData = { validators, bls, ledger }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
    try {
      while (next < end && !stopped) {
        const task: WorkerTask = { from: next, count: Math.min(PORTION, end - next) }
        next += task.count
        hand(await ask(worker, task))
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
}

function ask(worker: Worker, task: WorkerTask): Promise<readonly RunResult[]> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      worker.off('message', answered)
      reject(error)
    }
    const answered = (results: readonly RunResult[]): void => {
      worker.off('error', failed)
      resolve(results)
    }
    worker.once('error', failed)
    worker.once('message', answered)
    worker.postMessage(task)
  })
}
