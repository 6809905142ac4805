/** What passes between the pool and a thread, and how an error travels: a structured clone would lose its class and code. */
import { ProtocolError, type ProtocolErrorCode } from '../../protocol/errors.ts'
import { WorkerError } from './worker-error.ts'

export type JobMessage = { readonly kind: string; readonly input: unknown }

export type ResultMessage =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: SentError }

type SentError =
  | {
      readonly type: 'protocol'
      readonly code: ProtocolErrorCode
      readonly message: string
      readonly details: Record<string, string | number>
    }
  | { readonly type: 'other'; readonly message: string; readonly stack: string | undefined }

export function sendError(error: unknown): SentError {
  if (error instanceof ProtocolError) {
    const { code, message, details } = error
    return { type: 'protocol', code, message, details }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { type: 'other', message, stack }
}

export function receiveError(kind: string, error: SentError): Error {
  if (error.type === 'protocol') return new ProtocolError(error.code, error.message, error.details)
  const cause = new Error(error.message)
  if (error.stack !== undefined) cause.stack = error.stack
  return new WorkerError('job_failed', kind, `the job ${kind} failed: ${error.message}`, cause)
}
