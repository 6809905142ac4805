/** Works out a delay in a thread of its own, so that nothing else of the node waits for it. */
import { Worker } from 'node:worker_threads'
import type { DelayTask } from '../../protocol/crypto/delay/delay.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { DelayMessage } from './delay-thread.ts'

export type WorkOutOptions = {
  /** Ends the thread at once. */
  readonly signal: AbortSignal
  /** Called about once a second. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Works out the proof of a delay. */
export type WorkOutDelay = (task: DelayTask, options: WorkOutOptions) => Promise<Uint8Array>

/** So few squarings take less than half a second where they are slow, and less than a thread takes to start where they are not. */
const SHORT = 131_072

/** As {@link workOutDelay}; a short delay, as development networks have it, in one of the node's worker threads. */
export function delaysIn(workers: NodeWorkers): WorkOutDelay {
  return (task, options) =>
    task.steps > SHORT ? workOutDelay(task, options) : workers.run('delay', task, options.signal)
}

/** Megabytes of the thread's heap: kept powers lie outside of it, about 26 MB. */
const HEAP = 128

/**
 * The proof of a delay, 512 bytes. Takes about 1 s for a million squarings, and about 70 MB.
 * @throws the signal's reason; whatever ended the thread otherwise
 */
export const workOutDelay: WorkOutDelay = (task, { signal, onProgress }) => {
  const entry = new URL(
    import.meta.url.endsWith('.ts') ? './delay-thread.ts' : './delay-thread.js',
    import.meta.url,
  )
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const worker = new Worker(entry, {
      name: 'stegos-award',
      execArgv: [],
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    const abort = () => {
      void worker.terminate()
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
    worker.on('message', (message: DelayMessage) => {
      if (message.type === 'proof') resolve(message.proof)
      else onProgress?.(message.done, message.total)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal.removeEventListener('abort', abort)
      reject(new Error('the thread ended before the proof was there'))
    })
  })
}
