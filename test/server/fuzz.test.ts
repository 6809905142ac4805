/** Whatever comes in: an answer of JSON-RPC or none, never a fault of the server, never a crash. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readContract } from '../../src/server/contract/document.ts'
import { openSocket } from './support/socket.ts'
import { startServer } from './support/start-server.ts'

const METHODS = readContract().document.methods.map(({ name }) => name)
const limits = { callsPerSecond: 1e9, callsBurst: 1e9 }

const anyParams = fc.oneof(
  fc.object({ maxDepth: 3, withNullPrototype: false, withBigInt: false }),
  fc.array(fc.jsonValue()),
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      'accountId',
      'to',
      'amount',
      'data',
      'body',
      'topics',
      'from',
      'cursor',
      'limit',
      'height',
      'id',
      '__proto__',
      'constructor',
    ),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('0123456789abcdef', '1', 'AAAA', 'now', '-1', '1e3', 'chain.block'),
    ),
  ),
)
const anyRequest = fc.record(
  {
    jsonrpc: fc.oneof(fc.constant('2.0'), fc.jsonValue()),
    method: fc.oneof(fc.constantFrom(...METHODS), fc.string(), fc.jsonValue()),
    params: anyParams,
    id: fc.oneof(fc.nat(), fc.string(), fc.jsonValue()),
  },
  { requiredKeys: [] },
)
const anyBody = fc.oneof(
  fc.string(),
  fc.json(),
  anyRequest.map((request) => JSON.stringify(request)),
  fc.array(anyRequest, { maxLength: 5 }).map((batch) => JSON.stringify(batch)),
)

test('over HTTP', async (context) => {
  const server = await startServer(context, { limits })
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const response = await server.post(body)
      assert.ok(response.status < 500, `${response.status} for ${body}`)
      const text = await response.text()
      if (response.status !== 204) checkAnswer(JSON.parse(text), body)
    }),
    { numRuns: 300 },
  )
  assert.deepEqual(server.lines, [])
})

test('over WebSocket', async (context) => {
  const server = await startServer(context, { limits })
  const socket = await openSocket(context, server.url, server.token)
  let sent = 0
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const id = `end ${sent++}`
      socket.send(body)
      socket.send({ jsonrpc: '2.0', id, method: 'node.version' })
      for (;;) {
        const frame = await socket.next()
        if (frame.id === id) break
        if (frame.method !== 'event') checkAnswer(frame, body)
      }
    }),
    { numRuns: 300 },
  )
  assert.deepEqual(server.lines, [])
})

test('pieces of JSON that are almost right, and deep ones', async (context) => {
  const server = await startServer(context, { limits })
  const bodies = [
    '',
    ' ',
    'null',
    'true',
    '0',
    '"text"',
    '[',
    '{}',
    '[[]]',
    '{"a":1,}',
    '[1,]',
    "{'a':1}",
    '\u0000',
    '\ufeff{}',
    'NaN',
    '{"jsonrpc":"2.0","id":1e999,"method":"node.version"}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    `{"jsonrpc":"2.0","id":1,"method":"node.status","params":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`,
    '{"jsonrpc":"2.0","id":1,"method":"toString"}',
    '{"jsonrpc":"2.0","id":1,"method":"__proto__"}',
    '{"jsonrpc":"2.0","id":1,"method":"node.status","params":{"__proto__":{"a":1}}}',
  ]
  for (const body of bodies) {
    const response = await server.post(body)
    assert.ok(response.status < 500, `${response.status} for ${body.slice(0, 80)}`)
    checkAnswer(JSON.parse(await response.text()), body.slice(0, 80))
  }
  assert.deepEqual(server.lines, [])
})

function checkAnswer(answer: unknown, body: string): void {
  for (const each of Array.isArray(answer) ? answer : [answer]) {
    assert.equal(each.jsonrpc, '2.0', body)
    assert.ok('id' in each, body)
    assert.ok('result' in each !== 'error' in each, body)
    if (each.error) assert.notEqual(each.error.code, -32603, body)
  }
}
