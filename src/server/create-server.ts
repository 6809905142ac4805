/** Puts the server together: transports, guards, dispatch, streams and pages, on one listener. */
import type { FastifyInstance } from 'fastify'
import { loadOwnerToken } from './auth/owner-token.ts'
import { createTokenStore } from './auth/token-store.ts'
import { type ContractDocument, readContract } from './contract/document.ts'
import { Validator } from './contract/validator.ts'
import { createAdmission } from './guard/admission.ts'
import { createHostGuard, isLoopback } from './guard/host-guard.ts'
import {
  DEFAULT_LIMITS,
  EVENT_PAGE,
  EVENT_TAIL_BYTES,
  EVENT_TAIL_ITEMS,
  type ServerLimits,
} from './limits.ts'
import { createHandlers } from './methods/handlers.ts'
import { Metrics } from './metrics.ts'
import type { ServerModules } from './modules.ts'
import { pageRoutes } from './pages/routes.ts'
import { Dispatcher } from './rpc/dispatcher.ts'
import { ErrorMapper } from './rpc/error-mapper.ts'
import { createInvoke } from './rpc/invoke.ts'
import { EventFeed } from './streams/event-feed.ts'
import { closeApp, createApp, type Tls } from './transport/app.ts'
import { guardRoutes } from './transport/guard-routes.ts'
import { httpRoutes } from './transport/http.ts'
import { HttpErrors } from './transport/http-errors.ts'
import type { Session } from './transport/session.ts'
import { webSocketRoute } from './transport/web-socket.ts'

export type ServerOptions = {
  /** 127.0.0.1 when absent. */
  readonly host?: string | undefined
  /** 3145 when absent; 0 for any that is free. */
  readonly port?: number | undefined
  /** Where the owner's token is, or will be made. */
  readonly tokenFile: string
  /** Allows to listen without TLS on an address that others can reach. */
  readonly allowPublic?: boolean | undefined
  readonly tls?: Tls | undefined
  /** Names, beside literal addresses and localhost, under which this server is known. */
  readonly allowedHosts?: readonly string[] | undefined
  /** Origins of web pages that may call, beside those of this server and of localhost. */
  readonly allowedOrigins?: readonly string[] | undefined
  readonly limits?: Partial<ServerLimits> | undefined
  /** Whether answers and events are held against the contract, too. For tests and development. */
  readonly validateResponses?: boolean | undefined
}

export type Server = {
  /** Starts to listen; returns the URL. */
  readonly listen: () => Promise<string>
  /** Tells subscribers, ends every connection and stops listening. */
  readonly close: () => Promise<void>
  /** Such as http://127.0.0.1:3145; empty until it listens. */
  readonly url: string
}

/**
 * @throws Error when it should listen in public without TLS and without `allowPublic`, or when the token file is unusable.
 */
export function createServer(options: ServerOptions, modules: ServerModules): Server {
  const { host = '127.0.0.1', port = 3_145, tls } = options
  refusePublic(host, options)
  const { document } = readContract()
  const { node, log, clock, random } = modules
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const now = () => clock.now()
  const metrics = new Metrics(node)
  const validator = new Validator(document)
  const validateResponses = options.validateResponses ?? false
  const errors = new ErrorMapper({ log, random, validator: validateResponses ? validator : undefined })
  const feed = new EventFeed(node.events, {
    clock,
    page: EVENT_PAGE,
    tailItems: EVENT_TAIL_ITEMS,
    tailCharacters: EVENT_TAIL_BYTES,
    inspect: validateResponses ? ({ topic, event }) => refuseEvent(validator, topic, event) : undefined,
  })
  const handlers = createHandlers(node, document, limits)
  const methodNames = document.methods.map(({ name }) => name)
  const session: Session = {
    limits,
    errors,
    tokens: createTokenStore(loadOwnerToken(options.tokenFile, random), node.access, methodNames),
    guard: createHostGuard(options.allowedHosts ?? [], options.allowedOrigins ?? []),
    dispatcher: new Dispatcher({
      invoke: createInvoke({ document, handlers, validator, validateResponses, access: node.access }),
      errors,
      limits,
      now,
      admit: createAdmission(limits, now),
      observe: observer(document, metrics),
    }),
  }

  let app: FastifyInstance | undefined
  let leave = async () => {}
  let url = ''
  return {
    listen: async () => {
      const httpErrors = new HttpErrors(document['x-error-table'])
      app = await createApp(session, httpErrors, tls)
      guardRoutes(app, session, httpErrors)
      httpRoutes(app, session, httpErrors)
      pageRoutes(app, session, httpErrors, {
        document,
        metrics,
        node,
        openMetrics: isLoopback(host),
      })
      leave = webSocketRoute(app, session, httpErrors, {
        ...modules,
        feed,
        publicTopics: publicTopics(document),
        onConnections: (change) => metrics.countConnections(change),
        onSubscriptions: (change) => metrics.countSubscriptions(change),
      }).leave
      url = await app.listen({ host, port })
      return url
    },
    close: async () => {
      if (app) await closeApp(app, leave, clock)
      feed.close()
    },
    get url() {
      return url
    },
  }
}

/** Refuses what would put an unprotected node before everybody. */
function refusePublic(host: string, { tls, allowPublic }: ServerOptions): void {
  if (isLoopback(host) || tls || allowPublic) return
  throw new Error(
    `refusing to listen on ${host} without TLS: others could read tokens and calls. Give a certificate, listen on 127.0.0.1 behind a proxy, or allow it explicitly.`,
  )
}

/** Topics whose events tell nothing of any account. */
function publicTopics(document: ContractDocument): ReadonlySet<string> {
  const streams = document.methods.flatMap((method) => method['x-subscription'] ?? [])
  const topics = streams.flatMap(({ topics }) => Object.entries(topics))
  return new Set(topics.filter(([, { account }]) => account === false).map(([topic]) => topic))
}

/** Names callers choose must not become labels. */
function observer(document: ContractDocument, metrics: Metrics) {
  const known = new Set<string>(document.methods.map(({ name }) => name))
  return (method: string, outcome: string, milliseconds: number) =>
    metrics.countCall(known.has(method) ? method : 'unknown', outcome, milliseconds)
}

function refuseEvent(validator: Validator, topic: string, event: unknown): void {
  const faults = validator.event(topic, event)
  if (faults.length === 0) return
  throw new Error(`an event ${topic} does not fit the contract: ${JSON.stringify(faults)}`)
}
