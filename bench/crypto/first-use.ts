/**
 * A process of its own that uses the kernel for the first time, with nothing compiled and no table built, and says how long
 * each step took and how much memory the instance has afterwards.
 */
import type { Scalar } from '../../src/protocol/crypto/group.ts'
import { kernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import type { Ordinary } from './ordinary.ts'
import { stopwatch } from './stopwatch.ts'

/** Milliseconds of a step, and bytes of the instance's memory after it. */
export type Step = { readonly name: string; readonly milliseconds: number; readonly memory: number }

process.once('message', async (batch: Ordinary[]) => {
  const steps: Step[] = []
  const step = <T>(name: string, work: () => T): T => {
    const read = stopwatch()
    const result = work()
    const milliseconds = read()
    steps.push({ name, milliseconds, memory: kernel().memoryBytes })
    return result
  }
  const { multiplyBase, scalarFrom } = await import('../../src/protocol/crypto/group.ts')
  const scalar: Scalar = scalarFrom(2n ** 251n + 1n)
  step('compile, instantiate, self-test', kernel)
  step('first multiplication of the base point, tables included', () => multiplyBase(scalar))
  // these make points as soon as they are loaded
  const { outputsOf, stranger, verifyOrdinary } = await import('./ordinary.ts')
  const { rangeProofs } = await import('./work.ts')
  const { findOutputs } = await import('../../src/protocol/enote.ts')
  const { verify } = step('first proof, generators and tables included', () => rangeProofs(2))
  step('first verification', verify)
  step(`first batch of ${batch.length} transactions`, () => verifyOrdinary(batch))
  const outputs = outputsOf(batch)
  step(`first scan of ${outputs.length} outputs`, () => findOutputs(stranger, outputs))
  process.send!(steps, () => process.disconnect())
})
