import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareOrigins } from './compare.ts'
import { runOrigin } from './experiment.ts'
import { meanInterval } from './interval.ts'

const config = { nodes: 60, observers: 0.1, outbound: 8, mesh: 4, supernode: false }

test('observers guess the origin less often with a stem, in networks that differ in nothing else', async () => {
  const { plain, stem, difference } = await compareOrigins(config, 1, 4)
  for (const figure of ['precision', 'recall'] as const) {
    assert.ok(difference[figure].low > 0, `${figure}: ${JSON.stringify({ plain, stem, difference })}`)
  }
})

test('the experiment follows from its seed', async () => {
  const small = { ...config, nodes: 20, seed: 5, stem: true }
  assert.deepEqual(await runOrigin(small), await runOrigin(small))
})

test('an interval is that of Student for the mean', () => {
  // n = 5, s = 1.5811, t = 2.776
  const { mean, low, high } = meanInterval([1, 2, 3, 4, 5])
  assert.deepEqual([mean, low.toFixed(3), high.toFixed(3)], [3, '1.037', '4.963'])
})
