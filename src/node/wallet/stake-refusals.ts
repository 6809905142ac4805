/** Operations on stake that the network refused: only this node knows of them, so they are kept with the stake. */
import type { AccountDraft } from './account-draft.ts'
import type { Ending } from './payment-changes.ts'
import type { StakeRecord, TransactionRecord } from './records.ts'
import { tell } from './stake-changes.ts'

/** After a transaction that was to change a stake has been given up. */
export async function abandonStake(
  draft: AccountDraft,
  { transactionId, stake: change }: TransactionRecord,
  ending: Ending,
): Promise<void> {
  const stake = change && (await draft.stake(change.stakeId))
  if (!stake) return
  const { rule } = ending
  const reason = ending.status === 'rejected' ? ending.reason : 'cancelled'
  const height = Math.max(0, draft.progress.scannedHeight, draft.account.scannedHeight)
  const refused = { transactionId, operation: change.type, reason, rule, height }
  const begins = stake.status === 'created' || stake.status === 'broadcast'
  const next: StakeRecord = { ...stake, ...(begins && { status: 'rejected', reason }), refused }
  draft.putStake(next)
  // what happened to it meanwhile has been left aside
  draft.batch.onCommit(() => draft.account.neglected.add(stake.index))
  tell(draft, next)
}

/** A block has a transaction that had been given up: its operation was not refused after all. */
export function acceptAfterAll(draft: AccountDraft, transactionId: string): void {
  for (const stake of [...draft.stakes.values()]) {
    if (stake.refused?.transactionId !== transactionId) continue
    const next = { ...stake, refused: undefined }
    draft.putStake(next)
    tell(draft, next)
  }
}
