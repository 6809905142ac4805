/** The least a server can do: parse the JSON of a request, send a JSON answer of the same content. Its parent says which. */
import fastify from 'fastify'

process.once('message', async (text: string) => {
  const answer: { id: unknown } = JSON.parse(text)
  const server = fastify()
  server.post<{ Body: { id: unknown } }>('/rpc', async (request) => ({ ...answer, id: request.body.id }))
  process.send!(`${await server.listen({ host: '127.0.0.1', port: 0 })}/rpc`)
})
