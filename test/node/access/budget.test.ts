/** Budgets of tokens: never more than the amount within any span of the period. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addSpend, freeAt, type Spending, spentOf } from '../../../src/node/access/budget.ts'

const DAY = 86_400
const START = Date.UTC(2030, 0, 1)
const budget = { amount: 100n, period: DAY }

test('what is spent counts for the period, and then is free again', () => {
  const spending = addSpend([], budget, 60n, START)!
  assert.equal(addSpend(spending, budget, 41n, START + 1), undefined)
  assert.equal(spentOf(addSpend(spending, budget, 40n, START + 1)!, budget, START + 1), 100n)
  const free = freeAt(spending, budget, 41n, START)!
  assert.equal(addSpend(spending, budget, 41n, free - 1), undefined)
  assert.ok(addSpend(spending, budget, 41n, free))
})

test('more than the whole budget is never free', () => {
  assert.equal(addSpend([], budget, 101n, START), undefined)
  assert.equal(freeAt([], budget, 101n, START), undefined)
})

test('a clock that was put back frees nothing', () => {
  const spending = addSpend([], budget, 60n, START)!
  const earlier = START - 10 * DAY * 1_000
  assert.equal(addSpend(spending, budget, 41n, earlier), undefined)
  assert.equal(spentOf(addSpend(spending, budget, 40n, earlier)!, budget, START), 100n)
})

test('in no span of the period more is spent than the amount, and little is kept to know it', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: DAY * 400 }),
    amount: fc.bigInt({ min: 0n, max: 120n }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let spending: Spending = []
      let now = START
      const done: { at: number; amount: bigint }[] = []
      for (const { wait, amount } of steps) {
        now += wait
        const free = freeAt(spending, budget, amount, now)
        const added = addSpend(spending, budget, amount, now)
        assert.equal(added !== undefined, free !== undefined && free <= now)
        if (!added) continue
        spending = added
        done.push({ at: now, amount })
        const recent = done.filter(({ at }) => at > now - DAY * 1_000)
        assert.ok(recent.reduce((sum, each) => sum + each.amount, 0n) <= budget.amount)
        assert.ok(spending.length <= 66)
      }
    }),
  )
})
