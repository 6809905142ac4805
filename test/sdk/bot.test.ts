/** Bots: every event at least once, in order, its effect once, whatever breaks. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import {
  type BotContext,
  BotError,
  type BotOptions,
  type BotState,
  type BotStore,
  type DeadLetter,
  type Failure,
  type Gap,
  type Remedy,
  runBot,
} from '../../src/sdk/bot/index.ts'
import { type Client, createClient, isStegosError, StegosError } from '../../src/sdk/index.ts'
import { type FakeNode, fakeError, startFakeNode } from '../support/fake-node.ts'

let node: FakeNode
let client: Client
let stop: AbortController

beforeEach(async () => {
  client?.close()
  await node?.close()
  node = await startFakeNode()
  node.methods['node.status'] = () => ({ height: 100 })
  client = createClient({ url: node.url, checkContract: false, retry: { attempts: 2, delay: 0 } })
  stop = new AbortController()
})
after(async () => {
  client.close()
  await node.close()
})

type MemoryStore = BotStore & { state: BotState | undefined; saves: number }

function memoryStore(state?: BotState): MemoryStore {
  const store: MemoryStore = {
    state,
    saves: 0,
    load: async () => store.state,
    save: async (next) => {
      store.saves += 1
      store.state = structuredClone(next)
    },
  }
  return store
}

function run(options: Pick<BotOptions, 'on' | 'store'> & Partial<BotOptions>): Promise<void> {
  return runBot({
    client,
    name: 'test',
    signal: stop.signal,
    retry: { attempts: 3, delay: 0 },
    random: () => 0,
    ...options,
  })
}

function message(messageId: string, height = 100) {
  return { messageId, accountId: 'a1', height }
}

/** A handler that notes what it gets, and stops the bot after so many. */
function noting(count: number, seen: string[] = []) {
  const contexts: BotContext[] = []
  return {
    seen,
    contexts,
    handle: (event: { messageId: string }, context: BotContext) => {
      seen.push(event.messageId)
      contexts.push(context)
      if (seen.length === count) stop.abort()
    },
  }
}

test('each topic has its handler, in the order of the events, and the next run goes on after them', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'))
  node.append('chain.block', { id: 'b1', height: 101 })
  node.append('message.received', message('m2'))
  const seen: string[] = []
  const on: BotOptions['on'] = {
    'message.received': ({ messageId }) => {
      seen.push(messageId)
      if (messageId !== 'm1') stop.abort()
    },
    'chain.block': ({ id }) => {
      seen.push(id)
    },
  }
  await run({ on, store, from: 'genesis' })
  assert.deepEqual(seen, ['m1', 'b1', 'm2'])
  assert.equal(store.state!.cursor, 'c3')
  stop = new AbortController()
  node.append('message.received', message('m3'))
  await run({ on, store, from: 'genesis' })
  assert.deepEqual(seen, ['m1', 'b1', 'm2', 'm3'])
})

test('what comes before the first event of a bot that begins now is not lost by a crash', async () => {
  const store = memoryStore()
  node.append('message.received', message('old'))
  const first = run({ on: { 'message.received': () => assert.fail('before its time') }, store })
  while (!store.state) await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await first
  node.append('message.received', message('new'))
  stop = new AbortController()
  const { seen, handle } = noting(1)
  await run({ on: { 'message.received': handle }, store })
  assert.deepEqual(seen, ['new'])
  assert.equal(store.state.height, 100)
})

