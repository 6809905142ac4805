/** The frames of JSON-RPC 2.0, as far as a client meets them. */
import type { ErrorSymbol } from './generated/contract.ts'
import { StegosError } from './stegos-error.ts'

/** An answer, as it comes from the wire. */
export type JsonRpcResponse = {
  readonly id: number | string | null
  readonly result?: unknown
  readonly error?: {
    readonly code: number
    readonly message: string
    readonly data?: { readonly type: ErrorSymbol; readonly retryable: boolean }
  }
}

/** The text of a request. */
export function encodeRequest(id: number, method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params })
}

/**
 * The result in an answer.
 *
 * @throws StegosError the one it carries, or `invalid_response` when it is no answer of a node
 */
export function resultOf(answer: unknown, status?: number): unknown {
  if (typeof answer !== 'object' || answer === null) throw invalidResponse(status)
  const { result, error } = answer as JsonRpcResponse
  if (!error && result !== undefined) return result
  if (!error?.data?.type) throw invalidResponse(status)
  const { code, message, data } = error
  throw new StegosError({ symbol: data.type, message, data: data as never, retryable: data.retryable, code })
}

export function invalidResponse(status?: number, cause?: unknown): StegosError<'invalid_response'> {
  const what = status === undefined ? '' : ` (HTTP status ${status})`
  return new StegosError({
    symbol: 'invalid_response',
    message: `The answer is not one of a Stegos node${what}`,
    data: { status },
    // What a proxy says while the node behind it is away.
    retryable: status === 502 || status === 503 || status === 504,
    cause,
  })
}

export function connectionLost(url: string, cause?: unknown): StegosError<'connection_lost'> {
  return new StegosError({
    symbol: 'connection_lost',
    message: `No connection to ${url}`,
    data: { url },
    retryable: true,
    cause,
  })
}
