/**
 * JSON-RPC 2.0, https://www.jsonrpc.org/specification: text in, text out, over any transport. Written here because section 7
 * of the specification is a promise: the library json-rpc-2.0 answers a batch of one with a bare object and takes a method
 * that is not a string.
 */
import type { ServerLimits } from '../limits.ts'
import type { CallContext } from './context.ts'
import type { ErrorMapper } from './error-mapper.ts'
import { readJson } from './read-json.ts'
import { readRequest } from './request.ts'
import { type ErrorObject, RpcError } from './rpc-error.ts'

/** Carries out one call. What it throws becomes an error object. */
export type Invoke = (method: string, params: unknown, context: CallContext) => Promise<unknown>

export type DispatcherModules = {
  readonly invoke: Invoke
  readonly errors: ErrorMapper
  readonly limits: Pick<ServerLimits, 'batchCalls' | 'batchResponseBytes'>
  /** Throws `rate_limited` when the caller has to wait. */
  readonly admit: (context: CallContext) => void
  /** Told of each call how it went: "ok" or the symbol of the error, and how many milliseconds it took. */
  readonly observe: (method: string, outcome: string, milliseconds: number) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The result as JSON, or the error. */
export type Outcome =
  | { readonly result: string; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: ErrorObject }

export type Answer = {
  /** The text to send. */
  readonly text: string
  /** The error, when the whole answer is one. */
  readonly error: ErrorObject | undefined
}

export class Dispatcher {
  readonly #modules: DispatcherModules

  constructor(modules: DispatcherModules) {
    this.#modules = modules
  }

  /** Charges the caller for a request that is yet to be read; the error when the caller has to wait. */
  charge(context: CallContext): ErrorObject | undefined {
    const { admit, errors, observe } = this.#modules
    try {
      admit(context)
      return undefined
    } catch (cause) {
      const error = errors.toErrorObject(cause, '')
      observe('', error.data.type, 0)
      return error
    }
  }

  /** Answers a request or a batch; undefined when nothing is to be answered, because all of it were notifications. */
  async answer(body: Uint8Array, context: CallContext): Promise<Answer | undefined> {
    let message: unknown
    try {
      message = readJson(body)
    } catch (cause) {
      return this.refuse(cause, context)
    }
    return Array.isArray(message) ? this.#batch(message, context) : this.#single(message, context)
  }

  /** Carries out one call outside JSON-RPC, for transports with requests and errors of their own. */
  call(method: string, params: Uint8Array, context: CallContext): Promise<Outcome> {
    return this.#carryOut(method, () => (params.length === 0 ? undefined : readJson(params)), context)
  }

  /** Calls of a batch are carried out one after another, so that one may build on those before it. */
  async #batch(messages: readonly unknown[], context: CallContext): Promise<Answer | undefined> {
    const { batchCalls, batchResponseBytes } = this.#modules.limits
    if (messages.length === 0) {
      return this.refuse(
        new RpcError('invalid_request', { reason: 'a batch holds at least one call' }),
        context,
      )
    }
    if (messages.length > batchCalls) {
      return this.refuse(new RpcError('batch_too_large', { limit: batchCalls }), context)
    }
    const texts: string[] = []
    let bytes = 0
    for (const message of messages) {
      const answer =
        bytes > batchResponseBytes
          ? this.#skip(message, batchResponseBytes)
          : await this.#single(message, context)
      if (!answer) continue
      texts.push(answer.text)
      bytes += Buffer.byteLength(answer.text)
    }
    return texts.length === 0 ? undefined : { text: `[${texts.join(',')}]`, error: undefined }
  }

  async #single(message: unknown, context: CallContext): Promise<Answer | undefined> {
    const { method, params, id, fault } = readRequest(message)
    const outcome = await this.#carryOut(
      method,
      () => {
        if (fault !== undefined) throw new RpcError('invalid_request', { reason: fault })
        return params
      },
      context,
    )
    if (id === undefined) return undefined
    if (outcome.error) return failure(id, outcome.error)
    return {
      text: `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${outcome.result}}`,
      error: undefined,
    }
  }

  async #carryOut(method: string, readParams: () => unknown, context: CallContext): Promise<Outcome> {
    const { admit, invoke, errors, observe, now } = this.#modules
    const started = now()
    try {
      admit(context)
      const result = JSON.stringify(await invoke(method, readParams(), context))
      observe(method, 'ok', now() - started)
      return { result }
    } catch (cause) {
      const error = errors.toErrorObject(cause, method)
      observe(method, error.data.type, now() - started)
      return { error }
    }
  }

  /** A call of a batch whose answers have reached their limit. */
  #skip(message: unknown, limit: number): Answer | undefined {
    const { id, method } = readRequest(message)
    if (id === undefined) return undefined
    return failure(
      id,
      this.#modules.errors.toErrorObject(new RpcError('response_too_large', { limit }), method),
    )
  }

  /** An error for a message as a whole. */
  async refuse(cause: unknown, context: CallContext): Promise<Answer> {
    const refused = () => {
      throw cause
    }
    const { error } = await this.#carryOut('', refused, context)
    return failure(null, error!)
  }
}

function failure(id: string | number | null, error: ErrorObject): Answer {
  return { text: JSON.stringify({ jsonrpc: '2.0', id, error }), error }
}
