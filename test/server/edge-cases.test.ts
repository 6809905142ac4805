/**
 * JSON as nobody should write it, after the ideas of JSONTestSuite (https://github.com/nst/JSONTestSuite): what has to be
 * taken, what has to be refused, and what RFC 8259 leaves open. The cases are our own, in the place of a request or inside
 * one. Each is answered over HTTP and over WebSocket, in the same words, and the connection goes on.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStackTrace } from '../support/fuzz/check.ts'
import { openSocket, type TestSocket } from './support/socket.ts'
import { startServer, type TestServer } from './support/start-server.ts'

type Expected = 'result' | number

const call = (method: string, params: string, id = '1') =>
  `{"jsonrpc":"2.0","id":${id},"method":${method},"params":${params}}`
const block = (params: string) => call('"chain.block"', params)
const named = (name: string) => call('"account.create"', `{"name":${name}}`)

/** What is JSON, and what it comes to. */
const TAKEN: readonly (readonly [name: string, body: string, expected: Expected])[] = [
  ['blanks of all four kinds', ` \t\r\n${block('{ "height"\t:\r\n7 }')}\n`, 'result'],
  ['a method in escapes', call(String.raw`"\u006eode.version"`, '{}'), 'result'],
  ['an exponent that comes to an integer', block('{"height":7e0}'), 'result'],
  ['a fraction that comes to an integer', block('{"height":7.000}'), 'result'],
  ['minus zero', block('{"height":-0}'), 'result'],
  ['a member twice: the last counts', block('{"height":"seven","height":7}'), 'result'],
  ['a member twice, and the last is bad', block('{"height":7,"height":"seven"}'), -32602],
  [
    'method twice: the last counts',
    '{"jsonrpc":"2.0","id":1,"method":"no","method":"node.version"}',
    'result',
  ],
  ['a member without a name', block('{"height":7,"":1}'), -32602],
  ['a name with a zero in it', block(String.raw`{"height":7,"\u0000":1}`), -32602],
  ['a member called __proto__', block('{"height":7,"__proto__":{"height":8}}'), -32602],
  [
    'params called __proto__',
    '{"jsonrpc":"2.0","id":1,"method":"node.version","__proto__":{"id":2}}',
    'result',
  ],
  ['a pair of surrogates', named(String.raw`"\ud83d\ude00"`), 'result'],
  ['a text of line separators', named('"\u2028\u2029"'), 'result'],
  ['a number beyond 2^53', block('{"height":9007199254740993}'), -32602],
  ['a number beyond 2^64', block('{"height":36893488147419103232}'), -32602],
  ['a number beyond all', block('{"height":1e400}'), -32602],
  ['a number below all', block('{"height":-1e400}'), -32602],
  ['a number that is next to nothing', block('{"height":1e-400}'), 'result'],
  ['a number of 10,000 digits', block(`{"height":${'9'.repeat(10_000)}}`), -32602],
  ['a number with 10,000 places', block(`{"height":7.${'0'.repeat(10_000)}}`), 'result'],
  ['a text of 900,000 characters', named(`"${'x'.repeat(900_000)}"`), -32602],
  ['100 members that are not known', block(`{${numbers(100, (n) => `"a${n}":1`)}}`), -32602],
  ['50,000 members that are not known', block(`{${numbers(50_000, (n) => `"a${n}":1`)}}`), -32602],
  ['lists 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), -32600],
  ['params 100,000 deep', block(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), -32602],
  [
    'a parameter of lists 100,000 deep',
    block(`{"height":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    -32602,
  ],
  ['an id of lists', call('"node.version"', '{}', '[[[[1]]]]'), -32600],
  [
    'an id beyond 2^53, which would come back as another',
    call('"node.version"', '{}', '9007199254740993'),
    -32600,
  ],
  ['an id beyond all', call('"node.version"', '{}', '1e400'), -32600],
  ['a text alone', '"node.version"', -32600],
  ['null', 'null', -32600],
]

/** What is not JSON. */
const REFUSED: readonly (readonly [name: string, body: string | Buffer])[] = [
  ...[
    ...[
      '',
      ' ',
      '\n',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '""""',
      '{}{}',
      '[][]',
      '[1',
      '[1,',
      '[1,]',
      '[,1]',
      '[1,,2]',
    ],
    ...[
      '{"a"}',
      '{"a":}',
      '{:1}',
      '{1:1}',
      '{a:1}',
      "{'a':1}",
      '{"a":1,}',
      '{,"a":1}',
      '{"a":1,,"b":2}',
      '{"a" 1}',
    ],
    ...[
      'tru',
      'True',
      'TRUE',
      'nul',
      'undefined',
      'NaN',
      'Infinity',
      '-Infinity',
      '-',
      '+1',
      '01',
      '-01',
      '1.',
      '.5',
    ],
    ...[
      '1e',
      '1e+',
      '1.e1',
      '0x1',
      '1_000',
      '1,000',
      '１',
      '--1',
      '1-1',
      '1n',
      '{"a":1}x',
      '[1]]',
      '[1 2]',
      '[1]//',
    ],
    ...[
      '/* */[]',
      '[1 /* one */]',
      '#',
      '"\t"',
      '"\n"',
      '"\u0000"',
      '"\u001f"',
      String.raw`"\x41"`,
      String.raw`"\u12"`,
    ],
    ...[
      String.raw`"\uZZZZ"`,
      String.raw`"\'"`,
      String.raw`"\a"`,
      String.raw`"\u{41}"`,
      '"\\',
      '<xml/>',
      '\u00a0[]',
    ],
    ...[
      '\u2028[]',
      '\v[]',
      '\f[]',
      '\u0000[]',
      '[]\u0000',
      '\ufeff[]',
      '`a`',
      'function(){}',
      '[...[]]',
      '?',
    ],
  ].map((body) => [JSON.stringify(body), body] as const),
  ['lists 100,000 deep without an end', '['.repeat(100_000)],
  ['objects 100,000 deep without an end', '{"a":'.repeat(100_000)],
  ['a byte that is no UTF-8', bytes(named('"?"'), 0xff)],
  ['a character cut short', bytes(named('"?"'), 0xe2, 0x82)],
  ['a character in more bytes than it needs', bytes(named('"?"'), 0xc0, 0xaf)],
  ['a surrogate in UTF-8', bytes(named('"?"'), 0xed, 0xa0, 0x80)],
  ['a character beyond Unicode', bytes(named('"?"'), 0xf4, 0x90, 0x80, 0x80)],
  ['Latin-1', Buffer.from(named('"café"'), 'latin1')],
  ['UTF-16', Buffer.from(block('{"height":7}'), 'utf16le')],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${block('{"height":7}')}`, 'utf16le')],
  ['random bytes', Buffer.from('9d1f00c3ff7b2280fe', 'hex')],
]

test('what is JSON is taken for what it says', async (context) => {
  const { server, socket } = await both(context)
  for (const [name, body, expected] of TAKEN) {
    const text = await answerOf(server, socket, Buffer.from(body), name)
    const [answer] = [JSON.parse(text)].flat()
    const found = 'result' in answer ? 'result' : answer.error.code
    assert.equal(found, expected, `${name}: ${text.slice(0, 300)}`)
    assert.ok(answer.id === 1 || (expected === -32600 && answer.id === null), name)
  }
  assert.deepEqual(server.lines, [])
})

test('what is not JSON is a parse error, and no more than that', async (context) => {
  const { server, socket } = await both(context)
  const expected = {
    jsonrpc: '2.0',
    id: null,
    error: { code: -32700, message: 'Not JSON', data: { type: 'parse_error', retryable: false } },
  }
  for (const [name, body] of REFUSED) {
    const text = await answerOf(server, socket, Buffer.from(body), name)
    assert.deepEqual(JSON.parse(text), expected, name)
  }
  assert.deepEqual(server.lines, [])
})

test('a lone surrogate goes in and comes back as an escape, never as bytes that are no UTF-8', async (context) => {
  const { server, socket } = await both(context)
  const text = await answerOf(
    server,
    socket,
    Buffer.from(call('"node.version"', '{}', String.raw`"\ud800"`)),
    'id',
  )
  assert.ok(text.includes(String.raw`"id":"\ud800"`), text)
  const unknown = await answerOf(server, socket, Buffer.from(call(String.raw`"\udfff.a"`, '{}')), 'method')
  assert.equal(JSON.parse(unknown).error.code, -32601)
  assert.ok(unknown.includes(String.raw`\udfff`), unknown)
})

test('batches: too many, too large, and of everything at once', async (context) => {
  const { server, socket } = await both(context, { bodyBytes: 20_000, batchCalls: 50 })
  const answers = async (body: string) =>
    JSON.parse(await answerOf(server, socket, Buffer.from(body), body.slice(0, 40)))
  const version = '{"jsonrpc":"2.0","id":1,"method":"node.version"}'
  assert.equal((await answers(`[${numbers(50, () => version)}]`)).length, 50)
  assert.equal((await answers(`[${numbers(51, () => version)}]`)).error.data.type, 'batch_too_large')
  assert.equal((await answers(`[${numbers(9_000, () => '1')}]`)).error.data.type, 'batch_too_large')
  assert.equal((await answers(`[${numbers(1_000, () => version)}]`)).error.data.type, 'body_too_large')
  assert.deepEqual(
    (
      await answers(`[${version},1,null,[],[${version}],{},"text",{"jsonrpc":"2.0","method":"node.version"}]`)
    ).map(({ id, error }: { id: unknown; error?: { code: number } }) => [id, error?.code]),
    [[1, undefined], ...Array(6).fill([null, -32600])],
  )
})

test('a WebSocket message in pieces and one in bytes are messages like others', async (context) => {
  const { socket } = await both(context)
  const text = block('{"height":7}')
  socket.socket.send(text.slice(0, 20), { fin: false })
  socket.socket.send(text.slice(20), { fin: true })
  assert.equal((await socket.next()).result.height, 7)
  socket.socket.send(Buffer.from(text), { binary: true })
  assert.equal((await socket.next()).result.height, 7)
})

async function both(context: Parameters<typeof startServer>[0], limits = {}) {
  const server = await startServer(context, { limits })
  return { server, socket: await openSocket(context, server.url, server.token) }
}

/** Sends the bytes both ways; both answers have to be the same, and tell nothing of the inside. */
async function answerOf(
  { url, token }: TestServer,
  { socket, next }: TestSocket,
  body: Buffer,
  name: string,
): Promise<string> {
  const response = await fetch(`${url}/rpc`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  })
  const byHttp = await response.text()
  assert.ok(response.status < 500, `${name}: ${response.status}`)
  assert.ok(!isStackTrace(byHttp), name)
  socket.send(body, { binary: false })
  assert.deepEqual(await next(), JSON.parse(byHttp), name)
  assert.equal(socket.readyState, socket.OPEN, name)
  return byHttp
}

function numbers(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(',')
}

/** The text with these bytes in place of the question mark. */
function bytes(text: string, ...instead: number[]): Buffer {
  const [before, after] = text.split('?') as [string, string]
  return Buffer.concat([Buffer.from(before), Buffer.from(instead), Buffer.from(after)])
}
