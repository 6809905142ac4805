/**
 * `npm run fuzz -- --calls 100000 [--group payment] [--seed N]`: so many calls for each group of methods, most of them spoiled,
 * to a node of a development network. Every one has to be answered as the contract says; memory must not grow. The seed is
 * printed; with it the same calls come again.
 */
import { parseArgs } from 'node:util'
import { readContract } from '../../src/server/contract/document.ts'
import { groupsOf } from '../support/fuzz/calls.ts'
import { fuzz } from '../support/fuzz/run.ts'
import { openTarget } from '../support/fuzz/target.ts'

/** Bytes of heap that so many calls may leave behind: wallets and lists of the node grow with what was done for good. */
const MOST_GROWTH = 48 * 1_048_576

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    group: { type: 'string' },
    seed: { type: 'string' },
  },
})
const calls = Number(values.calls)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const all = groupsOf(readContract().document)
const groups = all.filter((group) => values.group === undefined || group === values.group)
if (!Number.isSafeInteger(calls) || calls < 1 || !Number.isSafeInteger(seed) || groups.length === 0) {
  console.error(`usage: npm run fuzz -- [--calls NUMBER] [--group ${all.join(' | ')}] [--seed NUMBER]`)
  process.exit(2)
}
if (!globalThis.gc) throw new Error('run with --expose-gc, as npm run fuzz does')

console.log(`seed ${seed}`)
for (const group of groups) {
  const { url, token, known, errors, close } = await openTarget()
  const started = Date.now()
  let before: number | undefined
  const outcomes = await fuzz({
    ...{ url, token, known, group, calls, seed },
    onProgress: (done) => {
      // by then everything is loaded and compiled
      if (before === undefined && done >= calls / 10) before = heapAfterCollection()
      if (done % 10_000 === 0) console.log(`${group}: ${done} calls, ${seconds(started)} s`)
    },
  }).catch((failure) => {
    for (const line of errors.slice(-3)) console.error(line.trim())
    throw failure
  })
  const growth = heapAfterCollection() - before!
  await close()
  const told = Object.entries(outcomes).sort(([, left], [, right]) => right - left)
  console.log(
    `${group}: ${calls} calls in ${seconds(started)} s, heap ${(growth / 1_048_576).toFixed(1)} MiB more`,
  )
  console.log(`  ${told.map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
  if (errors.length > 0) throw new Error(`the node had troubles of its own: ${errors.slice(0, 3).join('')}`)
  if (growth > MOST_GROWTH) throw new Error(`the heap has grown by ${growth} bytes`)
}
process.exit(0)

function heapAfterCollection(): number {
  globalThis.gc!()
  globalThis.gc!()
  return process.memoryUsage().heapUsed
}

function seconds(started: number): number {
  return Math.round((Date.now() - started) / 1_000)
}
