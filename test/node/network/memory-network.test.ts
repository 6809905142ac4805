import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'

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

describe('a question', () => {
  const options = { maxPart: 4, patience: 1_000, signal: new AbortController().signal }
  const twice = async function* (_: string, question: Uint8Array) {
    yield question
    yield question
  }
  const asked = async (answer: AsyncIterable<Uint8Array>) => {
    const parts: number[] = []
    for await (const part of answer) parts.push(...part)
    return parts
  }

  test('is answered in parts, by whoever serves its subject', async () => {
    const network = new MemoryNetwork(createManualClock())
    const [a, b] = ['a', 'b'].map((id) => network.join(id))
    b!.requests.serve('blocks', twice)
    assert.deepEqual(await asked(a!.requests.ask('b', 'blocks', Uint8Array.of(1, 2), options)), [1, 2, 1, 2])
    await assert.rejects(asked(a!.requests.ask('b', 'headers', hello, options)), { code: 'refused' })
    await assert.rejects(asked(a!.requests.ask('c', 'blocks', hello, options)), { code: 'not_connected' })
  })

  test('ends for the other side when nobody reads on', async () => {
    const network = new MemoryNetwork(createManualClock())
    const [a, b] = ['a', 'b'].map((id) => network.join(id))
    let aborted = false
    b!.requests.serve('blocks', async function* (_, question, signal) {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      for (;;) yield question
    })
    for await (const _ of a!.requests.ask('b', 'blocks', hello, options)) break
    assert.ok(aborted)
  })

  test('ends with what went wrong: a part too long, a failure, silence', async () => {
    const clock = createManualClock()
    let deaf = false
    const network = new MemoryNetwork(clock, { passes: () => !deaf })
    const [a, b] = ['a', 'b'].map((id) => network.join(id))
    b!.requests.serve('blocks', twice)
    const long = a!.requests.ask('b', 'blocks', new Uint8Array(5), options)
    await assert.rejects(asked(long), { code: 'oversize' })
    b!.requests.serve('blocks', () => {
      throw new Error('of no concern to others')
    })
    await assert.rejects(asked(a!.requests.ask('b', 'blocks', hello, options)), { code: 'failed' })
    deaf = true
    const silent = assert.rejects(asked(a!.requests.ask('b', 'blocks', hello, options)), { code: 'timeout' })
    await turn()
    clock.advance(1_000)
    await silent
  })
})
