/** The bounded queue between a connection, which does not wait, and a reader, who takes his time. */
import { unlessAborted } from './abort.ts'

export type Feed<Item> = {
  /** Puts one in. False when there is no room for it, or when the feed has ended. */
  push(item: Item): boolean
  /** Nothing follows what is in the queue. */
  end(): void
  /** The next one in order, or undefined at the end. @throws the signal's reason */
  next(signal: AbortSignal): Promise<Item | undefined>
}

/** @param limit items it holds at most */
export function createFeed<Item>(limit: number): Feed<Item> {
  const queue: Item[] = []
  let ended = false
  let wake: (() => void) | undefined

  return {
    push(item) {
      if (ended || queue.length >= limit) return false
      queue.push(item)
      wake?.()
      return true
    },
    end() {
      ended = true
      wake?.()
    },
    async next(signal) {
      while (queue.length === 0 && !ended) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        await unlessAborted(signal, promise)
      }
      signal.throwIfAborted()
      return queue.shift()
    },
  }
}
