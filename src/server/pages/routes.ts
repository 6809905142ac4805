/** What a person, a tool or a monitor reads: the contract in its forms, health, metrics. */
import type { FastifyInstance } from 'fastify'
import type { NodeApi } from '../../node/api.ts'
import { headerToken } from '../auth/bearer.ts'
import { assertMethod } from '../auth/narrowing.ts'
import { type ContractDocument, readContractText } from '../contract/document.ts'
import { toldLimits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import { refuse } from '../transport/http.ts'
import type { HttpErrors } from '../transport/http-errors.ts'
import { callerOf, type Session } from '../transport/session.ts'
import { docsPage } from './docs-page.ts'
import { openApi } from './open-api.ts'

export type PageModules = {
  readonly document: ContractDocument
  readonly metrics: Metrics
  readonly node: Pick<NodeApi, 'status'>
  /** Whether metrics need no token, because nobody else can reach them. */
  readonly openMetrics: boolean
}

const JSON_TYPE = 'application/json; charset=utf-8'

export function pageRoutes(
  app: FastifyInstance,
  session: Session,
  httpErrors: HttpErrors,
  modules: PageModules,
): void {
  const { document, metrics, node, openMetrics } = modules
  const page = once(() => docsPage(document, toldLimits(session.limits, node.status().messageBodyBytes)))
  const openApiText = once(() => JSON.stringify(openApi(document)))

  app.get('/', (_request, reply) => reply.redirect('/docs'))
  // Read again for who asks: few do, and it is long.
  app.get('/openrpc.json', (_request, reply) => reply.type(JSON_TYPE).send(readContractText()))
  app.get('/openapi.json', (_request, reply) => reply.type(JSON_TYPE).send(openApiText()))
  app.get('/docs', (_request, reply) => {
    const { html, contentSecurityPolicy } = page()
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-frame-options', 'DENY')
      .send(html)
  })
  app.get('/healthz', (_request, reply) => reply.type(JSON_TYPE).send('{"status":"ok"}'))
  app.get('/readyz', (_request, reply) => {
    const { state } = node.status()
    return reply
      .code(state === 'ready' ? 200 : 503)
      .type(JSON_TYPE)
      .send(JSON.stringify({ state }))
  })
  app.get('/metrics', async (request, reply) => {
    try {
      if (!openMetrics) {
        const caller = callerOf(session.tokens, headerToken(request.headers.authorization), request.ip)
        assertMethod(caller, 'node.status', 'read')
      }
    } catch (cause) {
      return refuse(reply, session.errors.toErrorObject(cause, ''), httpErrors)
    }
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}

/** Work that is done when it is first asked for, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
