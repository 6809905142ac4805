/**
 * Shares of a validator's pool: a deposit buys them at the present price, rewards raise the price, slashing and leaks
 * lower it. Whatever does not divide stays with the pool, so no sequence of deposits and withdrawals takes more out than
 * it put in.
 */
import { BASIS_POINTS } from './params.ts'
import { refuse } from './work.ts'

export type Pool = { readonly stake: bigint; readonly shares: bigint }
export type OperatedPool = Pool & { readonly ownShares: bigint; readonly commission: number }

/** A deposit buys at least so many shares, so that rounding costs it at most a thousandth. */
export const LEAST_SHARES = 1_000n
/** A pool that lost more than all but a thousandth takes no deposits: its shares would outgrow their field. */
const MOST_SHARES_PER_UNIT = 1_000n

/**
 * The shares that `amount` buys. Nobody can raise the price by giving except an operator, by fees or by its own rewards, and
 * then the least number of shares keeps a depositor from losing more than a thousandth to rounding.
 * @param earned base units that belong to the present shares but are not paid yet: the price includes them.
 * @throws ProtocolError `stake_refused` when the price is too high for so little, or the pool is ruined.
 */
export function sharesFor(amount: bigint, { stake, shares }: Pool, earned = 0n): bigint {
  if (shares === 0n) return amount
  if (stake * MOST_SHARES_PER_UNIT < shares) throw refuse('ruined_pool', 'this validator has lost nearly all')
  const bought = (amount * shares) / (stake + earned)
  if (bought < LEAST_SHARES) throw refuse('least_shares', 'too little for a share of this pool')
  return bought
}

/** Base units that `part` of the pool's shares are worth, rounded down. */
export function worthOf(part: bigint, { stake, shares }: Pool): bigint {
  return shares === 0n ? 0n : (stake * part) / shares
}

/**
 * Pays `gain` into a pool: the operator's commission as new shares at the price after everybody else's part.
 * @returns the pool, and what of the gain is commission.
 */
export function payInto<T extends OperatedPool>(pool: T, gain: bigint): { pool: T; commission: bigint } {
  const commission = commissionOf(gain, pool)
  const stake = pool.stake + gain - commission
  const minted = stake === 0n ? 0n : (commission * pool.shares) / stake
  const paid = {
    ...pool,
    stake: stake + commission,
    shares: pool.shares + minted,
    ownShares: pool.ownShares + minted,
  }
  return { pool: paid, commission }
}

/** The operator's part of a gain. */
export function commissionOf(gain: bigint, { commission }: { readonly commission: number }): bigint {
  return (gain * BigInt(commission)) / BASIS_POINTS
}

/** Division that rounds up, of numbers that are not negative. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
