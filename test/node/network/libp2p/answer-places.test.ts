import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  ANSWER_TIMES,
  type Answering,
  AnswerPlaces,
  isTooSlow,
} from '../../../../src/node/network/libp2p/answer-places.ts'

const LIMITS = { all: 6, each: 3, kept: 2 }
const { settle, patience, longest } = ANSWER_TIMES
const FAST = 1 << 30

function answering(peer: string, taken: number, known = false, since = 0) {
  const ended: string[] = []
  const one: Answering = { peer, known, since, taken: () => taken, end: (reason) => ended.push(reason) }
  return Object.assign(one, { ended })
}

/** Places with answers under way since 0. */
function placesWith(...answers: readonly Answering[]): AnswerPlaces {
  const places = new AnswerPlaces(LIMITS)
  for (const one of answers) assert.ok(places.enter(one, 0))
  return places
}

describe('places for answers', () => {
  test('are so many for each, and some are for those the owner named', () => {
    const places = placesWith(...['a', 'a', 'b', 'b'].map((peer) => answering(peer, FAST)))
    assert.equal(places.enter(answering('c', 0), 0), false)
    const own = [1, 2, 3].map(() => answering('own', 0, true))
    assert.deepEqual(
      own.map((one) => places.enter(one, 0)),
      [true, true, true],
    )
    assert.equal(places.enter(answering('own', 0, true), 0), false)
  })

  test('go from the slowest stranger to the next, once it had its time', () => {
    const slow = [300, 100, 200].map((taken) => answering(`slow ${taken}`, taken))
    const places = placesWith(...slow, answering('fast', FAST))
    assert.equal(places.enter(answering('new', 0), settle - 1), false)
    assert.equal(places.enter(answering('new', 0, false, settle), settle), true)
    assert.deepEqual(
      slow.map(({ ended }) => ended.length),
      [0, 1, 0],
    )
  })

  test('are not taken from those who read fast, unless they hold more than others', () => {
    const fair = placesWith(...['a', 'b', 'c', 'd'].map((peer) => answering(peer, FAST)))
    assert.equal(fair.enter(answering('new', 0), settle), false)
    const greedy = [1, 2, 3].map(() => answering('greedy', FAST))
    const places = placesWith(...greedy, answering('a', FAST))
    assert.equal(places.enter(answering('new', 0, false, settle), settle), true)
    assert.equal(places.enter(answering('new', 0, false, settle), settle), false)
    assert.equal(greedy.filter(({ ended }) => ended.length > 0).length, 1)
  })

  test('are there for those the owner named at once, and never taken from them', () => {
    const known = [1, 2].map((number) => answering(`known ${number}`, 0, true))
    const strangers = [1, 2, 3, 4].map((number) => answering(`stranger ${number}`, number))
    const places = placesWith(...known, ...strangers)
    assert.equal(places.enter(answering('known 3', 0, true), 1), true)
    assert.equal(places.enter(answering('new', 0), settle), true)
    assert.deepEqual(
      [...known, ...strangers].map(({ ended }) => ended.length),
      [0, 0, 1, 1, 0, 0],
    )
  })

  test('are for answers that are taken at some pace, and do not last for ever', () => {
    assert.equal(isTooSlow(answering('a', 0), patience), false)
    assert.equal(isTooSlow(answering('a', 0), patience + 1), true)
    assert.equal(isTooSlow(answering('a', 16 << 10), patience + 1_000), false)
    assert.equal(isTooSlow(answering('a', 16 << 10), patience + 1_001), true)
    assert.equal(isTooSlow(answering('a', FAST), longest + 1), true)
  })
})
