/**
 * Carries what is stored to the network: makes the transactions of queued payments, hands transactions over when they are
 * due and their coins are final, and hands them over again until a block has them. Everything it needs is in the database,
 * so it goes on after a restart where it was.
 */
import { fromHex } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { type Payload, splitMessage } from '../../protocol/payload.ts'
import { Alarm } from '../alarm.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'
import { abandonTransaction, markBroadcast } from './payment-changes.ts'
import type { PaymentRecord, TransactionRecord } from './records.ts'
import type { Sender } from './sender.ts'
import { directedKey } from './tables.ts'

export type OutboxModules = {
  readonly book: AccountBook
  readonly sender: Sender
  readonly chain: Pick<WalletChain, 'height' | 'submit'>
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: Pick<WalletLimits, 'resubmitBlocks' | 'retryDelay'>
}

export class Outbox {
  readonly #modules: OutboxModules
  readonly #alarm = new Alarm()
  /** Accounts whose queue is being worked on. */
  readonly #draining = new Set<Account>()
  readonly #tasks = new Set<Promise<void>>()

  constructor(modules: OutboxModules) {
    this.#modules = modules
  }

  /** To be called when something may have become possible: a block, an unlock, a new payment. */
  ring(): void {
    this.#alarm.ring()
  }

  /** Works until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const { book, clock } = this.#modules
    while (!signal.aborted) {
      for (const account of book.all()) {
        this.#keep(this.handOver(account))
        this.#keep(this.#drain(account, signal))
      }
      try {
        await this.#alarm.wait(clock, this.#untilNext(), signal)
      } catch {
        break
      }
    }
    await Promise.all(this.#tasks)
  }

  /** Work that goes on beside the loop, and is waited for in the end. */
  #keep(task: Promise<void>): void {
    this.#tasks.add(task)
    void task.finally(() => this.#tasks.delete(task))
  }

  /** For calls that store something to send: what can go now is with the network when they return. */
  async dispatch<T>(account: Account, stored: Promise<T>): Promise<T> {
    const outcome = await stored
    await this.handOver(account)
    this.ring()
    return outcome
  }

  /** Hands over all transactions of an account that can go now. Resolves when the network has them, or will get them later. */
  async handOver(account: Account): Promise<void> {
    for (const id of account.handedAt.keys()) if (!account.transactions.has(id)) account.handedAt.delete(id)
    const due = [...account.transactions.values()].filter((transaction) => this.#isDue(account, transaction))
    await Promise.all(due.map((transaction) => this.#handOverOnce(account, transaction)))
  }

  #isDue(account: Account, { transactionId, status, inputs, dueAt }: TransactionRecord): boolean {
    const { clock, chain, limits } = this.#modules
    if (dueAt > clock.now() || account.withheld.has(transactionId)) return false
    const handedAt = account.handedAt.get(transactionId)
    if (status === 'broadcast' && handedAt !== undefined && chain.height < handedAt + limits.resubmitBlocks)
      return false
    return areFinal(account, inputs)
  }

  async #handOverOnce(account: Account, transaction: TransactionRecord): Promise<void> {
    const { transactionId } = transaction
    const running = account.handing.get(transactionId)
    if (running) return running
    const handing = this.#submit(account, transaction).finally(() => account.handing.delete(transactionId))
    account.handing.set(transactionId, handing)
    return handing
  }

  /** Never throws: what goes wrong here is tried again, or told by the payment's status. */
  async #submit(account: Account, { transactionId, bytes, status, stake }: TransactionRecord): Promise<void> {
    const { book, chain, logger } = this.#modules
    const { height } = chain
    try {
      await chain.submit(bytes)
      account.handedAt.set(transactionId, height)
      await book.changeOne(account, (draft) => markBroadcast(draft, transactionId))
    } catch (error) {
      logger.debug({ transactionId, code: codeOf(error) }, 'a transaction was not taken')
      // once it has been out, others may have it: only a block decides then
      if (status === 'broadcast' && !this.#isVain(account, stake, error)) return
      if (!isRefusal(error)) return
      logger.error({ transactionId, code: codeOf(error) }, 'the network refuses a transaction of this wallet')
      await this.#refuse(account, transactionId, ruleOf(error))
    }
  }

  /**
   * Whether an operation on stake can no longer come into a block: the stake is not as it was. Should a block have it after
   * all, the account learns of it like of anybody's.
   */
  #isVain(account: Account, stake: TransactionRecord['stake'], error: unknown): boolean {
    return (
      stake !== undefined && isRefusedByStake(error) && account.scannedHeight >= this.#modules.chain.height
    )
  }

