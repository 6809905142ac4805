import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { CLOSE_GRACE } from '../../src/server/limits.ts'
import { sampleNode } from './support/sample-node.ts'
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
