import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentReaderRun } from '../support/streams/silent-reader-run.ts'
import { streamTest } from '../support/streams/stream-test.ts'
import { subscribersRun } from '../support/streams/subscribers-run.ts'

test('readers that never read cost a buffer each, however much there is for them', async (context) => {
  const { offered, held } = await silentReaderRun({ connections: 8, blocks: 600, stall: false })
  context.diagnostic(`${offered} MB to be sent, ${held} MB held for them`)
})

test('a thousand subscribers get every block, in order', async () => {
  const { deliveries } = await subscribersRun({ subscribers: 1_000, blocks: 20 })
  assert.ok(deliveries >= 20_000)
})

streamTest('typescript')
