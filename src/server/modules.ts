/** What the server is given: the node below it, and everything that is not pure. */
import type { NodeApi } from '../node/api.ts'
import type { Clock } from '../node/clock.ts'
import type { Random } from '../protocol/crypto/random.ts'

/** The part of pino that is used. Objects hold no secrets: parameters and tokens are never put in. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type ServerModules = {
  readonly node: NodeApi
  readonly log: Log
  /** The machine's clock: limits and time-outs do not follow the clock of a development network. */
  readonly clock: Clock
  /** Secure random bytes. */
  readonly random: Random
}
