/** JSON-RPC 2.0, https://www.jsonrpc.org/specification: the examples of section 7, over both transports. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createManualClock } from '../../src/node/clock.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { createHostGuard } from '../../src/server/guard/host-guard.ts'
import { DEFAULT_LIMITS } from '../../src/server/limits.ts'
import { Dispatcher } from '../../src/server/rpc/dispatcher.ts'
import { ErrorMapper } from '../../src/server/rpc/error-mapper.ts'
import { RpcError } from '../../src/server/rpc/rpc-error.ts'
import { EventFeed } from '../../src/server/streams/event-feed.ts'
import { createApp } from '../../src/server/transport/app.ts'
import { httpRoutes } from '../../src/server/transport/http.ts'
import { HttpErrors } from '../../src/server/transport/http-errors.ts'
import type { Session } from '../../src/server/transport/session.ts'
import { webSocketRoute } from '../../src/server/transport/web-socket.ts'
import { MemoryEventLog } from './support/memory-event-log.ts'
import { openSocket } from './support/socket.ts'

type Params = { readonly [name: string]: number } & readonly number[]

/** The methods the specification's examples call. */
const METHODS: Readonly<Record<string, (params: Params) => unknown>> = {
  subtract: (params) =>
    Array.isArray(params) ? params[0]! - params[1]! : params.minuend! - params.subtrahend!,
  sum: (params) => params.reduce((sum, each) => sum + each, 0),
  get_data: () => ['hello', 5],
  update: () => null,
  notify_hello: () => null,
  notify_sum: () => null,
}

const failed = (code: number, id: string | number | null = null) => ({ jsonrpc: '2.0', error: { code }, id })

/** What is sent, and what comes back; undefined for nothing. Messages and data of errors are free, so only codes count. */
const EXAMPLES: readonly (readonly [name: string, request: string, answer: unknown])[] = [
  [
    'positional parameters',
    '{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}',
    { jsonrpc: '2.0', result: 19, id: 1 },
  ],
  [
    'positional parameters, the other way round',
    '{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}',
    { jsonrpc: '2.0', result: -19, id: 2 },
  ],
  [
    'named parameters',
    '{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}',
    { jsonrpc: '2.0', result: 19, id: 3 },
  ],
  [
    'named parameters in another order',
    '{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}',
    { jsonrpc: '2.0', result: 19, id: 4 },
  ],
  ['a notification', '{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}', undefined],
  ['a notification of an unknown method', '{"jsonrpc": "2.0", "method": "foobar"}', undefined],
  ['an unknown method', '{"jsonrpc": "2.0", "method": "foobar", "id": "1"}', failed(-32601, '1')],
  ['invalid JSON', '{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]', failed(-32700)],
  ['an invalid request', '{"jsonrpc": "2.0", "method": 1, "params": "bar"}', failed(-32600)],
  [
    'a batch of invalid JSON',
    '[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method"]',
    failed(-32700),
  ],
  ['an empty batch', '[]', failed(-32600)],
  ['a batch of something else', '[1]', [failed(-32600)]],
  ['a batch of more of it', '[1,2,3]', [failed(-32600), failed(-32600), failed(-32600)]],
  [
    'a batch',
    `[
      {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
      {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
      {"foo": "boo"},
      {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
      {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ]`,
    [
      { jsonrpc: '2.0', result: 7, id: '1' },
      { jsonrpc: '2.0', result: 19, id: '2' },
      failed(-32600),
      failed(-32601, '5'),
      { jsonrpc: '2.0', result: ['hello', 5], id: '9' },
    ],
  ],
  [
    'a batch of notifications',
    '[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]}, {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]',
    undefined,
  ],
]

const LAST = '{"jsonrpc": "2.0", "method": "get_data", "id": "last"}'

