/** Clocks: time passes as it is told to, and whoever sleeps can be woken. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createAdjustableClock, createManualClock, systemClock } from '../../src/node/clock.ts'

describe('the manual clock', () => {
  test('wakes sleepers in the order of their times, each at its time', async () => {
    const clock = createManualClock(1_000)
    const woken: string[] = []
    const sleep = async (name: string, ms: number) => {
      await clock.sleep(ms)
      woken.push(name)
    }
    const all = [sleep('late', 30), sleep('early', 10), sleep('never', 100)]
    clock.advance(40)
    await Promise.all(all.slice(0, 2))
    assert.deepEqual(woken, ['early', 'late'])
    assert.equal(clock.now(), 1_040)
  })

  test('does not go back', () => {
    assert.throws(() => createManualClock().advance(-1), RangeError)
  })

  test('lets no time pass for a sleep of nothing', async () => {
    await createManualClock().sleep(0)
  })
})

for (const [name, create] of [
  ['manual', createManualClock],
  ['adjustable', createAdjustableClock],
] as const) {
  test(`a sleep on the ${name} clock ends with its signal`, async () => {
    const clock = create()
    const controller = new AbortController()
    const sleep = clock.sleep(1e12, controller.signal)
    controller.abort(new Error('enough'))
    await assert.rejects(sleep, /enough/)
    await assert.rejects(clock.sleep(1, controller.signal), /enough/)
  })

  test(`the ${name} clock put forward wakes who has slept long enough`, async () => {
    const clock = create()
    const start = clock.now()
    const sleep = clock.sleep(3_600_000)
    clock.advance(3_600_000)
    await sleep
    assert.ok(clock.now() - start >= 3_600_000)
  })
}

test('the system clock tells the time and sleeps', async () => {
  const before = Date.now()
  await systemClock.sleep(2)
  assert.ok(systemClock.now() >= before)
})

test('a sleep lasts as long as it should when the machine’s time is put back', async (t) => {
  const now = Date.now()
  const sleep = createAdjustableClock().sleep(20)
  t.mock.timers.enable({ apis: ['Date'], now: now - 3_600_000 })
  await sleep
})
