/**
 * The least a server can do: parse the JSON of a request, send a JSON answer of the same content and schema, over HTTP and over
 * WebSocket. Its parent says which.
 */
import websocket from '@fastify/websocket'
import fastify from 'fastify'
import { readContract } from '../src/server/contract/document.ts'
import { FORMATS } from '../src/server/contract/formats.ts'

const { document } = readContract()
const status = document.methods.find(({ name }) => name === 'node.status')!
const SCHEMA = {
  body: {
    type: 'object',
    required: ['jsonrpc', 'method', 'id'],
    properties: {
      ...{ jsonrpc: { const: '2.0' }, method: { type: 'string' }, id: { type: 'integer' } },
      params: { type: 'object', maxProperties: 0 },
    },
  },
  response: {
    200: {
      type: 'object',
      properties: { jsonrpc: { type: 'string' }, id: { type: 'integer' }, result: status.result.schema },
      components: document.components,
    },
  },
}

process.once('message', async (text: string) => {
  const answer: { id: unknown } = JSON.parse(text)
  const server = fastify({ ajv: { customOptions: { strict: false, formats: FORMATS } } })
  await server.register(websocket)
  server.post<{ Body: { id: unknown } }>('/rpc', { schema: SCHEMA }, async (request) => ({
    ...answer,
    id: request.body.id,
  }))
  server.get('/ws', { websocket: true }, (socket) => {
    socket.on('message', (data) => {
      const { id } = JSON.parse(String(data))
      socket.send(JSON.stringify({ ...answer, id }))
    })
  })
  process.send!(await server.listen({ host: '127.0.0.1', port: 0 }))
})
