import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as sdk from '../../src/sdk/index.ts'

/** Others build on these names: adding one is a decision, taking one away breaks them. */
test('the SDK exports these names and no others', () => {
  assert.deepEqual(Object.keys(sdk), [
    'CONTRACT_HASH',
    'CONTRACT_VERSION',
    'ERRORS',
    'StegosError',
    'createClient',
    'decodeBody',
    'decodeText',
    'encodeBody',
    'formatAmount',
    'http',
    'isStegosError',
    'listAll',
    'parseAmount',
    'waitForPayment',
    'waitForStake',
    'webSocket',
  ])
})
