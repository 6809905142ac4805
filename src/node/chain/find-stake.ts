/** Looks up what the chain keeps of the stake beside the state. */
import { concat } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { type AwardRecord, decodeAwardRecord } from '../../protocol/stake/award-record.ts'
import type { EntryRef } from '../../protocol/stake/entries-of.ts'
import { decodeStakeEvents } from '../../protocol/stake/event-codec.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import { type Entry, readEntry } from '../../protocol/stake/table.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import { be32, be64 } from '../ordered-keys.ts'
import { StoreError } from '../store-error.ts'
import { entryKey, ownedEntry, readValidators, type StakeTables } from './stake-tables.ts'

/** The entries in the order asked for, undefined where there is none. */
export async function entriesAt(
  { entries }: Pick<StakeTables, 'entries'>,
  refs: readonly EntryRef[],
): Promise<(Entry | undefined)[]> {
  const values = await entries.getMany(refs.map(entryKey))
  return values.map((value) => value && decodeAll(value, readEntry))
}

/** What a key owns, deposits before money on its way out; at most `limit`, those after the entry `after` if given. */
export async function entriesOf(
  tables: Pick<StakeTables, 'entries' | 'owners'>,
  owner: Uint8Array,
  { limit, after }: { readonly limit: number; readonly after?: EntryRef | undefined },
): Promise<Entry[]> {
  const from = after ? { gt: concat(owner, entryKey(after)) } : { gte: owner }
  const rows = await tables.owners.entries({
    ...from,
    lte: concat(owner, new Uint8Array(64).fill(255)),
    limit,
  })
  const entries = await entriesAt(
    tables,
    rows.map(([key]) => ownedEntry(key)),
  )
  return entries.filter((entry) => entry !== undefined)
}

/** The validators of a height that their stake still answers for. @throws StoreError `corrupt` when they are not there. */
export async function validatorsAt(
  { validatorSets }: Pick<StakeTables, 'validatorSets'>,
  height: number,
): Promise<ValidatorSet> {
  const [entry] = await validatorSets.entries({ lte: be64(height), reverse: true, limit: 1 })
  if (!entry) throw new StoreError('corrupt', `the validators of height ${height} are missing`)
  return readValidators(entry[1])
}

/** What happened to stake by rule in the block of that height. */
export async function stakeEventsAt(
  { stakeEvents }: Pick<StakeTables, 'stakeEvents'>,
  height: number,
): Promise<StakeEvent[]> {
  const value = await stakeEvents.get(be64(height))
  return value ? decodeStakeEvents(value) : []
}

/** The record of a period's award; undefined while it is not over. */
export async function awardOf(
  { awards }: Pick<StakeTables, 'awards'>,
  period: number,
): Promise<AwardRecord | undefined> {
  const value = await awards.get(be32(period))
  return value && readKeptAward(value).record
}

export type KeptAward = {
  readonly record: AwardRecord
  /** The chain of hashes over the records before it. */
  readonly before: Uint8Array
}

/** An award as the table has it. */
export function readKeptAward(value: Uint8Array): KeptAward {
  return { before: value.slice(0, 32), record: decodeAwardRecord(value.subarray(32)) }
}
