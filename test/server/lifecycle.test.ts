import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { CLOSE_GRACE } from '../../src/server/limits.ts'
import { blockEvent, sampleNode } from './support/sample-node.ts'
import { openSocket } from './support/socket.ts'
import { startServer } from './support/start-server.ts'

test('closing waits for a call at work, and gives its answer', async (context) => {
  const node = sampleNode()
  const { promise: started, resolve: start } = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let calls = 0
  const send = async (...input: Parameters<typeof node.payment.send>) => {
    if (++calls === 2) start()
    await released
    return node.payment.send(...input)
  }
  const server = await startServer(context, {}, { node: { ...node, payment: { ...node.payment, send } } })
  const socket = await openSocket(context, server.url, server.token)
  const payment = { accountId: '0123456789abcdef', to: 'dstg1', amount: '1' }
  const overSocket = socket.rpc('payment.send', payment)
  const overHttp = server.rpc('payment.send', payment)
  await started
  const closing = server.close()
  await turn()
  release()
  assert.equal((await overHttp).result.status, 'created')
  assert.equal((await overSocket).result.status, 'created')
  await closing
})

test('a call that does not end, and a client that does not answer, keep nothing open for ever', async (context) => {
  const node = sampleNode()
  const { promise: started, resolve: start } = Promise.withResolvers<void>()
  let calls = 0
  const create = () => {
    if (++calls === 2) start()
    return new Promise<never>(() => {})
  }
  const server = await startServer(context, {}, { node: { ...node, account: { ...node.account, create } } })
  const { socket, send } = await openSocket(context, server.url, server.token)
  socket.pause()
  send({ jsonrpc: '2.0', id: 1, method: 'account.create' })
  const call = assert.rejects(server.rpc('account.create'))
  await started
  const closing = server.close()
  await turn()
  server.clock.advance(CLOSE_GRACE)
  await closing
  await call
})

test('a connection whose other side takes nothing for minutes is closed; until then nothing joins its queue', async (context) => {
  const server = await startServer(context, { limits: { streamBufferBytes: 65_536 } })
  const { socket, rpc, next } = await openSocket(context, server.url, server.token)
  await rpc('subscribe', { topics: ['chain.block'] })
  await next()
  let pings = 0
  socket.on('ping', () => {
    pings += 1
  })
  socket.pause()
  server.node.events.append(...Array.from({ length: 40_000 }, (_, height) => blockEvent(height)))
  // until the server has sent what the two ends of the connection hold, and waits
  for (let reads = -1; reads !== server.node.events.reads; ) {
    reads = server.node.events.reads
    for (let count = 0; count < 200; count += 1) await turn()
  }
  // The streams are stopped after a minute, and ten intervals later it is over.
  for (let interval = 0; interval < 13; interval += 1) {
    server.clock.advance(30_000)
    for (let count = 0; count < 5; count += 1) await turn()
  }
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.resume()
  await closed
  assert.ok(pings <= 1, `${pings} pings`)
})

test('a connection that answers no ping is closed; one that does stays', async (context) => {
  const server = await startServer(context)
  const silent = await openSocket(context, server.url, server.token)
  const lively = await openSocket(context, server.url, server.token)
  silent.socket.pause()
  const pinged = new Promise((resolve) => lively.socket.once('ping', resolve))
  server.clock.advance(30_000)
  await pinged
  await lively.rpc('node.version')
  server.clock.advance(30_000)
  silent.socket.resume()
  await new Promise((resolve) => silent.socket.on('close', resolve))
  assert.ok((await lively.rpc('node.version')).result)
})
