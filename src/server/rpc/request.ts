/** Reading a request, JSON-RPC 2.0 section 4. */

export type Request = {
  /** Empty where it could not be told. */
  readonly method: string
  readonly params: unknown
  /** Undefined in a notification; null also where the id could not be told. */
  readonly id: string | number | null | undefined
  /** What keeps it from being a request. */
  readonly fault: string | undefined
}

/** A faulty request is never taken for a notification: it is answered, under its id if it has a good one. */
export function readRequest(message: unknown): Request {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return { method: '', params: undefined, id: null, fault: 'a request is an object' }
  }
  const { jsonrpc, method, params, id } = message as Record<string, unknown>
  const answerTo = isId(id) ? id : null
  const fault = faultOf(jsonrpc, method, params, id === undefined || id === answerTo)
  return {
    method: typeof method === 'string' ? method : '',
    params,
    id: fault === undefined && id === undefined ? undefined : answerTo,
    fault,
  }
}

/** A number beyond these bounds would not come back as it was sent, and the answer would be nobody's. */
function isId(id: unknown): id is Request['id'] & (string | number | null) {
  if (typeof id === 'number') return Math.abs(id) <= Number.MAX_SAFE_INTEGER
  return id === null || typeof id === 'string'
}

function faultOf(jsonrpc: unknown, method: unknown, params: unknown, goodId: boolean): string | undefined {
  if (jsonrpc !== '2.0') return 'jsonrpc must be "2.0"'
  if (typeof method !== 'string') return 'method must be a string'
  if (!goodId) return 'id must be a string, a number within 2^53 of zero or null'
  if (params !== undefined && (typeof params !== 'object' || params === null))
    return 'params must be an object'
  return undefined
}
