/** The faucet of a development network: an ordinary account, and ordinary payments from it. */
import type { DevApi } from '../api/dev.ts'
import type { WalletLimits } from './limits.ts'
import type { Paying } from './paying.ts'

export type Faucet = DevApi['faucet']

/** @param accountId the account that pays. */
export function createFaucet(
  accountId: string,
  paying: Paying,
  { faucetAmount }: Pick<WalletLimits, 'faucetAmount'>,
): Faucet {
  return async ({ address: to, amount = faucetAmount, idempotencyKey }) => {
    const { transactionId, paymentId } = await paying.sendAs('dev.faucet', idempotencyKey, {
      accountId,
      to,
      amount,
    })
    return { transactionId, paymentId, amount }
  }
}
