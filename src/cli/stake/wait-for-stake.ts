/** Waits until an operation on a stake is final. */
import { type Client, isStegosError, type Stake } from '../../sdk/index.ts'

type Waited = {
  readonly accountId: string
  readonly stakeId: string
  /** Of the operation. */
  readonly transactionId: string
  readonly signal: AbortSignal
}

/** @returns the stake when that transaction is no longer on its way. @throws the signal's reason. */
export async function waitForStake(
  client: Pick<Client, 'stake' | 'events'>,
  { accountId, stakeId, transactionId, signal }: Waited,
): Promise<Stake | undefined> {
  const get = async () => {
    try {
      return await client.stake.get({ accountId, stakeId }, { signal })
    } catch (error) {
      if (isStegosError(error, 'unknown_stake')) return undefined
      throw error
    }
  }
  // looking comes after `caught_up`, so nothing is missed between looking and following
  for await (const item of client.events({ topics: ['stake.status'], accountId, signal })) {
    if (item.topic === 'stake.status' && item.event.stakeId !== stakeId) continue
    const stake = await get()
    if (stake?.pending?.transactionId !== transactionId) return stake
  }
  signal.throwIfAborted()
  return get()
}
