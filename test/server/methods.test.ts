import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf } from '../../src/node/call.ts'
import { NodeError } from '../../src/node/errors.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { CONTRACT_HASH, CONTRACT_VERSION } from '../../src/sdk/generated/contract.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { sampleValues } from '../../src/server/contract/placeholders.ts'
import { contractExamples } from '../support/contract-examples.ts'
import { ACCOUNT, ADDRESS, ID, sampleNode } from './support/sample-node.ts'
import { openSocket } from './support/socket.ts'
import { startServer } from './support/start-server.ts'

const { document } = readContract()

test('every method answers its examples as the contract says', async (context) => {
  const server = await startServer(context)
  const samples = sampleValues(document)
  const socket = await openSocket(context, server.url, server.token)
  let subscription: unknown
  const examples = contractExamples(
    async (method, params) => {
      const { result, error } = await socket.rpc(method, params)
      assert.equal(error, undefined)
      if (method === 'subscribe') subscription = result.subscription
      return result
    },
    (placeholder) => ({ ...samples, cursor: 'c0', subscription })[placeholder],
  )
  for (const { name, run } of examples) await context.test(name, run)
  assert.deepEqual(server.lines, [])
})

test('node.status tells contract and limits', async (context) => {
  const server = await startServer(context, { limits: { bodyBytes: 5_000 } })
  const { result } = await server.rpc('node.status')
  assert.deepEqual(result.contract, { version: CONTRACT_VERSION, hash: CONTRACT_HASH })
  assert.equal(result.limits.bodyBytes, 5_000)
  assert.equal(result.limits.messageBodyBytes, 65_536)
  assert.equal(result.finalizedAt, '2030-01-01T00:00:00.000Z')
})

test('node.status tells what is new as soon as the node does', async (context) => {
  const sample = sampleNode()
  let now = sample.status()
  const server = await startServer(context, {}, { node: { ...sample, status: () => now } })
  const asked = async () => {
    const { finalizedAt, validator, limits } = (await server.rpc('node.status')).result
    return [finalizedAt, validator, limits.messageBodyBytes]
  }
  const validator = { validatorId: 'ab'.repeat(32), status: 'active', inSet: true } as const
  assert.deepEqual(await asked(), ['2030-01-01T00:00:00.000Z', undefined, 65_536])
  now = { ...now, finalizedAt: now.finalizedAt + 1_000, validator }
  assert.deepEqual(await asked(), ['2030-01-01T00:00:01.000Z', validator, 65_536])
  assert.deepEqual(await asked(), await asked())
  now = {
    ...now,
    validator: { ...validator, inSet: false, reason: 'suspended', lost: 5n },
    messageBodyBytes: 10,
  }
  assert.deepEqual(await asked(), [
    '2030-01-01T00:00:01.000Z',
    { ...validator, inSet: false, reason: 'suspended', lost: '5' },
    10,
  ])
})

test('amounts, times and bytes are turned into JSON and back', async (context) => {
  const node = sampleNode()
  const calls: unknown[] = []
  const keys: unknown[] = []
  const server = await startServer(
    context,
    {},
    {
      node: {
        ...node,
        payment: {
          ...node.payment,
          send: async (input) => {
            const { idempotencyKey, ...rest } = input
            calls.push(rest)
            keys.push(keyOf(idempotencyKey))
            return { paymentId: ID, transactionId: ID, status: 'created', fee: 2n ** 64n - 1n }
          },
        },
      },
    },
  )
  const { result } = await server.rpc('payment.send', {
    accountId: ACCOUNT,
    to: ADDRESS,
    amount: '18446744073709551615',
    data: 'AQID',
    app: 'shop',
    idempotencyKey: 'order 7',
  })
  assert.equal(result.fee, '18446744073709551615')
  assert.deepEqual(calls, [
    {
      accountId: ACCOUNT,
      to: ADDRESS,
      amount: 2n ** 64n - 1n,
      data: Uint8Array.of(1, 2, 3),
      app: 'shop',
    },
  ])
  assert.deepEqual(keys, ['order 7'])
})

