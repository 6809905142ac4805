/** The wallet's ways of waiting and of taking turns: alarms, locks, coins set aside, changes not committed yet. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Alarm } from '../../../src/node/alarm.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { CoinClaims } from '../../../src/node/wallet/coin-claims.ts'
import { KeyedLock } from '../../../src/node/wallet/keyed-lock.ts'
import { Overlay } from '../../../src/node/wallet/overlay.ts'

const never = new AbortController().signal
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('an alarm', () => {
  test('rung before the wait is not lost, and many rings count as one', async () => {
    const alarm = new Alarm()
    alarm.ring()
    alarm.ring()
    await alarm.wait(createManualClock(), undefined, never)
    let woken = false
    void alarm.wait(createManualClock(), undefined, never).then(() => {
      woken = true
    })
    await settle()
    assert.equal(woken, false)
    alarm.ring()
    await settle()
    assert.equal(woken, true)
  })

  test('goes off by itself when the time is over', async () => {
    const clock = createManualClock()
    const wait = new Alarm().wait(clock, 500, never)
    clock.advance(500)
    await wait
  })

  test('ends with its signal', async () => {
    const ending = new AbortController()
    const clock = createManualClock()
    const waits = [undefined, 500].map((ms) => new Alarm().wait(clock, ms, ending.signal))
    ending.abort(new Error('over'))
    for (const wait of waits) await assert.rejects(wait, { message: 'over' })
    await assert.rejects(new Alarm().wait(clock, 1, ending.signal), { message: 'over' })
  })
})

describe('a lock by keys', () => {
  test('runs one after the other for a key, also after a failure, and others beside it', async () => {
    const lock = new KeyedLock()
    const order: string[] = []
    const step = (key: string, name: string, fail = false) =>
      lock.run(key, async () => {
        order.push(`${name} begins`)
        await settle()
        order.push(`${name} ends`)
        if (fail) throw new Error(name)
      })
    const results = await Promise.allSettled([
      step('a', 'first', true),
      step('a', 'second'),
      step('b', 'other'),
    ])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    )
    assert.deepEqual(
      order.filter((one) => !one.startsWith('other')),
      ['first begins', 'first ends', 'second begins', 'second ends'],
    )
    assert.ok(order.indexOf('other begins') < order.indexOf('second begins'))
  })
})

describe('coins set aside', () => {
  test('are released to all who wait', async () => {
    const claims = new CoinClaims()
    claims.claim(['a', 'b'])
    assert.deepEqual([claims.has('a'), claims.has('c'), claims.size], [true, false, 2])
    const waits = [claims.released(), claims.released()]
    claims.release(['a', 'b'])
    await Promise.all(waits)
    assert.equal(claims.size, 0)
  })
})

describe('changes to a map', () => {
  test('are seen at once by who made them, and by others when they are applied', () => {
    const base = new Map([
      ['a', 1],
      ['b', 2],
    ])
    const overlay = new Overlay(base)
    overlay.set('a', 10)
    overlay.delete('b')
    overlay.set('c', 3)
    assert.deepEqual([overlay.get('a'), overlay.get('b'), overlay.get('c')], [10, undefined, 3])
    assert.deepEqual([...overlay.values()], [10, 3])
    assert.deepEqual([...base.values()], [1, 2])
    overlay.apply()
    assert.deepEqual(Object.fromEntries(base), { a: 10, c: 3 })
  })
})
