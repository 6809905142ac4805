/** What the kernel costs apart from its work: bytes of the modules, time to start, memory. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { KERNEL_PORTABLE } from '../../src/protocol/crypto/kernel/generated/kernel-portable.ts'
import { KERNEL_SIMD } from '../../src/protocol/crypto/kernel/generated/kernel-simd.ts'
import { type Row, summary } from '../harness.ts'
import type { Step } from './first-use.ts'
import type { Ordinary } from './ordinary.ts'

const RUNS = 7
const MEBIBYTE = 2 ** 20

const SIZES = {
  simd: Buffer.from(KERNEL_SIMD, 'base64').length,
  portable: Buffer.from(KERNEL_PORTABLE, 'base64').length,
}

/** Bytes of WebAssembly, of both variants together. */
export function kernelSize(): Row {
  return summary('kernel size, both variants', [(SIZES.simd + SIZES.portable) / 1_000], 'kB')
}

/** @param batch transactions for the first batch of a fresh process */
export async function instanceRows(batch: readonly Ordinary[]): Promise<Row[]> {
  const runs: Step[][] = []
  for (let run = 0; run < RUNS; run++) runs.push(await firstUse(batch))
  const steps = runs[0]!.map(({ name }, i) => ({ name, samples: runs.map((run) => run[i]!) }))
  return [
    ...Object.entries(SIZES).map(([variant, bytes]) => summary(`size, ${variant}`, [bytes / 1_000], 'kB')),
    ...steps.map(({ name, samples }) =>
      summary(
        name,
        samples.map(({ milliseconds }) => milliseconds),
        'ms',
        `memory then ${(samples[0]!.memory / MEBIBYTE).toFixed(2)} MiB`,
      ),
    ),
  ].map((row) => ({ ...row, group: 'The kernel, in a fresh process' }))
}

async function firstUse(batch: readonly Ordinary[]): Promise<Step[]> {
  const child = fork(fileURLToPath(new URL('./first-use.ts', import.meta.url)), {
    execPath: process.execPath,
    serialization: 'advanced',
  })
  const answer = once(child, 'message')
  const ended = once(child, 'exit')
  child.send(batch)
  const [steps] = (await Promise.race([
    answer,
    ended.then(() => Promise.reject(new Error('ended early'))),
  ])) as [Step[]]
  await ended
  return steps
}
