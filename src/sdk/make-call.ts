/** One call, repeated until it is answered: always with the same idempotency key, so that it never has a second effect. */
import { sleep, unlessAborted } from './abort.ts'
import { backoff, type Retry } from './backoff.ts'
import type { Client } from './client.ts'
import { METHODS } from './generated/contract.ts'
import { isStegosError, StegosError } from './stegos-error.ts'
import type { Transport } from './transport.ts'

export type CallerModules = {
  readonly transport: Transport
  readonly retry: Retry
  /** Milliseconds for one attempt. */
  readonly timeout: number
  readonly random: () => number
  /** Ends all calls. */
  readonly signal: AbortSignal
}

type Keyed = { idempotencyKey?: string | undefined }

export function createCaller({ transport, retry, random, ...modules }: CallerModules): Client['call'] {
  const attempt = async (method: string, params: object, signal: AbortSignal, timeout: number) => {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(timedOut(timeout)), timeout)
    const either = AbortSignal.any([signal, limit.signal])
    try {
      return await unlessAborted(either, transport.request(method, params, either))
    } finally {
      clearTimeout(timer)
    }
  }

  return async (method, given, options = {}) => {
    const signal = options.signal ? AbortSignal.any([modules.signal, options.signal]) : modules.signal
    const params: Keyed = { ...(given as Keyed) }
    if (METHODS[method] === 'key')
      params.idempotencyKey = options.idempotencyKey ?? params.idempotencyKey ?? randomKey()
    // What a method does that is not in this contract nobody knows: repeated, it might do it twice.
    const attempts = METHODS[method] || params.idempotencyKey !== undefined ? retry.attempts : 1
    for (let failures = 1; ; failures += 1) {
      try {
        signal.throwIfAborted()
        return (await attempt(method, params, signal, options.timeout ?? modules.timeout)) as never
      } catch (error) {
        if (!isStegosError(error)) throw error
        error.method = method
        error.idempotencyKey = params.idempotencyKey
        if (!error.retryable || failures >= attempts) throw error
        const asked = isStegosError(error, 'rate_limited') ? error.data.retryAfter * 1_000 : 0
        await sleep(Math.max(asked, backoff(failures, retry, random)), signal)
      }
    }
  }
}

function timedOut(milliseconds: number): StegosError<'timeout'> {
  return new StegosError({
    symbol: 'timeout',
    message: `No answer within ${milliseconds} ms`,
    data: { milliseconds },
    retryable: true,
  })
}

/** 128 random bits. Not `randomUUID`, which browsers keep from pages that came over plain HTTP. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
