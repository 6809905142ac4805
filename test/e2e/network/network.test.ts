import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MANIFESTS, troublesOf } from './manifest.ts'
import { rehearse } from './rehearse.ts'

/** A follower gets no time, the one that prunes is wiped, a validator is cut off and one is killed, also while it starts. */
const SEED = 33

test('a network of four validators and three followers agrees on everything after trouble', async (context) => {
  context.diagnostic(`more: npm run test:network -- --seed ${SEED} --minutes 10`)
  const { accepted } = await rehearse({
    manifest: MANIFESTS.short,
    seed: SEED,
    another: (troubles) => troubles < troublesOf(MANIFESTS.short),
    log: (line) => context.diagnostic(line),
  })
  assert.ok(accepted > 0)
})
