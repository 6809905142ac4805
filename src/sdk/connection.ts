/** One open WebSocket connection: calls, and the events of subscriptions. It ends once and does not come back. */
import { unlessAborted } from './abort.ts'
import type { EventNotification, Subscribed, SubscribeParams } from './generated/contract.ts'
import { connectionLost, encodeRequest, type JsonRpcResponse, resultOf } from './json-rpc.ts'
import type { StegosError } from './stegos-error.ts'

export type Connection = {
  /** Makes one call. @throws StegosError the error of the node, or `connection_lost`; or the signal's reason */
  request(method: string, params: object, signal: AbortSignal): Promise<unknown>
  /** Subscribes; `listener` gets every notification of the subscription, from the first on. Throws like `request`. */
  subscribe(
    params: SubscribeParams,
    listener: (notification: EventNotification) => void,
    signal: AbortSignal,
  ): Promise<Subscribed>
  /** Ends a subscription without waiting; what is under way of it is dropped. */
  unsubscribe(subscription: string): void
  /** Resolves when the connection has ended. */
  readonly ended: Promise<StegosError>
  close(): void
}

export type ConnectionOptions = {
  /** Address of the node, for messages. */
  readonly url: string
  /** Milliseconds of silence after which the connection is probed; after two more it counts as lost. */
  readonly probeInterval: number
}

type Pending = {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
  /** Runs before anything that follows on the wire, so that no event comes before its listener. */
  readonly first: ((result: unknown) => void) | undefined
}

/** Takes over a socket that is opening. @throws StegosError `connection_lost` when it does not open */
export function connect(socket: WebSocket, { url, probeInterval }: ConnectionOptions): Promise<Connection> {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, (notification: EventNotification) => void>()
  const { promise: ended, resolve: end } = Promise.withResolvers<StegosError>()
  let lastId = 0
  let over: StegosError | undefined
  let quiet = 0
  let probe: ReturnType<typeof setInterval> | undefined

  const finish = (cause?: unknown) => {
    if (over) return
    over = connectionLost(url, cause)
    clearInterval(probe)
    for (const call of pending.values()) call.reject(over)
    pending.clear()
    listeners.clear()
    end(over)
    socket.close()
  }

  const send = (method: string, params: object, first?: Pending['first']) =>
    new Promise<unknown>((resolve, reject) => {
      if (over) return reject(over)
      const id = ++lastId
      pending.set(id, { resolve, reject, first })
      socket.send(encodeRequest(id, method, params))
    })

  const unsubscribe = (subscription: string) => {
    if (listeners.delete(subscription)) send('unsubscribe', { subscription }).catch(() => {})
  }

  const receive = (text: unknown) => {
    const frame = JSON.parse(text as string) as JsonRpcResponse & {
      method?: string
      params: EventNotification
    }
    if (frame.method === 'event') return listeners.get(frame.params.subscription)?.(frame.params)
    const call = pending.get(frame.id as number)
    if (!call) return
    pending.delete(frame.id as number)
    try {
      const result = resultOf(frame)
      call.first?.(result)
      call.resolve(result)
    } catch (error) {
      call.reject(error)
    }
  }

  const connection: Connection = {
    request: (method, params, signal) => unlessAborted(signal, send(method, params)),
    subscribe: (params, listener, signal) => {
      const made = send('subscribe', params, (result) =>
        listeners.set((result as Subscribed).subscription, listener),
      ) as Promise<Subscribed>
      return unlessAborted(signal, made).catch((error) => {
        // Whoever gave up waiting does not want the subscription that comes all the same.
        if (signal.aborted) made.then(({ subscription }) => unsubscribe(subscription)).catch(() => {})
        throw error
      })
    },
    unsubscribe,
    ended,
    close: finish,
  }

  return new Promise((resolve, reject) => {
    ended.then(reject)
    socket.onmessage = ({ data }) => {
      quiet = 0
      try {
        receive(data)
      } catch (cause) {
        finish(cause)
      }
    }
    socket.onclose = finish
    socket.onerror = finish
    socket.onopen = () => {
      // A connection can be dead without either end being told; browsers have no ping of their own.
      probe = setInterval(() => {
        quiet += 1
        if (quiet === 1) send('node.version', {}).catch(() => {})
        else if (quiet > 2) finish()
      }, probeInterval)
      resolve(connection)
    }
  })
}
