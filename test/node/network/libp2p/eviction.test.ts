import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { chooseEvicted, type Inbound } from '../../../../src/node/network/libp2p/eviction.ts'

function inbound(count: number, range: (index: number) => string, first = 0): Inbound[] {
  return Array.from({ length: count }, (_, index) => ({
    peerId: `${range(index)} ${first + index}`,
    range: range(index),
    since: first + index,
    useful: 0,
  }))
}

describe('who makes room', () => {
  test('is the youngest of the range with the most', () => {
    const honest = inbound(10, (index) => `range ${index}`)
    const crowd = inbound(20, () => 'crowd', 100)
    assert.equal(chooseEvicted([...honest, ...crowd], 'new')?.peerId, 'crowd 119')
  })

  test('is nobody for one more of the crowd', () => {
    const honest = inbound(10, (index) => `range ${index}`)
    const crowd = inbound(20, () => 'crowd', 100)
    assert.equal(chooseEvicted([...honest, ...crowd], 'crowd'), undefined)
  })

  test('is none of those that stayed longest or were useful', () => {
    const old = inbound(8, () => 'crowd')
    const useful = inbound(4, () => 'crowd', 50).map((one) => ({ ...one, useful: 3 }))
    assert.equal(chooseEvicted([...old, ...useful], 'new'), undefined)
    const young = inbound(1, () => 'crowd', 20)
    assert.equal(chooseEvicted([...old, ...useful, ...young], 'new')?.peerId, 'crowd 20')
  })

  test('is nobody whose range has no more than that of the new one', () => {
    const others = inbound(20, (index) => `range ${index}`)
    assert.equal(chooseEvicted(others, 'range 3'), undefined)
    assert.equal(chooseEvicted([], 'new'), undefined)
  })
})
