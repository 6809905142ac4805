/** `/ws`: the same methods, and subscriptions. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { headerToken, subProtocolToken } from '../auth/bearer.ts'
import type { Caller } from '../rpc/context.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { Connection, type ConnectionModules } from './connection.ts'
import { refuse } from './http.ts'
import type { HttpErrors } from './http-errors.ts'
import { callerOf, type Session } from './session.ts'

export type WebSocketModules = ConnectionModules & {
  /** Told how many connections there are more, or fewer. */
  readonly onConnections: (change: number) => void
}

export type WebSockets = {
  /** Takes leave of every client; waits until their calls are answered. */
  readonly leave: () => Promise<void>
}

export function webSocketRoute(
  app: FastifyInstance,
  session: Session,
  httpErrors: HttpErrors,
  modules: WebSocketModules,
): WebSockets {
  const open = new Set<Connection>()
  const callers = new WeakMap<FastifyRequest, Caller>()

  app.route({
    method: 'GET',
    url: '/ws',
    websocket: true,
    preValidation: async (request, reply) => {
      const { authorization, 'sec-websocket-protocol': offered } = request.headers
      const token = headerToken(authorization) ?? subProtocolToken(offered)
      try {
        const caller = callerOf(session.tokens, token, request.ip)
        if (!caller.scopes) throw new RpcError('unauthorized', {})
        callers.set(request, caller)
      } catch (cause) {
        return refuse(reply, session.errors.toErrorObject(cause, ''), httpErrors)
      }
    },
    handler: (socket, request) => {
      const connection = new Connection(socket, request.raw.socket, callers.get(request)!, session, modules)
      open.add(connection)
      modules.onConnections(1)
      socket.on('close', () => {
        open.delete(connection)
        modules.onConnections(-1)
      })
    },
  })

  return {
    leave: async () => {
      await Promise.all([...open].map((connection) => connection.leave()))
    },
  }
}
