/** BLS signatures of many keys, each on a message of its own or on the same, checked at once. */
import type { BlsSigned } from './bls-backend.ts'
import { blsBackend } from './bls-current.ts'

/**
 * Whether all signatures of a batch hold, each for its own key and message; a false one slips through with a chance of
 * 2^-64. One pairing check, and one hash to the curve for each distinct message: votes on one block are cheapest. An empty
 * batch holds. Unlike an aggregate, a batch is sound for keys without a proof of possession too.
 */
export function blsVerifyMany(batch: readonly BlsSigned[]): boolean {
  return batch.length === 0 || blsBackend().verifyMany(batch)
}

/**
 * The positions of the signatures of a batch that do not hold, in order: all in one check when there is none, by halves
 * otherwise. Costs at worst (every one is false) somewhat more than twice what checking one by one does, so whoever sent a
 * false one should not be listened to for long.
 */
export function blsFindInvalid(batch: readonly BlsSigned[]): number[] {
  const invalid: number[] = []
  const search = (from: number, to: number): void => {
    if (blsVerifyMany(batch.slice(from, to))) return
    if (to - from === 1) {
      invalid.push(from)
      return
    }
    const middle = (from + to) >> 1
    search(from, middle)
    search(middle, to)
  }
  search(0, batch.length)
  return invalid
}