test('an event that was handled and not stored is handled again, says so, and has the same key', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'), message('m2'))
  const seen: string[] = []
  const contexts: BotContext[] = []
  const on: BotOptions['on'] = {
    'message.received': ({ messageId }, context) => {
      seen.push(messageId)
      contexts.push(context)
      if (seen.length === 3) stop.abort()
    },
  }
  const dying = {
    ...store,
    save: async (state: BotState) => {
      if (state.completed.length > 0) throw new Error('killed')
      await store.save(state)
    },
  }
  await assert.rejects(run({ on, store: dying, from: 'genesis' }), /killed/)
  await run({ on, store: { ...store, load: async () => store.state }, from: 'genesis' })
  assert.deepEqual(seen, ['m1', 'm1', 'm2'])
  assert.deepEqual(
    contexts.map(({ isRepeat }) => isRepeat),
    [false, true, false],
  )
  assert.equal(contexts[0]!.key('answer'), contexts[1]!.key('answer'))
  assert.equal(new Set(contexts.map((context) => context.key('answer'))).size, 2)
  assert.notEqual(contexts[0]!.key('answer'), contexts[0]!.key('thanks'))
})

test('after a run that has ended in order nothing is called a repeat', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'), message('m2'))
  const first = noting(1)
  await run({ on: { 'message.received': first.handle }, store, from: 'genesis' })
  stop = new AbortController()
  const second = noting(1)
  await run({ on: { 'message.received': second.handle }, store })
  assert.deepEqual(
    [...first.contexts, ...second.contexts].map(({ isRepeat }) => isRepeat),
    [false, false],
  )
})

test('an event that is told of again at another place, as after a rescan, is not handled again', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'), message('m2'), message('m1'), message('m2'), message('m3'))
  const { seen, handle } = noting(3)
  await run({ on: { 'message.received': handle }, store, from: 'genesis' })
  assert.deepEqual(seen, ['m1', 'm2', 'm3'])
})

test('a state that a payment comes to twice is told twice, its end once', async () => {
  const payment = (status: string) => ({ paymentId: 'p', accountId: 'a1', status })
  node.append('payment.status', ...['broadcast', 'broadcast', 'final', 'final', 'cancelled'].map(payment))
  const seen: string[] = []
  const on: BotOptions['on'] = {
    'payment.status': ({ status }) => {
      seen.push(status)
      if (status === 'cancelled') stop.abort()
    },
  }
  await run({ on, store: memoryStore(), from: 'genesis' })
  assert.deepEqual(seen, ['broadcast', 'broadcast', 'final', 'cancelled'])
})

test('only so many ids are remembered, the newest', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'), message('m2'), message('m3'))
  await run({ on: { 'message.received': noting(3).handle }, store, from: 'genesis', remember: 2 })
  assert.deepEqual(store.state!.completed, ['message.received/a1/m2', 'message.received/a1/m3'])
})

test('a handler that throws is called again; what never works is a dead letter, and the next one has its turn', async () => {
  node.append('message.received', message('once'), message('never'), message('last'))
  const failures: Failure[] = []
  const letters: DeadLetter[] = []
  const attempts: [string, number, boolean][] = []
  const on: BotOptions['on'] = {
    'message.received': async ({ messageId }, { attempt, isRepeat }) => {
      attempts.push([messageId, attempt, isRepeat])
      if (messageId === 'last') stop.abort()
      else if (messageId === 'never' || attempt === 1) throw new Error(`${messageId} ${attempt}`)
    },
  }
  await run({
    on,
    store: memoryStore(),
    from: 'genesis',
    onFailure: (failure) => failures.push(failure),
    onDeadLetter: (letter) => letters.push(letter),
  })
  assert.deepEqual(attempts, [
    ['once', 1, false],
    ['once', 2, true],
    ['never', 1, false],
    ['never', 2, true],
    ['never', 3, true],
    ['last', 1, false],
  ])
  assert.deepEqual(
    failures.map(({ id, attempt }) => `${id} ${attempt}`),
    ['message.received/a1/once 1', 'message.received/a1/never 1', 'message.received/a1/never 2'],
  )
  assert.deepEqual(
    letters.map(({ id, attempts, error, cursor }) => [id, attempts, (error as Error).message, cursor]),
    [['message.received/a1/never', 3, 'never 3', 'c2']],
  )
})

