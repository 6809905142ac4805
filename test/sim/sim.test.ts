/** Two hundred simulated networks, and what makes a simulation worth running: the same seed is the same run. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_VALIDATORS, drawConfig } from './config.ts'
import { runMany } from './many.ts'
import { type RunResult, run } from './run.ts'
import { Summary } from './summary.ts'

const SEEDS = 200

test(`${SEEDS} networks of 4 to 10 validators keep every invariant`, async (t) => {
  const summary = new Summary()
  const job = { from: 1, count: SEEDS, validators: DEFAULT_VALIDATORS, bls: false }
  await runMany(job, (result) => {
    summary.add(result)
    return true
  })
  for (const line of summary.lines()) t.diagnostic(line)
  const failures = summary.failures.map(
    ({ seed, failure }) => `${seed}: ${failure!.invariant}: ${failure!.detail}`,
  )
  assert.deepEqual(failures, [], 'npm run sim -- --seeds 1 --from SEED tells more')
  assert.equal(summary.runs, SEEDS)
})

test('the same seed is the same run, to the byte', () => {
  for (const seed of [3, 14, 15]) {
    const [first, second] = [traceOf(seed), traceOf(seed)]
    assert.equal(first.text, second.text)
    assert.equal(first.result.traceHash, second.result.traceHash)
    assert.deepEqual(first.result, second.result)
  }
})

test('different seeds are different runs', () => {
  const hashes = [1, 2, 3, 4, 5].map((seed) => run({ config: drawConfig(seed) }).traceHash)
  assert.equal(new Set(hashes).size, hashes.length)
})

test('any number of validators', () => {
  for (const validators of [1, 2, 3, 16]) {
    const { failure } = run({ config: drawConfig(1, { fewest: validators, most: validators }) })
    assert.equal(failure?.detail, undefined)
  }
})

function traceOf(seed: number): { text: string; result: RunResult } {
  const lines: string[] = []
  const result = run({ config: drawConfig(seed), print: (line) => lines.push(line) })
  return { text: lines.join('\n'), result }
}