  async #refuse(account: Account, transactionId: string, rule: string | undefined): Promise<void> {
    const { book, logger } = this.#modules
    try {
      await book.changeOne(account, (draft) =>
        abandonTransaction(draft, transactionId, { status: 'rejected', reason: 'refused', rule }),
      )
    } catch (error) {
      logger.error({ transactionId, code: codeOf(error) }, 'a refused transaction could not be put down')
    }
  }

  /** Makes the queued payments of an account, one after the other, as long as its coins and its lock allow. */
  async #drain(account: Account, signal: AbortSignal): Promise<void> {
    if (this.#draining.has(account) || account.queue.size === 0 || account.locked || !account.caughtUp) return
    this.#draining.add(account)
    try {
      while (!signal.aborted) {
        const [payment] = account.queue.values()
        if (!payment || account.removed) break
        await this.#modules.sender.makeQueued(account, payment, await this.#payloadOf(payment), signal)
        this.ring()
      }
    } catch (error) {
      // without coins or keys the payment waits for the next block or unlock
      if (!signal.aborted)
        this.#modules.logger.debug({ code: codeOf(error) }, 'the queue of an account waits')
    } finally {
      this.#draining.delete(account)
    }
  }

  async #payloadOf({ accountId, message }: PaymentRecord): Promise<Payload> {
    if (!message) return { kind: 'none' }
    const { messageId, app, part } = message
    const body = await this.#modules.book.tables.bodies.get(directedKey(accountId, 'out', messageId))
    if (!body) throw new RangeError('a queued message has no body')
    return { kind: 'message', ...splitMessage(app, fromHex(messageId), body)[part]! }
  }

  /** Milliseconds until a transaction is due that only waits for its time; undefined when none does. */
  #untilNext(): number | undefined {
    const { book, clock, limits } = this.#modules
    const now = clock.now()
    let next: number | undefined
    for (const account of book.all()) {
      for (const { status, dueAt, inputs } of account.transactions.values()) {
        if (status === 'broadcast' || !areFinal(account, inputs)) continue
        const wait = dueAt > now ? dueAt - now : limits.retryDelay
        next = Math.min(next ?? wait, wait)
      }
    }
    return next
  }
}

/** Coins of a transaction under way cannot be spent yet: a block will say when. */
function areFinal({ coins }: Account, ids: readonly string[]): boolean {
  return ids.every((id) => coins.get(id)?.height !== undefined)
}

/** A rule is broken, and no later block will change that. */
function isRefusal(error: unknown): boolean {
  if (error instanceof NodeError && error.code === 'invalid_transaction') {
    return (error as NodeError<'invalid_transaction'>).details.rule !== 'unknown_input'
  }
  return error instanceof ProtocolError && error.code !== 'unknown_input'
}

/** As the stake is after the last block. */
function isRefusedByStake(error: unknown): boolean {
  if (!(error instanceof NodeError) || error.code !== 'invalid_transaction') return false
  const { rule } = (error as NodeError<'invalid_transaction'>).details
  return rule === 'stake_refused' || rule === 'unknown_stake'
}

/** The rule that refused it: of staking, where it is one. */
function ruleOf(error: unknown): string | undefined {
  if (error instanceof ProtocolError) return error.code
  if (!(error instanceof NodeError) || error.code !== 'invalid_transaction') return undefined
  const { rule, stakeRule } = (error as NodeError<'invalid_transaction'>).details
  return stakeRule ?? rule
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
}
