import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { type ClientOptions, createClient, http, isStegosError, webSocket } from '../../src/sdk/index.ts'
import { CUT, fakeError, startFakeNode } from '../support/fake-node.ts'

const node = await startFakeNode()
after(() => node.close())

const TO = 'dstg1receiver'
const SENT = { paymentId: 'aa', transactionId: 'bb', status: 'broadcast', fee: '10000' }

function client(options: Partial<ClientOptions> = {}) {
  return createClient({
    url: node.url,
    token: 'secret',
    checkContract: false,
    retry: { delay: 0 },
    ...options,
  })
}

beforeEach(() => {
  node.requests.length = 0
  node.tokens.clear()
  node.methods['payment.send'] = () => SENT
})

for (const transport of [http, webSocket]) {
  describe(transport.name, () => {
    test('a method is a function in its group', async () => {
      using stegos = client({ transport: transport() })
      assert.deepEqual(await stegos.payment.send({ accountId: 'a1', to: TO, amount: '5' }), SENT)
      const [request] = node.requests
      assert.equal(request!.method, 'payment.send')
      assert.equal(request!.token, 'secret')
      assert.equal(request!.transport, transport === http ? 'http' : 'ws')
      assert.deepEqual(
        { ...request!.params, idempotencyKey: undefined },
        {
          accountId: 'a1',
          to: TO,
          amount: '5',
          idempotencyKey: undefined,
        },
      )
    })

    test('an answer lost on the wire is asked for again with the same key', async () => {
      let calls = 0
      node.methods['payment.send'] = () => (++calls < 4 ? CUT : SENT)
      using stegos = client({ transport: transport() })
      assert.deepEqual(await stegos.payment.send({ accountId: 'a1', to: TO, amount: '5' }), SENT)
      const keys = node.requests.map(({ params }) => params.idempotencyKey)
      assert.equal(keys.length, 4)
      assert.equal(new Set(keys).size, 1)
      assert.match(String(keys[0]), /^[0-9a-f]{32}$/)
    })

    test('errors are told apart by symbol and carry typed data', async () => {
      node.methods['payment.send'] = () => {
        throw fakeError('insufficient_funds', { available: '1', locked: '2', needed: '5' })
      }
      using stegos = client({ transport: transport() })
      const error = await stegos.payment
        .send({ accountId: 'a1', to: TO, amount: '5' })
        .catch((thrown) => thrown)
      assert.ok(isStegosError(error, 'insufficient_funds'))
      assert.ok(!isStegosError(error, 'account_locked'))
      assert.equal(error.data.needed, '5')
      assert.equal(error.code, 1200)
      assert.equal(error.method, 'payment.send')
      assert.equal(node.requests.length, 1, 'what waiting cannot heal is not repeated')
    })

    test('a retryable error is repeated, as often as told', async () => {
      node.methods['payment.send'] = () => {
        throw fakeError('not_ready', { state: 'starting' })
      }
      using stegos = client({ transport: transport(), retry: { attempts: 3, delay: 0 } })
      const error = await stegos.payment
        .send({ accountId: 'a1', to: TO, amount: '5' })
        .catch((thrown) => thrown)
      assert.ok(isStegosError(error, 'not_ready'))
      assert.equal(node.requests.length, 3)
      assert.equal(error.idempotencyKey, node.requests[0]!.params.idempotencyKey)
    })

    test('a signal ends the waiting', async () => {
      const controller = new AbortController()
      node.methods['chain.status'] = () => {
        controller.abort(new Error('enough'))
        return new Promise(() => {})
      }
      using stegos = client({ transport: transport() })
      await assert.rejects(stegos.chain.status({}, { signal: controller.signal }), /enough/)
    })

    test('closing the client ends what is under way', async () => {
      const stegos = client({ transport: transport() })
      node.methods['chain.status'] = () => {
        stegos.close()
        return new Promise(() => {})
      }
      await assert.rejects(stegos.chain.status(), (error) => isStegosError(error, 'client_closed'))
      await assert.rejects(stegos.chain.status(), (error) => isStegosError(error, 'client_closed'))
    })

    test('an attempt that takes too long is a timeout', async () => {
      node.methods['chain.status'] = () => new Promise(() => {})
      using stegos = client({ transport: transport(), timeout: 1, retry: false })
      await assert.rejects(stegos.chain.status(), (error) => isStegosError(error, 'timeout'))
    })
  })
}

