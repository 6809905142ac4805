/** Who sends a request is settled before its body is read: strangers may neither send much nor ask often. */
import { type Readable, Transform } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { headerToken } from '../auth/bearer.ts'
import { ANONYMOUS_BODY_BYTES, type ServerLimits } from '../limits.ts'
import type { CallContext, Caller } from '../rpc/context.ts'
import { type ErrorObject, RpcError } from '../rpc/rpc-error.ts'
import { callerOf, type Session } from './session.ts'

/** Answers a request with an error, in the form of the route. */
export type Tell = (reply: FastifyReply, error: ErrorObject) => FastifyReply

export type Entrance = {
  /** Options of a route that takes calls. */
  readonly guard: (tell: Tell) => RouteShorthandOptions
  /** The context of a request that came through such a route. */
  readonly contextOf: (request: FastifyRequest) => CallContext
}

/** Under which name a request carries its context. */
const CONTEXT = 'callContext'

export function createEntrance(
  app: FastifyInstance,
  { tokens, dispatcher, errors, limits }: Session,
): Entrance {
  app.decorateRequest(CONTEXT)
  const contextOf = (request: FastifyRequest) => request.getDecorator<CallContext>(CONTEXT)

  const guard = (tell: Tell): RouteShorthandOptions => ({
    bodyLimit: limits.bodyBytes,
    // with callbacks: promises would cost every call a tenth of its time
    onRequest: (request, reply, done) => {
      let caller: Caller
      try {
        caller = callerOf(tokens, headerToken(request.headers.authorization), request.ip)
      } catch (cause) {
        tell(reply, errors.toErrorObject(cause, ''))
        return
      }
      const context: CallContext = { caller, subscriptions: undefined, afterAnswer: nothing }
      request.setDecorator(CONTEXT, context)
      const error = caller.scopes ? undefined : dispatcher.charge(context)
      if (error) tell(reply, error)
      else done()
    },
    preParsing: (request, reply, payload, done) => {
      if (contextOf(request).caller.scopes) return done(null, payload)
      const limit = anonymousBodyBytes(limits)
      if (Number(request.headers['content-length']) > limit) {
        reply.header('connection', 'close')
        return done(new RpcError('body_too_large', { limit }))
      }
      return done(null, capped(payload as Readable, limit))
    },
  })

  return { guard, contextOf }
}

/** Bytes of a request body that comes without a token. */
export function anonymousBodyBytes({ bodyBytes }: ServerLimits): number {
  return Math.min(bodyBytes, ANONYMOUS_BODY_BYTES)
}

const nothing = () => {}

/** A body that fails beyond the limit, for those that do not tell their length. The source stays open for the answer. */
function capped(body: Readable, limit: number): Transform {
  let bytes = 0
  const cap = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length
      if (bytes > limit) done(new RpcError('body_too_large', { limit }))
      else done(null, chunk)
    },
  })
  body.once('error', (error) => cap.destroy(error))
  return body.pipe(cap)
}
