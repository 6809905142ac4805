import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { MemoryNetwork } from '../../../src/node/consensus/memory-network.ts'

const hello = Uint8Array.of(1)
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Joins and writes down what it hears. */
function join(network: MemoryNetwork, id: string) {
  const connection = network.join(id)
  const heard: string[] = []
  connection.consensus.onMessage((from) => heard.push(`consensus of ${from}`))
  connection.transactions.onMessage((from) => heard.push(`transaction of ${from}`))
  return { ...connection, connection, heard }
}

test('carries messages to all others, or to one, each kind by itself', async () => {
  const network = new MemoryNetwork(createManualClock())
  const [a, b, c] = ['a', 'b', 'c'].map((id) => join(network, id))
  assert.deepEqual(b!.consensus.peers, ['a', 'c'])
  a!.consensus.broadcast(hello)
  c!.transactions.send('a', hello)
  assert.deepEqual(b!.heard, [], 'not in the middle of what the sender does')
  await turn()
  assert.deepEqual(
    [a!.heard, b!.heard, c!.heard],
    [['transaction of c'], ['consensus of a'], ['consensus of a']],
  )
})

test('tells who opened which connection, and when', () => {
  const clock = createManualClock(1_000)
  const network = new MemoryNetwork(clock)
  const first = network.join('first')
  clock.advance(500)
  const second = network.join('second')
  const address = (peerId: string) => ({ peerId, address: `memory:${peerId}`, connectedAt: 1_500 })
  assert.deepEqual(first.connections, [{ ...address('second'), direction: 'inbound' }])
  assert.deepEqual(second.connections, [{ ...address('first'), direction: 'outbound' }])
})

test('takes as long as it is told, and loses what it is told', async () => {
  const clock = createManualClock()
  const network = new MemoryNetwork(clock, {
    delay: (_, to) => (to === 'far' ? 100 : 10),
    passes: (_, to) => to !== 'deaf',
  })
  const [a, near, far, deaf] = ['a', 'near', 'far', 'deaf'].map((id) => join(network, id))
  a!.consensus.broadcast(hello)
  clock.advance(10)
  await turn()
  assert.deepEqual([near!.heard.length, far!.heard.length], [1, 0])
  clock.advance(90)
  await turn()
  assert.deepEqual([far!.heard.length, deaf!.heard.length], [1, 0])
})

test('forgets who has left: nothing goes in or out, also what is on its way', async () => {
  const network = new MemoryNetwork(createManualClock())
  const [a, b] = ['a', 'b'].map((id) => join(network, id))
  a!.consensus.broadcast(hello)
  b!.connection.close()
  await turn()
  b!.consensus.broadcast(hello)
  await turn()
  assert.deepEqual([a!.heard, b!.heard], [[], []])
  assert.deepEqual([a!.consensus.peers, b!.consensus.peers], [[], []])
  const again = join(network, 'b')
  a!.consensus.send('b', hello)
  await turn()
  assert.deepEqual([again.heard, b!.heard], [['consensus of a'], []])
})
