/** Many runs on all cores: each worker takes the next seeds when it is done with its own. */
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
}
export type WorkerData = Pick<Job, 'validators' | 'bls' | 'ledger'>
export type WorkerTask = { readonly from: number; readonly count: number }

/** Seeds a worker takes at once. */
const PORTION = 10

/** Calls `done` with every result, in no particular order. `done` may return false to have no more runs begun. */
export async function runMany(
  { from, count, validators, bls, ledger }: Job,
  done: (result: RunResult) => boolean,
): Promise<void> {
  let next = from
  let stopped = false
  const end = from + count
  const workers = Math.min(availableParallelism(), Math.ceil(count / PORTION))
  const work = async (): Promise<void> => {
    const workerData: WorkerData = { validators, bls, ledger }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
    try {
      while (next < end && !stopped) {
        const task: WorkerTask = { from: next, count: Math.min(PORTION, end - next) }
        next += task.count
        for (const result of await ask(worker, task)) stopped = !done(result) || stopped
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
