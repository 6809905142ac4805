/** What a narrowed token may do, over both transports, and what happens when it ends. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { readContract } from '../../src/server/contract/document.ts'
import { ACCOUNT, ADDRESS, balanceEvent, blockEvent, ID } from './support/sample-node.ts'
import { openSocket } from './support/socket.ts'
import { type RpcAnswer, startServer, type TestServer } from './support/start-server.ts'
import { tokenNode } from './support/token-node.ts'

const OTHER = 'fedcba9876543210'

async function setUp(context: TestContext) {
  const { node, clock } = await tokenNode(context)
  const server = await startServer(context, {}, { node, clock })
  const make = async (narrowing: object) => {
    const { result, error } = await server.rpc('token.create', {
      name: 'bot',
      scopes: ['read'],
      ...narrowing,
    })
    assert.equal(error, undefined)
    return result as { token: string; tokenId: string }
  }
  return { server, clock, make }
}

async function rpcAs(
  server: TestServer,
  token: string,
  method: string,
  params: object = {},
): Promise<RpcAnswer> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  return (await server.post(body, { authorization: `Bearer ${token}` })).json() as Promise<RpcAnswer>
}

async function symbolAs(server: TestServer, token: string, method: string, params: object = {}) {
  return (await rpcAs(server, token, method, params)).error?.data.type ?? 'ok'
}

test('scopes, methods and accounts are told apart in what is refused', async (context) => {
  const { server, make } = await setUp(context)
  const { token } = await make({
    scopes: ['read', 'pay'],
    methods: ['payment.*', 'account.list', 'subscribe'],
    accounts: [ACCOUNT],
  })
  const payment = { accountId: ACCOUNT, to: ADDRESS, amount: '1' }
  assert.equal(await symbolAs(server, token, 'payment.send', payment), 'ok')
  assert.equal(await symbolAs(server, token, 'message.send', {}), 'scope_missing')
  const method = await rpcAs(server, token, 'account.balance', { accountId: ACCOUNT })
  assert.deepEqual(method.error.data, {
    type: 'method_not_allowed',
    retryable: false,
    method: 'account.balance',
  })
  const account = await rpcAs(server, token, 'payment.send', { ...payment, accountId: OTHER })
  assert.deepEqual(account.error.data, { type: 'account_not_allowed', retryable: false, accountId: OTHER })
  assert.equal(await symbolAs(server, token, 'rpc.discover'), 'ok')
})

test('a token narrowed to accounts is shut out of what is about all of them', async (context) => {
  const { server, make } = await setUp(context)
  const scopes = ['read', 'message', 'pay', 'stake', 'packet', 'admin']
  const { token } = await make({ scopes, accounts: [ACCOUNT] })
  for (const method of ['account.create', 'token.list', 'token.audit', 'dev.mine']) {
    assert.equal(await symbolAs(server, token, method), 'account_not_allowed', method)
  }
  assert.equal(
    await symbolAs(server, token, 'token.create', { name: 'wider', scopes: ['admin'] }),
    'account_not_allowed',
  )
})

test('only admin makes tokens, and no wider ones', async (context) => {
  const { server, make } = await setUp(context)
  const reader = await make({})
  const wanted = { name: 'less', scopes: ['read'] }
  assert.equal(await symbolAs(server, reader.token, 'token.create', wanted), 'scope_missing')
  const admin = await make({ scopes: ['read', 'admin'], methods: ['token.*', 'node.status'] })
  const { result } = await rpcAs(server, admin.token, 'token.create', wanted)
  assert.equal(result.parent, admin.tokenId)
  assert.equal(await symbolAs(server, result.token, 'node.status'), 'ok')
  assert.equal(await symbolAs(server, result.token, 'chain.status'), 'method_not_allowed')
  assert.equal(
    await symbolAs(server, admin.token, 'token.create', { name: 'more', scopes: ['pay'] }),
    'scope_missing',
  )
})

test('a method that is not there is no method to be narrowed to', async (context) => {
  const { server } = await setUp(context)
  const create = (methods: string[]) => server.rpc('token.create', { name: 'bot', scopes: ['read'], methods })
  assert.deepEqual((await create(['payment.get', 'payment.sent'])).error.data.faults, [
    { pointer: '/methods/1', message: 'is no method' },
  ])
  assert.equal((await create(['nothing.*'])).error.data.type, 'invalid_params')
})

test('a rate of its own bounds a token, and those made with it together', async (context) => {
  const { server, clock, make } = await setUp(context)
  const parent = await make({ scopes: ['read', 'admin'], rate: 3 })
  const { result: child } = await rpcAs(server, parent.token, 'token.create', { name: 'c', scopes: ['read'] })
  assert.equal(await symbolAs(server, child.token, 'node.status'), 'ok')
  assert.equal(await symbolAs(server, parent.token, 'node.status'), 'ok')
  const { error } = await rpcAs(server, child.token, 'node.status')
  assert.equal(error.data.type, 'rate_limited')
  clock.advance(Math.ceil(error.data.retryAfter * 1_000))
  assert.equal(await symbolAs(server, child.token, 'node.status'), 'ok')
  assert.ok((await server.rpc('node.status')).result)
})

test('a token that is over is told from one that never was', async (context) => {
  const { server, clock, make } = await setUp(context)
  const at = new Date(clock.now() + 1_000).toISOString()
  const expiring = await make({ expiresAt: at })
  const revoked = await make({})
  await server.rpc('token.revoke', { tokenId: revoked.tokenId })
  clock.advance(1_000)
  const body = '{"jsonrpc":"2.0","id":1,"method":"node.status"}'
  const response = await server.post(body, { authorization: `Bearer ${expiring.token}` })
  assert.equal(response.status, 401)
  assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/)
  const { error } = (await response.json()) as RpcAnswer
  assert.deepEqual(error.data, { type: 'token_expired', retryable: false, expiredAt: at })
  assert.equal(await symbolAs(server, revoked.token, 'node.status'), 'token_revoked')
  const mistyped = revoked.token.slice(0, -1) + (revoked.token.endsWith('q') ? 'p' : 'q')
  assert.equal(await symbolAs(server, mistyped, 'node.status'), 'unauthorized')
  await assert.rejects(openSocket(context, server.url, revoked.token), /401/)
})

for (const end of ['revoked', 'expired'] as const) {
  test(`open connections of a token that is ${end} are told and closed, others are not`, async (context) => {
    const { server, clock, make } = await setUp(context)
    const { token, tokenId } = await make({ expiresAt: new Date(clock.now() + 5_000).toISOString() })
    const socket = await openSocket(context, server.url, token)
    const other = await openSocket(context, server.url, server.token)
    const { result } = await socket.rpc('subscribe', { topics: ['chain.block'] })
    assert.equal((await socket.next()).params.topic, 'caught_up')
    server.node.events.append(blockEvent(1))
    const { cursor } = (await socket.next()).params
    const closed = once(socket.socket, 'close')
    if (end === 'revoked') await server.rpc('token.revoke', { tokenId })
    else clock.advance(5_000)
    const { params } = await socket.next()
    assert.deepEqual(params, {
      subscription: result.subscription,
      cursor,
      topic: 'stop',
      event: { reason: `token_${end}`, cursor },
    })
    const [code, reason] = (await closed) as [number, Buffer]
    assert.deepEqual([code, String(reason)], [1008, `token_${end}`])
    assert.ok((await other.rpc('node.status')).result)
  })
}

test('a stream tells a narrowed token of its accounts and of the chain, and of nothing else', async (context) => {
  const { server, make } = await setUp(context)
  const { token } = await make({ accounts: [ACCOUNT] })
  const socket = await openSocket(context, server.url, token)
  const topics = ['chain.block', 'account.balance']
  assert.equal(
    (await socket.rpc('subscribe', { topics, accountId: OTHER })).error.data.type,
    'account_not_allowed',
  )
  await socket.rpc('subscribe', { topics })
  assert.equal((await socket.next()).params.topic, 'caught_up')
  const { accountId: _, ...nameless } = balanceEvent(OTHER, 3)
  server.node.events.append(balanceEvent(OTHER, 1), nameless, balanceEvent(ACCOUNT, 2), blockEvent(1))
  const [first, second] = [await socket.next(), await socket.next()]
  assert.deepEqual([first.params.event.accountId, second.params.topic], [ACCOUNT, 'chain.block'])
})

test('the log tells who was refused, and of what reveals keys or is repeated by itself', async (context) => {
  const { server, make } = await setUp(context)
  const { token, tokenId } = await make({ scopes: ['read', 'pay', 'admin'], accounts: [ACCOUNT] })
  await rpcAs(server, token, 'payment.send', {
    accountId: OTHER,
    to: ADDRESS,
    amount: '5',
    idempotencyKey: 'k',
  })
  await rpcAs(server, token, 'message.send', { accountId: ACCOUNT, to: ADDRESS, body: 'aGlkZGVu' })
  await rpcAs(server, token, 'account.get', { accountId: OTHER })
  await rpcAs(server, token, 'account.recoveryPhrase', { accountId: ACCOUNT, passphrase: 'hidden' })
  await rpcAs(server, token, 'account.unlock', { accountId: ACCOUNT, passphrase: 'hidden' })
  await rpcAs(server, token, 'chain.submit', { transaction: 'abcd' })
  const { result } = await server.rpc('token.audit', { tokenId })
  const told = result.items.map(({ method, outcome, accountId, ids }: Record<string, unknown>) => [
    ...[method, outcome, accountId],
    ids,
  ])
  const sorted = told.sort((one: unknown[], other: unknown[]) => (String(one[0]) < String(other[0]) ? -1 : 1))
  assert.deepEqual(sorted, [
    ['account.recoveryPhrase', 'ok', ACCOUNT, [{ type: 'account', id: ACCOUNT }]],
    ['account.unlock', 'ok', ACCOUNT, [{ type: 'account', id: ACCOUNT }]],
    ['chain.submit', 'ok', undefined, [{ type: 'transaction', id: ID }]],
    ['message.send', 'scope_missing', ACCOUNT, []],
    ['payment.send', 'account_not_allowed', OTHER, []],
  ])
  assert.match(
    result.items.find(({ outcome }: { outcome: string }) => outcome === 'account_not_allowed').keyHash,
    /^[0-9a-f]{32}$/,
  )
  const text = JSON.stringify((await server.rpc('token.audit')).result)
  for (const secret of ['hidden', 'aGlkZGVu', 'one two three', token, ADDRESS])
    assert.ok(!text.includes(secret))
})

test('every method of the contract has a rule for narrowed tokens', async () => {
  const { METHOD_RULES } = await import('../../src/server/auth/method-rules.ts')
  const names = readContract().document.methods.map(({ name }) => name)
  assert.deepEqual([...METHOD_RULES.keys()].sort(), [...names].sort())
  for (const { name, params } of readContract().document.methods) {
    const takesAccount = params.some((param) => param.name === 'accountId')
    const { accounts } = METHOD_RULES.get(name)!
    if (takesAccount) assert.notEqual(accounts, 'none', `${name} takes an account`)
    else assert.ok(accounts !== 'named' && accounts !== 'optional', `${name} takes no account`)
  }
})
