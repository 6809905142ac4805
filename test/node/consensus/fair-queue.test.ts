import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FairQueue } from '../../../src/node/consensus/fair-queue.ts'

const one = (byte: number, length = 1) => new Uint8Array(length).fill(byte)
const first = ({ from, bytes }: { from: string; bytes: Uint8Array }) => `${from}${bytes[0]}`

test('takes from each peer in turn, and of each in order', () => {
  const queue = new FairQueue({ messages: 10, bytes: 100, allBytes: 1_000 })
  for (const byte of [1, 2, 3, 4]) queue.add('a', one(byte))
  queue.add('b', one(1))
  queue.add('c', one(1))
  queue.add('b', one(2))
  assert.deepEqual(queue.take(5).map(first), ['a1', 'b1', 'c1', 'a2', 'b2'])
  assert.deepEqual(queue.take(5).map(first), ['a3', 'a4'])
  assert.ok(queue.isEmpty)
  assert.deepEqual(queue.take(5), [])
})

test('keeps so many messages of a peer, and so many bytes, and no more', () => {
  const queue = new FairQueue({ messages: 3, bytes: 100, allBytes: 1_000 })
  assert.deepEqual(
    [1, 2, 3, 4].map((byte) => queue.add('a', one(byte))),
    [true, true, true, false],
  )
  assert.deepEqual(
    [60, 60, 40].map((length) => queue.add('b', one(1, length))),
    [true, false, true],
  )
  queue.take(2)
  assert.ok(queue.add('a', one(5)), 'there is room again')
  assert.ok(queue.add('b', one(1, 60)))
})

test('forgets a peer', () => {
  const queue = new FairQueue({ messages: 3, bytes: 100, allBytes: 1_000 })
  queue.add('a', one(1))
  queue.add('b', one(1))
  queue.drop('a')
  assert.deepEqual(queue.take(5).map(first), ['b1'])
})

test('keeps so many bytes of all, and takes them from whoever has most', () => {
  const queue = new FairQueue({ messages: 10, bytes: 100, allBytes: 150 })
  for (const byte of [1, 2, 3, 4]) assert.ok(queue.add('greedy', one(byte, 25)))
  assert.ok(queue.add('a', one(1, 50)))
  assert.ok(queue.add('b', one(1, 30)), 'two messages of the greedy one go')
  assert.equal(queue.add('greedy', one(5, 25)), false)
  assert.equal(queue.add('a', one(2, 30)), false, 'nobody has more than the one who asks for room')
  assert.deepEqual(queue.take(10).map(first), ['greedy1', 'a1', 'b1', 'greedy2'])
  for (const byte of [1, 2, 3]) assert.ok(queue.add('a', one(byte, 30)))
  queue.drop('a')
  assert.ok(
    queue.add('b', one(1, 100)) && queue.add('a', one(1, 50)),
    'what was taken or dropped counts no more',
  )
})
