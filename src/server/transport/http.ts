/** `POST /rpc`, and `POST /rpc/<method>` for tools that know OpenAPI rather than JSON-RPC. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorObject } from '../rpc/rpc-error.ts'
import { createEntrance, type Tell } from './entrance.ts'
import type { HttpErrors } from './http-errors.ts'
import type { Session } from './session.ts'

const NOTHING = new Uint8Array()
const JSON_TYPE = 'application/json; charset=utf-8'

export function httpRoutes(app: FastifyInstance, session: Session, httpErrors: HttpErrors): void {
  const { dispatcher } = session
  const { guard, contextOf } = createEntrance(app, session)
  const tellRpc: Tell = (reply, error) => refuse(reply, error, httpErrors)
  const tellPlain: Tell = (reply, error) => {
    httpErrors.describe(reply, error)
    return reply.code(httpErrors.status(error)).type(JSON_TYPE).send(JSON.stringify(error))
  }

  app.post('/rpc', guard(tellRpc), async (request, reply) => {
    const answer = await dispatcher.answer(bodyOf(request), contextOf(request))
    if (!answer) return reply.code(204).send()
    if (answer.error) httpErrors.describe(reply, answer.error)
    return reply.code(httpErrors.rpcStatus(answer.error)).type(JSON_TYPE).send(answer.text)
  })

  app.post<{ Params: { method: string } }>('/rpc/:method', guard(tellPlain), async (request, reply) => {
    const answer = await dispatcher.call(request.params.method, bodyOf(request), contextOf(request))
    return answer.error ? tellPlain(reply, answer.error) : reply.type(JSON_TYPE).send(answer.result)
  })
}

/** Answers a request that never became a call, in the form of JSON-RPC. */
export function refuse(reply: FastifyReply, error: ErrorObject, httpErrors: HttpErrors): FastifyReply {
  httpErrors.describe(reply, error)
  return reply
    .code(httpErrors.status(error))
    .type(JSON_TYPE)
    .send(JSON.stringify({ jsonrpc: '2.0', id: null, error }))
}

function bodyOf(request: FastifyRequest): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : NOTHING
}
