/** The pool with the node's own jobs. */
import { jobs, type NodeJobs } from './jobs.ts'
import { type PoolModules, type PoolOptions, WorkerPool } from './pool.ts'

export type NodeWorkers = WorkerPool<NodeJobs>

export function createNodeWorkers(
  options: Pick<PoolOptions<NodeJobs>, 'limits' | 'signal'>,
  modules: PoolModules,
): NodeWorkers {
  // Beside this file, as TypeScript in the sources and as JavaScript in a build.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
  return new WorkerPool<NodeJobs>(
    { ...options, entry, order: Object.keys(jobs) as (keyof NodeJobs)[] },
    modules,
  )
}
