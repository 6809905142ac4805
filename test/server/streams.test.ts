/** Subscriptions: replay, one caught_up, live; no gap, no double, in order; and a word when they end. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { WebSocket, WebSocketServer } from 'ws'
import type { StoredEvent } from '../../src/node/api/events.ts'
import { createManualClock } from '../../src/node/clock.ts'
import { NodeError } from '../../src/node/errors.ts'
import { EventFeed } from '../../src/server/streams/event-feed.ts'
import { Outbox } from '../../src/server/streams/outbox.ts'
import { Subscription, type SubscriptionModules } from '../../src/server/streams/subscription.ts'
import { Turns } from '../../src/server/streams/turns.ts'
import { MemoryEventLog } from './support/memory-event-log.ts'
import { ACCOUNT, balanceEvent, blockEvent, sampleNode } from './support/sample-node.ts'
import { openSocket, type TestSocket } from './support/socket.ts'
import { startServer } from './support/start-server.ts'

const FEED = { clock: createManualClock(), page: 4, tailItems: 8, tailCharacters: 100_000 }

test('live events follow the answer, in order, each with its cursor', async (context) => {
  const { node, socket } = await connect(context)
  const { result } = await socket.rpc('subscribe', { topics: ['chain.block'] })
  assert.equal((await socket.next()).params.topic, 'caught_up')
  node.events.append(blockEvent(1))
  node.events.append(blockEvent(2), blockEvent(3))
  for (const height of [1, 2, 3]) {
    const frame = await socket.next()
    assert.deepEqual(frame, {
      jsonrpc: '2.0',
      method: 'event',
      params: {
        subscription: result.subscription,
        cursor: `c${height}`,
        topic: 'chain.block',
        event: blockEvent(height).event,
      },
    })
  }
})

test('a group stands for its topics, and for no others', async (context) => {
  const { node, socket } = await connect(context)
  await socket.rpc('subscribe', { topics: ['stake.*', 'award.paid'] })
  assert.equal((await socket.next()).params.topic, 'caught_up')
  const epoch = { topic: 'stake.epoch', event: { epoch: 2, height: 30, members: 1 } }
  const suspended = {
    topic: 'stake.suspended',
    event: { validatorId: 'ab'.repeat(32), epoch: 2, height: 30 },
  }
  node.events.append(blockEvent(1), epoch, balanceEvent(ACCOUNT, 1), suspended)
  const seen = [await socket.next(), await socket.next()]
  assert.deepEqual(
    seen.map(({ params }) => params.topic),
    ['stake.epoch', 'stake.suspended'],
  )
  for (const topic of ['stakes.*', '*', 'stake.', 'stake.*.*', 'packet.*']) {
    const { error } = await socket.rpc('subscribe', { topics: [topic] })
    assert.equal(error.code, -32_602, topic)
  }
})

test('from genesis: everything, then one caught_up, then live', async (context) => {
  const { node, socket } = await connect(context)
  node.events.append(...[1, 2, 3].map(blockEvent))
  await socket.rpc('subscribe', { topics: ['chain.block'], from: 'genesis' })
  assert.deepEqual(await heights(socket, 3), [1, 2, 3])
  const { topic, cursor, event } = (await socket.next()).params
  assert.deepEqual({ topic, cursor, event }, { topic: 'caught_up', cursor: 'c3', event: {} })
  node.events.append(blockEvent(4))
  assert.deepEqual(await heights(socket, 1), [4])
})

test('from a cursor, on another connection: exactly what came after it', async (context) => {
  const { node, socket, server } = await connect(context)
  await socket.rpc('subscribe', { topics: ['chain.block'] })
  await socket.next()
  node.events.append(blockEvent(1))
  const { cursor } = (await socket.next()).params
  socket.socket.terminate()
  node.events.append(blockEvent(2))
  const again = await openSocket(context, server.url, server.token)
  await again.rpc('subscribe', { topics: ['chain.block'], from: cursor })
  assert.deepEqual(await heights(again, 1), [2])
  assert.equal((await again.next()).params.topic, 'caught_up')
})

test('topics and account choose what is told; events of the chain come to every account', async (context) => {
  const { node, socket } = await connect(context)
  await socket.rpc('subscribe', { topics: ['account.balance', 'chain.block'], accountId: ACCOUNT })
  await socket.next()
  node.events.append(
    balanceEvent('ffffffffffffffff', 1),
    balanceEvent(ACCOUNT, 2),
    { topic: 'chain.status', event: { state: 'ready', height: 1, syncing: false } },
    blockEvent(3),
  )
  assert.equal((await socket.next()).params.event.available, '2')
  assert.equal((await socket.next()).params.event.height, 3)
})

test('subscriptions of a connection are told apart; one that is closed is silent', async (context) => {
  const { node, socket } = await connect(context)
  const one = (await socket.rpc('subscribe', { topics: ['chain.block'] })).result.subscription
  await socket.next()
  const two = (await socket.rpc('subscribe', { topics: ['chain.block'] })).result.subscription
  await socket.next()
  node.events.append(blockEvent(1))
  const told = [await socket.next(), await socket.next()].map(({ params }) => params.subscription)
  assert.deepEqual(told.sort(), [one, two].sort())
  const { result } = await socket.rpc('unsubscribe', { subscription: one })
  assert.deepEqual(result, { subscription: one, cursor: 'c1' })
  node.events.append(blockEvent(2))
  assert.equal((await socket.next()).params.subscription, two)
  assert.equal(
    (await socket.rpc('unsubscribe', { subscription: one })).error.data.type,
    'subscription_not_found',
  )
})

test('what cannot be followed is told at once', async (context) => {
  const { node, socket, server } = await connect(context, { limits: { subscriptionsPerConnection: 1 } })
  node.events.append(...[1, 2, 3].map(blockEvent))
  node.events.drop(2)
  const refused = async (params: object) => (await socket.rpc('subscribe', params)).error.data.type
  assert.equal(await refused({ topics: ['chain.block'], from: 'junk' }), 'invalid_cursor')
  assert.equal(await refused({ topics: ['chain.block'], from: 'c1' }), 'cursor_expired')
  assert.equal(await refused({ topics: ['chain.block'], from: 'genesis' }), 'cursor_expired')
  assert.equal(await refused({ topics: [] }), 'invalid_params')
  assert.equal(await refused({ topics: ['no.such'] }), 'invalid_params')
  assert.ok((await socket.rpc('subscribe', { topics: ['chain.block'] })).result)
  assert.equal(await refused({ topics: ['chain.block'] }), 'too_many_subscriptions')
  const overHttp = await server.rpc('subscribe', { topics: ['chain.block'] })
  assert.equal(overHttp.error.data.type, 'websocket_required')
})

test('an account that is not there cannot be followed', async (context) => {
  const node = sampleNode()
  const get = () => Promise.reject(new NodeError('account_not_found', { accountId: ACCOUNT }))
  const server = await startServer(context, {}, { node: { ...node, account: { ...node.account, get } } })
  const socket = await openSocket(context, server.url, server.token)
  const { error } = await socket.rpc('subscribe', { topics: ['chain.block'], accountId: ACCOUNT })
  assert.equal(error.data.type, 'account_not_found')
})

test('a server that goes down says so, and where to go on', async (context) => {
  const { node, socket, server } = await connect(context)
  await socket.rpc('subscribe', { topics: ['chain.block'] })
  await socket.next()
  node.events.append(blockEvent(1))
  await socket.next()
  const closing = server.close()
  assert.deepEqual((await socket.next()).params.event, { reason: 'shutdown', cursor: 'c1' })
  await closing
})

test('a client that stops reading holds no memory here, is stopped, and goes on later without a gap', async (context) => {
  const COUNT = 40_000
  const { node, socket, server } = await connect(context, { limits: { streamBufferBytes: 65_536 } })
  await socket.rpc('subscribe', { topics: ['chain.block'] })
  await socket.next()
  socket.socket.pause()
  append(node.events, COUNT)
  // until the server has sent what the two ends of the connection hold, and waits
  for (let reads = -1; reads !== node.events.reads; ) {
    reads = node.events.reads
    await turns(200)
  }
  assert.ok(node.events.reads < COUNT / 256, 'the log was not read to its end')
  server.clock.advance(60_000)
  socket.socket.resume()
  const told = await cursorsUntilStop(socket)
  assert.ok(told.length < COUNT)
  await socket.rpc('subscribe', { topics: ['chain.block'], from: told.at(-1) })
  while (told.length < COUNT) told.push((await socket.next()).params.cursor)
  assert.deepEqual(
    told,
    Array.from({ length: COUNT }, (_, index) => `c${index + 1}`),
  )
})

test('an event that does not fit the contract ends the stream of a server that checks', async (context) => {
  const { node, socket, server } = await connect(context)
  await socket.rpc('subscribe', { topics: ['chain.block'] })
  await socket.next()
  node.events.append({ topic: 'chain.block', event: { height: 'one' } })
  assert.equal((await socket.next()).params.event.reason, 'internal')
  assert.match(String((server.lines[0]!.fields as { err: Error }).err), /chain.block does not fit/)
})

test('whatever happens in between: all events after the cursor, once, in order, and one caught_up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 10 }),
      fc.nat(60),
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 10 }),
      async (before, start, after) => {
        const log = new MemoryEventLog()
        for (const count of before) append(log, count)
        const from = BigInt(Math.min(start, Number(log.head)))
        const replayEnd = log.head
        const reader = follow(log, from)
        for (const count of after) {
          append(log, count)
          await turns(count)
        }
        await reader.settled()
        const expected: string[] = []
        for (let seq = from + 1n; seq <= log.head; seq++) {
          if (seq === replayEnd + 1n) expected.push('caught_up')
          expected.push(`c${seq}`)
        }
        if (replayEnd === log.head) expected.push('caught_up')
        assert.deepEqual(reader.told, expected)
        reader.subscription.close()
      },
    ),
    { numRuns: 60 },
  )
})

test('a thousand readers at the head cost one read of the log', async () => {
  const log = new MemoryEventLog()
  const feed = new EventFeed(log, FEED)
  const readers = Array.from({ length: 1_000 }, () => follow(log, 0n, { feed }))
  await turns(5)
  const before = log.reads
  append(log, 1)
  await turns(20)
  assert.ok(readers.every(({ told }) => told.at(-1) === 'c1'))
  // one that finds the event, and one that finds there is no more
  assert.ok(log.reads - before <= 2, `${log.reads - before} reads`)
  for (const { subscription } of readers) subscription.close()
})

test('what comes while many readers are being told they are told together, and none of it is lost', async () => {
  const log = new MemoryEventLog()
  const clock = createManualClock()
  const feed = new EventFeed(log, { ...FEED, clock })
  const readers = Array.from({ length: 400 }, () => follow(log, 0n, { feed }))
  await turns(5)
  append(log, 1)
  await turns(5)
  assert.ok(
    readers.every(({ told }) => told.at(-1) === 'c1'),
    'the first is told at once',
  )
  for (let event = 0; event < 6; event++) {
    append(log, 1)
    await turns(5)
  }
  assert.ok(readers.every(({ told }) => told.at(-1) === 'c1'))
  // 400 readers at 25 microseconds
  clock.advance(10)
  await turns(20)
  const expected = ['caught_up', ...Array.from({ length: 7 }, (_, index) => `c${index + 1}`)]
  for (const { told } of readers) assert.deepEqual(told, expected)
  for (const { subscription } of readers) subscription.close()
  feed.close()
})

test('a reader that comes while others are not told anything yet misses nothing and hears nothing twice', async () => {
  const log = new MemoryEventLog()
  const clock = createManualClock()
  const feed = new EventFeed(log, { ...FEED, clock })
  const crowd = Array.from({ length: 400 }, () => follow(log, 0n, { feed }))
  append(log, 1)
  await turns(5)
  append(log, 2)
  const late = [follow(log, 0n, { feed }), follow(log, 3n, { feed })]
  await turns(5)
  append(log, 1)
  clock.advance(10)
  await turns(20)
  assert.deepEqual(
    late.map(({ told }) => told.filter((entry) => entry !== 'caught_up')),
    [['c1', 'c2', 'c3', 'c4'], ['c4']],
  )
  for (const { subscription } of [...crowd, ...late]) subscription.close()
  feed.close()
})

test('frames that are sent in one go leave together, and not too many of them', async () => {
  const sent: string[] = []
  const socket = {
    ...{ readyState: 1, OPEN: 1, bufferedAmount: 0 },
    send: (text: string) => {
      sent.push(text.slice(0, 1))
      socket.bufferedAmount += text.length
    },
  }
  const leave = (mark: string) => () => {
    sent.push(mark)
    if (mark === '>') socket.bufferedAmount = 0
  }
  const outbox = new Outbox(
    socket as unknown as WebSocket,
    { cork: leave('<'), uncork: leave('>') },
    1_000_000,
  )
  for (const text of ['a', 'b']) outbox.send(text)
  await turns(1)
  for (const text of ['c', 'd'.repeat(70_000), 'e']) outbox.send(text)
  await turns(1)
  assert.equal(sent.join(''), '<ab><cd><e>')
})

test('frames that left together arrive one by one, also those before the end of a connection', async (context) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  context.after(() => server.close())
  const texts = Array.from({ length: 500 }, (_, index) => `${index} ${'x'.repeat(index % 400)}`)
  server.on('connection', (socket, { socket: stream }) => {
    const outbox = new Outbox(socket, stream, 1_000_000)
    for (const text of texts) outbox.send(text)
    socket.close()
    outbox.send('too late')
  })
  await once(server, 'listening')
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const heard: string[] = []
  socket.on('message', (data) => heard.push(String(data)))
  await once(socket, 'close')
  assert.deepEqual(heard, texts)
})

test('others have a turn while many readers are told', async () => {
  const log = new MemoryEventLog()
  const feed = new EventFeed(log, FEED)
  const readers = Array.from({ length: 450 }, () => follow(log, 0n, { feed }))
  await turns(5)
  const told = () => readers.filter((reader) => reader.told.at(-1) === 'c1').length
  const toldBefore = turns(1).then(told)
  append(log, 1)
  const first = await toldBefore
  assert.ok(first > 0 && first <= 100, `${first} before others had theirs`)
  await turns(20)
  assert.equal(told(), readers.length)
  for (const { subscription } of readers) subscription.close()
  feed.close()
})

test('a fault of the log is none to a reader that has left, and ends the others', async () => {
  const log = new MemoryEventLog()
  const broken = Object.assign(new MemoryEventLog(), {
    read: async () => {
      throw new Error('the store is closed')
    },
  })
  append(broken, 1)
  const feed = new EventFeed(broken, FEED)
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  const [gone, stays] = [follow(log, 0n, { feed, onFault }), follow(log, 0n, { feed, onFault })]
  gone.subscription.close()
  await turns(5)
  assert.deepEqual([gone.told, stays.told], [[], ['stop internal c0']])
  assert.equal(faults.length, 1)
})

test('a reader that takes nothing costs one buffer, and is stopped after a while with the cursor to go on from', async () => {
  const log = new MemoryEventLog()
  const clock = createManualClock()
  const reader = follow(log, 0n, { room: 3, clock })
  append(log, 50)
  await turns(20)
  assert.deepEqual(reader.told, ['caught_up', 'c1', 'c2'])
  clock.advance(59_999)
  await turns(5)
  assert.equal(reader.told.length, 3)
  clock.advance(1)
  await turns(5)
  assert.deepEqual(reader.told.at(-1), 'stop slow_reader c2')
  append(log, 1)
  await turns(5)
  assert.equal(reader.told.length, 4)
})

test('while a reader lets one subscription wait, the others of the connection hold nothing', async () => {
  const log = new MemoryEventLog()
  append(log, 30)
  const shared = new Turns()
  const readers = Array.from({ length: 5 }, () => follow(log, 0n, { room: 3, turns: shared }))
  await turns(20)
  assert.equal(log.reads, 1, 'one page in memory')
  const expected = [...Array.from({ length: 30 }, (_, index) => `c${index + 1}`), 'caught_up']
  while (readers.some(({ told }) => told.length < expected.length)) {
    for (const reader of readers) reader.take(3)
    await turns(5)
  }
  for (const { told, subscription } of readers) {
    assert.deepEqual(told, expected)
    subscription.close()
  }
})

test('a reader that is too slow is told so for each of its subscriptions', async (context) => {
  const { node, socket, server } = await connect(context, { limits: { streamBufferBytes: 65_536 } })
  for (let count = 0; count < 3; count += 1) {
    await socket.rpc('subscribe', { topics: ['chain.block'] })
    await socket.next()
  }
  socket.socket.pause()
  append(node.events, 40_000)
  for (let reads = -1; reads !== node.events.reads; ) {
    reads = node.events.reads
    await turns(200)
  }
  server.clock.advance(60_000)
  socket.socket.resume()
  const last = new Map<string, string>()
  for (let stops = 0; stops < 3; ) {
    const { subscription, topic, cursor, event } = (await socket.next()).params
    if (topic === 'stop') {
      stops += 1
      assert.deepEqual(event, { reason: 'slow_reader', cursor: last.get(subscription) })
    }
    last.set(subscription, cursor)
  }
})

test('a slow reader that goes on reading misses nothing', async () => {
  const log = new MemoryEventLog()
  const reader = follow(log, 0n, { room: 3 })
  append(log, 30)
  for (let i = 0; i < 40; i++) {
    await turns(5)
    reader.take(1)
  }
  await reader.settled()
  assert.deepEqual(
    reader.told.filter((entry) => entry.startsWith('c') && entry !== 'caught_up'),
    Array.from({ length: 30 }, (_, index) => `c${index + 1}`),
  )
  reader.subscription.close()
})

test('when the log has dropped what a reader still needs, it is told instead of skipped', async () => {
  const log = new MemoryEventLog()
  const reader = follow(log, 0n, { room: 2 })
  append(log, 30)
  await turns(10)
  log.drop(25)
  for (let i = 0; i < 10; i++) {
    reader.take(2)
    await turns(5)
  }
  assert.match(reader.told.at(-1)!, /^stop retention c\d+$/)
})

test('who comes when nobody has followed for long is served from where he stands', async () => {
  const log = new MemoryEventLog()
  const feed = new EventFeed(log, FEED)
  append(log, 100)
  log.drop(90)
  assert.deepEqual(await feed.after(100n), [])
  append(log, 1)
  assert.deepEqual(
    (await feed.after(100n)).map(({ cursor }) => cursor),
    ['c101'],
  )
  assert.equal((await feed.after(90n)).length, FEED.page)
  await assert.rejects(feed.after(89n), { code: 'cursor_expired' })
})

test('an event is kept in memory for all, but not more than the feed may keep', async () => {
  const log = new MemoryEventLog()
  const feed = new EventFeed(log, { ...FEED, tailItems: 4, tailCharacters: 1 })
  append(log, 12)
  const seen: bigint[] = []
  for (let position = 0n; position < log.head; position = seen.at(-1)!) {
    seen.push(...(await feed.after(position)).map(({ seq }) => seq))
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 12 }, (_, index) => BigInt(index + 1)),
  )
})

async function connect(context: TestContext, options = {}) {
  const server = await startServer(context, options)
  const socket = await openSocket(context, server.url, server.token)
  return { server, socket, node: server.node }
}

/** Cursors of the events up to the stop, which names the last of them. */
async function cursorsUntilStop(socket: TestSocket): Promise<string[]> {
  const cursors: string[] = []
  for (;;) {
    const { topic, cursor, event } = (await socket.next()).params
    if (topic === 'stop') {
      assert.deepEqual(event, { reason: 'slow_reader', cursor: cursors.at(-1) })
      return cursors
    }
    cursors.push(cursor)
  }
}