test('faults of parameters are told with the JSON pointer of each', async (context) => {
  const server = await startServer(context)
  const faults = async (method: string, params: unknown) => {
    const { error } = await server.rpc(method, params)
    assert.equal(error.code, -32602)
    assert.equal(error.data.type, 'invalid_params')
    return error.data.faults
  }
  assert.deepEqual(await faults('payment.send', { accountId: ACCOUNT, amount: 5, surplus: true }), [
    { pointer: '/to', message: 'is missing' },
    { pointer: '/surplus', message: 'is not known here' },
    { pointer: '/amount', message: 'must be string' },
  ])
  const payments = [
    { to: ADDRESS, amount: '1' },
    { to: ADDRESS, amount: '0' },
    { amount: '1', 'a/b~c': 1 },
  ]
  const pointers = (await faults('payment.sendMany', { accountId: ACCOUNT, payments })).map(
    ({ pointer }: { pointer: string }) => pointer,
  )
  assert.deepEqual(pointers, ['/payments/1/amount', '/payments/2/to', '/payments/2/a~1b~0c'])
  assert.equal(
    (await faults('payment.send', { accountId: ACCOUNT, to: ADDRESS, amount: '18446744073709551616' }))
      .length,
    1,
  )
  assert.match((await faults('chain.block', {}))[0].message, /exactly one of height, id/)
  assert.match((await faults('chain.block', { height: 1, id: ID }))[0].message, /exactly one of height, id/)
  assert.match((await faults('account.get', [ACCOUNT]))[0].message, /by name/)
  assert.equal((await faults('node.status', { __proto__2: 1 }))[0].pointer, '/__proto__2')
})

test('an empty list of parameters is none', async (context) => {
  const server = await startServer(context)
  assert.ok((await server.rpc('node.version', [])).result)
})

test('errors of the node and of the protocol become those of the table', async (context) => {
  const node = sampleNode()
  let thrown: Error = new Error()
  const fail = () => Promise.reject(thrown)
  const server = await startServer(
    context,
    {},
    { node: { ...node, payment: { ...node.payment, send: fail }, chain: { ...node.chain, submit: fail } } },
  )
  const send = async (error: Error) => {
    thrown = error
    return (await server.rpc('payment.send', { accountId: ACCOUNT, to: ADDRESS, amount: '5' })).error
  }
  const short = await send(
    new NodeError('insufficient_funds', { available: 1n, locked: 2n, needed: 3n, fee: 1n }),
  )
  assert.equal(short.code, 1200)
  assert.deepEqual(short.data, {
    type: 'insufficient_funds',
    retryable: false,
    available: '1',
    locked: '2',
    needed: '3',
    fee: '1',
  })
  const wrong = await send(new ProtocolError('wrong_network', 'other', { expected: 'dev', found: 'main' }))
  assert.equal(wrong.code, 1202)
  assert.equal(wrong.data.found, 'main')
  assert.equal((await send(new NodeError('not_ready', { state: 'starting' }))).data.retryable, true)

  thrown = new ProtocolError('unbalanced', 'more out than in')
  const refused = await server.rpc('chain.submit', { transaction: '00' })
  assert.deepEqual(refused.error.data, { type: 'invalid_transaction', retryable: false, rule: 'unbalanced' })
})

test('what is unknown stays inside: the caller gets a reference, the log the cause, nobody the parameters', async (context) => {
  const node = sampleNode()
  const fail = () => Promise.reject(new Error('/home/me/secret.db is broken'))
  const server = await startServer(
    context,
    {},
    { node: { ...node, account: { ...node.account, create: fail } } },
  )
  const { error } = await server.rpc('account.create', { passphrase: 'open sesame' })
  assert.equal(error.code, -32603)
  assert.deepEqual(Object.keys(error.data).sort(), ['reference', 'retryable', 'type'])
  assert.ok(!JSON.stringify(error).includes('secret'))
  const [line] = server.lines
  assert.equal((line!.fields as { reference: string }).reference, error.data.reference)
  assert.ok(!JSON.stringify(server.lines).includes('sesame'))
})

test('a result that does not fit the contract is a fault when answers are checked', async (context) => {
  const node = sampleNode()
  const leaky = { ...(await node.account.get(ACCOUNT)), spendKey: 'secret' }
  const broken = { ...node, account: { ...node.account, get: async () => leaky } }
  const checked = await startServer(context, {}, { node: broken })
  assert.equal((await checked.rpc('account.get', { accountId: ACCOUNT })).error.data.type, 'internal_error')
  assert.match(String((checked.lines[0]!.fields as { err: Error }).err), /spendKey is not known here/)
})

test('dev methods exist on development networks only', async (context) => {
  const server = await startServer(context, {}, { node: { ...sampleNode(), dev: undefined } })
  const { error } = await server.rpc('dev.mine')
  assert.equal(error.data.type, 'dev_only')
})

test('a method can be called by its own path, with a status that says what came of it', async (context) => {
  const server = await startServer(context)
  const call = (method: string, body: string, token = server.token) =>
    fetch(`${server.url}/rpc/${method}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
  const good = await call('chain.block', '{"height":7}')
  assert.equal(good.status, 200)
  assert.equal(((await good.json()) as { height: number }).height, 7)
  assert.equal((await call('chain.block', '{}')).status, 400)
  assert.equal((await call('chain.block', 'junk')).status, 400)
  assert.equal((await call('no.such', '{}')).status, 404)
  assert.equal((await call('node.status', '{}', 'wrong')).status, 401)
})
