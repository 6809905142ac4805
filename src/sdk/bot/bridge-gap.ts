/** What a bot does when the node cannot go on from the place where it was: lists tell what has happened since. */
import type { Client } from '../client.ts'
import type { Topic } from '../follow-events.ts'
import type { AccountId, Cursor } from '../generated/contract.ts'
import { isStegosError, StegosError } from '../stegos-error.ts'
import { BotError } from './bot-error.ts'
import { type BotEvents, listPlace } from './bot-events.ts'
import type { BotMemory } from './bot-memory.ts'
import { type CatchUpClient, catchUp, isListed } from './catch-up.ts'
import { remedyFor } from './remedy.ts'

/** Events the node does not keep any more, or has never known. Those that lists tell of are caught up. */
export type Gap = {
  /** After that. */
  readonly cursor: Cursor
  /** What no list tells of: whatever happened there in between is lost. */
  readonly lost: readonly Topic[]
  readonly error: unknown
}

export type BridgeOptions = {
  readonly topics: readonly Topic[]
  readonly accountId: AccountId | undefined
  readonly onGap: ((gap: Gap) => unknown) | undefined
}

export type BridgeModules = {
  readonly client: Pick<Client, 'events'> & CatchUpClient
  readonly memory: BotMemory
  readonly deal: (item: BotEvents) => Promise<void>
  readonly signal: AbortSignal
}

/** Whether an error of a stream means that the node cannot go on from the place the bot has stored. */
export function isGap(error: unknown, { stored }: Pick<BotMemory, 'stored'>): boolean {
  // One that was never good is a mistake, and no gap.
  return isStegosError(error, 'cursor_expired') || (stored && isStegosError(error, 'invalid_cursor'))
}

/** @throws BotError `gap` when something is lost and nobody is told of it; what `deal` throws; errors of calls */
export async function bridgeGap(
  error: unknown,
  { topics, accountId, onGap }: BridgeOptions,
  { client, memory, deal, signal }: BridgeModules,
): Promise<void> {
  const lost = topics.filter((topic) => !isListed(topic))
  if (lost.length > 0 && !onGap) throw unbridged(lost, error)
  await onGap?.({ cursor: memory.cursor, lost, error })
  // Taken before the lists are read, so that nothing falls in between.
  const cursor = await placeNow(client, { topics, accountId, signal })
  const heights = new Map<string, number>()
  const items = catchUp(client, { topics, accountId, heightOf: memory.heightOf }, signal)
  for (;;) {
    const { value: item, done } = await items.next().catch((cause) => {
      throw isStegosError(cause) && remedyFor(cause) === 'give_up' ? unbridged(topics, cause) : cause
    })
    if (done || !item) break
    await deal(item)
    const place = listPlace(item)
    if (place) heights.set(place.list, Math.max(heights.get(place.list) ?? 0, place.height))
  }
  await memory.reach(cursor, heights)
}

/** Where a stream that begins now begins. */
async function placeNow(
  client: Pick<Client, 'events'>,
  options: { topics: readonly Topic[]; accountId: AccountId | undefined; signal: AbortSignal },
): Promise<Cursor> {
  for await (const { cursor } of client.events(options)) return cursor
  options.signal.throwIfAborted()
  throw new StegosError({ symbol: 'client_closed', message: 'Client closed', data: {}, retryable: false })
}

function unbridged(topics: readonly Topic[], cause: unknown): BotError {
  return new BotError(`Events were lost: ${topics.join(', ')}`, { code: 'gap', topics, cause })
}
