/** "The latest gossip on BFT consensus" (arXiv 1807.04938), Algorithm 1, rule by rule. The machine is validator 0 of 4. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { proposal as proposalOf } from './blocks.ts'
import { Scenario } from './scenario.ts'

/** A machine in `round`, into which the precommit timers have brought it; nobody else is known to be there. */
function inRound(round: number, scenario = new Scenario()): Scenario {
  scenario.start()
  return advance(scenario, round)
}

/** A machine that is locked on A since round 0 and has come to `round`. */
function lockedOnA(round: number): Scenario {
  const scenario = inRound(0)
  scenario.propose(0, 'A')
  scenario.prevotes(0, 'A', 1, 2)
  assert.equal(scenario.state.locked?.round, 0)
  return advance(scenario, round)
}

function advance(scenario: Scenario, round: number): Scenario {
  while (scenario.state.round < round) {
    const last = scenario.state.round
    scenario.precommits(last, 'nil', 2, 3)
    // A vote for something else, so that the round decides nothing.
    scenario.precommits(last, 'Z', 1)
    scenario.timeout('precommit', last)
  }
  return scenario
}

describe('lines 11-21: a round starts', () => {
  test('with a timer, where another leads', () => {
    assert.deepEqual(new Scenario().start(), ['timer propose 0'])
  })

  test('with a block to be built, where this validator leads', () => {
    const scenario = new Scenario({ self: 1 })
    assert.deepEqual(scenario.start(), ['build in 0', 'timer propose 0'])
    assert.deepEqual(scenario.built(0, 'A'), ['propose A in 0', 'prevote A in 0'])
  })

  test('with the valid block again, where this validator leads and knows one', () => {
    const scenario = lockedOnA(2)
    scenario.precommits(2, 'nil', 2, 3)
    scenario.precommits(2, 'Z', 1)
    assert.deepEqual(scenario.timeout('precommit', 2).slice(2), [
      'propose A in 3 because of 0',
      'prevote A in 3',
      'timer propose 3',
    ])
  })

  test('without a proposal when the block is built too late', () => {
    const scenario = new Scenario({ self: 1 })
    scenario.start()
    assert.deepEqual(scenario.timeout('propose', 0), ['prevote nil in 0'])
    assert.deepEqual(scenario.built(0, 'A'), [])
  })

  test('never twice with a block', () => {
    const scenario = new Scenario({ self: 1 })
    scenario.start()
    scenario.built(0, 'A')
    assert.deepEqual(scenario.built(0, 'B'), [])
  })

  test('without votes, proposals or blocks where the node only follows', () => {
    const scenario = new Scenario({ self: undefined })
    assert.deepEqual(scenario.start(), ['timer propose 0'])
    assert.deepEqual(scenario.propose(0, 'A'), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 2, 3), [])
    assert.deepEqual(scenario.precommits(0, 'A', 1, 2, 3), ['decide A in 0 by 1 2 3'])
  })

  test('after both votes of the round before, for no block', () => {
    const scenario = inRound(0)
    assert.deepEqual(scenario.prevotes(4, 'nil', 1, 2), [
      'prevote nil in 3',
      'precommit nil in 3',
      'timer propose 4',
    ])
  })
})

describe('lines 22-27: a block proposed for the first time', () => {
  test('is prevoted for when it is valid', () => {
    assert.deepEqual(inRound(0).propose(0, 'A'), ['prevote A in 0'])
  })

  test('is not when it is invalid', () => {
    assert.deepEqual(inRound(0).propose(0, 'A', { valid: false }), ['prevote nil in 0'])
  })

  test('is not by a validator that is locked on another', () => {
    assert.deepEqual(lockedOnA(1).propose(1, 'B'), ['prevote nil in 1'])
  })

  test('is by a validator that is locked on it', () => {
    assert.deepEqual(lockedOnA(1).propose(1, 'A'), ['prevote A in 1'])
  })

  test('waits until the height has begun', () => {
    const scenario = new Scenario()
    assert.deepEqual(scenario.propose(0, 'A'), [])
    assert.deepEqual(scenario.start(), ['timer propose 0', 'prevote A in 0'])
  })

  test('waits until its round has begun', () => {
    const scenario = inRound(0)
    assert.deepEqual(scenario.propose(1, 'B'), [])
    assert.deepEqual(scenario.prevotes(1, 'B', 1).at(-1), 'prevote B in 1')
  })

  test('counts only from the leader', () => {
    const scenario = inRound(0)
    const proposal = { ...proposalOf(0, 'A', 1), validator: 2 }
    assert.deepEqual(scenario.give({ type: 'proposal', proposal, valid: true }), [])
  })

  test('counts only at its height', () => {
    const scenario = inRound(0)
    const proposal = { ...proposalOf(0, 'A', 1), height: 8 }
    assert.deepEqual(scenario.give({ type: 'proposal', proposal, valid: true }), [])
  })
})

