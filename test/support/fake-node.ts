/**
 * What a client sees of a node, and nothing behind it: methods are answered by functions of the test, events come from
 * an array, connections break on command.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { CONTRACT_HASH, ERRORS, type ErrorSymbol } from '../../src/sdk/generated/contract.ts'

export type FakeRequest = {
  readonly method: string
  readonly params: Record<string, unknown>
  readonly transport: 'http' | 'ws'
  readonly token: string | undefined
}

/** Answers a call with a result, or with an error made by `fakeError`, or not at all by `CUT`. */
export type FakeMethod = (request: FakeRequest) => unknown

/** A method answers this to break the connection instead of answering. */
export const CUT = Symbol('cut')

class FakeError extends Error {
  readonly error: object
  constructor(error: object) {
    super('fake error')
    this.error = error
  }
}

/** Throw this from a method. */
export function fakeError(symbol: ErrorSymbol, data: object = {}): Error {
  return new FakeError(errorOf(symbol, data))
}

function errorOf(symbol: ErrorSymbol, data: object = {}): object {
  const { code, message, retryable } = ERRORS[symbol]
  return { code, message, data: { type: symbol, retryable, ...data } }
}

type LoggedEvent = { readonly topic: string; readonly event: unknown }

export type FakeNode = {
  readonly url: string
  /** Every call there was, `subscribe` included. */
  readonly requests: FakeRequest[]
  readonly methods: Record<string, FakeMethod>
  /** Tokens it knows; empty lets everybody in. */
  readonly tokens: Set<string>
  /** Adds events to the log and tells the subscribers. */
  append(topic: string, ...events: unknown[]): void
  /** Drops the first events: a cursor before the end of them has expired. */
  forget(count: number): void
  /** Breaks every connection. */
  cut(): void
  /** Ends every subscription with a `stop`, as a node does that cannot go on. */
  stop(reason: string): void
  /** Turns away new connections until it is called with true. */
  listen(open: boolean): void
  /** How many it has turned away. */
  refused(): number
  /** Open subscriptions. */
  subscriptions(): number
  connections(): number
  close(): Promise<void>
}

export async function startFakeNode(): Promise<FakeNode> {
  const log: LoggedEvent[] = []
  const requests: FakeRequest[] = []
  const tokens = new Set<string>()
  const streams = new Set<() => void>()
  const stops = new Set<(reason: string) => void>()
  let open = true
  let refused = 0
  let lastSubscription = 0
  let forgotten = 0

  const methods: Record<string, FakeMethod> = {
    'node.version': () => ({
      version: '0.0.0',
      contract: { version: '0.0.0', hash: CONTRACT_HASH },
      runtime: 'fake',
    }),
  }

  const answer = async (id: unknown, request: FakeRequest) => {
    requests.push(request)
    try {
      if (tokens.size > 0 && !tokens.has(request.token ?? '')) throw fakeError('unauthorized')
      const method = methods[request.method]
      if (!method) throw fakeError('unknown_method', { method: request.method })
      const result = await method(request)
      return result === CUT ? CUT : { jsonrpc: '2.0', id, result }
    } catch (error) {
      if (error instanceof FakeError) return { jsonrpc: '2.0', id, error: error.error }
      throw error
    }
  }

  const onHttp = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    let body = ''
    for await (const chunk of incoming) body += chunk
    const { id, method, params } = JSON.parse(body)
    const token = incoming.headers.authorization?.replace('Bearer ', '')
    const frame = await answer(id, { method, params, transport: 'http', token })
    if (frame === CUT) return incoming.socket.destroy()
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end(JSON.stringify(frame))
  }

  const onSocket = (socket: WebSocket, protocols: string[]) => {
    const token = protocols.find((protocol) => protocol.startsWith('bearer.'))?.slice('bearer.'.length)
    const ends = new Map<string, () => void>()
    socket.on('error', () => {})
    socket.on('close', () => {
      for (const end of ends.values()) end()
    })
    const send = (frame: object) => socket.send(JSON.stringify(frame))

    const subscribe = (id: unknown, { topics, from = 'now' }: { topics: string[]; from?: string }) => {
      const subscription = `s${++lastSubscription}`
      let seq = from === 'genesis' ? 0 : from === 'now' ? log.length : Number(from.slice(1))
      if (seq < forgotten) return send({ jsonrpc: '2.0', id, error: errorOf('cursor_expired') })
      const notify = (topic: string, event: unknown) =>
        send({ jsonrpc: '2.0', method: 'event', params: { subscription, cursor: `c${seq}`, topic, event } })
      const tell = () => {
        while (seq < log.length) {
          const { topic, event } = log[seq++]!
          if (topics.includes(topic)) notify(topic, event)
        }
      }
      const stop = (reason: string) => {
        notify('stop', { reason, cursor: `c${seq}` })
        end()
      }
      const end = () => {
        streams.delete(tell)
        stops.delete(stop)
        ends.delete(subscription)
      }
      ends.set(subscription, end)
      streams.add(tell)
      stops.add(stop)
      send({ jsonrpc: '2.0', id, result: { subscription, cursor: `c${seq}` } })
      tell()
      notify('caught_up', {})
    }

    socket.on('message', async (data) => {
      const { id, method, params } = JSON.parse(data.toString())
      const request: FakeRequest = { method, params, transport: 'ws', token }
      if (method === 'subscribe' && !methods.subscribe) {
        requests.push(request)
        return subscribe(id, params)
      }
      if (method === 'unsubscribe') {
        requests.push(request)
        ends.get(params.subscription)?.()
        return send({ jsonrpc: '2.0', id, result: { subscription: params.subscription, cursor: 'c0' } })
      }
      const frame = await answer(id, request)
      if (frame === CUT) socket.terminate()
      else if (frame !== undefined) send(frame)
    })
  }

  const server = createServer((incoming, outgoing) => {
    if (!open) incoming.socket.destroy()
    else onHttp(incoming, outgoing)
  })
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'stegos' })
  server.on('upgrade', (request, stream: Duplex, head) => {
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
    const known = tokens.size === 0 || protocols.some((each) => tokens.has(each.replace('bearer.', '')))
    if (!open || !known) {
      refused += 1
      stream.destroy()
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => onSocket(socket, protocols))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    methods,
    tokens,
    append(topic, ...events) {
      log.push(...events.map((event) => ({ topic, event })))
      for (const tell of streams) tell()
    },
    forget(count) {
      forgotten = count
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate()
    },
    stop(reason) {
      for (const stop of [...stops]) stop(reason)
    },
    listen(next) {
      open = next
    },
    refused: () => refused,
    subscriptions: () => streams.size,
    connections: () => sockets.clients.size,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
