/** One subscription on one connection, with a bounded queue: it ends with the connection, or when the reader falls behind. */
import { createFeed } from './feed.ts'
import type { Cursor, EventNotification, SubscribeParams } from './generated/contract.ts'
import type { Socket } from './socket.ts'

export type Subscription = {
  /** Where it starts: events after this. */
  readonly cursor: Cursor
  /** The next notification, or undefined at the end. @throws the signal's reason */
  next(signal: AbortSignal): Promise<EventNotification | undefined>
  /** Whether it ended because the queue was full. What was dropped comes after the cursor of the last notification. */
  overflowed(): boolean
  /** Ends it. */
  leave(): void
}

/**
 * @param limit notifications the queue holds
 * @throws StegosError the error of the node, or `connection_lost`; or the signal's reason
 */
export async function openSubscription(
  socket: Socket,
  params: SubscribeParams,
  limit: number,
  signal: AbortSignal,
): Promise<Subscription> {
  const connection = await socket.connect(signal)
  const feed = createFeed<EventNotification>(limit)
  let overflowed = false
  const subscribed = await connection.subscribe(
    params,
    (notification) => {
      if (feed.push(notification)) return
      overflowed = true
      feed.end()
      connection.unsubscribe(notification.subscription)
    },
    signal,
  )
  connection.ended.then(feed.end)
  return {
    cursor: subscribed.cursor,
    next: feed.next,
    overflowed: () => overflowed,
    leave: () => connection.unsubscribe(subscribed.subscription),
  }
}
