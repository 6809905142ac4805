/** Which blocks accounts have still to read, on a node that may not have all of them. */
import type { Account } from './account.ts'

type Reader = Pick<Account, 'progress'>

/** The height the account has to read next, as it is written down: after a crash it begins there. */
function nextOf({ progress: { scannedHeight, rescan } }: Reader): number {
  return Math.min(scannedHeight + 1, rescan?.next ?? Number.POSITIVE_INFINITY)
}

/**
 * Whether the blocks are gone that the account would have to read next: the database was made anew on a node that prunes,
 * or began with a snapshot. @param earliest the height from which on the node has every block.
 */
export function isCutOff(account: Reader, earliest: number): boolean {
  return Math.max(1, nextOf(account)) < earliest
}

/** The lowest height that must not be pruned yet; infinite when there is none. */
export function neededFrom(accounts: readonly Reader[], earliest: number): number {
  return accounts.reduce(
    (lowest, account) => (isCutOff(account, earliest) ? lowest : Math.min(lowest, nextOf(account))),
    Number.POSITIVE_INFINITY,
  )
}
