/** The portable variant of the kernel beside the one with fused multiply-add. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { kernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import { type Row, summary } from '../harness.ts'
import { interleave } from './interleave.ts'
import type { Ordinary } from './ordinary.ts'
import { rowOf } from './rows.ts'
import { ourWork, WORK } from './work.ts'

export async function variantRows(batch: readonly Ordinary[]): Promise<Row[]> {
  if (kernel().variant === 'portable') return []
  const own = ourWork(batch)
  const worker = new Worker(new URL('./portable-thread.ts', import.meta.url), { workerData: batch })
  try {
    const rows: Row[] = []
    for (const one of WORK) {
      const { name, unit, timed } = own[one]
      const portable = async (): Promise<number> => {
        worker.postMessage(one)
        return (await once(worker, 'message'))[0]
      }
      const [fast, plain] = (await interleave([timed, portable])) as [number[], number[]]
      const ratios = plain.map((time, i) => time / fast[i]!)
      const times = summary('', ratios, '×').median.toFixed(2)
      rows.push(rowOf(name, unit, plain, `${times} × the time of the other variant`))
    }
    return rows.map((row) => ({ ...row, group: 'Portable variant' }))
  } finally {
    await worker.terminate()
  }
}
