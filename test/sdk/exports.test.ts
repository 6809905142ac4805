import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as bot from '../../src/sdk/bot/index.ts'
import * as botNode from '../../src/sdk/bot/node/index.ts'
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

test('so do the bot kit and what of it needs Node', () => {
  assert.deepEqual(Object.keys(bot), ['BotError', 'remedyFor', 'runBot'])
  assert.deepEqual(Object.keys(botNode), ['deadLetterFile', 'fileStore', 'stopSignal'])
})
