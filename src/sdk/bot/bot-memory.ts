/** The state of a bot while it runs: what is done is on disk before the next event is begun. */
import type { Cursor } from '../generated/contract.ts'
import type { ListPlace } from './bot-events.ts'
import { type BotState, type BotStore, checkState } from './bot-state.ts'

export type BotMemory = {
  readonly cursor: Cursor
  /** Whether anything was ever stored. */
  readonly stored: boolean
  /** Whether the next event may have been begun by a run before this. Holds until one is begun. */
  readonly mayRepeat: boolean
  has(id: string): boolean
  /** Up to where a list is done, but for the last height itself. */
  heightOf(list: string): number
  /** An event is about to be dealt with. */
  begin(): Promise<void>
  /** It is done, and with it what is lower in its list. */
  done(id: string, cursor: Cursor | undefined, place: ListPlace | undefined): Promise<void>
  /** One that was done before was told of again: goes on without storing anything. */
  pass(cursor: Cursor | undefined): void
  /** Everything up to there is done. */
  reach(cursor: Cursor, heights?: ReadonlyMap<string, number>): Promise<void>
  /** Stores what there is to be stored at the end. */
  rest(): Promise<void>
}

/** @param remember ids that are kept, the newest */
export async function openMemory(
  store: BotStore,
  remember: number,
  first: () => Promise<Pick<BotState, 'cursor' | 'height'>>,
): Promise<BotMemory> {
  const found = await store.load()
  const state: BotState =
    found === undefined ? { ...(await first()), heights: {}, completed: [], begun: false } : checkState(found)
  const { height } = state
  const ids = new Set(state.completed)
  const heights = new Map(Object.entries(state.heights))
  let { cursor, begun } = state
  let stored = found !== undefined
  let current = true
  let mayRepeat = begun
  let busy = false

  const save = async () => {
    await store.save({ cursor, height, heights: Object.fromEntries(heights), completed: [...ids], begun })
    stored = true
    current = true
  }

  const heightOf = (list: string) => heights.get(list) ?? height
  const raise = ({ list, height: to }: ListPlace) => heights.set(list, Math.max(heightOf(list), to))

  return {
    get cursor() {
      return cursor
    },
    get stored() {
      return stored
    },
    get mayRepeat() {
      return mayRepeat
    },
    has: (id) => ids.has(id),
    heightOf,
    async begin() {
      busy = true
      mayRepeat = false
      if (begun) return
      begun = true
      await save()
    },
    async done(id, at = cursor, place) {
      ids.add(id)
      for (const oldest of ids) {
        if (ids.size <= remember) break
        ids.delete(oldest)
      }
      cursor = at
      if (place) raise(place)
      busy = false
      await save()
    },
    pass(at = cursor) {
      if (at === cursor) return
      cursor = at
      current = false
    },
    async reach(at, reached = new Map()) {
      if (at === cursor && stored) return
      cursor = at
      for (const [list, to] of reached) raise({ list, height: to })
      await save()
    },
    async rest() {
      const open = busy || mayRepeat
      if (!stored || (current && begun === open)) return
      begun = open
      await save()
    },
  }
}
