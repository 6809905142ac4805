import { connectionLost, encodeRequest, invalidResponse, resultOf } from './json-rpc.ts'
import type { TransportFactory } from './transport.ts'

export type HttpOptions = {
  /** Used instead of the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined
  /** Headers beside those of the client, such as for a proxy. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * One HTTP request per call: what `createClient` uses unless its address begins with `ws`.
 *
 * @example
 * const client = createClient({ url, token, transport: http({ headers: { 'x-team': 'shop' } }) })
 */
export function http(options: HttpOptions = {}): TransportFactory {
  return ({ url, token }) => {
    const send = options.fetch ?? globalThis.fetch.bind(globalThis)
    const headers = {
      ...options.headers,
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    return {
      async request(method, params, signal) {
        let status: number
        let text: string
        try {
          const body = encodeRequest(1, method, params)
          const answer = await send(`${url}/rpc`, { method: 'POST', headers, body, signal })
          status = answer.status
          text = await answer.text()
        } catch (cause) {
          signal.throwIfAborted()
          throw connectionLost(url, cause)
        }
        return resultOf(parse(text, status), status)
      },
    }
  }
}

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalidResponse(status, cause)
  }
}
