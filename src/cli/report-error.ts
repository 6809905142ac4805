/** What a person, or with --json a program, gets to read of an error; and how the command ends with it. */
import { isStegosError } from '../sdk/stegos-error.ts'
import { CliError } from './cli-error.ts'
import { describeErrorData, hintsOf } from './describe-error.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

/** What another token, or another time, would allow. */
const NOT_PERMITTED: readonly string[] = [
  'unauthorized',
  'scope_missing',
  'token_expired',
  'token_revoked',
  'method_not_allowed',
  'account_not_allowed',
  'over_budget',
]

export function reportError(error: unknown, json: boolean, io: Pick<Io, 'note' | 'signal'>): ExitCode {
  if (io.signal.aborted) return EXIT.interrupted
  if (isStegosError(error)) {
    const { symbol, code, message, data, idempotencyKey } = error
    if (json) io.note(JSON.stringify({ error: { symbol, code, message, data, idempotencyKey } }))
    else
      io.note([`stegos: ${message} (${symbol})`, ...describeErrorData(error), ...hintsOf(error)].join('\n'))
    return exitCodeOf(symbol)
  }
  const code = error instanceof CliError ? error.code : EXIT.refused
  const message = error instanceof Error ? error.message : String(error)
  io.note(json ? JSON.stringify({ error: { message } }) : `stegos: ${message}`)
  return code
}

function exitCodeOf(symbol: string): ExitCode {
  if (symbol === 'connection_lost' || symbol === 'timeout' || symbol === 'invalid_response')
    return EXIT.unreachable
  if (NOT_PERMITTED.includes(symbol)) return EXIT.notPermitted
  return EXIT.refused
}
