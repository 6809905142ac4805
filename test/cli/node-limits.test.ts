import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodeLimits } from '../../src/cli/node-limits.ts'

test('limits are those of the flags, and no others', () => {
  assert.deepEqual(nodeLimits({}), {})
  assert.deepEqual(nodeLimits({ 'snapshot-blocks': 100, 'state-check': 0 }), {
    snapshotInterval: 100,
    stateCheckInterval: undefined,
  })
})

test('snapshots at no height are refused', () => {
  assert.throws(() => nodeLimits({ 'snapshot-blocks': 0 }), { message: /--snapshot-blocks is above zero/ })
})
