/** The stake while a block is applied to it step by step: each step sees the entries as the steps before left them. */
import type { StakeEvent } from './events.ts'
import type { StakeState } from './state.ts'
import { type EntryChange, entryName, type FindEntry } from './table.ts'
import type { StakeStep } from './work.ts'

export class StakeRun {
  readonly events: StakeEvent[] = []
  readonly #find: FindEntry
  readonly #changes = new Map<string, EntryChange>()
  #state: StakeState

  constructor(state: StakeState, find: FindEntry) {
    this.#state = state
    this.#find = find
  }

  get state(): StakeState {
    return this.#state
  }

  /** All that has changed since the beginning, each entry once. */
  get changes(): EntryChange[] {
    return [...this.#changes.values()].filter(({ before, after }) => before !== after)
  }

  readonly find: FindEntry = (kind, id) => {
    const changed = this.#changes.get(entryName(kind, id))
    return changed ? changed.after : this.#find(kind, id)
  }

  take({ state, changes, events }: StakeStep): void {
    this.#state = state
    for (const { before, after } of changes) {
      const { kind, id } = (after ?? before)!
      const name = entryName(kind, id)
      const known = this.#changes.get(name)
      this.#changes.set(name, { before: known ? known.before : before, after })
    }
    this.events.push(...events)
  }
}