for (const [name, onDeadLetter] of [
  ['nobody takes', undefined],
  [
    'fails to be taken, too,',
    () => {
      throw new Error('disk full')
    },
  ],
] as const) {
  test(`a dead letter that ${name} ends the bot before the event`, async () => {
    const store = memoryStore()
    node.append('message.received', message('m1'), message('bad'))
    const on: BotOptions['on'] = {
      'message.received': ({ messageId }) => {
        if (messageId === 'bad') throw new Error('no')
      },
    }
    await assert.rejects(run({ on, store, from: 'genesis', onDeadLetter }), (error) => {
      assert.ok(error instanceof BotError)
      assert.deepEqual([error.code, error.id], ['handler_failed', 'message.received/a1/bad'])
      return true
    })
    const { seen, contexts, handle } = noting(1)
    await run({ on: { 'message.received': handle }, store })
    assert.deepEqual(seen, ['bad'])
    assert.equal(contexts[0]!.isRepeat, true)
  })
}

test('a node that is away says nothing about the event: its handler waits as long as it takes', async () => {
  node.append('message.received', message('m1'))
  let calls = 0
  const on: BotOptions['on'] = {
    'message.received': () => {
      calls += 1
      if (calls <= 10)
        throw new StegosError({ symbol: 'connection_lost', message: '', data: { url: '' }, retryable: true })
      stop.abort()
    },
  }
  await run({ on, store: memoryStore(), from: 'genesis', onDeadLetter: () => assert.fail('no dead letter') })
  assert.equal(calls, 11)
})

test('what cannot work is given up at once, and what no event can do ends the bot', async () => {
  node.append('message.received', message('wrong'), message('denied'))
  node.methods['payment.send'] = ({ params }) => {
    throw fakeError(params.to === 'wrong' ? 'invalid_address' : 'token_revoked')
  }
  const letters: DeadLetter[] = []
  let calls = 0
  const on: BotOptions['on'] = {
    'message.received': async ({ messageId }) => {
      calls += 1
      await client.payment.send({ accountId: 'a1', to: String(messageId), amount: '1' })
    },
  }
  const running = run({
    on,
    store: memoryStore(),
    from: 'genesis',
    onDeadLetter: (letter) => letters.push(letter),
  })
  await assert.rejects(running, ({ cause }) => isStegosError(cause, 'token_revoked'))
  assert.equal(calls, 2)
  assert.deepEqual(
    letters.map(({ id }) => id),
    ['message.received/a1/wrong'],
  )
})

test('a stop lets the handler finish, stores that it has, and begins nothing more', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'), message('m2'))
  const finished: string[] = []
  const on: BotOptions['on'] = {
    'message.received': async ({ messageId }) => {
      stop.abort()
      await new Promise((resolve) => setImmediate(resolve))
      finished.push(messageId)
    },
  }
  await run({ on, store, from: 'genesis' })
  assert.deepEqual(finished, ['m1'])
  assert.deepEqual([store.state!.cursor, store.state!.begun], ['c1', false])
  while (node.connections() > 0) await new Promise((resolve) => setImmediate(resolve))
})

test('a handler that does not finish is left in the end, and comes again', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'))
  let told = false
  const on: BotOptions['on'] = {
    'message.received': (_, { signal }) => {
      signal.addEventListener('abort', () => {
        told = true
      })
      stop.abort()
      return new Promise(() => {})
    },
  }
  await run({ on, store, from: 'genesis', grace: 1 })
  assert.equal(told, true)
  stop = new AbortController()
  const { seen, contexts, handle } = noting(1)
  await run({ on: { 'message.received': handle }, store })
  assert.deepEqual([seen[0], contexts[0]!.isRepeat], ['m1', true])
})

