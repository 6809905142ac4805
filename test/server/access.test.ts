/** Who may call: token, scope, host, origin, limits. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { WebSocket } from 'ws'
import { createManualClock } from '../../src/node/clock.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { chooseSubProtocol, headerToken, subProtocolToken } from '../../src/server/auth/bearer.ts'
import { loadOwnerToken } from '../../src/server/auth/owner-token.ts'
import { createServer } from '../../src/server/create-server.ts'
import { createHostGuard, isLoopback } from '../../src/server/guard/host-guard.ts'
import { RateLimiter } from '../../src/server/guard/rate-limiter.ts'
import { ANONYMOUS_BODY_BYTES, MAX_PARAMETERS } from '../../src/server/limits.ts'
import { sampleNode } from './support/sample-node.ts'
import { openSocket } from './support/socket.ts'
import { startServer } from './support/start-server.ts'

const STATUS = '{"jsonrpc":"2.0","id":1,"method":"node.status"}'

test('the owner token is made once, for the owner alone to read', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'stegos-token-')), 'node', 'api.token')
  const token = loadOwnerToken(path, systemRandom)
  assert.match(token, /^[A-Za-z0-9_-]{43}$/)
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.equal(readFileSync(path, 'utf8').trim(), token)
  assert.equal(loadOwnerToken(path, systemRandom), token)
})

test('a token file without a token is not taken for one', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'stegos-token-')), 'api.token')
  writeFileSync(path, '\n')
  chmodSync(path, 0o600)
  assert.throws(() => loadOwnerToken(path, systemRandom), /holds no token/)
})

test('without a token only what needs none is answered', async (context) => {
  const server = await startServer(context)
  const anonymous = { authorization: undefined }
  const refused = await server.post(STATUS, anonymous)
  assert.equal(refused.status, 401)
  assert.match(refused.headers.get('www-authenticate') ?? '', /^Bearer/)
  assert.equal(((await refused.json()) as { error: { code: number } }).error.code, 1600)
  const discover = await server.post('{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}', anonymous)
  assert.equal(discover.status, 200)
  for (const path of ['/openrpc.json', '/openapi.json', '/docs', '/healthz', '/readyz', '/metrics']) {
    assert.equal((await fetch(server.url + path)).status, 200, path)
  }
})

test('a token that is not known is refused, whatever is asked', async (context) => {
  const server = await startServer(context)
  for (const authorization of ['Bearer wrong', `Bearer ${server.token}x`]) {
    assert.equal(
      (await server.post('{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}', { authorization })).status,
      401,
    )
  }
  assert.equal(
    (
      await fetch(`${server.url}/rpc?token=${server.token}`, {
        method: 'POST',
        body: STATUS,
        headers: { 'content-type': 'application/json' },
      })
    ).status,
    401,
  )
})

test('a WebSocket takes the token from the header or from a sub-protocol, and is refused without one', async (context) => {
  const server = await startServer(context)
  const byHeader = await openSocket(context, server.url, server.token)
  assert.ok((await byHeader.rpc('node.status')).result)
  const byProtocol = await openSocket(context, server.url, undefined, ['stegos', `bearer.${server.token}`])
  assert.equal(byProtocol.socket.protocol, 'stegos')
  assert.ok((await byProtocol.rpc('node.status')).result)
  const alone = await openSocket(context, server.url, undefined, [`bearer.${server.token}`])
  assert.ok((await alone.rpc('node.status')).result)
  await assert.rejects(openSocket(context, server.url, undefined), /401/)
  await assert.rejects(openSocket(context, server.url, undefined, ['stegos', 'bearer.wrong']), /401/)
})

test('bearer tokens are read from their places', () => {
  assert.equal(headerToken('Bearer abc'), 'abc')
  assert.equal(headerToken('bearer  abc'), 'abc')
  assert.equal(headerToken('Basic abc'), undefined)
  assert.equal(headerToken(undefined), undefined)
  assert.equal(subProtocolToken('stegos, bearer.abc'), 'abc')
  assert.equal(subProtocolToken(undefined), undefined)
  assert.equal(chooseSubProtocol(new Set(['bearer.abc', 'stegos'])), 'stegos')
  assert.equal(chooseSubProtocol(new Set(['bearer.abc'])), 'bearer.abc')
})

test('a name that was rebound to this machine is refused, and so is a page elsewhere', async (context) => {
  const server = await startServer(context)
  const { port } = new URL(server.url)
  const status = (headers: Record<string, string>) => getStatus(port, headers)
  assert.equal(await status({ host: `evil.example:${port}` }), 403)
  assert.equal(await status({ host: `localhost:${port}` }), 200)
  assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' }), 403)
  assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'null' }), 403)
  assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'http://localhost:5173' }), 200)
})

test('a WebSocket of a page elsewhere, or under a name that was rebound, is refused', async (context) => {
  const server = await startServer(context)
  const open = (headers: Record<string, string>) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`, {
      headers: { authorization: `Bearer ${server.token}`, ...headers },
    })
    context.after(() => socket.terminate())
    return once(socket, 'open')
  }
  await assert.rejects(open({ origin: 'https://evil.example' }), /403/)
  await assert.rejects(open({ host: 'evil.example' }), /403/)
  await open({ origin: 'http://localhost:5173' })
})

test('hosts and origins', () => {
  const guard = createHostGuard(['Node.Example'], ['https://app.example'])
  for (const host of ['127.0.0.1', 'localhost:1', '[::1]:3145', '192.168.0.7', 'node.example:80']) {
    assert.ok(guard.allowsHost(host), host)
  }
  for (const host of [
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    'a b',
    '[::1',
  ]) {
    assert.ok(!guard.allowsHost(host), host)
  }
  const own = 'node.example:3145'
  for (const origin of [undefined, 'https://app.example', 'http://node.example:3145', 'http://[::1]:9']) {
    assert.ok(guard.allowsOrigin(origin, own), origin)
  }
  for (const origin of ['https://app.example.evil', 'http://node.example', 'null', '', 'file://']) {
    assert.ok(!guard.allowsOrigin(origin, own), origin)
  }
})

test('it refuses to listen in public without TLS unless told to', () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const modules = { node: sampleNode(), log, clock: createManualClock(), random: systemRandom }
  const tokenFile = join(mkdtempSync(join(tmpdir(), 'stegos-token-')), 'api.token')
  for (const host of ['0.0.0.0', '::', '192.168.0.7', 'node.example']) {
    assert.throws(() => createServer({ host, tokenFile }, modules), /refusing to listen/)
    assert.ok(createServer({ host, tokenFile, allowPublic: true }, modules))
  }
  for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost']) assert.ok(isLoopback(host), host)
})

test('a page of an allowed origin may ask first what it may send', async (context) => {
  const server = await startServer(context, { allowedOrigins: ['https://app.example'] })
  const preflight = await fetch(`${server.url}/rpc`, {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  })
  assert.equal(preflight.status, 204)
  assert.equal(preflight.headers.get('access-control-allow-origin'), 'https://app.example')
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/)
})

test('too many calls are told to wait, for as long as it takes', async (context) => {
  const server = await startServer(context, { limits: { callsPerSecond: 2, callsBurst: 2 } })
  assert.ok((await server.rpc('node.status')).result)
  assert.ok((await server.rpc('node.status')).result)
  const limited = await server.post(STATUS)
  assert.equal(limited.status, 429)
  assert.equal(limited.headers.get('retry-after'), '1')
  const { error } = (await limited.json()) as { error: { data: object } }
  assert.deepEqual(error.data, { type: 'rate_limited', retryable: true, retryAfter: 0.5 })
  server.clock.advance(500)
  assert.ok((await server.rpc('node.status')).result)
})

test('a bucket for each caller, and no more callers than it remembers', () => {
  let now = 0
  const limiter = new RateLimiter({ perSecond: 1, burst: 1, entries: 2, now: () => now })
  assert.equal(limiter.take('a'), 0)
  assert.equal(limiter.take('a'), 1)
  assert.equal(limiter.take('b'), 0)
  assert.equal(limiter.take('c'), 0)
  assert.equal(limiter.take('b'), 1)
  now = -5_000
  assert.equal(limiter.take('b'), 1)
  now = 1_000
  assert.equal(limiter.take('c'), 0)
})

test('bodies, batches and their answers have limits, and say so', async (context) => {
  const server = await startServer(context, {
    limits: { bodyBytes: 4_000, batchCalls: 3, batchResponseBytes: 2_000 },
  })
  const large = await server.post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(4_000) }))
  assert.equal(large.status, 413)
  const { error: tooLarge } = (await large.json()) as { error: { code: number; data: object } }
  assert.deepEqual(tooLarge.data, { type: 'body_too_large', retryable: false, limit: 4_000 })

  const batch = async (count: number) => {
    const calls = Array.from({ length: count }, (_, id) => ({ jsonrpc: '2.0', id, method: 'rpc.discover' }))
    return (await server.post(JSON.stringify(calls))).json()
  }
  const { error } = (await batch(4)) as { error: { data: object } }
  assert.deepEqual(error.data, { type: 'batch_too_large', retryable: false, limit: 3 })
  const answers = (await batch(3)) as { id: number; error?: { data: { type: string } } }[]
  assert.deepEqual(
    answers.map(({ id, error }) => [id, error?.data.type]),
    [
      [0, undefined],
      [1, 'response_too_large'],
      [2, 'response_too_large'],
    ],
  )
})

test('a stranger may send little, however it is sent, and the owner much', async (context) => {
  const server = await startServer(context)
  const anonymous = { authorization: undefined }
  const discover = (bytes: number) => '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}'.padEnd(bytes)
  const expected = { type: 'body_too_large', retryable: false, limit: ANONYMOUS_BODY_BYTES }
  for (const path of ['/rpc', '/rpc/rpc.discover', '/nothing']) {
    for (const bytes of [ANONYMOUS_BODY_BYTES + 1, 20_000]) {
      for (const chunked of [false, true]) {
        const { status, text } = await postRaw(server.url + path, discover(bytes), chunked)
        assert.equal(status, 413, `${path} ${bytes} ${chunked}`)
        const { id, error } = JSON.parse(text) as { id: null; error: { code: number; data: object } }
        assert.deepEqual([id, error.code, error.data], [null, -32002, expected])
      }
    }
  }
  assert.equal((await server.post(discover(ANONYMOUS_BODY_BYTES), anonymous)).status, 200)
  assert.equal((await postRaw(`${server.url}/rpc`, discover(ANONYMOUS_BODY_BYTES), true)).status, 200)
  assert.equal((await server.post(discover(500_000))).status, 200)
})

test('an unknown token and a stranger in a hurry are refused before their body is read', async (context) => {
  const server = await startServer(context, { limits: { callsBurst: 2, callsPerSecond: 1 } })
  const unread = 'x'.repeat(20_000)
  assert.equal((await server.post(unread, { authorization: 'Bearer wrong' })).status, 401)
  assert.equal((await postRaw(`${server.url}/rpc`, unread, true)).status, 413)
  assert.equal((await postRaw(`${server.url}/rpc`, unread, true)).status, 413)
  const limited = await postRaw(`${server.url}/rpc`, unread, true)
  assert.equal(limited.status, 429)
  assert.equal(
    (JSON.parse(limited.text) as { error: { data: { type: string } } }).error.data.type,
    'rate_limited',
  )
  assert.ok((await server.rpc('node.status')).result)
  server.clock.advance(2_000)
  assert.equal((await server.post(STATUS, { authorization: undefined })).status, 401)
})

test('a call with more parameters than any method has is refused without a look at them', async (context) => {
  const server = await startServer(context)
  const params = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, 0]))
  const many = await server.rpc('rpc.discover', params(MAX_PARAMETERS + 1))
  assert.equal(many.error.data.type, 'invalid_params')
  assert.deepEqual(many.error.data.faults, [
    { pointer: '', message: 'must not have more than 64 parameters' },
  ])
  const unknown = await server.rpc('rpc.discover', params(MAX_PARAMETERS))
  assert.equal(unknown.error.data.faults[0].pointer, '/p0')
})

test('a WebSocket message beyond the limit is refused, and one far beyond it ends that connection alone', async (context) => {
  const server = await startServer(context, { limits: { bodyBytes: 1_000 } })
  const one = await openSocket(context, server.url, server.token)
  const two = await openSocket(context, server.url, server.token)
  one.send('x'.repeat(1_001))
  const { id, error } = await one.next()
  assert.deepEqual([id, error.data], [null, { type: 'body_too_large', retryable: false, limit: 1_000 }])
  assert.ok((await one.rpc('node.status')).result)
  const closed = new Promise((resolve) => one.socket.on('close', resolve))
  one.send('x'.repeat(4_001))
  assert.equal(await closed, 1009)
  assert.ok((await two.rpc('node.status')).result)
})

test('only JSON is taken as a body', async (context) => {
  const server = await startServer(context)
  const response = await server.post(STATUS, { 'content-type': 'text/plain' })
  assert.equal(((await response.json()) as { error: { code: number } }).error.code, -32600)
  assert.equal((await server.post(STATUS, { 'content-type': 'application/json; charset=utf-8' })).status, 200)
})

test('metrics of a server that others can reach need a token', async (context) => {
  const server = await startServer(context, { host: '0.0.0.0', allowPublic: true })
  const url = `${server.url.replace('0.0.0.0', '127.0.0.1')}/metrics`
  assert.equal((await fetch(url)).status, 401)
  const scraped = await fetch(url, { headers: { authorization: `Bearer ${server.token}` } })
  assert.equal(scraped.status, 200)
})

test('metrics count calls by method and outcome, and tell neither tokens nor names callers chose', async (context) => {
  const server = await startServer(context)
  await server.rpc('node.status')
  await server.rpc('no.such.method')
  const text = await (await fetch(`${server.url}/metrics`)).text()
  assert.match(text, /stegos_rpc_calls_total\{method="node.status",outcome="ok"\} 1/)
  assert.match(text, /stegos_rpc_calls_total\{method="unknown",outcome="unknown_method"\} 1/)
  assert.match(text, /stegos_height 7/)
  assert.ok(!text.includes('no.such.method'))
  const hash = createHash('sha256').update(server.token).digest('hex')
  for (const secret of [server.token, hash]) assert.ok(!text.includes(secret))
})

/** Posts without a token; a chunked body does not tell its length. */
function postRaw(url: string, body: string, chunked: boolean): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) }
  const headers = { 'content-type': 'application/json', ...length }
  const sent = request(url, { method: 'POST', headers }, (response) => {
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (part: string) => {
      text += part
    })
    response.on('end', () => resolve({ status: response.statusCode!, text }))
  })
  sent.on('error', reject).end(body)
  return promise
}

function getStatus(port: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/healthz', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
