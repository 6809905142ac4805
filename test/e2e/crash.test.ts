import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crashRun } from '../support/crash-run.ts'

test('kill -9 under load loses nothing and doubles nothing', async (context) => {
  const seed = Date.now() % 2 ** 32
  context.diagnostic(`seed ${seed}; more kills: npm run test:crash -- --kills 100 --seed ${seed}`)
  const result = await crashRun({
    kills: 5,
    seed,
    log: (line) => context.diagnostic(line),
  })
  assert.ok(result.payments + result.messages > 0)
})
