/** An event that could not be dealt with. Whoever takes it answers for it from then on. */
import type { BotEvents } from './bot-events.ts'

export type DeadLetter = BotEvents & {
  /** Once it was taken, it may be taken again after a crash: this tells whether it is the same. */
  readonly id: string
  readonly attempts: number
  /** What the handler threw the last time. */
  readonly error: unknown
}

/** Takes an event over. It is done when this resolves; when it fails, the bot ends before the event. */
export type DeadLetterHook = (letter: DeadLetter) => unknown
