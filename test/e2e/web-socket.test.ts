import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { WebSocket } from 'ws'
import { isStegosError } from '../../src/sdk/index.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
after(() => node.stop())

const address = `${node.url.replace('http', 'ws')}/ws`

/** Sends texts as they are and returns the answers, parsed. */
async function talk(...frames: string[]): Promise<unknown[]> {
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${node.token}` } })
  await once(socket, 'open')
  const answers: unknown[] = []
  for (const frame of frames) {
    socket.send(frame)
    const [data] = await once(socket, 'message')
    answers.push(JSON.parse(String(data)))
  }
  socket.close()
  return answers
}

test('single calls and batches', async () => {
  const call = { jsonrpc: '2.0', id: 'a', method: 'node.status' }
  const [single, batch] = (await talk(
    JSON.stringify(call),
    JSON.stringify([call, { ...call, id: 2, method: 'no.such' }, { jsonrpc: '2.0', method: 'node.status' }]),
  )) as [{ id: string; result: { network: string } }, { id: unknown; error?: { code: number } }[]]
  assert.equal(single.id, 'a')
  assert.equal(single.result.network, 'dev')
  assert.deepEqual(
    batch.map(({ id, error }) => [id, error?.code]),
    [
      ['a', undefined],
      [2, -32601],
    ],
    'the notification gets no answer',
  )
})

test('what is no JSON and what is no request', async () => {
  const answers = (await talk('{', '[]', '1')) as { id: null; error: { code: number } }[]
  assert.deepEqual(
    answers.map(({ id, error }) => [id, error.code]),
    [
      [null, -32700],
      [null, -32600],
      [null, -32600],
    ],
  )
})

test('the token may come as a sub-protocol, and without one nobody gets in', async () => {
  const socket = new WebSocket(address, ['stegos', `bearer.${node.token}`])
  await once(socket, 'open')
  assert.equal(socket.protocol, 'stegos', 'the token does not travel back')
  socket.close()
  const stranger = new WebSocket(address)
  const [, response] = await once(stranger, 'unexpected-response')
  assert.equal(response.statusCode, 401)
  stranger.on('error', () => {})
  stranger.terminate()
})

test('calls of the SDK over WebSocket', async () => {
  using client = node.client({ url: node.url.replace('http', 'ws') })
  assert.equal((await client.node.status()).network, 'dev')
  await assert.rejects(client.chain.block({ height: 1e9 }), (error) =>
    isStegosError(error, 'block_not_found'),
  )
})