test('a stop does not wait for the next attempt', async () => {
  const store = memoryStore()
  node.append('message.received', message('m1'))
  const on: BotOptions['on'] = {
    'message.received': () => {
      throw new Error('not now')
    },
  }
  const onFailure = () => stop.abort()
  await run({ on, store, from: 'genesis', onFailure, retry: { delay: 3_600_000, maxDelay: 3_600_000 } })
  assert.equal(store.state!.begun, true)
})

test('closing the client ends the bot, and a node that is not there yet is waited for', async () => {
  node.listen(false)
  const store = memoryStore()
  const running = run({ on: { 'chain.block': () => client.close() }, store, from: 'genesis' })
  while (node.refused() < 5) await new Promise((resolve) => setImmediate(resolve))
  node.listen(true)
  node.append('chain.block', { id: 'b1', height: 1 })
  await running
  assert.deepEqual(store.state!.completed, ['chain.block/b1'])
})

test('the place of a quiet stream does not grow old', async () => {
  const store = memoryStore()
  const running = run({ on: { 'message.received': () => {} }, store, checkpoint: 1 })
  while (!store.state) await new Promise((resolve) => setImmediate(resolve))
  node.append('chain.block', { id: 'b1', height: 1 })
  while (store.state.cursor !== 'c1') await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await running
})

/** Lists as the node has them. */
function lists(messages: object[], blocks: { height: number }[], payments: object[] = []) {
  const page = (items: object[]) => ({ items, next: 'end', complete: true })
  node.methods['account.list'] = () => page([{ accountId: 'a1' }])
  node.methods['message.list'] = () => page(messages)
  node.methods['payment.list'] = () => page(payments)
  node.methods['chain.blocks'] = ({ params }) =>
    page(blocks.filter(({ height }) => height >= Number(params.from)))
}

test('what the node keeps no events of comes from its lists, once, and then the stream goes on', async () => {
  const seen: string[] = []
  const on: BotOptions['on'] = {
    'message.received': ({ messageId }) => {
      seen.push(messageId)
      if (messageId === 'm1' || messageId === 'm6') stop.abort()
      // Comes while the lists are being read: it is in the list, and after the place where the stream goes on.
      if (messageId === 'm3') node.append('message.received', message('m4', 104), message('m5', 105))
    },
    'chain.block': ({ id }) => {
      seen.push(id)
      if (id === 'b103') node.append('chain.block', { id: 'b105', height: 105 })
    },
    'payment.status': ({ paymentId, status }, { isRepeat, cursor }) => {
      seen.push(`${paymentId} ${status} ${isRepeat} ${cursor}`)
      if (paymentId === 'p2') node.append('message.received', message('m6', 106))
    },
  }
  const store = memoryStore()
  node.append('chain.block', { id: 'b101', height: 101 })
  node.append('message.received', message('m1', 101))
  await run({ on, store, from: 'genesis' })
  node.append('message.received', message('m2', 101), message('m3', 103))
  node.forget(4)
  const blocks = [99, 100, 101, 102, 103].map((height) => ({ id: `b${height}`, height }))
  const payment = { paymentId: 'p1', accountId: 'a1', status: 'final', height: 102 }
  lists(
    [message('m0', 99), message('m1', 101), message('m2', 101), message('m3', 103), message('m4', 104)],
    blocks,
    [payment, { paymentId: 'p2', accountId: 'a1', status: 'rejected' }],
  )
  store.state = { ...store.state!, height: 100 }
  stop = new AbortController()
  await run({ on, store })
  assert.deepEqual(seen, [
    'b101',
    'm1',
    'b102',
    'b103',
    'm2',
    'm3',
    'm4',
    'p1 final true undefined',
    'p2 rejected true undefined',
    'b105',
    'm5',
    'm6',
  ])
})

