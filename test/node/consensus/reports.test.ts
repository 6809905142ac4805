import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { createReports } from '../../../src/node/consensus/reports.ts'
import { recordingLogger } from '../support.ts'

test('tells of each peer once in a while, and then how often it went on', () => {
  const clock = createManualClock()
  const logger = recordingLogger()
  const report = createReports({ logger, clock })
  for (let count = 0; count < 1_000; count++) report('a', `lie ${count}`)
  report('b', 'another')
  assert.deepEqual(logger.lines, [
    'a peer did what no honest node does {"peer":"a","reason":"lie 0"}',
    'a peer did what no honest node does {"peer":"b","reason":"another"}',
  ])
  clock.advance(60_000)
  report('a', 'again')
  assert.deepEqual(logger.lines.slice(2), [
    'peers went on doing what no honest node does {"complaints":999}',
    'a peer did what no honest node does {"peer":"a","reason":"again"}',
  ])
})

test('of ever new names it tells a few', () => {
  const logger = recordingLogger()
  const report = createReports({ logger, clock: createManualClock() })
  for (let peer = 0; peer < 10_000; peer++) report(`${peer}`, 'a lie')
  assert.equal(logger.lines.length, 64)
})
