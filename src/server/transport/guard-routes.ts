/** What every request passes first: is it meant for this server, and may the page that sends it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RpcError } from '../rpc/rpc-error.ts'
import { refuse } from './http.ts'
import type { HttpErrors } from './http-errors.ts'
import type { Session } from './session.ts'

/** Seconds a browser may remember what a page of another origin may send. */
const PREFLIGHT_AGE = 600

export function guardRoutes(app: FastifyInstance, { guard, errors }: Session, httpErrors: HttpErrors): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { host, origin } = request.headers
    if (!guard.allowsHost(host) || !guard.allowsOrigin(origin, host)) {
      refuse(reply, errors.toErrorObject(new RpcError('host_not_allowed', {}), ''), httpErrors)
      return
    }
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    if (origin !== undefined) reply.header('access-control-allow-origin', origin).header('vary', 'origin')
    done()
  })

  app.options('/*', (request, reply) => preflight(request, reply))

  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Nothing here. The reference is at /docs.\n'),
  )
}

function preflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers['access-control-request-private-network'] === 'true') {
    reply.header('access-control-allow-private-network', 'true')
  }
  return reply
    .code(204)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'authorization, content-type')
    .header('access-control-max-age', String(PREFLIGHT_AGE))
    .send()
}
