import type { Client } from './client.ts'
import type { AccountId, RefusedOperation, Stake, StakeId, TransactionId } from './generated/contract.ts'
import { isStegosError, StegosError } from './stegos-error.ts'

/** `active`: it is staked. `released`: nothing of it waits for the unbonding time. `withdrawn`: all of it is back. */
export type StakeGoal = 'active' | 'released' | 'withdrawn'

export type WaitForStakeParams = {
  readonly accountId: AccountId
  readonly stakeId: StakeId
  /** Waits until that operation is final; one that fails is thrown. */
  readonly transactionId?: TransactionId | undefined
  /** Waits until the stake stands like that. Without it and without an operation: `active`. */
  readonly until?: StakeGoal | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Waits until a stake is active, released or withdrawn, or until an operation on it is final, and returns it. It ends as well
 * when the stake is `rejected`. A stake the account has not heard of yet is waited for. Unbonding takes weeks on the main
 * network: give a signal if that is too long.
 *
 * @throws StegosError `operation_refused` when the operation of `transactionId` will never be in a block, with the reason; the signal's
 * reason
 * @example
 * const { stakeId } = await client.stake.deposit({ accountId, amount: parseAmount('50') })
 * const { status, amount } = await waitForStake(client, { accountId, stakeId })
 */
export async function waitForStake(
  client: Pick<Client, 'stake' | 'events'>,
  { accountId, stakeId, transactionId, until, signal }: WaitForStakeParams,
): Promise<Stake> {
  const goal = until ?? (transactionId === undefined ? 'active' : undefined)
  const isThere = (stake: Stake) =>
    stake.status === 'rejected' ||
    ((transactionId === undefined || stake.pending?.transactionId !== transactionId) &&
      (goal === undefined || REACHED[goal](stake)))
  const get = async () => {
    try {
      return await client.stake.get({ accountId, stakeId }, { signal })
    } catch (error) {
      if (!isStegosError(error, 'unknown_stake')) throw error
      return undefined
    }
  }
  // Nothing is missed between looking and following: looking comes after `caught_up`.
  for await (const item of client.events({ topics: ['stake.status'], accountId, signal })) {
    if (item.topic === 'stake.status' && item.event.stakeId !== stakeId) continue
    const stake = await get()
    if (stake?.refused && stake.refused.transactionId === transactionId)
      throw refusedError(stake, stake.refused)
    if (stake && isThere(stake)) return stake
  }
  signal?.throwIfAborted()
  // The stream ends by itself only with the client, and so does this call.
  return client.stake.get({ accountId, stakeId })
}

function refusedError({ accountId, stakeId }: Stake, refused: RefusedOperation) {
  const { operation, reason, rule } = refused
  const why = rule === undefined ? reason : `${reason}: ${rule}`
  return new StegosError({
    symbol: 'operation_refused',
    message: `The operation ${operation} will never be in a block (${why})`,
    data: { ...refused, accountId, stakeId },
    retryable: false,
  })
}

const REACHED: Readonly<Record<StakeGoal, (stake: Stake) => boolean>> = {
  active: ({ status }) => status !== 'created' && status !== 'broadcast',
  released: ({ status, leaving }) =>
    status !== 'created' &&
    status !== 'broadcast' &&
    leaving.every((part) => part.status === 'withdrawable') &&
    status !== 'active',
  withdrawn: ({ status }) => status === 'withdrawn',
}
