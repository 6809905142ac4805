/** One event, until it is done: attempts with pauses in between, and in the end a dead letter. */
import { sleep, unlessAborted } from '../abort.ts'
import { backoff, type Retry } from '../backoff.ts'
import { BotError } from './bot-error.ts'
import { type BotContext, type BotEvents, type BotHandlers, eventId, listPlace } from './bot-events.ts'
import type { BotMemory } from './bot-memory.ts'
import type { DeadLetterHook } from './dead-letter.ts'
import type { Remedy } from './remedy.ts'

export type DealOptions = {
  /** Begins every idempotency key. */
  readonly name: string
  readonly on: BotHandlers
  readonly retry: Retry
  readonly remedy: (error: unknown) => Remedy
  readonly onFailure: ((failure: Failure) => void) | undefined
  readonly onDeadLetter: DeadLetterHook | undefined
}

/** An attempt that did not work, and after which another one comes. */
export type Failure = {
  readonly id: string
  readonly attempt: number
  readonly error: unknown
  /** Milliseconds until the next attempt. */
  readonly delay: number
}

export type DealModules = {
  readonly memory: BotMemory
  readonly random: () => number
  /** No further attempt is begun. */
  readonly stop: AbortSignal
  /** The one that is under way is not waited for any longer. */
  readonly leave: AbortSignal
}

/** As the contract has it. */
const LONGEST_KEY = 255

/**
 * @param item what is to be dealt with; the memory says whether it was already
 * @throws BotError `handler_failed` when it can neither be dealt with nor be handed on; the reason of `stop` or `leave`
 */
export async function dealWith(item: BotEvents, options: DealOptions, modules: DealModules): Promise<void> {
  const { memory, random, stop, leave } = modules
  const { retry, remedy } = options
  const id = eventId(item)
  if (memory.has(id)) return memory.pass(item.cursor)
  let isRepeat = memory.mayRepeat || item.cursor === undefined
  await memory.begin()
  let failures = 0
  for (let attempt = 1; ; attempt += 1) {
    const context: BotContext = {
      id,
      cursor: item.cursor,
      attempt,
      isRepeat,
      signal: leave,
      key: (purpose) => keyOf(`${options.name}/${id}/${purpose}`),
    }
    try {
      await unlessAborted(leave, handle(item, options.on, context))
      break
    } catch (error) {
      leave.throwIfAborted()
      const needed = remedy(error)
      if (needed === 'stop') throw failed(id, error)
      if (needed !== 'wait') failures += 1
      if (needed === 'give_up' || failures >= retry.attempts) {
        await bury(item, id, attempt, error, options.onDeadLetter)
        break
      }
      const delay = backoff(attempt, retry, random)
      options.onFailure?.({ id, attempt, error, delay })
      isRepeat = true
      await sleep(delay, stop)
    }
  }
  // A list need not be in the order of blocks: what it tells raises nothing before its end.
  await memory.done(id, item.cursor, item.cursor === undefined ? undefined : listPlace(item))
}

async function handle({ topic, event }: BotEvents, on: BotHandlers, context: BotContext): Promise<void> {
  // Only topics that have a handler are followed.
  await on[topic]!(event as never, context)
}

async function bury(
  item: BotEvents,
  id: string,
  attempts: number,
  error: unknown,
  take: DeadLetterHook | undefined,
): Promise<void> {
  if (!take) throw failed(id, error)
  try {
    await take({ ...item, id, attempts, error })
  } catch (cause) {
    throw failed(id, new AggregateError([error, cause], 'the dead letter was not taken'))
  }
}

function failed(id: string, cause: unknown): BotError {
  return new BotError(`No handler could deal with ${id}`, { code: 'handler_failed', id, cause })
}

/** @throws RangeError when it is longer than the node takes */
function keyOf(key: string): string {
  if (key.length > LONGEST_KEY)
    throw new RangeError(`an idempotency key of ${key.length} characters: name or purpose are too long`)
  return key
}
