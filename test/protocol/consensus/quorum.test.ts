/** Whose votes count, how much, and what becomes of contradictions. */

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { weightStillHeard } from '../../../src/protocol/consensus/hearing.ts'
import { beginMachine, stepMachine } from '../../../src/protocol/consensus/machine.ts'
import { isCounted } from '../../../src/protocol/consensus/machine-state.ts'
import { HEIGHT, machineConfig, proposal, snapshot, vote } from './blocks.ts'
import { Scenario } from './scenario.ts'

function started(...weights: number[]): Scenario {
  const scenario = new Scenario(weights.length > 0 ? { weights } : {})
  scenario.start()
  return scenario
}

describe('a quorum', () => {
  test('is more than two thirds, so two thirds are none', () => {
    const scenario = started(1, 1, 1)
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.prevotes(0, 'A', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 2), ['precommit A in 0'])
  })

  test('is of weights, not of heads', () => {
    const scenario = started(1, 1, 1, 7)
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 2), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 3), ['precommit A in 0'])
  })

  test('is exact where weights are near 2^64', () => {
    const huge = 2n ** 64n - 1n
    const validators = [huge, huge, huge].map((weight, i) => ({ publicKey: Uint8Array.of(i), weight }))
    const begun = beginMachine({ ...machineConfig([], 0, () => 1), validators })
    assert.equal(begun.quorum, 2n * huge + 1n)
    assert.equal(weightStillHeard(begun), 3n * huge)
  })

  test('of a third is more than a third', () => {
    const scenario = started(1, 1, 1)
    assert.deepEqual(scenario.prevotes(3, 'nil', 1), [])
    assert.notDeepEqual(scenario.prevotes(3, 'nil', 2), [])
  })

  test('of one validator is its own vote', () => {
    const scenario = new Scenario({ weights: [5] })
    scenario.start()
    assert.deepEqual(scenario.built(0, 'A'), [
      'propose A in 0',
      'prevote A in 0',
      'precommit A in 0',
      'decide A in 0 by 0',
    ])
  })
})

describe('a vote', () => {
  test('counts once, however often it comes', () => {
    const scenario = started()
    scenario.propose(0, 'A')
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 1, 1), [])
    assert.ok(isCounted(scenario.state, vote('prevote', 0, 'A', 1)))
    assert.ok(!isCounted(scenario.state, vote('precommit', 0, 'A', 1)))
  })

  test('of a stranger, or of another height, does not count', () => {
    const scenario = started()
    const before = snapshot(scenario.state)
    scenario.prevotes(0, 'A', 4)
    scenario.give({ type: 'vote', vote: { ...vote('prevote', 0, 'A', 1), height: HEIGHT + 1 } })
    assert.equal(snapshot(scenario.state), before)
  })
})

describe('contradictory votes of one validator', () => {
  test('are evidence once, and the first counts', () => {
    const scenario = started()
    assert.deepEqual(scenario.prevotes(0, 'A', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'B', 1), ['evidence of votes against 1'])
    assert.deepEqual(scenario.prevotes(0, 'nil', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'C', 1), [])
    const { choices, weight } = scenario.state.tally[0]!.prevotes
    assert.deepEqual([choices.length, weight], [1, 1n])
  })

  test('are evidence in each kind and round anew', () => {
    const scenario = started()
    scenario.prevotes(0, 'A', 1)
    scenario.prevotes(0, 'B', 1)
    scenario.precommits(0, 'A', 1)
    assert.deepEqual(scenario.precommits(0, 'B', 1), ['evidence of votes against 1'])
    scenario.prevotes(1, 'A', 1)
    assert.deepEqual(scenario.prevotes(1, 'nil', 1), ['evidence of votes against 1'])
  })

  test('count for the proposal all the same, but not twice among all votes', () => {
    const scenario = started()
    scenario.propose(0, 'A')
    scenario.prevotes(0, 'B', 1)
    assert.deepEqual(scenario.prevotes(0, 'A', 1), ['evidence of votes against 1'])
    assert.equal(scenario.state.tally[0]!.prevotes.weight, 2n)
    assert.deepEqual(scenario.prevotes(0, 'A', 1), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 2), ['precommit A in 0'])
  })

  test('count for a block proposed again because of their round', () => {
    const scenario = started()
    scenario.timeout('propose', 0)
    // Validator 3 showed its prevote for A to others only.
    scenario.prevotes(0, 'A', 1, 2)
    scenario.prevotes(0, 'nil', 3)
    assert.deepEqual(scenario.prevotes(0, 'A', 3), ['evidence of votes against 3'])
    scenario.precommits(1, 'nil', 1, 2)
    assert.deepEqual(scenario.propose(1, 'A', { validRound: 0 }), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 3), ['prevote A in 1'])
  })

  test('take no more memory than a few of them', () => {
    const scenario = started()
    for (let i = 0; i < 100; i++) scenario.prevotes(0, String.fromCharCode(200 + i), 1)
    const { choices, again } = scenario.state.tally[0]!.prevotes
    assert.deepEqual([choices.length, again.length], [1, 0])
  })
})

