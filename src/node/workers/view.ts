/** What a block looks up outside the state, fetched beforehand and sent along with a job. */
import type { LedgerView } from '../../protocol/execute.ts'
import { type Entry, entryName, type FindEntry } from '../../protocol/stake/table.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import { finder } from './coins.ts'

export type FetchedStake = {
  readonly entries: readonly Entry[]
  /** Validators of past heights, by height. */
  readonly sets: ReadonlyMap<number, ValidatorSet>
}

export type PackedView = FetchedStake & {
  /** The unspent coins that inputs name, as `packCoins` gives them. */
  readonly coins: Uint8Array
}

export function viewOf({ coins, ...stake }: PackedView): LedgerView {
  return { findCoin: finder(coins), ...stakeViewOf(stake) }
}

/** Finds what was fetched. Whatever else is asked for is not there. */
export function stakeViewOf({ entries, sets }: FetchedStake): Pick<LedgerView, 'findEntry' | 'setAt'> {
  return {
    findEntry: entryFinder(entries),
    setAt: (height) => {
      const set = sets.get(height)
      if (!set) throw new Error(`the validators of height ${height} were not fetched`)
      return set
    },
  }
}

export function entryFinder(entries: readonly Entry[]): FindEntry {
  const byName = new Map(entries.map((entry) => [entryName(entry.kind, entry.id), entry]))
  return (kind, id) => byName.get(entryName(kind, id))
}
