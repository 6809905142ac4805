/** The listener all routes hang on. */
import websocket from '@fastify/websocket'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Clock } from '../../node/clock.ts'
import { chooseSubProtocol } from '../auth/bearer.ts'
import { CLOSE_GRACE, READ_BEYOND_LIMIT, REQUEST_TIMEOUT } from '../limits.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { anonymousBodyBytes } from './entrance.ts'
import { refuse } from './http.ts'
import type { HttpErrors } from './http-errors.ts'
import type { Session } from './session.ts'

/** PEM texts. */
export type Tls = { readonly key: string; readonly cert: string }

export async function createApp(
  session: Session,
  httpErrors: HttpErrors,
  tls: Tls | undefined,
): Promise<FastifyInstance> {
  const { limits, errors } = session
  const bodyLimit = anonymousBodyBytes(limits)
  const app = fastify({
    logger: false,
    // routes that take more from those with a token say so
    bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT,
    ...(tls ? { https: tls } : {}),
  }) as FastifyInstance
  app.server.maxConnections = limits.connections
  app.removeAllContentTypeParsers()
  // bodies stay bytes: the dispatcher parses them, and says what JSON-RPC says when it cannot
  for (const type of ['application/json', /^application\/(?:[a-z.+-]+\+)?json\b/])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // while the server closes, a connection ends with the answer it is owed
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!app.server.listening) reply.header('connection', 'close')
    done(null, payload)
  })
  app.setErrorHandler((error: FastifyError, request, reply) =>
    refuse(
      reply,
      errors.toErrorObject(requestError(error, request.routeOptions.bodyLimit ?? bodyLimit), ''),
      httpErrors,
    ),
  )
  await app.register(websocket, {
    options: {
      maxPayload: limits.bodyBytes * READ_BEYOND_LIMIT,
      // a message that is not UTF-8 is answered with `parse_error`, like any other that is not JSON
      skipUTF8Validation: true,
      perMessageDeflate: false,
      handleProtocols: chooseSubProtocol,
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })
  return app
}

/**
 * Takes leave, stops listening and waits for calls at work; after the grace time their connections are cut, and those of
 * clients that do not take leave.
 */
export async function closeApp(
  app: FastifyInstance,
  leave: () => Promise<void>,
  clock: Clock,
): Promise<void> {
  const closed = new AbortController()
  const { promise: cut, resolve } = Promise.withResolvers<void>()
  clock.sleep(CLOSE_GRACE, closed.signal).then(resolve, resolve)
  await Promise.race([leave(), cut])
  const closing = app.close()
  await Promise.race([closing, cut])
  closed.abort()
  for (const socket of app.websocketServer.clients) socket.terminate()
  app.server.closeAllConnections()
  await closing
}

/** What Fastify refuses, as errors of the contract. */
function requestError(error: FastifyError | RpcError, bodyLimit: number): unknown {
  if (error instanceof RpcError) return error
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new RpcError('body_too_large', { limit: bodyLimit })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new RpcError('invalid_request', { reason: 'Content-Type must be application/json' })
    default:
      return (error.statusCode ?? 500) < 500 ? new RpcError('invalid_request', {}) : error
  }
}
