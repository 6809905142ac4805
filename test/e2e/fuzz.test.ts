/** A share of `npm run fuzz`: calls of all groups, most of them spoiled, to a node of a development network. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readContract } from '../../src/server/contract/document.ts'
import { groupsOf } from '../support/fuzz/calls.ts'
import { fuzz } from '../support/fuzz/run.ts'
import { openTarget } from '../support/fuzz/target.ts'

const CALLS_PER_GROUP = 100

test('whatever is asked, the node answers as the contract says', async (context) => {
  const { url, token, known, errors, close } = await openTarget()
  context.after(close)
  for (const group of groupsOf(readContract().document)) {
    await context.test(group, async () => {
      const outcomes = await fuzz({ url, token, known, group, calls: CALLS_PER_GROUP, seed: 1 })
      assert.ok(outcomes.invalid_params! > 0, JSON.stringify(outcomes))
    })
  }
  assert.deepEqual(errors, [])
})
