/**
 * Shares of a validator's pool: a deposit buys them at the present price, rewards raise the price, slashing and leaks
 * lower it. Whatever does not divide stays with the pool, so no sequence of deposits and withdrawals takes more out than
 * it put in.
 *
 * Shares are made only where afterwards there are at most {@link MOST_SHARES_PER_UNIT} for each base unit in the pool. So a
 * pool never has more than 1,000 · 2^64 of them, whatever it loses in between and however often: 128 bits hold them.
 */
import { BASIS_POINTS } from './params.ts'
import { refuse } from './work.ts'

export type Pool = { readonly stake: bigint; readonly shares: bigint }
export type OperatedPool = Pool & { readonly ownShares: bigint; readonly commission: number }

/** A deposit buys at least so many shares, so that rounding costs it at most a thousandth. */
export const LEAST_SHARES = 1_000n
/** A pool that lost more than all but a thousandth makes no new shares: they would outgrow their field. */
export const MOST_SHARES_PER_UNIT = 1_000n

/**
 * The shares that `amount` buys. Nobody can raise the price by giving except an operator, by fees or by its own rewards, and
 * then the least number of shares keeps a depositor from losing more than a thousandth to rounding.
 * @param due base units that are to be paid yet and belong to the present shares: the price includes them.
 * @throws ProtocolError `stake_refused` when the price is too high for so little, or the pool is ruined.
 */
export function sharesFor(amount: bigint, { stake, shares }: Pool, due = 0n): bigint {
  if (shares === 0n) return amount
  if (isRuined({ stake, shares })) throw refuse('ruined_pool', 'this validator has lost nearly all')
  const bought = (amount * shares) / (stake + due)
  if (bought < LEAST_SHARES) throw refuse('least_shares', 'too little for a share of this pool')
  return bought
}

/** Base units that `part` of the pool's shares are worth, rounded down. */
export function worthOf(part: bigint, { stake, shares }: Pool): bigint {
  return shares === 0n ? 0n : (stake * part) / shares
}

function isRuined({ stake, shares }: Pool): boolean {
  return stake * MOST_SHARES_PER_UNIT < shares
}

/**
 * Pays `gain` into a pool: the operator's commission as new shares at the price after everybody else's part. Of a pool that is
 * ruined even with that part there is no commission: all of the gain is everybody's. It refuses nothing, since a block in
 * which an epoch ends has to be possible.
 * @returns the pool, and what of the gain is commission.
 */
export function payInto<T extends OperatedPool>(pool: T, gain: bigint): { pool: T; commission: bigint } {
  const asked = commissionOf(gain, pool)
  const commission = isRuined({ stake: pool.stake + gain - asked, shares: pool.shares }) ? 0n : asked
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
