/** Carries out runs in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawConfig } from './config.ts'
import type { WorkerData, WorkerTask } from './many.ts'
import { run } from './run.ts'

const { validators, bls, ledger }: WorkerData = workerData

parentPort!.on('message', ({ from, count }: WorkerTask) => {
  const results = Array.from({ length: count }, (_, i) =>
    run({ config: drawConfig(from + i, validators, ledger), bls }),
  )
  parentPort!.postMessage(results)
})
