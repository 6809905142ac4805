/**
 * What the node needs of a logger: a subset of pino's, so that a pino instance fits and a test can pass its own.
 * Fields never hold a secret: no key, phrase, passphrase, token, idempotency key or decrypted payload.
 */
export type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => void

export type Logger = {
  readonly debug: LogMethod
  readonly info: LogMethod
  readonly warn: LogMethod
  readonly error: LogMethod
}

const ignore: LogMethod = () => {}

export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore }
