/** Fetches from the store what operations and evidence will look up, so that they can be applied without waiting. */
import { isPastAnswered } from '../../protocol/execute.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import {
  type EntryRef,
  entriesBehind,
  entriesOf,
  entriesOfEvidence,
  type SetAt,
} from '../../protocol/stake/entries-of.ts'
import type { Evidence } from '../../protocol/stake/evidence.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import { type Entry, entryName } from '../../protocol/stake/table.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { FetchedStake } from '../workers/view.ts'
import { entriesAt, validatorsAt } from './find-stake.ts'
import type { StakeTables } from './stake-tables.ts'

export type StakeReader = {
  readonly tables: StakeTables
  readonly state: LedgerState
  readonly params: NetworkParams
}

/** @throws StoreError `corrupt` when the validators of a height are missing that evidence is judged by. */
export async function fetchStake(
  { tables, state, params }: StakeReader,
  operations: readonly Operation[],
  told: readonly Evidence[] = [],
): Promise<FetchedStake> {
  const evidence = [...told, ...operations.flatMap((one) => (one.type === 'evidence' ? [one.evidence] : []))]
  const sets = new Map<number, ValidatorSet>()
  for (const { first } of evidence) {
    const { height } = first
    if (isPastAnswered(state, height, params) && !sets.has(height))
      sets.set(height, await validatorsAt(tables, height))
  }
  const setAt: SetAt = (height) => (height === state.height + 1 ? state.validators : sets.get(height))
  const found = await fetchEach(tables, [
    ...operations.flatMap((operation) => entriesOf(operation, setAt)),
    ...told.flatMap((one) => entriesOfEvidence(one, setAt)),
  ])
  const behind = await fetchEach(tables, found.flatMap(entriesBehind))
  return { entries: [...found, ...behind], sets }
}

/** Those of the entries that are there, each once. */
export async function fetchEach(tables: StakeTables, refs: readonly EntryRef[]): Promise<Entry[]> {
  if (refs.length === 0) return []
  const unique = new Map(refs.map((ref) => [entryName(ref.kind, ref.id), ref]))
  const entries = await entriesAt(tables, [...unique.values()])
  return entries.filter((entry) => entry !== undefined)
}
