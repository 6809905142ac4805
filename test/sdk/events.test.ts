import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { type ClientOptions, createClient, isStegosError, type StreamItem } from '../../src/sdk/index.ts'
import { fakeError, startFakeNode } from '../support/fake-node.ts'

let node = await startFakeNode()
after(() => node.close())

beforeEach(async () => {
  await node.close()
  node = await startFakeNode()
})

const TOPICS = ['chain.block'] as const

function client(options: Partial<ClientOptions> = {}) {
  return createClient({ url: node.url, checkContract: false, retry: { delay: 0 }, ...options })
}

function block(height: number) {
  return { height }
}

/** Reads until that many events have come; marks do not count. */
async function take(stream: AsyncIterable<StreamItem>, count: number): Promise<StreamItem[]> {
  const items: StreamItem[] = []
  let events = 0
  for await (const item of stream) {
    items.push(item)
    if (item.topic !== 'caught_up') events += 1
    if (events === count) break
  }
  return items
}

function heights(items: readonly StreamItem[]): number[] {
  return items.flatMap((item) => (item.topic === 'chain.block' ? [item.event.height] : []))
}

test('what was, one mark, what comes', async () => {
  using stegos = client()
  node.append('chain.block', block(1), block(2))
  const stream = stegos.events({ topics: TOPICS, from: 'genesis' })
  const seen: unknown[] = []
  for await (const { topic, cursor } of stream) {
    seen.push([topic, cursor])
    if (topic === 'caught_up') node.append('chain.block', block(3))
    if (seen.length === 4) break
  }
  assert.deepEqual(seen, [
    ['chain.block', 'c1'],
    ['chain.block', 'c2'],
    ['caught_up', 'c2'],
    ['chain.block', 'c3'],
  ])
})

test('a stream goes on from a stored cursor', async () => {
  using stegos = client()
  node.append('chain.block', block(1), block(2), block(3))
  assert.deepEqual(heights(await take(stegos.events({ topics: TOPICS, from: 'c2' }), 1)), [3])
})

test('no gap, no double, order kept, wherever the connection breaks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('append', 'cut', 'stop'), { minLength: 5, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, bufferSize) => {
        const own = await startFakeNode()
        try {
          using stegos = createClient({ url: own.url, checkContract: false, retry: { delay: 0 } })
          let height = 0
          const expected: number[] = []
          const append = () => {
            height += 1
            expected.push(height)
            own.append('chain.block', block(height))
            own.append('chain.status', {})
          }
          append()
          const got: number[] = []
          let marks = 0
          const pending = [...steps]
          for await (const item of stegos.events({ topics: TOPICS, from: 'genesis', bufferSize })) {
            if (item.topic === 'caught_up') marks += 1
            else got.push(item.event.height)
            // Everything that can happen happens while the reader is busy with an item.
            for (let burst = 0; burst < 3 && pending.length > 0; burst += 1) {
              const step = pending.shift()
              if (step === 'append') append()
              else if (step === 'cut') own.cut()
              else own.stop('slow_reader')
            }
            if (pending.length > 0 && got.length === expected.length) append()
            if (pending.length === 0 && got.length === expected.length && marks === 1) break
          }
          assert.deepEqual(got, expected)
          assert.equal(marks, 1)
        } finally {
          await own.close()
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('a slow reader costs no more than his buffer and loses nothing', async () => {
  using stegos = client()
  node.append('chain.block', ...Array.from({ length: 500 }, (_, index) => block(index)))
  const got = heights(await take(stegos.events({ topics: TOPICS, from: 'genesis', bufferSize: 8 }), 500))
  assert.deepEqual(
    got,
    Array.from({ length: 500 }, (_, index) => index),
  )
  const subscribes = node.requests.filter(({ method }) => method === 'subscribe')
  assert.ok(subscribes.length > 1, 'it asked again for what did not fit')
  assert.equal(node.connections(), 1, 'on the same connection')
})

test('from now: what comes between connections is not lost', async () => {
  using stegos = client()
  const seen: number[] = []
  for await (const item of stegos.events({ topics: TOPICS })) {
    if (item.topic === 'caught_up') {
      node.cut()
      node.append('chain.block', block(1))
    } else seen.push(item.event.height)
    if (seen.length === 1) break
  }
  assert.deepEqual(seen, [1])
})

test('a stream finds a node that has been away', async () => {
  let lost = 0
  using stegos = client({ retry: { delay: 0, attempts: 2 } })
  const stream = stegos.events({
    topics: TOPICS,
    onDisconnect: async () => {
      lost += 1
      // Away for longer than a call would wait: a stream that once stood does not give up.
      while (node.refused() < 10) await new Promise((resolve) => setImmediate(resolve))
      node.listen(true)
      node.append('chain.block', block(7))
    },
  })
  const items: StreamItem[] = []
  for await (const item of stream) {
    items.push(item)
    if (item.topic === 'caught_up') {
      node.listen(false)
      node.cut()
    } else break
  }
  assert.deepEqual(heights(items), [7])
  assert.equal(lost, 1)
})

test('several streams share one connection, which closes with the last', async () => {
  using stegos = client()
  const first = stegos.events({ topics: TOPICS })
  const second = stegos.events({ topics: ['chain.status'] })
  await first.next()
  await second.next()
  assert.equal(node.connections(), 1)
  assert.equal(node.subscriptions(), 2)
  await first.return()
  await second.return()
  const third = stegos.events({ topics: TOPICS })
  await third.next()
  assert.equal(node.subscriptions(), 1)
  await third.return()
})

test('a signal ends the loop without an error', async () => {
  using stegos = client()
  const controller = new AbortController()
  let items = 0
  for await (const _ of stegos.events({ topics: TOPICS, signal: controller.signal })) {
    items += 1
    controller.abort()
  }
  assert.equal(items, 1)
})

test('closing the client ends the loop without an error', async () => {
  const stegos = client()
  for await (const _ of stegos.events({ topics: TOPICS })) stegos.close()
})

test('a wrong token is an error, not an endless search', async () => {
  node.tokens.add('right')
  using stegos = client({ token: 'wrong' })
  await assert.rejects(take(stegos.events({ topics: TOPICS }), 1), (error) =>
    isStegosError(error, 'unauthorized'),
  )
})

test('a node that was never there is an error after all attempts', async () => {
  using stegos = client({ url: 'http://127.0.0.1:1', retry: { attempts: 2, delay: 0 } })
  await assert.rejects(take(stegos.events({ topics: TOPICS }), 1), (error) =>
    isStegosError(error, 'connection_lost'),
  )
})

test('an expired cursor is an error', async () => {
  node.methods.subscribe = () => {
    throw fakeError('cursor_expired')
  }
  using stegos = client()
  await assert.rejects(take(stegos.events({ topics: TOPICS, from: 'c1' }), 1), (error) =>
    isStegosError(error, 'cursor_expired'),
  )
})

test('a connection that has died in silence is replaced', async () => {
  let swallowed = 0
  node.methods['node.version'] = () => {
    swallowed += 1
    return new Promise(() => {})
  }
  using stegos = client({ probeInterval: 1 })
  const stream = stegos.events({ topics: TOPICS })
  await stream.next()
  const next = stream.next()
  while (node.requests.filter(({ method }) => method === 'subscribe').length < 2) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  assert.ok(swallowed > 0)
  node.append('chain.block', block(1))
  assert.equal((await next).value?.topic, 'chain.block')
  await stream.return()
})
