/** How errors of the contract stand in HTTP. */
import type { FastifyReply } from 'fastify'
import type { ErrorEntry } from '../contract/document.ts'
import type { ErrorObject } from '../rpc/rpc-error.ts'

/** Errors of the request rather than of a call: they alone change the status of an answer to `POST /rpc`. */
const REQUEST_ERRORS: readonly string[] = [
  'unauthorized',
  'token_expired',
  'token_revoked',
  'rate_limited',
  'body_too_large',
  'host_not_allowed',
]

export class HttpErrors {
  readonly #status: ReadonlyMap<string, number>

  constructor(table: readonly ErrorEntry[]) {
    this.#status = new Map(table.map(({ symbol, http }) => [symbol, http]))
  }

  /** The status of an answer to `POST /rpc`: JSON-RPC has its own errors, so most of them travel with 200. */
  rpcStatus(error: ErrorObject | undefined): number {
    return error && REQUEST_ERRORS.includes(error.data.type) ? this.status(error) : 200
  }

  /** The status that says the same as the error. */
  status({ data }: ErrorObject): number {
    return this.#status.get(data.type) ?? 500
  }

  /** Headers that belong to the error. */
  describe(reply: FastifyReply, { data }: ErrorObject): void {
    if (this.#status.get(data.type) === 401) reply.header('www-authenticate', 'Bearer realm="stegos"')
    if (data.type === 'rate_limited') reply.header('retry-after', String(Math.ceil(Number(data.retryAfter))))
  }
}
