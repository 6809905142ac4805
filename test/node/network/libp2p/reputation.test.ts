import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createManualClock } from '../../../../src/node/clock.ts'
import { OFFENCES, REPUTATION, Reputation } from '../../../../src/node/network/libp2p/reputation.ts'

const MINUTE = 60_000

function repeat(times: number, act: () => string[]): string[] {
  return Array.from({ length: times }, act).flat()
}

describe('reputation', () => {
  test('bans a peer and its address when it has done enough', () => {
    const reputation = new Reputation(createManualClock())
    assert.deepEqual(
      repeat(3, () => reputation.add('invalid', 'peer', 'host')),
      [],
    )
    assert.equal(reputation.scoreOf('peer'), 3 * OFFENCES.invalid)
    assert.equal(reputation.isBanned('peer'), false)
    assert.deepEqual(reputation.add('invalid', 'peer', 'host'), ['peer', 'host'])
    assert.deepEqual([reputation.isBanned('peer'), reputation.isBanned('host')], [true, true])
  })

  test('forgives with time: what is done rarely never ends in a ban', () => {
    const clock = createManualClock()
    const reputation = new Reputation(clock)
    for (let day = 0; day < 100; day++) {
      assert.deepEqual(reputation.add('invalid', 'peer', 'host'), [])
      clock.advance(REPUTATION.halfLife)
    }
    assert.ok(reputation.scoreOf('peer') <= OFFENCES.invalid)
  })

  test('bans an address from which one name after another misbehaves', () => {
    const reputation = new Reputation(createManualClock())
    const banned = Array.from({ length: 12 }, (_, name) =>
      reputation.add('invalid', `peer ${name}`, 'host'),
    ).flat()
    assert.deepEqual(banned, ['host'])
  })

  test('bans for longer each time, and for no longer than a day', () => {
    const clock = createManualClock()
    const reputation = new Reputation(clock)
    const lengths: number[] = []
    for (let time = 0; time < 7; time++) {
      repeat(4, () => reputation.add('invalid', 'peer', undefined))
      let hours = 0
      for (; reputation.isBanned('peer'); hours++) clock.advance(60 * MINUTE)
      lengths.push(hours)
    }
    assert.deepEqual(lengths, [1, 2, 4, 8, 16, 24, 24])
  })

  test('is the same after a restart', () => {
    const clock = createManualClock()
    const reputation = new Reputation(clock)
    repeat(3, () => reputation.add('oversize', 'peer', 'host'))
    const again = new Reputation(clock, JSON.parse(JSON.stringify(reputation.bans)))
    assert.deepEqual([again.isBanned('peer'), again.isBanned('host')], [true, true])
    clock.advance(60 * MINUTE)
    assert.equal(again.isBanned('peer'), false)
  })

  test('remembers a bounded number of peers', () => {
    const reputation = new Reputation(createManualClock())
    for (let name = 0; name < REPUTATION.scores + 10; name++)
      reputation.add('stale', `peer ${name}`, undefined)
    assert.equal(reputation.scoreOf('peer 0'), 0)
    assert.equal(reputation.scoreOf('peer 10'), OFFENCES.stale)
    for (let name = 0; name < REPUTATION.bans + 10; name++) {
      repeat(3, () => reputation.add('oversize', `bad ${name}`, undefined))
    }
    assert.equal(reputation.bans.length, REPUTATION.bans)
  })
})