test('a gap that no list fills ends the bot, unless somebody is told of it', async () => {
  const store = memoryStore({ cursor: 'c0', height: 100, heights: {}, completed: [], begun: false })
  node.append('stake.epoch', { epoch: 1 }, { epoch: 2 })
  node.forget(1)
  const epochs: number[] = []
  const on: BotOptions['on'] = {
    'stake.epoch': ({ epoch }) => {
      epochs.push(epoch)
      stop.abort()
    },
  }
  await assert.rejects(run({ on, store }), (error) => {
    assert.ok(error instanceof BotError)
    assert.deepEqual([error.code, error.topics], ['gap', ['stake.epoch']])
    return isStegosError(error.cause, 'cursor_expired')
  })
  lists([message('m1')], [])
  const gaps: Gap[] = []
  const received = () => node.append('stake.epoch', { epoch: 3 })
  await run({ on: { ...on, 'message.received': received }, store, onGap: (gap) => gaps.push(gap) })
  assert.deepEqual(
    gaps.map(({ cursor, lost }) => [cursor, lost]),
    [['c0', ['stake.epoch']]],
  )
  assert.deepEqual(epochs, [3])
})

test('a list that is gone, too, is a gap that ends the bot', async () => {
  const store = memoryStore({ cursor: 'c0', height: 100, heights: {}, completed: [], begun: false })
  node.append('chain.block', { id: 'b1', height: 1 })
  node.forget(1)
  lists([], [])
  node.methods['chain.blocks'] = () => {
    throw fakeError('block_pruned')
  }
  await assert.rejects(run({ on: { 'chain.block': () => {} }, store }), { name: 'BotError', code: 'gap' })
})

test('a first place that was never good is a mistake, and no gap', async () => {
  node.methods.subscribe = () => {
    throw fakeError('invalid_cursor')
  }
  await assert.rejects(
    run({ on: { 'chain.block': () => {} }, store: memoryStore(), from: 'junk' }),
    (error) => isStegosError(error, 'invalid_cursor'),
  )
})

test('a stored state that is none ends the bot before anything happens', async () => {
  for (const state of [
    {},
    { cursor: '' },
    null,
    7,
    { cursor: 'c1', height: 1, heights: {}, completed: [1], begun: true },
  ])
    await assert.rejects(run({ on: {}, store: memoryStore(state as BotState) }), TypeError)
  assert.equal(node.requests.length, 0)
})

test('whatever breaks: every event, in order, and its effect once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('work', 'throw', 'die before', 'die after', 'cut'), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      async (steps, count) => {
        const own = await startFakeNode()
        const stegos = createClient({ url: own.url, checkContract: false, retry: { delay: 0 } })
        try {
          const ids = Array.from({ length: count }, (_, index) => `m${index}`)
          own.append('message.received', ...ids.map((id) => message(id)))
          const store = memoryStore()
          const effects = new Map<string, string>()
          let dying = false
          const mortal: BotStore = {
            load: store.load,
            save: async (state) => {
              if (dying) throw new Error('killed')
              await store.save(state)
            },
          }
          const on: BotOptions['on'] = {
            'message.received': async ({ messageId }, { key, isRepeat }) => {
              const step = steps.shift()
              if (step === 'die before') dying = true
              if (dying) throw new Error('killed')
              // What the node does with a key: the first call counts.
              if (effects.has(key('answer'))) assert.ok(isRepeat, 'a repeat is called one')
              else effects.set(key('answer'), messageId)
              if (step === 'throw') throw new Error('not yet')
              if (step === 'die after') dying = true
              if (step === 'cut') own.cut()
              if (messageId === ids.at(-1) && !dying) stop.abort()
            },
          }
          const remedy = (): Remedy => (dying ? 'stop' : 'retry')
          const retry = { attempts: 100, delay: 0 }
          while (!stop.signal.aborted) {
            dying = false
            await run({ client: stegos, on, store: mortal, from: 'genesis', retry, remedy }).catch(
              (error) => {
                assert.ok(dying, String(error))
              },
            )
          }
          assert.deepEqual([...effects.values()], ids)
          stop = new AbortController()
        } finally {
          stegos.close()
          await own.close()
        }
      },
    ),
    { numRuns: 40 },
  )
})
