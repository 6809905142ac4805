/** Stakes of an account as the node's interface shows them. */
import type { StakeParams } from '../../protocol/stake/params.ts'
import { firstHeight } from '../../protocol/stake/schedule.ts'
import type { LeavingInfo, PendingOperation, StakeInfo } from '../api/stake.ts'
import type { LeavingRecord, StakeRecord, TransactionRecord } from './records.ts'

/**
 * @param transactions of the account that are not final.
 * @param timeAt when a block of a height is to be expected, milliseconds since 1970; without it no estimates are given.
 */
export function stakeInfo(
  stake: StakeRecord,
  transactions: Iterable<TransactionRecord>,
  params: StakeParams,
  timeAt?: (height: number) => number,
): StakeInfo {
  const { stakeId, accountId, type, period, status, validatorId, validatorKey, amount, createdAt } = stake
  const { reason, refused } = stake
  return {
    ...{ stakeId, accountId, type, period, status, validatorId, validatorKey, amount },
    leaving: stake.leaving.map((part) => leavingInfo(part, params, timeAt)),
    pending: pendingOf(stakeId, transactions),
    ...{ createdAt, reason, refused },
  }
}

/** The transaction of the account that changes a stake and is not final. */
export function changing(
  stakeId: string,
  transactions: Iterable<TransactionRecord>,
): TransactionRecord | undefined {
  for (const transaction of transactions) if (transaction.stake?.stakeId === stakeId) return transaction
  return undefined
}

function pendingOf(stakeId: string, transactions: Iterable<TransactionRecord>): PendingOperation | undefined {
  const transaction = changing(stakeId, transactions)
  if (!transaction?.stake) return undefined
  const { status, transactionId, stake } = transaction
  const { amount } = stake
  return { type: stake.type, status, transactionId, amount: amount > 0n ? amount : undefined }
}

function leavingInfo(
  { amount, release, status }: LeavingRecord,
  params: StakeParams,
  timeAt: ((height: number) => number) | undefined,
): LeavingInfo {
  const releaseHeight = firstHeight(release, params)
  const estimatedRelease = status === 'withdrawable' ? undefined : timeAt?.(releaseHeight)
  return { amount, releaseEpoch: release, releaseHeight, estimatedRelease, status }
}
