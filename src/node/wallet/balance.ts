/**
 * What an account owns. Of all unspent coins, fees and payments that are broadcast count as gone; the rest is available,
 * pending (change and payments to itself, under way) or locked (leaving with what is created and not yet broadcast). What
 * goes to a stake counts as staked once it is broadcast; what comes from there counts as pending once it is created.
 */
import type { BalanceInfo } from '../api/account.ts'
import type { CoinRecord, PaymentRecord, StakeRecord, TransactionRecord } from './records.ts'

export type Holdings = {
  readonly coins: { values(): Iterable<CoinRecord> }
  readonly transactions: { values(): Iterable<TransactionRecord> }
  /** Payments that wait to be built; their fee is the planned one. */
  readonly queue: { values(): Iterable<PaymentRecord> }
  readonly stakes: { values(): Iterable<StakeRecord> }
}

/**
 * With F = free final coins, P = coins of own transactions under way that none of them spends again, Q = what the queue
 * needs: the queue is served from P first, then from F.
 */
export function balanceOf(
  accountId: string,
  { coins, transactions, queue, stakes }: Holdings,
): Omit<BalanceInfo, 'height'> {
  let free = 0n
  let coming = 0n
  for (const { amount, height, spender } of coins.values()) {
    if (spender !== undefined) continue
    if (height === undefined) coming += amount
    else free += amount
  }
  let queued = 0n
  for (const { amount, fee = 0n } of queue.values()) queued += amount + fee
  let created = 0n
  let staked = 0n
  for (const { status, out, fee, stake } of transactions.values()) {
    const gone = stake ? stake.takes : out
    if (status === 'created') created += gone + fee
    else if (stake) staked += stake.takes
    if (stake) staked -= stake.gives
  }
  for (const { amount, leaving } of stakes.values()) {
    staked += leaving.reduce((sum, part) => sum + part.amount, amount)
  }
  const fromFree = queued > coming ? queued - coming : 0n
  return {
    accountId,
    available: free > fromFree ? free - fromFree : 0n,
    pending: queued > coming ? 0n : coming - queued,
    locked: created + queued,
    staked: staked > 0n ? staked : 0n,
  }
}
