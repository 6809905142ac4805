/**
 * Sends payments and messages, which are the same thing here: orders of recipient, amount and data. The first transaction of
 * a call is made at once; it is stored together with all others, which wait in the queue. Nothing is handed to the network
 * before it is stored.
 */
import { MAX_AMOUNT } from '../../protocol/network.ts'
import type { Payload } from '../../protocol/payload.ts'
import type { Batch } from '../batch.ts'
import { NodeError } from '../errors.ts'
import type { OperationOrder } from '../workers/build.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { AccountDraft } from './account-draft.ts'
import type { WalletChain } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'
import { itemsOf, type Order, type OrderModules } from './orders.ts'
import { type Plan, planPayments } from './plan.ts'
import type { PaymentRecord, StakeChange } from './records.ts'
import { total } from './selection.ts'
import {
  type StoredOrder,
  stillThere,
  storeMade,
  storeMerge,
  storeOperation,
  storeOrder,
} from './store-orders.ts'
import {
  insufficientFunds,
  type Made,
  type MadeTransaction,
  type TransactionMaker,
} from './transaction-maker.ts'

export type SenderModules = OrderModules & {
  readonly book: AccountBook
  readonly maker: TransactionMaker
  readonly chain: Pick<WalletChain, 'params'>
  readonly limits: WalletLimits
}

/** What a call stored: its orders, and the transaction that is made. */
export type Sent = { readonly orders: readonly StoredOrder[]; readonly made: MadeTransaction }

export class Sender {
  readonly #modules: SenderModules

  constructor(modules: SenderModules) {
    this.#modules = modules
  }

  /**
   * Stores orders and makes the first transaction. `outcome` sees what is stored, inside the batch.
   * @throws NodeError `insufficient_funds` unless all of it can be paid; `amount_too_large`; `mempool_full` when too much
   * waits in the account's queue; `account_locked`, `view_only`; `not_ready` while coins may be missing.
   */
  async send<T>(
    account: Account,
    orders: readonly Order[],
    outcome: (batch: Batch, sent: Sent) => T | Promise<T>,
  ): Promise<T> {
    await this.#assertReady(account)
    const itemsOfOrders = orders.map((order) => itemsOf(order, this.#modules))
    const items = itemsOfOrders.flat()
    const fees = await this.#affordableFees(
      account,
      items.map(({ recipient }) => recipient.amount),
    )
    const planned = new Map(items.map((item, index) => [item, { ...item, fee: fees[index]! }]))
    return this.#storing(
      account,
      () => this.#modules.maker.makePayment(account, items[0]!.recipient),
      async (draft, batch, made) => {
        const now = this.#modules.clock.now()
        const stored: StoredOrder[] = []
        for (const [index, own] of itemsOfOrders.entries()) {
          const withFees = own.map((item) => planned.get(item)!)
          stored.push(await storeOrder(draft, withFees, index === 0 ? made : undefined, now))
        }
        return outcome(batch, { orders: stored, made: made.transactions.at(-1)! })
      },
    )
  }

  /** Merges the account's smallest coins. @throws NodeError `nothing_to_consolidate` and as {@link send}. */
  async merge<T>(
    account: Account,
    outcome: (batch: Batch, payment: PaymentRecord, made: MadeTransaction) => T | Promise<T>,
  ): Promise<T> {
    await this.#assertReady(account)
    return this.#storing(
      account,
      () => this.#modules.maker.makeMerge(account),
      async (draft, batch, made) => {
        const [transaction] = made.transactions
        return outcome(batch, await storeMerge(draft, transaction!, this.#modules.clock.now()), transaction!)
      },
    )
  }

  /**
   * Makes the transaction of an operation on stake, and stores it.
   * @throws NodeError as {@link send}; what `outcome` throws, when nothing is stored.
   */
  async operate<T>(
    account: Account,
    operation: OperationOrder,
    change: StakeChange,
    outcome: (draft: AccountDraft, batch: Batch, made: MadeTransaction) => T | Promise<T>,
  ): Promise<T> {
    await this.#assertReady(account)
    const sum = change.takes - change.gives + this.#modules.chain.params.feePerOperation
    if (change.takes > 0n) await this.#affordableFees(account, [sum], change.takes)
    return this.#storing(
      account,
      () => this.#modules.maker.makeOperation(account, operation, sum, change.takes),
      async (draft, batch, made) => {
        const now = this.#modules.clock.now()
        return outcome(draft, batch, await storeOperation(draft, made, change, now))
      },
    )
  }