async function heights(socket: TestSocket, count: number): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < count; i++) found.push((await socket.next()).params.event.height)
  return found
}

function append(log: MemoryEventLog, count: number): void {
  const events: Omit<StoredEvent, 'seq'>[] = Array.from({ length: count }, (_, index) => blockEvent(index))
  log.append(...events)
}

/** Lets everything that is ready run, so many times. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

type FollowOptions = {
  readonly feed?: EventFeed
  readonly clock?: SubscriptionModules['clock']
  /** Those of its connection. */
  readonly turns?: Turns
  /** Frames the reader's buffer takes before it is full; unlimited when absent. */
  readonly room?: number
  readonly onFault?: SubscriptionModules['onFault']
}

/** A subscription to blocks with an outbox the test empties. */
function follow(log: MemoryEventLog, after: bigint, options: FollowOptions = {}) {
  const {
    feed = new EventFeed(log, FEED),
    clock = createManualClock(),
    room = Number.POSITIVE_INFINITY,
    onFault = (error) => assert.fail(String(error)),
  } = options
  const told: string[] = []
  const waiting = new Set<() => void>()
  let buffered = 0
  const outbox: SubscriptionModules['outbox'] = {
    get full() {
      return buffered >= room
    },
    send: (text) => {
      const { cursor, topic, event } = JSON.parse(text).params
      buffered++
      told.push(
        topic === 'chain.block' ? cursor : topic === 'stop' ? `stop ${event.reason} ${event.cursor}` : topic,
      )
    },
    onRoom: (callback) => {
      waiting.add(callback)
      return () => waiting.delete(callback)
    },
  }
  const subscription: Subscription = new Subscription(
    {
      ...{ id: 'one', topics: new Set(['chain.block']), after, stallTime: 60_000 },
      ...{ accountId: undefined, accounts: undefined },
    },
    {
      ...{ feed, outbox, clock, publicTopics: new Set(), onFault, turns: options.turns ?? new Turns() },
      onSlow: () => subscription.stop('slow_reader'),
    },
  )
  void subscription.run()
  return {
    told,
    subscription,
    take: (count: number) => {
      buffered = Math.max(0, buffered - count)
      for (const callback of [...waiting]) {
        waiting.delete(callback)
        callback()
      }
    },
    settled: async () => {
      while (subscription.cursor !== log.cursorOf(log.head)) await turns(1)
      await turns(2)
    },
  }
}
