/** Runs a bot: events come in order, each until it is done, and what is done is stored before the next. */
import { sleep } from '../abort.ts'
import { backoff, DEFAULT_RETRY, type Retry } from '../backoff.ts'
import type { Client } from '../client.ts'
import type { Topic } from '../follow-events.ts'
import type { AccountId, Cursor } from '../generated/contract.ts'
import type { BotEvents, BotHandlers } from './bot-events.ts'
import { openMemory } from './bot-memory.ts'
import type { BotState, BotStore } from './bot-state.ts'
import { bridgeGap, type Gap, isGap } from './bridge-gap.ts'
import type { CatchUpClient } from './catch-up.ts'
import type { DeadLetterHook } from './dead-letter.ts'
import { type DealModules, type DealOptions, dealWith, type Failure } from './deal-with.ts'
import { type Remedy, remedyFor } from './remedy.ts'

export type BotOptions = {
  readonly client: Pick<Client, 'events' | 'node'> & CatchUpClient
  /** Names the bot in its idempotency keys: two bots that answer the same events need two names. */
  readonly name: string
  readonly store: BotStore
  /** A handler for each topic to follow. */
  readonly on: BotHandlers
  /** Only what concerns this account. */
  readonly accountId?: AccountId | undefined
  /** Where the very first run begins: `now` (the default), `genesis` or a cursor. */
  readonly from?: Cursor | undefined
  /** How often a handler that throws is called again: five attempts, a second to half a minute apart, unless told. */
  readonly retry?: Partial<Retry> | undefined
  /** What helps against an error of a handler; `remedyFor` unless told. */
  readonly remedy?: ((error: unknown) => Remedy) | undefined
  /** Takes what could not be dealt with. Without it, or when it fails, the bot ends, and begins again with that event. */
  readonly onDeadLetter?: DeadLetterHook | undefined
  /** Is told of attempts that did not work. */
  readonly onFailure?: ((failure: Failure) => void) | undefined
  /** Is told of a gap. Without it, one that no list fills ends the bot. */
  readonly onGap?: ((gap: Gap) => unknown) | undefined
  /** Ids of events that are known again, the newest; 1,000 unless told. */
  readonly remember?: number | undefined
  /** Stops the bot: what is being dealt with is finished, and the place is stored. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds a handler is given to finish then; ten seconds unless told. */
  readonly grace?: number | undefined
  /** Milliseconds after which the place is stored anew also when nothing happens; ten minutes unless told. */
  readonly checkpoint?: number | undefined
  /** Numbers from 0 to 1 that spread attempts; `Math.random` unless told. */
  readonly random?: (() => number) | undefined
}

const ATTEMPTS: Retry = { attempts: 5, delay: 1_000, maxDelay: 30_000 }

/**
 * Hands every event to its handler, at least once, in order, across crashes of the program and of the node; one that was
 * done is not handed over again. Resolves when the signal has stopped it, or the client was closed.
 *
 * @throws BotError; StegosError when following makes no sense (`unauthorized`, `account_not_found`); what the store throws
 * @example
 * await runBot({
 *   client,
 *   name: 'shop',
 *   store: fileStore('shop.json'),
 *   signal: stopSignal(),
 *   on: {
 *     'payment.status': async ({ paymentId, direction, status, amount }, { isRepeat }) => {
 *       if (direction === 'in' && status === 'final') await credit(paymentId, amount)
 *     },
 *   },
 * })
 */
export async function runBot(options: BotOptions): Promise<void> {
  const { client, accountId, random = Math.random, grace = 10_000, checkpoint = 600_000 } = options
  const stop = options.signal ?? new AbortController().signal
  const retry = { ...ATTEMPTS, ...options.retry }
  const topics = Object.keys(options.on).filter((topic) => options.on[topic as Topic]) as Topic[]
  const patiently = <Value>(attempt: () => Promise<Value>) => untilThere(attempt, random, stop)

  const begin = async (): Promise<Pick<BotState, 'cursor' | 'height'>> => {
    const cursor = options.from ?? 'now'
    if (cursor !== 'now') return { cursor, height: 0 }
    // Asked before the stream begins: nothing that follows is lower.
    const { height } = await patiently(() => client.node.status({}, { signal: stop }))
    return { cursor, height }
  }

  const leaving = new AbortController()
  let patience: ReturnType<typeof setTimeout> | undefined
  const onStop = () => {
    patience = setTimeout(() => leaving.abort(stop.reason), grace)
  }
  if (stop.aborted) return
  stop.addEventListener('abort', onStop, { once: true })
  try {
    const memory = await openMemory(options.store, options.remember ?? 1_000, begin)
    const dealing: DealOptions = {
      name: options.name,
      on: options.on,
      retry,
      remedy: options.remedy ?? remedyFor,
      onFailure: options.onFailure,
      onDeadLetter: options.onDeadLetter,
    }
    const modules: DealModules = { memory, random, stop, leave: leaving.signal }
    const deal = (item: BotEvents) => dealWith(item, dealing, modules)
    /** False when the stream has ended by itself, which it does only with the client. */
    const follow = async (): Promise<boolean> => {
      // Begun anew now and then: the place of a quiet stream grows old, and a node need not keep old ones.
      const renew = new AbortController()
      let timer: ReturnType<typeof setTimeout> | undefined
      const signal = AbortSignal.any([stop, renew.signal])
      try {
        for await (const item of client.events({ topics, accountId, from: memory.cursor, signal })) {
          if (item.topic !== 'caught_up') await deal(item)
          else {
            await memory.reach(item.cursor)
            timer = setTimeout(() => renew.abort(), checkpoint)
          }
        }
      } catch (error) {
        if (!isGap(error, memory)) throw error
        const gap = { topics, accountId, onGap: options.onGap }
        await bridgeGap(error, gap, { client, memory, deal, signal: stop })
        return true
      } finally {
        clearTimeout(timer)
      }
      return signal.aborted
    }
    let open = true
    while (open && !stop.aborted) open = await patiently(follow).catch(unlessStopped(stop))
    await memory.rest()
  } catch (error) {
    if (!stop.aborted || error !== stop.reason) throw error
  } finally {
    stop.removeEventListener('abort', onStop)
    clearTimeout(patience)
  }
}

/** Repeats what fails because the node is not there. */
async function untilThere<Value>(
  attempt: () => Promise<Value>,
  random: () => number,
  signal: AbortSignal,
): Promise<Value> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (remedyFor(error) !== 'wait') throw error
      await sleep(backoff(failures, DEFAULT_RETRY, random), signal)
    }
  }
}

/** @throws what has happened, unless it is the end that was asked for */
function unlessStopped(stop: AbortSignal): (error: unknown) => false {
  return (error) => {
    if (!stop.aborted || error !== stop.reason) throw error
    return false
  }
}