test('a key given is a key kept', async () => {
  using stegos = client()
  await stegos.payment.send({ accountId: 'a1', to: TO, amount: '5', idempotencyKey: 'order-7' })
  await stegos.payment.send({ accountId: 'a1', to: TO, amount: '5' }, { idempotencyKey: 'order-8' })
  assert.deepEqual(
    node.requests.map(({ params }) => params.idempotencyKey),
    ['order-7', 'order-8'],
  )
})

test('reading takes no key', async () => {
  node.methods['chain.status'] = () => ({ height: 1 })
  using stegos = client()
  await stegos.chain.status()
  assert.deepEqual(node.requests[0]!.params, {})
})

test('without a node there is no connection', async () => {
  using stegos = client({ url: 'http://127.0.0.1:1', retry: { attempts: 2, delay: 0 } })
  await assert.rejects(stegos.chain.status(), (error) => isStegosError(error, 'connection_lost'))
})

test('another service on the port is recognised', async () => {
  const stranger: typeof fetch = async () => new Response('<html>nginx</html>', { status: 404 })
  using stegos = client({ transport: http({ fetch: stranger }) })
  const error = await stegos.chain.status().catch((thrown) => thrown)
  assert.ok(isStegosError(error, 'invalid_response'))
  assert.equal(error.data.status, 404)
})

test('a proxy whose node is away is asked again', async () => {
  let calls = 0
  const proxy: typeof fetch = async () =>
    ++calls === 1
      ? new Response('Bad Gateway', { status: 502 })
      : Response.json({ jsonrpc: '2.0', id: 1, result: { height: 9 } })
  using stegos = client({ transport: http({ fetch: proxy }) })
  assert.equal((await stegos.chain.status()).height, 9)
})

test('a node with another contract is worth one warning', async () => {
  node.methods['chain.status'] = () => ({ height: 1 })
  node.methods['node.version'] = () => ({ contract: { version: '9.9.9', hash: '00' } })
  const { promise, resolve } = Promise.withResolvers<string>()
  const warnings: string[] = []
  using stegos = client({
    checkContract: true,
    onWarning: (message) => {
      warnings.push(message)
      resolve(message)
    },
  })
  await stegos.chain.status()
  await stegos.chain.status()
  assert.match(await promise, /9\.9\.9/)
  assert.equal(warnings.length, 1)
  assert.equal(node.requests.filter(({ method }) => method === 'node.version').length, 1)
})

test('the token is in no message and no field of an error', async () => {
  using stegos = client({ url: 'http://127.0.0.1:1', retry: false })
  const error = await stegos.chain.status().catch((thrown) => thrown)
  assert.doesNotMatch(JSON.stringify([String(error), error.stack, error]), /secret/)
})

test('a method that is not in the contract is sent once, unless it has a key', async () => {
  node.methods['moon.move'] = () => CUT
  using stegos = client({ retry: { attempts: 3, delay: 0 } })
  const call = stegos.call as (method: string, params: object) => Promise<unknown>
  const times = () => node.requests.filter(({ method }) => method === 'moon.move').length
  await assert.rejects(call('moon.move', {}), (error) => isStegosError(error, 'connection_lost'))
  assert.equal(times(), 1)
  await assert.rejects(call('moon.move', { idempotencyKey: 'once' }), (error) =>
    isStegosError(error, 'connection_lost'),
  )
  assert.equal(times(), 4)
})