test('section 7 over HTTP', async (context) => {
  const { url } = await startToyServer(context)
  for (const [name, request, answer] of EXAMPLES) {
    await context.test(name, async () => {
      const response = await fetch(`${url}/rpc`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer toy' },
        body: request,
      })
      const body = await response.text()
      if (answer === undefined) {
        assert.equal(response.status, 204)
        assert.equal(body, '')
      } else {
        assert.equal(response.status, 200)
        assert.deepEqual(essence(JSON.parse(body)), answer)
      }
    })
  }
})

test('section 7 over WebSocket', async (context) => {
  const { url } = await startToyServer(context)
  const socket = await openSocket(context, url, 'toy')
  for (const [name, request, answer] of EXAMPLES) {
    await context.test(name, async () => {
      socket.send(request)
      if (answer !== undefined) assert.deepEqual(essence(await socket.next()), answer)
      // whatever came before it would come first
      socket.send(LAST)
      assert.equal((await socket.next()).id, 'last')
    })
  }
})

test('jsonrpc is required, ids are strings, numbers or null, params are structured', async (context) => {
  const { url } = await startToyServer(context)
  const socket = await openSocket(context, url, 'toy')
  const cases: readonly [request: object, id: unknown][] = [
    [{ method: 'get_data', id: 1 }, 1],
    [{ jsonrpc: '1.0', method: 'get_data', id: 2 }, 2],
    [{ jsonrpc: 2, method: 'get_data', id: 'three' }, 'three'],
    [{ jsonrpc: '2.0', method: 'get_data', id: {} }, null],
    [{ jsonrpc: '2.0', method: 'get_data', id: true }, null],
    [{ jsonrpc: '2.0', method: 'get_data', id: 4, params: null }, 4],
    [{ jsonrpc: '2.0', method: 'get_data', id: 5, params: 'text' }, 5],
    [{ jsonrpc: '2.0', id: 6 }, 6],
  ]
  for (const [request, id] of cases) {
    socket.send(request)
    const answer = await socket.next()
    assert.equal(answer.error.code, -32600, JSON.stringify(request))
    assert.equal(answer.error.data.type, 'invalid_request')
    assert.equal(answer.id, id)
  }
  socket.send({ jsonrpc: '2.0', method: 'get_data', id: null })
  assert.deepEqual(await socket.next(), { jsonrpc: '2.0', id: null, result: ['hello', 5] })
})

function essence(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(essence)
  const { error, ...rest } = answer as { error?: { code: number } }
  return error ? { ...rest, error: { code: error.code } } : rest
}

/** The real transports and the real dispatcher, over the methods of the specification. */
async function startToyServer(context: TestContext): Promise<{ readonly url: string }> {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const errors = new ErrorMapper({ log, random: systemRandom })
  const clock = createManualClock()
  const session: Session = {
    errors,
    limits: DEFAULT_LIMITS,
    guard: createHostGuard([], []),
    tokens: {
      authenticate: (token) => (token === 'toy' ? { key: 'toy', scopes: new Set() } : undefined),
      onEnd: () => () => {},
    },
    dispatcher: new Dispatcher({
      invoke: async (name, params) => {
        const method = METHODS[name]
        if (!method) throw new RpcError('unknown_method', { method: name })
        return method(params as Params)
      },
      errors,
      limits: DEFAULT_LIMITS,
      admit: () => {},
      observe: () => {},
      now: clock.now,
    }),
  }
  const httpErrors = new HttpErrors(readContract().document['x-error-table'])
  const app = await createApp(session, httpErrors, undefined)
  httpRoutes(app, session, httpErrors)
  webSocketRoute(app, session, httpErrors, {
    clock,
    log,
    random: systemRandom,
    publicTopics: new Set(),
    feed: new EventFeed(new MemoryEventLog(), {
      clock,
      page: 1,
      tailItems: 1,
      tailCharacters: 1,
    }),
    onConnections: () => {},
    onSubscriptions: () => {},
  })
  context.after(() => app.close())
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }) }
}
