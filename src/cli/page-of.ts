import type { Invocation } from './command.ts'

/** What commands that list something, the newest first, ask for with their flags. */
export function pageOf({ settings }: Invocation) {
  const { limit = 20, oldest, cursor } = settings
  return { limit, cursor, order: oldest ? ('oldest' as const) : ('newest' as const) }
}
