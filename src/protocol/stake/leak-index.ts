/**
 * What silence costs stake that left a pool in the epoch of the silence: it votes until the epoch ends, so it leaks like what
 * stayed, or whoever falls silent would leave first. An index says what the leaks of an epoch left of a validator's weight; what
 * leaves remembers the index of that moment, and is paid in proportion to the last one.
 */
import { equalBytes, le32 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { MILLION } from './params.ts'
import { epochOf } from './schedule.ts'
import type { EpochState } from './state.ts'
import type { FindEntry, Unbonding } from './table.ts'
import { setEntry, setEpoch, type Work } from './work.ts'

/** The index of a validator that nothing leaked from in its epoch. Three leaks in one epoch are exact, more are rounded down. */
export const WHOLE_INDEX: bigint = 10n ** 18n

/** Under which the table keeps the index a validator ended an epoch with. */
export function leakIndexId(validator: Uint8Array, epoch: number): Uint8Array {
  return hash('leak index', validator, le32(epoch))
}

/** The index of a validator for an epoch from which something may leak yet; undefined where nothing has. */
export function openIndex(
  { leaks }: Pick<EpochState, 'leaks'>,
  validator: Uint8Array,
  epoch: number,
): bigint | undefined {
  return leaks.find((leak) => leak.epoch === epoch && equalBytes(leak.validator, validator))?.index
}

/** What the leaks left so far of an amount on its way out: base units, rounded down. */
export function afterLeaks(
  epoch: Pick<EpochState, 'leaks'>,
  { amount, index, liable, validator }: Pick<Unbonding, 'amount' | 'index' | 'liable' | 'validator'>,
  find: FindEntry,
): bigint {
  if (index === 0n) return amount
  const settled = find('leak', leakIndexId(validator, liable))
  const last = settled?.kind === 'leak' ? settled.index : WHOLE_INDEX
  return (amount * (openIndex(epoch, validator, liable) ?? last)) / index
}

/** Notes a leak of the votes on a height. @param factor what is left, in millionths */
export function noteLeak(work: Work, validator: Uint8Array, height: number, factor: bigint): void {
  const epoch = epochOf(height, work.params)
  const others = work.epoch.leaks.filter(
    (leak) => leak.epoch !== epoch || !equalBytes(leak.validator, validator),
  )
  const left = ((openIndex(work.epoch, validator, epoch) ?? WHOLE_INDEX) * factor) / MILLION
  // never zero: it is divided by
  const index = left > 0n ? left : 1n
  setEpoch(work, { leaks: [...others, { validator, epoch, index }] })
}

/**
 * After the leak in a block: moves the indices of epochs that are over to the table. The last certificate of an epoch stands in
 * the first block of the next one, before its operations, so none of them changes any more.
 */
export function settleLeaks(work: Work): void {
  const { leaks, number } = work.epoch
  const over = leaks.filter(({ epoch }) => epoch < number)
  if (over.length === 0) return
  for (const { validator, epoch, index } of over) {
    const id = leakIndexId(validator, epoch)
    setEntry(work, 'leak', id, { kind: 'leak', id, index })
  }
  setEpoch(work, { leaks: leaks.filter(({ epoch }) => epoch >= number) })
}
