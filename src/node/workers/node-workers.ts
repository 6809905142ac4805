/** The pool with the node's own jobs, and as many threads as the machine has cores for. */
import { availableParallelism } from 'node:os'
import { jobs, type NodeJobs } from './jobs.ts'
import { type PoolModules, type PoolOptions, WorkerPool } from './pool.ts'
import { SparingWorkers } from './sparing-workers.ts'

export type NodeWorkers = WorkerPool<NodeJobs>

export function createNodeWorkers(
  options: Pick<PoolOptions<NodeJobs>, 'limits' | 'signal'> & {
    /** Whether what takes a millisecond or two is done in the thread that asks, so that an idle node has no other. */
    readonly sparing?: boolean | undefined
  },
  modules: PoolModules,
): NodeWorkers {
  // Beside this file, as TypeScript in the sources and as JavaScript in a build.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
  const workers = Math.min(options.limits.workers, availableParallelism())
  return new (options.sparing ? SparingWorkers : WorkerPool<NodeJobs>)(
    {
      signal: options.signal,
      limits: { ...options.limits, workers },
      entry,
      order: Object.keys(jobs) as (keyof NodeJobs)[],
    },
    modules,
  )
}
