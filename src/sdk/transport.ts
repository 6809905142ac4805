import type { Socket } from './socket.ts'

/** What carries calls to a node: made by `http` or `webSocket`, or by you. */
export type Transport = {
  /**
   * Makes one call, in one attempt (repeating is the client's business), and resolves to its result.
   *
   * @throws StegosError the error of the node, `connection_lost` or `invalid_response`; or the signal's reason
   */
  request(method: string, params: object, signal: AbortSignal): Promise<unknown>
}

/** Where the node is. */
export type Endpoint = {
  /** Its HTTP address, without a slash at the end, such as `http://127.0.0.1:3145`. */
  readonly url: string
  readonly token: string | undefined
  /** The client's WebSocket connection, which streams use in any case. It opens when it is needed. */
  readonly socket: Socket
}

/** What `createClient` takes as `transport`. */
export type TransportFactory = (endpoint: Endpoint) => Transport
