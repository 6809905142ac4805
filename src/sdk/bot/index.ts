/** The bot kit: a program that answers events, and misses none, whatever breaks. Nothing here needs Node; `stegos/bot/node` does. */

export { BotError, type BotErrorDetails } from './bot-error.ts'
export type { BotContext, BotEvents, BotHandler, BotHandlers } from './bot-events.ts'
export type { BotState, BotStore } from './bot-state.ts'
export type { Gap } from './bridge-gap.ts'
export type { DeadLetter, DeadLetterHook } from './dead-letter.ts'
export type { Failure } from './deal-with.ts'
export { type Remedy, remedyFor } from './remedy.ts'
export { type BotOptions, runBot } from './run-bot.ts'
