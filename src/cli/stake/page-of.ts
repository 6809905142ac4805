/** What commands that list something about stake share. */
import type { Invocation } from '../command.ts'

/** Digits of an id or a key in a table. */
export const SHORT = 16

export function pageOf({ settings }: Invocation) {
  const { limit = 20, oldest, cursor } = settings
  return { limit, cursor, order: oldest ? ('oldest' as const) : ('newest' as const) }
}
