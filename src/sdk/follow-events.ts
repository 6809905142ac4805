/** A stream that outlives its connections: it looks for a new one and goes on after the last item it has given. */
import { sleep } from './abort.ts'
import { backoff, type Retry } from './backoff.ts'
import type { AccountId, Cursor, Events, Markers, TopicPattern } from './generated/contract.ts'
import type { Socket } from './socket.ts'
import { isStegosError } from './stegos-error.ts'
import { openSubscription, type Subscription } from './subscription.ts'

/** What an event can be about. */
export type Topic = keyof Events

/** The topics that a pattern such as `stake.*` stands for. */
export type TopicsOf<Of extends TopicPattern> = Of extends `${infer Group}.*`
  ? Extract<Topic, `${Group}.${string}`>
  : Extract<Topic, Of>

/** One step of a stream: an event of one of the topics, or the mark between what had been and what is new. */
export type StreamItem<Of extends Topic = Topic> = {
  [Name in Of | 'caught_up']: {
    readonly topic: Name
    /** Store it once you have dealt with the item, and give it as `from` to go on after it. */
    readonly cursor: Cursor
    readonly event: (Events & Markers)[Name]
  }
}[Of | 'caught_up']

export type EventsOptions<Of extends TopicPattern = TopicPattern> = {
  /** `stake.*` stands for all topics of the group. */
  readonly topics: readonly Of[]
  /** Only what concerns this account. */
  readonly accountId?: AccountId | undefined
  /** `genesis`, `now` (the default) or a cursor. */
  readonly from?: Cursor | undefined
  /** Ends the stream: the loop is left as if there were nothing more. */
  readonly signal?: AbortSignal | undefined
  /** Items kept for a slow reader, 1,000 unless told. What does not fit is asked for again later. */
  readonly bufferSize?: number | undefined
  /** Is told each time the stream has lost its connection and is about to look for another. */
  readonly onDisconnect?: ((error?: unknown) => void) | undefined
}

export type FollowModules = {
  readonly socket: Socket
  /** A call by HTTP: tells why a socket does not open, which a WebSocket never says. */
  readonly probe: (signal: AbortSignal) => Promise<unknown>
  readonly retry: Retry
  readonly random: () => number
  readonly signal: AbortSignal
}

/**
 * The items of `client.events`: in order, without a gap, without a double, `caught_up` once.
 *
 * @throws StegosError when going on makes no sense (`unauthorized`, `cursor_expired`, `account_not_found`), and
 * `connection_lost` when there never was a connection; one once had is looked for until the signal ends the stream
 */
export async function* followEvents<Of extends TopicPattern>(
  options: EventsOptions<Of>,
  { socket, probe, retry, random, signal }: FollowModules,
): AsyncGenerator<StreamItem<TopicsOf<Of>>, void, void> {
  const { topics, accountId, bufferSize = 1_000, onDisconnect } = options
  let from = options.from
  let subscription: Subscription | undefined
  let connected = false
  let caughtUp = false
  let failures = 0

  const connect = async (): Promise<Subscription> => {
    for (;;) {
      if (failures > 0) await sleep(backoff(failures, retry, random), signal)
      try {
        const opened = await openSubscription(socket, { topics, accountId, from }, bufferSize, signal)
        // From here on the place is known, even if the connection breaks before the first item.
        from = opened.cursor
        connected = true
        return opened
      } catch (error) {
        signal.throwIfAborted()
        if (!isRetryable(error)) throw error
        failures += 1
        if (isStegosError(error, 'connection_lost')) await explain(probe, signal)
        if (!connected && failures >= retry.attempts) throw error
      }
    }
  }

  socket.hold()
  try {
    for (;;) {
      subscription = await connect()
      for (let item = await subscription.next(signal); item; item = await subscription.next(signal)) {
        from = item.cursor
        if (item.topic === 'stop') break
        failures = 0
        if (item.topic === 'caught_up') {
          if (caughtUp) continue
          caughtUp = true
        }
        const { topic, cursor, event } = item
        yield { topic, cursor, event } as StreamItem<TopicsOf<Of>>
      }
      subscription.leave()
      if (subscription.overflowed()) continue
      failures += 1
      onDisconnect?.()
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    subscription?.leave()
    socket.release()
  }
}

function isRetryable(error: unknown): boolean {
  return isStegosError(error) && error.retryable
}

/** @throws the reason why the node does not want a connection, if there is one that waiting cannot heal */
async function explain(probe: FollowModules['probe'], signal: AbortSignal): Promise<void> {
  try {
    await probe(signal)
  } catch (error) {
    if (!isRetryable(error)) throw error
  }
}