  /** Makes the transaction of a payment that waits in the queue, unless it has been cancelled meanwhile. */
  async makeQueued(
    account: Account,
    payment: PaymentRecord,
    payload: Payload,
    signal: AbortSignal,
  ): Promise<void> {
    const { address, amount, anchor, paymentId } = payment
    await this.#storing(
      account,
      () => this.#modules.maker.makePayment(account, { address, amount, anchor, payload }, signal),
      async (draft, _, made) => {
        const queued = draft.queue.get(paymentId)
        if (queued) await storeMade(draft, queued, made, this.#modules.clock.now())
      },
    )
  }

  /** What payments would take, with all that the account has, after what waits in its queue. */
  plan(account: Account, sums: readonly bigint[]): Plan {
    const { chain, limits } = this.#modules
    const queued = [...account.queue.values()].map(({ amount }) => amount)
    const plan = planPayments(account.comingCoins(), [...queued, ...sums], chain.params, limits)
    if (plan.type === 'insufficient') return plan
    const payments = plan.payments.slice(queued.length)
    return { ...plan, payments, fee: payments.reduce((sum, { fee }) => sum + fee, 0n) }
  }

  /** That it can spend and, after a moment's wait if need be, that all its coins are known. @throws NodeError. */
  async #assertReady(account: Account): Promise<void> {
    await this.#modules.maker.assertSpends(account)
    if (account.caughtUp) return
    const { clock, limits } = this.#modules
    const over = new AbortController()
    await Promise.race([account.whenCaughtUp(), clock.sleep(limits.catchUpPatience, over.signal)])
    over.abort()
    if (!account.caughtUp) throw new NodeError('not_ready', { state: 'rescanning' })
  }

  /** Makes transactions and stores them; makes them anew if their coins were spent elsewhere in between. */
  async #storing<T>(
    account: Account,
    make: () => Promise<Made>,
    store: (draft: AccountDraft, batch: Batch, made: Made) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      const made = await make()
      try {
        const stored = await this.#modules.book.changeOne(account, async (draft, batch) =>
          stillThere(draft, made) ? { value: await store(draft, batch, made) } : undefined,
        )
        if (stored) return stored.value
      } finally {
        made.release()
      }
    }
  }

  /**
   * The planned fee of each payment, once it is known that all can be paid. Waits for what is being made right now.
   * @param amount what of all sums is no fee.
   */
  async #affordableFees(
    account: Account,
    sums: readonly bigint[],
    amount = sums.reduce((all, sum) => all + sum, 0n),
  ): Promise<bigint[]> {
    if (sums.reduce((all, sum) => all + sum, 0n) > MAX_AMOUNT) throw new NodeError('amount_too_large', {})
    if (account.queue.size + sums.length - 1 > this.#modules.limits.queuedPayments) {
      throw new NodeError('mempool_full', {})
    }
    for (;;) {
      const plan = this.plan(account, sums)
      if (plan.type === 'planned') return plan.payments.map(({ fee }) => fee)
      if (account.claims.size === 0)
        throw insufficientFunds(account, plan.needed, amount + queuedSum(account))
      await account.claims.released()
    }
  }
}

function queuedSum({ queue }: Account): bigint {
  return [...queue.values()].reduce((sum, { amount }) => sum + amount, 0n)
}

/** What the account could send at most with one more payment, all merges aside. */
export function spendable(account: Account, fee: bigint): bigint {
  const queued = [...account.queue.values()].reduce(
    (sum, { amount, fee: own = 0n }) => sum + amount + own,
    0n,
  )
  const left = total(account.comingCoins()) - queued - fee
  return left > 0n ? left : 0n
}
