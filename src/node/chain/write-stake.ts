/** What a block changes of the stake in the store beside the state, as operations of its batch. */
import { concat, equalBytes } from '../../protocol/bytes.ts'
import { encodeAwardRecord } from '../../protocol/stake/award-record.ts'
import { encodeStakeEvents } from '../../protocol/stake/event-codec.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { firstHeight } from '../../protocol/stake/schedule.ts'
import { type EntryChange, encodeEntry } from '../../protocol/stake/table.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { Batch } from '../batch.ts'
import { be32, be64, fromBe64 } from '../ordered-keys.ts'
import { encodeValidators, entryKey, ownerKey, type StakeTables } from './stake-tables.ts'

/** @param height of the block. */
export function writeStake(
  batch: Batch,
  tables: StakeTables,
  height: number,
  { entries, stakeEvents }: { entries: readonly EntryChange[]; stakeEvents: readonly StakeEvent[] },
): void {
  for (const { before, after } of entries) writeEntry(batch, tables, before, after)
  if (stakeEvents.length > 0) batch.put(tables.stakeEvents, be64(height), encodeStakeEvents(stakeEvents))
  const burnt = stakeEvents.filter(({ type }) => type === 'slashed' || type === 'thawed' || type === 'leaked')
  if (burnt.length > 0) batch.put(tables.slashings, be64(height), encodeStakeEvents(burnt))
  for (const event of stakeEvents) {
    if (event.type === 'award_over')
      batch.put(
        tables.awards,
        be32(event.record.period),
        concat(event.before, encodeAwardRecord(event.record)),
      )
  }
}

function writeEntry(
  batch: Batch,
  { entries, owners }: StakeTables,
  before: EntryChange['before'],
  after: EntryChange['after'],
): void {
  const owned = before && ownerKey(before)
  if (owned) batch.delete(owners, owned)
  if (before && !after) batch.delete(entries, entryKey(before))
  if (!after) return
  batch.put(entries, entryKey(after), encodeEntry(after))
  const key = ownerKey(after)
  if (key) batch.put(owners, key, new Uint8Array(0))
}

/** Notes the validators from a height on, where they are others than before. */
export function writeValidators(
  batch: Batch,
  { validatorSets }: StakeTables,
  from: number,
  set: ValidatorSet,
  before: ValidatorSet | undefined,
): void {
  if (before && sameSet(set, before)) return
  batch.put(validatorSets, be64(from), encodeValidators(set))
}

/**
 * At the beginning of an epoch: forgets the validators of heights that nobody's stake answers for any more. Those of the epoch
 * that has just run out stay for one more: a block that was begun on the head before may be looking them up.
 */
export async function forgetValidators(
  batch: Batch,
  { validatorSets }: StakeTables,
  epoch: number,
  params: StakeParams,
): Promise<void> {
  const oldest = firstHeight(epoch - params.unbondingEpochs, params)
  if (oldest < 1) return
  const rows = await validatorSets.entries({ lte: be64(oldest) })
  // The last of them is the one that holds at the oldest height.
  for (const [key] of rows.slice(0, -1)) batch.delete(validatorSets, be64(Number(fromBe64(key))))
}

function sameSet(left: ValidatorSet, right: ValidatorSet): boolean {
  return (
    left.length === right.length &&
    left.every(({ publicKey, weight }, index) => {
      const other = right[index]!
      return weight === other.weight && equalBytes(publicKey, other.publicKey)
    })
  )
}
