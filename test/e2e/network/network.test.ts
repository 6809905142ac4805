import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MANIFESTS } from './manifest.ts'
import { rehearse } from './rehearse.ts'

/** Its four troubles are one of each kind. */
const SEED = 1
const TROUBLES = 4

test('a network of four validators and three followers agrees on everything after trouble', async (context) => {
  context.diagnostic(`more: npm run test:network -- --seed ${SEED} --minutes 10`)
  const { accepted } = await rehearse({
    manifest: MANIFESTS.short,
    seed: SEED,
    another: (troubles) => troubles < TROUBLES,
    log: (line) => context.diagnostic(line),
  })
  assert.ok(accepted > 0)
})
