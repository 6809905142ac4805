import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readContract } from '../../src/server/contract/document.ts'
import { CHANGING_METHODS, retryRun } from '../support/retries/retry-run.ts'

/** Another path each: key files, a payment, an operation on stake, a token. */
const SHARE = ['account.create', 'payment.send', 'stake.deposit', 'token.revoke'] as const
const MOST_KILLS = 4

test('every method that changes something is called, cut off and repeated', () => {
  const changing = readContract().document.methods.filter((method) =>
    ['key', 'natural'].includes(method['x-idempotency']),
  )
  assert.deepEqual(CHANGING_METHODS.toSorted(), changing.map(({ name }) => name).sort())
})

test('kill -9 between two writes of a call: repeated with its key, it has one outcome', async (context) => {
  const log = (line: string) => context.diagnostic(line)
  context.diagnostic('all methods, and all their writes: npm run test:retries')
  assert.ok((await retryRun({ methods: SHARE, mostKills: MOST_KILLS, log })) >= 2 * SHARE.length)
})
