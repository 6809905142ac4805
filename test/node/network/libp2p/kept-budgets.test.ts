import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createManualClock } from '../../../../src/node/clock.ts'
import { KeptBudgets } from '../../../../src/node/network/libp2p/kept-budgets.ts'

function keeping(hostOf: (peer: string) => string | undefined) {
  const clock = createManualClock()
  let made = 0
  const budgets = new KeptBudgets({ clock, hostOf, create: () => ++made })
  return { clock, budgets }
}

describe('what is left to a peer', () => {
  test('is kept for it, or for the next one from its address', () => {
    const { budgets } = keeping((peer) => (peer.startsWith('here') ? 'here' : 'there'))
    assert.deepEqual([budgets.of('here 1'), budgets.of('here 1')], [1, 1])
    budgets.leave('here 1')
    assert.equal(budgets.of('there 1'), 2)
    assert.equal(budgets.of('here 2'), 1)
    budgets.leave('here 2')
    assert.equal(budgets.of('here 1'), 1)
  })

  test('is not shared by those that are connected at a time', () => {
    const { budgets } = keeping(() => 'here')
    assert.deepEqual(
      ['a', 'b', 'c'].map((peer) => budgets.of(peer)),
      [1, 2, 3],
    )
    for (const peer of ['a', 'b']) budgets.leave(peer)
    assert.deepEqual(
      ['d', 'e', 'f'].map((peer) => budgets.of(peer)),
      [1, 2, 4],
    )
  })

  test('is bounded in number, when nobody tells who is gone', () => {
    const { budgets } = keeping(() => undefined)
    for (let peer = 1; peer <= 10_000; peer++) budgets.of(`peer ${peer}`)
    // The last are there, those before are kept, and those before them are forgotten.
    assert.deepEqual([budgets.of('peer 9999'), budgets.of('peer 5000')], [9_999, 5_000])
    assert.equal(budgets.of('peer 1'), 10_001)
  })

  test('is its own alone where addresses do not count', () => {
    const { budgets } = keeping(() => undefined)
    budgets.of('a')
    budgets.leave('a')
    assert.deepEqual([budgets.of('b'), budgets.of('a')], [2, 1])
  })

  test('is forgotten when it would be whole again', () => {
    const { clock, budgets } = keeping(() => 'here')
    budgets.of('a')
    budgets.leave('a')
    clock.advance(60_000)
    assert.equal(budgets.of('a'), 2)
  })
})
