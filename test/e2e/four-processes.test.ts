/** Four validators in four processes: who is killed under a load of payments comes back, and nobody else stops for it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validatorCrashRun } from '../support/validators/crash-run.ts'
import { silenceRun } from '../support/validators/silence-run.ts'

test('kill -9 of one validator of four stops nobody, loses nothing and contradicts nothing', async (context) => {
  const seed = Date.now() % 2 ** 32
  context.diagnostic(`seed ${seed}; more: npm run test:crash -- --validators 4 --kills 20 --seed ${seed}`)
  const { accepted } = await validatorCrashRun({
    validators: 4,
    kills: 2,
    seed,
    log: (line) => context.diagnostic(line),
  })
  assert.ok(accepted > 0)
})

test('two of four dead: the others go on when enough weight has leaked away, and all when they are back', async (context) => {
  const seed = Date.now() % 2 ** 32
  const log = (line: string) => context.diagnostic(line)
  log(`seed ${seed}`)
  await silenceRun({ validators: 4, silent: 2, seed, away: 180_000, goesOn: true, log })
})

test('two of four dead for a moment: no block without them', async (context) => {
  const seed = Date.now() % 2 ** 32
  const log = (line: string) => context.diagnostic(line)
  log(`seed ${seed}`)
  await silenceRun({ validators: 4, silent: 2, seed, away: 4_000, goesOn: false, log })
})
