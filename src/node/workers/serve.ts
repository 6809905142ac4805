/** The thread's side of the pool: answers each job in turn. */
import { parentPort } from 'node:worker_threads'
import { type JobMessage, type ResultMessage, sendError } from './messages.ts'

/** Functions by the name of their job. Inputs and outputs are what a structured clone carries: no class instances. */
export type JobTable = { readonly [kind: string]: (input: never) => unknown }

export function serve(jobs: JobTable): void {
  const port = parentPort
  if (!port) throw new Error('serves only inside a worker thread')
  port.on('message', async ({ kind, input }: JobMessage) => {
    let result: ResultMessage
    try {
      const run = jobs[kind]
      if (!run) throw new Error(`no job of the name ${kind}`)
      result = { ok: true, output: await run(input as never) }
    } catch (error) {
      result = { ok: false, error: sendError(error) }
    }
    port.postMessage(result)
  })
}
