import assert from 'node:assert/strict'
import { test } from 'node:test'
import { budgetText, readBudget, readDuration, readEnd } from '../../src/cli/token/durations.ts'

const NOW = Date.UTC(2030, 0, 1)

test('lengths of time', () => {
  for (const [text, seconds] of [
    ['30d', 30 * 86_400],
    ['12h', 12 * 3_600],
    ['5m', 300],
    ['2 weeks', 1_209_600],
    ['1 month', 2_592_000],
    ['day', 86_400],
    ['y', 31_536_000],
  ] as const) {
    assert.equal(readDuration(text), seconds, text)
  }
  for (const text of ['', '5', '5 fortnights', '-1d', '1.5d', '9999999d']) {
    assert.equal(readDuration(text), undefined, text)
  }
})

test('budgets, as they are written and as they are shown', () => {
  const day = { amount: '10000000', period: 86_400 }
  for (const text of ['10 STG/day', '10/d', '10 stg per day', '10STG / 24h']) {
    assert.deepEqual(readBudget(text), day, text)
  }
  assert.equal(budgetText(day), '10 STG/day')
  assert.equal(budgetText(readBudget('0.5/6h')), '0.5 STG/6 hours')
  assert.equal(budgetText({ amount: '1', period: 90 }), '0.000001 STG/90 seconds')
  for (const text of ['10', '10 STG', '10/never', '0/day', '-1/day', 'ten/day', '1/0d']) {
    assert.throws(() => readBudget(text), { name: 'CliError' }, text)
  }
})

test('ends, after a while or on a day', () => {
  assert.equal(readEnd('1d', NOW), '2030-01-02T00:00:00.000Z')
  assert.equal(readEnd('2031-05-01', NOW), '2031-05-01T00:00:00.000Z')
  assert.equal(readEnd('2031-05-01T12:00:00+02:00', NOW), '2031-05-01T10:00:00.000Z')
  for (const text of ['2029-12-31', 'soon', '0d', '2031-13-01', '31']) {
    assert.throws(() => readEnd(text, NOW), { name: 'CliError' }, text)
  }
})
