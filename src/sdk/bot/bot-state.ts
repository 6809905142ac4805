/** What a bot remembers between two runs. It is stored as a whole. */
import type { Cursor } from '../generated/contract.ts'

export type BotState = {
  /** Everything up to here is done. */
  readonly cursor: Cursor
  /** Height of the chain when it all began: what happened in lower blocks is not its business. */
  readonly height: number
  /** By list, such as `chain.block`: the height it has come to. What happened there in lower blocks is done. */
  readonly heights: Readonly<Record<string, number>>
  /** Ids of the events that were done last, oldest first. */
  readonly completed: readonly string[]
  /** Whether the next event may have been begun: not when the run before has ended in order. */
  readonly begun: boolean
}

/** Where a bot keeps its state: `fileStore` of `stegos/bot/node`, or yours. One bot at a time has it. */
export type BotStore = {
  /** What was saved last; undefined when nothing ever was. Damaged data is an error, and not a beginning. */
  load(): Promise<BotState | undefined>
  /** Resolves when it will be there after a crash. Replaces what was there, whole or not at all. */
  save(state: BotState): Promise<void>
}

/** @throws TypeError when it is not a state */
export function checkState(value: unknown): BotState {
  const state = value as BotState
  const fits =
    typeof value === 'object' &&
    value !== null &&
    typeof state.cursor === 'string' &&
    state.cursor !== '' &&
    Number.isSafeInteger(state.height) &&
    typeof state.heights === 'object' &&
    state.heights !== null &&
    Object.values(state.heights).every(Number.isSafeInteger) &&
    typeof state.begun === 'boolean' &&
    Array.isArray(state.completed) &&
    state.completed.every((id) => typeof id === 'string')
  if (!fits) throw new TypeError('not the state of a bot')
  return state
}