describe('lines 28-33: a block proposed again', () => {
  test('is prevoted for once two thirds of prevotes of its valid round are there', () => {
    const scenario = inRound(1)
    assert.deepEqual(scenario.propose(1, 'A', { validRound: 0 }), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 2), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 3), ['prevote A in 1'])
  })

  test('is prevoted for when the prevotes came first', () => {
    const scenario = inRound(1)
    scenario.prevotes(0, 'A', 1, 2, 3)
    assert.deepEqual(scenario.propose(1, 'A', { validRound: 0 }), ['prevote A in 1'])
  })

  test('is not when it is invalid', () => {
    const scenario = inRound(1)
    scenario.prevotes(0, 'A', 1, 2, 3)
    assert.deepEqual(scenario.propose(1, 'A', { validRound: 0, valid: false }), ['prevote nil in 1'])
  })

  test('unlocks a validator locked in an earlier round', () => {
    const scenario = lockedOnA(2)
    scenario.prevotes(1, 'B', 1, 2, 3)
    assert.deepEqual(scenario.propose(2, 'B', { validRound: 1 }), ['prevote B in 2'])
  })

  test('unlocks a validator locked in the same round', () => {
    // Only where more than a third is dishonest can two blocks of one round be at issue; for one it says the same.
    assert.deepEqual(lockedOnA(1).propose(1, 'A', { validRound: 0 }), ['prevote A in 1'])
  })

  test('does not unlock a validator locked in a later round', () => {
    const scenario = inRound(1)
    scenario.propose(1, 'A')
    scenario.prevotes(1, 'A', 1, 2)
    assert.equal(scenario.state.locked?.round, 1)
    scenario.prevotes(0, 'B', 1, 2, 3)
    advance(scenario, 2)
    assert.deepEqual(scenario.propose(2, 'B', { validRound: 0 }), ['prevote nil in 2'])
  })

  test('must name an earlier round', () => {
    const scenario = inRound(1)
    for (const validRound of [1, 2, -2]) {
      assert.deepEqual(scenario.propose(1, 'A', { validRound }), [], `${validRound}`)
    }
  })
})

describe('lines 34-35: two thirds of prevotes for anything', () => {
  test('start the prevote timer, once', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.prevotes(0, 'B', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'nil', 2), ['timer prevote 0'])
    assert.deepEqual(scenario.prevotes(0, 'nil', 3), [])
  })

  test('do nothing before the own prevote', () => {
    const scenario = inRound(0)
    assert.deepEqual(scenario.prevotes(0, 'nil', 1, 2), [])
    assert.deepEqual(scenario.prevotes(0, 'B', 3), [])
    assert.deepEqual(scenario.propose(0, 'A'), ['prevote A in 0', 'timer prevote 0'])
  })
})

describe('lines 36-43: two thirds prevoted for the proposal', () => {
  test('lock a validator that has prevoted, and it precommits', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A')
    scenario.prevotes(0, 'A', 1)
    assert.deepEqual(scenario.prevotes(0, 'A', 2), ['precommit A in 0'])
    assert.equal(scenario.state.locked?.round, 0)
    assert.equal(scenario.state.valid?.round, 0)
  })

  test('also when it had prevoted for no block', () => {
    const scenario = inRound(0)
    scenario.timeout('propose', 0)
    scenario.prevotes(0, 'A', 1, 2, 3)
    assert.deepEqual(scenario.propose(0, 'A'), ['precommit A in 0'])
  })

  test('are only remembered by one that has precommitted to no block', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A')
    scenario.prevotes(0, 'nil', 1)
    scenario.prevotes(0, 'A', 2)
    assert.deepEqual(scenario.timeout('prevote', 0), ['precommit nil in 0'])
    assert.deepEqual(scenario.prevotes(0, 'A', 3), [])
    assert.equal(scenario.state.locked, undefined)
    assert.equal(scenario.state.valid?.round, 0)
  })

  test('are remembered when they come in a later round', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A')
    advance(scenario, 1)
    scenario.prevotes(0, 'A', 1, 2)
    assert.equal(scenario.state.locked, undefined)
    assert.equal(scenario.state.valid?.round, 0)
  })

  test('change nothing for an invalid block', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A', { valid: false })
    scenario.prevotes(0, 'A', 1, 2)
    assert.deepEqual(scenario.prevotes(0, 'A', 3), [])
    assert.equal(scenario.state.valid, undefined)
  })

  test('move the lock of an earlier round', () => {
    const scenario = lockedOnA(1)
    scenario.propose(1, 'B')
    assert.deepEqual(scenario.prevotes(1, 'B', 1, 2, 3).at(-1), 'precommit B in 1')
    assert.equal(scenario.state.locked?.round, 1)
  })
})

describe('lines 44-46: two thirds prevoted for no block', () => {
  test('make a validator precommit to none, without waiting', () => {
    const scenario = inRound(0)
    scenario.timeout('propose', 0)
    assert.deepEqual(scenario.prevotes(0, 'nil', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'nil', 2), ['precommit nil in 0'])
  })

  test('leave its lock alone', () => {
    const scenario = lockedOnA(1)
    scenario.timeout('propose', 1)
    assert.deepEqual(scenario.prevotes(1, 'nil', 1, 2), ['precommit nil in 1'])
    assert.equal(scenario.state.locked?.round, 0)
  })
})

