/**
 * Makes the transactions of a payment: chooses coins, sets them aside, proves and signs in a worker thread. One path for
 * everything an account sends. Nothing is stored here and nothing leaves the node.
 */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeScalar, encodeScalar } from '../../protocol/crypto/group.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { spendSecret } from '../../protocol/enote.ts'
import type { AccountKeys } from '../../protocol/keys.ts'
import { MAX_AMOUNT } from '../../protocol/network.ts'
import type { Payload } from '../../protocol/payload.ts'
import { NodeError } from '../errors.ts'
import type { BuildJob, BuildResult, OperationOrder } from '../workers/build.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { Account } from './account.ts'
import type { WalletChain } from './chain-view.ts'
import type { Keyring } from './keyring.ts'
import type { WalletLimits } from './limits.ts'
import { mergeStep, nextStep, type Step } from './plan.ts'
import type { CoinRecord } from './records.ts'
import { total } from './selection.ts'

export type MakerModules = {
  readonly workers: NodeWorkers
  readonly keyring: Keyring
  readonly chain: Pick<WalletChain, 'chainId' | 'params'>
  readonly random: Random
  readonly limits: Pick<WalletLimits, 'mergesPerPayment'>
}

/** What the receiver's output shall be. */
export type Recipient = BuildJob['recipients'][number] & { readonly payload: Payload }

/** A coin that a transaction brings back to its account; it gets its place in the list when it is stored. */
export type ComingCoin = Omit<CoinRecord, 'order'>

export type MadeTransaction = {
  readonly type: 'pay' | 'merge'
  readonly result: BuildResult
  readonly spent: readonly ComingCoin[]
  readonly own: readonly ComingCoin[]
  /** What leaves the account besides the fee. */
  readonly out: bigint
}

/** Finished transactions, merges first and the payment last. The coins stay set aside until `release`. */
export type Made = { readonly transactions: readonly MadeTransaction[]; release(): void }

type Spend = Extract<Step<ComingCoin>, { coins: unknown }>

/** What a transaction is for: base units that it takes from the account beside the fee of its shape, and what it makes of them. */
type Purpose = {
  readonly sum: bigint
  /** What of it is no fee. */
  readonly amount: bigint
  readonly recipients: readonly Recipient[]
  readonly operation?: OperationOrder | undefined
}

export class TransactionMaker {
  readonly #modules: MakerModules

  constructor(modules: MakerModules) {
    this.#modules = modules
  }

  /** @throws NodeError `account_locked`, `view_only`, `key_file_damaged` unless the account can spend. */
  async assertSpends(account: Account): Promise<void> {
    await this.#modules.keyring.spendKeys(account)
  }

