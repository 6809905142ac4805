/** `POST /rpc`, and `POST /rpc/<method>` for tools that know OpenAPI rather than JSON-RPC. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { headerToken } from '../auth/bearer.ts'
import type { CallContext } from '../rpc/context.ts'
import { type ErrorObject, RpcError } from '../rpc/rpc-error.ts'
import type { HttpErrors } from './http-errors.ts'
import { callerOf, type Session } from './session.ts'

export function httpRoutes(app: FastifyInstance, session: Session, httpErrors: HttpErrors): void {
  const { dispatcher, errors } = session

  app.post('/rpc', async (request, reply) => {
    const context = contextOf(session, request)
    if (!context) return refuse(reply, errors.toErrorObject(new RpcError('unauthorized', {}), ''), httpErrors)
    const answer = await dispatcher.answer(bodyOf(request), context)
    if (!answer) return reply.code(204).send()
    if (answer.error) httpErrors.describe(reply, answer.error)
    return reply
      .code(httpErrors.rpcStatus(answer.error))
      .type('application/json; charset=utf-8')
      .send(answer.text)
  })

  app.post<{ Params: { method: string } }>('/rpc/:method', async (request, reply) => {
    const context = contextOf(session, request)
    const answer = context
      ? await dispatcher.call(request.params.method, bodyOf(request), context)
      : { error: errors.toErrorObject(new RpcError('unauthorized', {}), '') }
    reply.type('application/json; charset=utf-8')
    if (answer.error === undefined) return reply.send(answer.result)
    httpErrors.describe(reply, answer.error)
    return reply.code(httpErrors.status(answer.error)).send(JSON.stringify(answer.error))
  })
}

/** Answers a request that never became a call, in the form of JSON-RPC. */
export function refuse(reply: FastifyReply, error: ErrorObject, httpErrors: HttpErrors): FastifyReply {
  httpErrors.describe(reply, error)
  return reply
    .code(httpErrors.status(error))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ jsonrpc: '2.0', id: null, error }))
}

/** Undefined for a token that is not known. */
function contextOf({ tokens }: Session, request: FastifyRequest): CallContext | undefined {
  const caller = callerOf(tokens, headerToken(request.headers.authorization), request.ip)
  return caller && { caller, subscriptions: undefined, afterAnswer: () => {} }
}

function bodyOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : ''
}