describe('lines 47-48: two thirds of precommits for anything', () => {
  test('start the precommit timer, once, whatever the step', () => {
    const scenario = inRound(0)
    scenario.precommits(0, 'nil', 1)
    scenario.precommits(0, 'A', 2)
    assert.deepEqual(scenario.precommits(0, 'nil', 3), ['timer precommit 0'])
    assert.deepEqual(scenario.timeout('propose', 0), ['prevote nil in 0'])
  })
})

describe('lines 49-54: two thirds precommitted to a block', () => {
  test('decide it', () => {
    const scenario = lockedOnA(0)
    scenario.precommits(0, 'A', 1)
    assert.deepEqual(scenario.precommits(0, 'A', 3), ['decide A in 0 by 0 1 3'])
  })

  test('of an earlier round', () => {
    const scenario = lockedOnA(0)
    scenario.precommits(0, 'A', 1)
    scenario.precommits(0, 'nil', 2)
    scenario.timeout('precommit', 0)
    advance(scenario, 4)
    assert.deepEqual(scenario.precommits(0, 'A', 3), ['decide A in 0 by 0 1 3'])
  })

  test('whose proposal comes after them', () => {
    const scenario = inRound(0)
    scenario.precommits(0, 'A', 1, 2, 3)
    assert.deepEqual(scenario.propose(0, 'A'), ['decide A in 0 by 1 2 3'])
  })

  test('whose proposal was received in another round only', () => {
    const scenario = inRound(1)
    scenario.precommits(1, 'A', 1, 2, 3)
    assert.deepEqual(scenario.propose(0, 'A'), ['decide A in 1 by 1 2 3'])
  })

  test('before the height has begun here', () => {
    const scenario = new Scenario()
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.precommits(0, 'A', 1, 2, 3), ['decide A in 0 by 1 2 3'])
  })

  test('that this validator had refused, as one with a slow clock does', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A', { valid: false })
    assert.deepEqual(scenario.precommits(0, 'A', 1, 2, 3).at(-1), 'decide A in 0 by 1 2 3')
  })

  test('and nothing happens after that', () => {
    const scenario = lockedOnA(0)
    scenario.precommits(0, 'A', 1, 3)
    assert.deepEqual(scenario.precommits(0, 'A', 2), [])
    assert.deepEqual(scenario.prevotes(5, 'nil', 1, 2, 3), [])
    assert.deepEqual(scenario.timeout('precommit', 0), [])
  })
})

describe('lines 55-56: a third is in later rounds', () => {
  test('take this validator along', () => {
    const scenario = inRound(0)
    assert.deepEqual(scenario.prevotes(5, 'nil', 1), [])
    assert.deepEqual(scenario.precommits(5, 'nil', 2).at(-1), 'timer propose 5')
  })

  test('one message of each suffices, of a proposal too', () => {
    const scenario = inRound(0)
    scenario.propose(2, 'A')
    assert.deepEqual(scenario.prevotes(2, 'A', 1).slice(2), ['timer propose 2', 'prevote A in 2'])
  })

  test('to the highest round that a third has reached', () => {
    const scenario = new Scenario({ weights: [1, 1, 1, 1, 1, 1, 1] })
    scenario.start()
    scenario.prevotes(9, 'nil', 1)
    scenario.prevotes(4, 'nil', 2)
    scenario.prevotes(6, 'nil', 3)
    assert.equal(scenario.state.round, 4)
  })

  test('but not where one speaks of many rounds', () => {
    const scenario = inRound(0)
    for (let round = 1; round < 9; round++) assert.deepEqual(scenario.prevotes(round, 'nil', 1), [])
  })
})

describe('lines 57-60: the propose timer', () => {
  test('makes a validator without a proposal prevote for no block', () => {
    assert.deepEqual(inRound(0).timeout('propose', 0), ['prevote nil in 0'])
  })

  test('means nothing after the prevote, or in another round', () => {
    const scenario = inRound(1)
    assert.deepEqual(scenario.timeout('propose', 0), [])
    assert.deepEqual(scenario.timeout('propose', 2), [])
    scenario.propose(1, 'A')
    assert.deepEqual(scenario.timeout('propose', 1), [])
  })
})

describe('lines 61-64: the prevote timer', () => {
  test('makes a validator precommit to no block', () => {
    const scenario = inRound(0)
    scenario.propose(0, 'A')
    scenario.prevotes(0, 'nil', 1, 2)
    assert.deepEqual(scenario.timeout('prevote', 0), ['precommit nil in 0'])
    assert.deepEqual(scenario.timeout('prevote', 0), [])
  })
})

describe('lines 65-67: the precommit timer', () => {
  test('starts the next round', () => {
    const scenario = inRound(0)
    scenario.timeout('propose', 0)
    scenario.prevotes(0, 'nil', 1, 2)
    scenario.precommits(0, 'nil', 1, 2)
    assert.deepEqual(scenario.timeout('precommit', 0), ['timer propose 1'])
    assert.deepEqual(scenario.timeout('precommit', 0), [])
  })
})
