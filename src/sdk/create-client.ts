import { DEFAULT_RETRY, type Retry } from './backoff.ts'
import type { CallableMethod, Client, ClientMethods } from './client.ts'
import { type EventsOptions, type FollowModules, followEvents } from './follow-events.ts'
import { CONTRACT_HASH, DEPRECATED, METHODS, type TopicPattern } from './generated/contract.ts'
import { http } from './http.ts'
import { createCaller } from './make-call.ts'
import { createSocket } from './socket.ts'
import { StegosError } from './stegos-error.ts'
import type { TransportFactory } from './transport.ts'
import { createDeprecationWarning } from './warn-deprecated.ts'
import { webSocket } from './web-socket.ts'

export type ClientOptions = {
  /** Address of the node, such as `http://127.0.0.1:3145`. With `ws://` calls go over the WebSocket, too. */
  readonly url: string | URL
  /** The bearer token; that of the owner is in `api.token` in the data directory of the node. */
  readonly token?: string | undefined
  /** What carries calls: `http()`, `webSocket()` or one of your own. The scheme of `url` chooses unless told. */
  readonly transport?: TransportFactory | undefined
  /** Milliseconds one attempt of a call may take; a minute unless told. */
  readonly timeout?: number | undefined
  /** How failed calls are repeated; false never repeats. */
  readonly retry?: Partial<Retry> | false | undefined
  /** Is told what a developer should know, such as that the node serves another contract. Prints it unless told. */
  readonly onWarning?: ((message: string) => void) | undefined
  /** Whether to compare the contract of the node with that of this SDK after the first call. True unless told. */
  readonly checkContract?: boolean | undefined
  /** Used instead of the platform's `WebSocket`. */
  readonly WebSocket?: typeof WebSocket | undefined
  /** Milliseconds of silence after which a connection is probed; 15 seconds unless told. */
  readonly probeInterval?: number | undefined
  /** Numbers from 0 to 1 that spread attempts; `Math.random` unless told. */
  readonly random?: (() => number) | undefined
}

/**
 * Makes a client of one node. Nothing happens until the first call.
 *
 * @example
 * const client = createClient({ url: 'http://127.0.0.1:3145', token })
 * const { accountId, address } = await client.account.create({ name: 'shop' })
 */
export function createClient(options: ClientOptions): Client {
  const { token, random = Math.random, timeout = 60_000, probeInterval = 15_000, onWarning = warn } = options
  const given = new URL(options.url)
  const transport = options.transport ?? (given.protocol.startsWith('ws') ? webSocket() : http())
  const url = given.href.replace(/^ws/, 'http').replace(/\/+$/, '')
  const retry =
    options.retry === false ? { ...DEFAULT_RETRY, attempts: 1 } : { ...DEFAULT_RETRY, ...options.retry }

  const end = new AbortController()
  const socket = createSocket({ url, token, probeInterval, WebSocket: options.WebSocket })
  const endpoint = { url, token, socket }
  const carrier = transport(endpoint)
  const call = createCaller({ transport: carrier, retry, timeout, random, signal: end.signal })
  const modules: Omit<FollowModules, 'signal'> = {
    socket,
    probe: (signal) => http()(endpoint).request('node.version', {}, signal),
    retry,
    random,
  }

  const warnDeprecated = createDeprecationWarning(DEPRECATED, onWarning)
  let unchecked = options.checkContract ?? true
  const checkedCall: Client['call'] = async (method, params, callOptions) => {
    warnDeprecated(method)
    const result = await call(method, params, callOptions)
    if (unchecked) {
      unchecked = false
      call('node.version', {}).then(({ contract }) => {
        if (contract.hash !== CONTRACT_HASH) onWarning(contractWarning(contract.version))
      }, ignore)
    }
    return result
  }

  const close = () => {
    end.abort(
      new StegosError({ symbol: 'client_closed', message: 'Client closed', data: {}, retryable: false }),
    )
    socket.close()
  }

  return {
    ...methodsOf(checkedCall),
    call: checkedCall,
    events: <Of extends TopicPattern>(eventsOptions: EventsOptions<Of>) => {
      const signals = [end.signal, ...(eventsOptions.signal ? [eventsOptions.signal] : [])]
      return followEvents<Of>(eventsOptions, { ...modules, signal: AbortSignal.any(signals) })
    },
    close,
    [Symbol.dispose]: close,
  }
}

function methodsOf(call: Client['call']): ClientMethods {
  const groups: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(METHODS)) {
    const [group, method] = name.split('.')
    if (!method) continue
    groups[group!] ??= {}
    groups[group!]![method] = (params: object = {}, options?: object) =>
      call(name as CallableMethod, params as never, options)
  }
  return groups as unknown as ClientMethods
}

function contractWarning(version: string): string {
  return `The node serves another contract (version ${version}) than this SDK was made from. Update the older one of the two.`
}

function warn(message: string): void {
  // biome-ignore lint/suspicious/noConsole: where a developer looks, and `onWarning` takes its place
  console.warn(`stegos: ${message}`)
}

function ignore(): void {}
