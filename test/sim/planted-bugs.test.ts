/** The simulator finds what it is there to find: faults planted into the code under test, which passes without them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_VALIDATORS, drawConfig } from './config.ts'
import { loadPatched } from './patched.ts'
import { codeWith, findBug, ledgerOfBug, PLANTED_BUGS } from './planted-bugs.ts'
import { run } from './run.ts'
import { shrink } from './shrink.ts'

/** Seeds in which a bug has to be found. */
const SEEDS = 400

for (const [name, bug] of Object.entries(PLANTED_BUGS)) {
  test(`finds: ${name}`, async (t) => {
    const seed = await findBug(bug, SEEDS)
    assert.notEqual(seed, undefined, `no ${bug.breaks} failure in ${SEEDS} seeds`)
    const config = drawConfig(seed!, DEFAULT_VALIDATORS, ledgerOfBug(bug))
    t.diagnostic(`${bug.breaks} broken in seed ${seed}`)
    assert.equal(run({ config }).failure, undefined, 'the fault is not in the code itself')
  })
}

test('a failing run is made smaller, and still fails', async () => {
  const bug = PLANTED_BUGS['vote before fsync']!
  const code = await codeWith(bug)
  const seed = await findBug(bug, SEEDS)
  const whole = drawConfig(seed!, DEFAULT_VALIDATORS, ledgerOfBug(bug))
  const small = shrink(whole, (config) => run({ config, code }).failure?.invariant === bug.breaks)
  assert.equal(run({ config: small, code }).failure?.invariant, bug.breaks)
  // One crash is all it takes.
  assert.deepEqual(
    small.faults.map(({ kind }) => kind),
    ['crash'],
  )
})

test('a patch that does not match is an error', async () => {
  const patch = { file: 'machine.ts', find: 'there is no such line', replace: '' }
  await assert.rejects(loadPatched([patch], ['replica.ts']), /matches 0 times/)
})
