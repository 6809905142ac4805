import type { TransportFactory } from './transport.ts'

/**
 * Calls over the WebSocket connection that also carries the streams: what `createClient` uses when its address begins
 * with `ws`. The connection stays open until `client.close()`.
 *
 * @example
 * const client = createClient({ url: 'ws://127.0.0.1:3145', token })
 */
export function webSocket(): TransportFactory {
  return ({ socket }) => {
    let held = false
    return {
      async request(method, params, signal) {
        // Once and for good: calls keep the connection that streams would let go of.
        if (!held) socket.hold()
        held = true
        const connection = await socket.connect(signal)
        return connection.request(method, params, signal)
      },
    }
  }
}
