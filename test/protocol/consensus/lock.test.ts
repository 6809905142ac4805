/** Locks: known schedules that break agreement or bring everything to a standstill where the rules are not all there. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compactJournal, decodeRecord, encodeRecord } from '../../../src/protocol/consensus/journal.ts'
import { signedVote } from './blocks.ts'
import { Scenario } from './scenario.ts'

function started(): Scenario {
  const scenario = new Scenario()
  scenario.start()
  return scenario
}

function lockedOnA(): Scenario {
  const scenario = started()
  scenario.propose(0, 'A')
  scenario.prevotes(0, 'A', 1, 2)
  return scenario
}

function next(scenario: Scenario): string[] {
  const { round } = scenario.state
  scenario.precommits(round, 'nil', 1, 2, 3)
  return scenario.timeout('precommit', round)
}

describe('a lock', () => {
  test('outlasts any number of rounds', () => {
    const scenario = lockedOnA()
    for (let round = 1; round < 50; round++) {
      next(scenario)
      if (scenario.leader(round) === 0) continue
      assert.deepEqual(scenario.propose(round, 'B'), [`prevote nil in ${round}`])
    }
  })

  test('is kept against a block proposed again because of an earlier round', () => {
    const scenario = started()
    next(scenario)
    next(scenario)
    scenario.propose(2, 'A')
    scenario.prevotes(2, 'A', 1, 2)
    next(scenario)
    next(scenario)
    scenario.prevotes(1, 'B', 1, 2, 3)
    assert.deepEqual(scenario.propose(4, 'B', { validRound: 1 }), ['prevote nil in 4'])
  })

  test('moves to a block that two thirds prevoted for later', () => {
    const scenario = lockedOnA()
    next(scenario)
    scenario.propose(1, 'B')
    scenario.prevotes(1, 'B', 1, 2, 3)
    assert.equal(scenario.state.locked?.round, 1)
    next(scenario)
    assert.deepEqual(scenario.propose(2, 'A'), ['prevote nil in 2'])
  })

  test('is not moved by two thirds of prevotes without the block, but does not stand against it', () => {
    const scenario = lockedOnA()
    next(scenario)
    assert.deepEqual(scenario.timeout('propose', 1), ['prevote nil in 1'])
    scenario.prevotes(1, 'B', 1, 2, 3)
    assert.equal(scenario.state.locked?.round, 0)
    next(scenario)
    assert.deepEqual(scenario.propose(2, 'B', { validRound: 1 }), ['prevote B in 2'])
  })

  test('of two validators on two blocks does not stop the rest', () => {
    // Validator 0 is locked on A since round 0. Others locked B in round 1, and one of them leads round 2: without the
    // unlocking of line 29 validator 0 would refuse B for ever, and its A would find no two thirds either.
    const scenario = lockedOnA()
    next(scenario)
    scenario.propose(1, 'B')
    next(scenario)
    scenario.propose(2, 'B', { validRound: 1 })
    assert.deepEqual(scenario.prevotes(1, 'B', 1, 2, 3), ['prevote B in 2'])
    assert.deepEqual(scenario.prevotes(2, 'B', 1, 2), ['precommit B in 2'])
    assert.deepEqual(scenario.precommits(2, 'B', 1, 2), ['decide B in 2 by 0 1 2'])
  })

  test('is proposed again by its holder, who shows why', () => {
    const scenario = lockedOnA()
    next(scenario)
    next(scenario)
    assert.deepEqual(next(scenario).slice(2, 4), ['propose A in 3 because of 0', 'prevote A in 3'])
  })

  test('yields to a later valid block when its holder proposes', () => {
    const scenario = lockedOnA()
    next(scenario)
    scenario.propose(1, 'B')
    next(scenario)
    scenario.prevotes(1, 'B', 1, 2, 3)
    assert.equal(scenario.state.locked?.round, 0)
    assert.equal(next(scenario)[2], 'propose B in 3 because of 1')
  })
})

describe('after a crash', () => {
  test('a machine without a journal begins anew', () => {
    assert.deepEqual(started().crash().start(), ['timer propose 0'])
  })

  test('the lock is still there: no amnesia', () => {
    const scenario = lockedOnA().crash()
    assert.deepEqual(scenario.start(), [])
    assert.equal(scenario.state.step, 'precommit')
    next(scenario)
    assert.deepEqual(scenario.propose(1, 'B'), ['prevote nil in 1'])
  })

  test('the reason for the lock is still there', () => {
    const scenario = lockedOnA().crash()
    scenario.start()
    next(scenario)
    next(scenario)
    assert.equal(next(scenario)[2], 'propose A in 3 because of 0')
    const shown = scenario.state.tally[0]!.prevotes
    assert.deepEqual([shown.majority?.weight, shown.weight], [3n, 3n])
  })

  test('the last of several locks holds', () => {
    const before = lockedOnA()
    next(before)
    before.propose(1, 'B')
    before.prevotes(1, 'B', 1, 2, 3)
    const scenario = before.crash()
    scenario.start()
    next(scenario)
    assert.deepEqual(scenario.propose(2, 'A'), ['prevote nil in 2'])
    assert.deepEqual(scenario.crash().state.locked?.round, 1)
  })

  test('a prevote is not given twice', () => {
    const before = started()
    before.propose(0, 'A')
    const scenario = before.crash()
    scenario.start()
    assert.deepEqual(scenario.propose(0, 'B'), [])
    assert.deepEqual(scenario.timeout('propose', 0), [])
    assert.deepEqual(scenario.prevotes(0, 'nil', 1, 2, 3), ['precommit nil in 0'])
  })

  test('a precommit is not given twice', () => {
    const before = started()
    before.timeout('propose', 0)
    before.prevotes(0, 'nil', 1, 2)
    const scenario = before.crash()
    scenario.start()
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 2, 3), [])
    assert.equal(scenario.state.locked, undefined)
  })

  test('a leader that has proposed builds no other block in the round', () => {
    const before = new Scenario({ self: 1 })
    before.start()
    before.built(0, 'A')
    const proposed = before.journal.filter(({ type }) => type === 'proposal')
    const scenario = new Scenario({ self: 1, resumed: proposed })
    assert.deepEqual(scenario.start(), ['timer propose 0'])
    assert.deepEqual(scenario.built(0, 'B'), [])
    // The proposal comes back signed, as after the first time.
    assert.deepEqual(scenario.propose(0, 'A'), ['prevote A in 0'])
  })

  test('the votes of the round before are not forgotten', () => {
    const before = lockedOnA()
    next(before)
    before.timeout('propose', 1)
    assert.deepEqual(
      compactJournal(before.journal).map((record) => [record.type, record.round]),
      [
        ['vote', 0],
        ['vote', 0],
        ['vote', 1],
      ],
    )
  })

  test('a compacted journal says the same', () => {
    const before = lockedOnA()
    for (let round = 0; round < 5; round++) next(before)
    const compacted = compactJournal(before.journal)
    assert.ok(compacted.length < before.journal.length)
    assert.equal(compacted[0]!.round, 0)
    assert.deepEqual(new Scenario({ resumed: compacted }).state.locked, before.crash().state.locked)
    assert.deepEqual(compactJournal(compacted), compacted)
  })
})

test('records of the journal are read as they were written', () => {
  const scenario = lockedOnA()
  for (let round = 0; round < 3; round++) next(scenario)
  for (const record of scenario.journal) {
    const signed =
      record.type === 'vote' && record.lock
        ? { ...record, lock: { ...record.lock, prevotes: record.lock.prevotes.map(signedVote) } }
        : record
    assert.deepEqual(decodeRecord(encodeRecord(signed)), signed)
  }
})