  /**
   * Makes the transaction of a payment, and of merges if its account holds too many small coins. Coins that are not final
   * yet are spent only where final ones do not do.
   * @throws NodeError `insufficient_funds`, `account_locked`, `view_only`, `key_file_damaged`.
   */
  async makePayment(account: Account, recipient: Recipient, signal?: AbortSignal): Promise<Made> {
    return this.#makeFor(
      account,
      { sum: recipient.amount, amount: recipient.amount, recipients: [recipient] },
      signal,
    )
  }

  /**
   * Makes the transaction of an operation on stake, as {@link makePayment} does.
   * @param sum what the operation takes less what it gives, and its fee. @param takes what it takes.
   */
  async makeOperation(
    account: Account,
    operation: OperationOrder,
    sum: bigint,
    takes: bigint,
  ): Promise<Made> {
    return this.#makeFor(account, { sum, amount: takes, recipients: [], operation })
  }

  async #makeFor(
    account: Account,
    { sum, amount, recipients, operation }: Purpose,
    signal?: AbortSignal,
  ): Promise<Made> {
    const keys = await this.#modules.keyring.spendKeys(account)
    return this.#making(account, async (claim) => {
      const made: MadeTransaction[] = []
      let merged: readonly ComingCoin[] = []
      for (let mergesLeft = this.#modules.limits.mergesPerPayment; ; mergesLeft--) {
        const step = await this.#choose(account, { sum, amount }, mergesLeft, merged, claim)
        const last = step.type === 'pay' ? { recipients, operation } : { recipients: [] }
        const transaction = await this.#build(account, keys, step, last, signal)
        made.push(transaction)
        if (step.type === 'pay') return made
        const spent = new Set(step.coins)
        merged = [...merged.filter((coin) => !spent.has(coin)), ...transaction.own]
      }
    })
  }

  /** Makes one transaction that merges the account's smallest coins. @throws NodeError `nothing_to_consolidate` and as above. */
  async makeMerge(account: Account): Promise<Made> {
    const keys = await this.#modules.keyring.spendKeys(account)
    return this.#making(account, async (claim) => {
      const step = mergeStep<ComingCoin>(account.freeCoins(), 'smallest', this.#modules.chain.params)
      if (!step) throw new NodeError('nothing_to_consolidate', {})
      claim(step.coins)
      return [await this.#build(account, keys, step, { recipients: [] })]
    })
  }

  async #making(
    account: Account,
    make: (claim: (coins: readonly ComingCoin[]) => void) => Promise<MadeTransaction[]>,
  ): Promise<Made> {
    const claimed: string[] = []
    const release = () => account.claims.release(claimed.splice(0))
    try {
      const transactions = await make((coins) => {
        const ids = coins.map(({ id }) => id)
        account.claims.claim(ids)
        claimed.push(...ids)
      })
      return { transactions, release }
    } catch (error) {
      release()
      throw error
    }
  }

  /** Chooses and claims. Where coins are set aside for others it waits for what they leave, unless it holds some itself. */
  async #choose(
    account: Account,
    { sum, amount }: Pick<Purpose, 'sum' | 'amount'>,
    mergesLeft: number,
    merged: readonly ComingCoin[],
    claim: (coins: readonly ComingCoin[]) => void,
  ): Promise<Spend> {
    const { chain, random } = this.#modules
    for (;;) {
      const held = merged.filter(({ id }) => !account.claims.has(id))
      const step = (coins: readonly ComingCoin[]) =>
        nextStep([...coins, ...held], sum, mergesLeft, chain.params, random)
      const direct = step(account.freeCoins())
      const chosen = direct.type === 'pay' ? direct : step(account.comingCoins())
      if (chosen.type !== 'insufficient') {
        claim(chosen.coins)
        return chosen
      }
      if (merged.length > 0 || account.claims.size === 0)
        throw insufficientFunds(account, chosen.needed, amount)
      await account.claims.released()
    }
  }

  async #build(
    account: Account,
    keys: AccountKeys,
    { type, coins, shape }: Spend,
    { recipients, operation }: Omit<Purpose, 'sum' | 'amount'>,
    signal?: AbortSignal,
  ): Promise<MadeTransaction> {
    const { workers, chain } = this.#modules
    const job: BuildJob = {
      chainId: chain.chainId,
      params: chain.params,
      viewKey: account.record.viewKey,
      coins: coins.map((coin) => ({
        id: fromHex(coin.id),
        amount: coin.amount,
        blinding: coin.blinding,
        secret: encodeScalar(spendSecret(keys, coin.addressIndex, decodeScalar(coin.extension))),
      })),
      recipients,
      outputs: shape.outputs,
      operation,
    }
    const result = await workers.run('build', job, signal)
    const own = ownCoins(account, result)
    return { type, result, spent: coins, own, out: total(coins) - total(own) - result.fee }
  }
}

/**
 * @returns the error that says what there is and what it would take, or `amount_too_large` when that is more than there can be.
 * @param amount what of `needed` is no fee.
 */
export function insufficientFunds(
  { balance }: Account,
  needed: bigint,
  amount: bigint,
): NodeError<'insufficient_funds' | 'amount_too_large'> {
  if (needed > MAX_AMOUNT) return new NodeError('amount_too_large', {})
  const { available, pending, locked } = balance
  const fee = needed > amount ? needed - amount : 0n
  return new NodeError('insufficient_funds', { available, locked: pending + locked, needed, fee })
}

function ownCoins(account: Account, { own, outputIds, id }: BuildResult): ComingCoin[] {
  return own.flatMap(({ output, amount, blinding, extension, spendKey }) => {
    const addressIndex = account.addresses.get(toHex(spendKey))
    if (addressIndex === undefined) return []
    return [
      { id: toHex(outputIds[output]!), amount, blinding, extension, addressIndex, transactionId: toHex(id) },
    ]
  })
}
