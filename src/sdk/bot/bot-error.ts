/** What ends a bot that was not told to end. */

export type BotErrorDetails = {
  /** `handler_failed`: all attempts failed, and nobody took the dead letter. `gap`: events are lost that no list tells of. */
  readonly code: 'handler_failed' | 'gap'
  /** The event, for `handler_failed`. */
  readonly id?: string | undefined
  /** What cannot be caught up, for `gap`. */
  readonly topics?: readonly string[] | undefined
  readonly cause: unknown
}

export class BotError extends Error {
  override readonly name = 'BotError'
  readonly code: BotErrorDetails['code']
  readonly id: string | undefined
  readonly topics: readonly string[] | undefined

  constructor(message: string, { code, id, topics, cause }: BotErrorDetails) {
    super(message, { cause })
    this.code = code
    this.id = id
    this.topics = topics
  }
}
