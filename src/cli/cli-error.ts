import { EXIT, type ExitCode } from './exit-codes.ts'

/** Why a command ends early. The message is for the person at the terminal, and says what to do. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: ExitCode

  constructor(code: ExitCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** A flag, an argument, a variable or the configuration file is wrong. */
export function usageError(message: string): CliError {
  return new CliError(EXIT.usage, message)
}