describe('two proposals of one leader', () => {
  test('are evidence once, and the first counts', () => {
    const scenario = started()
    assert.deepEqual(scenario.propose(0, 'A'), ['prevote A in 0'])
    assert.deepEqual(scenario.propose(0, 'B'), ['evidence of proposals against 1'])
    assert.deepEqual(scenario.propose(0, 'C'), [])
    assert.deepEqual(scenario.propose(0, 'A'), [])
    assert.deepEqual(scenario.prevotes(0, 'A', 1, 2), ['precommit A in 0'])
  })

  test('are evidence without their blocks', () => {
    const { state } = started()
    const first = stepMachine(state, { type: 'proposal', proposal: proposal(0, 'A', 1), valid: true })
    const second = stepMachine(first.state, {
      type: 'proposal',
      proposal: proposal(0, 'B', 1),
      valid: true,
    })
    const { block: _a, ...headerA } = proposal(0, 'A', 1)
    const { block: _b, ...headerB } = proposal(0, 'B', 1)
    const evidence = { type: 'proposals', first: headerA, second: headerB }
    assert.deepEqual(second.outputs, [{ type: 'evidence', evidence }])
  })
})

describe('memory', () => {
  test('of rounds is bounded on both sides', () => {
    const scenario = started()
    for (let round = 0; round < 100; round++) {
      for (let ahead = 0; ahead < 10; ahead++) scenario.prevotes(round + ahead, 'A', 1)
      scenario.precommits(round, 'nil', 1, 2, 3)
      scenario.timeout('precommit', round)
    }
    assert.equal(scenario.state.round, 100)
    assert.ok(scenario.state.tally.length < 20, `${scenario.state.tally.length} rounds`)
  })

  test('keeps the round of the valid block, however long ago', () => {
    const scenario = started()
    scenario.propose(0, 'A')
    scenario.prevotes(0, 'A', 1, 2)
    for (let round = 0; round < 100; round++) {
      scenario.precommits(round, 'nil', 1, 2, 3)
      scenario.timeout('precommit', round)
    }
    assert.equal(scenario.state.tally[0]!.round, 0)
    assert.deepEqual(scenario.propose(100, 'A', { validRound: 0 }), ['prevote A in 100'])
  })

  test('takes the prevotes of any round that the proposal names', () => {
    const scenario = started()
    for (let round = 0; round < 100; round++) {
      scenario.precommits(round, 'nil', 1, 2, 3)
      scenario.timeout('precommit', round)
    }
    scenario.propose(100, 'A', { validRound: 3 })
    assert.deepEqual(scenario.prevotes(3, 'A', 1, 2, 3), ['prevote A in 100'])
  })
})

test('validators of no weight change nothing', () => {
  const machine = beginMachine(machineConfig([1, 1, 1, 1, 0], 0, () => 1))
  assert.deepEqual([machine.quorum, weightStillHeard(machine)], [3n, 4n])
})
