/**
 * Changes to one account inside a batch: they are seen by the steps that follow in the same batch, reach the database with
 * it, and memory only when it is on disk. Events of the account come with them.
 */
import { toHex } from '../../protocol/bytes.ts'
import type { NetworkName } from '../../protocol/network.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { MessageInfo } from '../api/message.ts'
import type { PaymentInfo } from '../api/payment.ts'
import type { StakeInfo } from '../api/stake.ts'
import type { Batch } from '../batch.ts'
import type { NewEvent } from '../events.ts'
import { stakeJson } from '../stake/stake-json.ts'
import { encodeStructured } from '../structured.ts'
import type { Account } from './account.ts'
import { balanceOf } from './balance.ts'
import { balanceJson, messageJson, messageStatusJson, paymentJson } from './event-json.ts'
import { Overlay } from './overlay.ts'
import {
  type AddressRecord,
  type CoinRecord,
  decodeRecord,
  type HistoryRecord,
  type MessageRecord,
  type OrderedList,
  type PartialRecord,
  type PaymentRecord,
  type ProgressRecord,
  type StakeRecord,
  type TransactionRecord,
} from './records.ts'
import { encodeShares, sharesKey } from './stake-shares.ts'
import * as keys from './tables.ts'

const EMPTY = new Uint8Array(0)

export type DraftModules = {
  readonly tables: keys.WalletTables
  readonly network: NetworkName
  readonly stakeParams: StakeParams
}

export class AccountDraft {
  readonly account: Account
  readonly network: NetworkName
  readonly stakeParams: StakeParams
  readonly coins: Overlay<CoinRecord>
  readonly transactions: Overlay<TransactionRecord>
  readonly queue: Overlay<PaymentRecord>
  readonly partials: Overlay<PartialRecord>
  readonly stakes: Overlay<StakeRecord>
  readonly events: NewEvent[] = []
  readonly #addresses: Overlay<number>
  readonly #withheld: string[] = []
  readonly #batch: Batch
  readonly #tables: keys.WalletTables
  #progress: ProgressRecord
  /** Whether something happened that a reader of the account would notice. */
  #effects = false

  constructor(account: Account, batch: Batch, modules: DraftModules) {
    this.account = account
    this.network = modules.network
    this.stakeParams = modules.stakeParams
    this.coins = new Overlay(account.coins)
    this.transactions = new Overlay(account.transactions)
    this.queue = new Overlay(account.queue)
    this.partials = new Overlay(account.partials)
    this.stakes = new Overlay(account.stakes)
    this.#addresses = new Overlay(account.addresses)
    this.#batch = batch
    this.#tables = modules.tables
    this.#progress = account.progress
  }

  get id(): string {
    return this.account.id
  }

  get batch(): Batch {
    return this.#batch
  }

  get progress(): ProgressRecord {
    return this.#progress
  }

  setProgress(change: Partial<ProgressRecord>): void {
    this.#progress = { ...this.#progress, ...change }
  }

  /** The next place in one of the account's lists. */
  nextOrder(list: OrderedList): number {
    const { next } = this.#progress
    const order = next[list] ?? 0
    this.setProgress({ next: { ...next, [list]: order + 1 } })
    return order
  }

  // ------------------------------------------------------------------ addresses

  /** The number of the address with that spend key, if it is the account's. */
  addressIndex(spendKey: Uint8Array): number | undefined {
    return this.#addresses.get(toHex(spendKey))
  }

  putAddress(index: number, record: AddressRecord): void {
    this.#addresses.set(toHex(record.address.subarray(0, 32)), index)
    this.#put('addresses', keys.addressKey(this.id, index), record)
  }

  async addressRecord(index: number): Promise<AddressRecord | undefined> {
    return this.#get<AddressRecord>('addresses', keys.addressKey(this.id, index))
  }

  // ------------------------------------------------------------------ coins

  /** A coin of the account, spent or not. */
  async findCoin(id: string): Promise<CoinRecord | undefined> {
    return this.coins.get(id) ?? (await this.#get<CoinRecord>('coins', keys.idKey(this.id, id)))
  }

  putCoin(coin: CoinRecord): void {
    const key = keys.idKey(this.id, coin.id)
    this.#put('coins', key, coin)
    this.#batch.put(this.#tables.coinOrder, keys.orderKey(this.id, coin.order), key.subarray(8))
    if (coin.spentHeight === undefined) {
      this.coins.set(coin.id, coin)
      this.#batch.put(this.#tables.unspent, key, EMPTY)
    } else {
      this.coins.delete(coin.id)
      this.#batch.delete(this.#tables.unspent, key)
    }
  }

  /** For coins of a transaction that will never be final. */
  dropCoin(coin: CoinRecord): void {
    const key = keys.idKey(this.id, coin.id)
    this.coins.delete(coin.id)
    this.#delete('coins', key)
    this.#delete('coinOrder', keys.orderKey(this.id, coin.order))
    this.#delete('unspent', key)
  }

  // ------------------------------------------------------------------ transactions and payments

  putTransaction(transaction: TransactionRecord): void {
    this.transactions.set(transaction.transactionId, transaction)
    this.#put('transactions', keys.idKey(this.id, transaction.transactionId), transaction)
  }

  /** Keeps a transaction from being handed to the network while this batch decides that it shall not be. */
  withhold(transactionId: string): void {
    this.account.withheld.add(transactionId)
    this.#withheld.push(transactionId)
  }

  dropTransaction(transactionId: string): void {
    this.transactions.delete(transactionId)
    this.#delete('transactions', keys.idKey(this.id, transactionId))
  }

  async payment(
    direction: PaymentRecord['direction'],
    paymentId: string,
  ): Promise<PaymentRecord | undefined> {
    return this.#get<PaymentRecord>('payments', keys.directedKey(this.id, direction, paymentId))
  }

  /** Stores a payment; one that waits to be built enters the queue, one that is built or ended leaves it. */
  putPayment(payment: PaymentRecord): void {
    const { paymentId, direction, order } = payment
    const key = keys.directedKey(this.id, direction, paymentId)
    const orderKey = keys.orderKey(this.id, order)
    this.#put('payments', key, payment)
    this.#batch.put(this.#tables.paymentOrder, orderKey, key.subarray(8))
    this.#batch.put(this.#tables.paymentIds, keys.knownByKey(paymentId, direction, this.id), EMPTY)
    if (payment.status === 'created' && payment.transactionId === undefined) {
      this.queue.set(paymentId, payment)
      this.#batch.put(this.#tables.queue, orderKey, key.subarray(9))
    } else if (this.queue.get(paymentId)) {
      this.queue.delete(paymentId)
      this.#delete('queue', orderKey)
    }
  }

  putHistory(entry: HistoryRecord, position: number, output: number): void {
    this.#put('history', keys.historyKey(this.id, entry.height, position, output), entry)
  }

  // ------------------------------------------------------------------ stake

  /** A stake of the account, over or not. */
  async stake(stakeId: string): Promise<StakeRecord | undefined> {
    return this.stakes.get(stakeId) ?? (await this.#get<StakeRecord>('stakes', keys.idKey(this.id, stakeId)))
  }

  putStake(stake: StakeRecord): void {
    const key = keys.idKey(this.id, stake.stakeId)
    this.#put('stakes', key, stake)
    this.#batch.put(this.#tables.stakeOrder, keys.orderKey(this.id, stake.order), key.subarray(8))
    if (stake.status === 'withdrawn' || stake.status === 'rejected') {
      this.stakes.delete(stake.stakeId)
      this.#batch.delete(this.#tables.openStakes, key)
    } else {
      this.stakes.set(stake.stakeId, stake)
      this.#batch.put(this.#tables.openStakes, key, EMPTY)
    }
  }

  /** Notes shares of a validator's pool that a stake holds from an epoch on. */
  putShares({ stakeId, validatorId }: StakeRecord, epoch: number, shares: bigint): void {
    const key = sharesKey(this.id, stakeId, epoch)
    this.#batch.put(this.#tables.stakeShares, key, encodeShares(validatorId, shares))
  }

  // ------------------------------------------------------------------ messages

  async message(
    direction: MessageRecord['direction'],
    messageId: string,
  ): Promise<MessageRecord | undefined> {
    return this.#get<MessageRecord>('messages', keys.directedKey(this.id, direction, messageId))
  }

  putMessage(message: MessageRecord): void {
    const { messageId, direction, order, app } = message
    this.#put('messages', keys.directedKey(this.id, direction, messageId), message)
    this.#batch.put(this.#tables.messageIds, keys.knownByKey(messageId, direction, this.id), EMPTY)
    if (order !== undefined) {
      this.#put('messageOrder', keys.directedOrderKey(this.id, direction, order), { messageId, app })
    }
    if (direction === 'in') this.#followPartial(message)
  }

  #followPartial({ messageId, status, firstHeight = 0 }: MessageRecord): void {
    const key = keys.idKey(this.id, messageId)
    if (status === 'partial') {
      const partial = { messageId, firstHeight }
      this.partials.set(messageId, partial)
      this.#put('partials', key, partial)
    } else if (this.partials.get(messageId)) {
      this.partials.delete(messageId)
      this.#delete('partials', key)
    }
  }

  putPart(direction: MessageRecord['direction'], messageId: string, part: number, body: Uint8Array): void {
    this.#batch.put(this.#tables.parts, keys.partKey(this.id, direction, messageId, part), body)
  }

  async part(
    direction: MessageRecord['direction'],
    messageId: string,
    part: number,
  ): Promise<Uint8Array | undefined> {
    return this.#batch.get(this.#tables.parts, keys.partKey(this.id, direction, messageId, part))
  }

  dropParts(direction: MessageRecord['direction'], messageId: string, count: number): void {
    for (let part = 0; part < count; part++) {
      this.#delete('parts', keys.partKey(this.id, direction, messageId, part))
    }
  }

  putBody(direction: MessageRecord['direction'], messageId: string, body: Uint8Array): void {
    this.#batch.put(this.#tables.bodies, keys.directedKey(this.id, direction, messageId), body)
  }

  async body(direction: MessageRecord['direction'], messageId: string): Promise<Uint8Array | undefined> {
    return this.#batch.get(this.#tables.bodies, keys.directedKey(this.id, direction, messageId))
  }

  // ------------------------------------------------------------------ events

  paymentEvent(payment: PaymentInfo): void {
    this.#event('payment.status', paymentJson(payment))
  }

  messageStatusEvent(message: MessageInfo): void {
    this.#event('message.status', messageStatusJson(message))
  }

  stakeEvent(stake: StakeInfo): void {
    this.#event('stake.status', stakeJson(stake))
  }

  messageReceivedEvent(message: MessageInfo): void {
    this.#event('message.received', messageJson(message))
  }

  /** To be called when all is collected. Adds the balance, if it has changed, and hands memory over with the commit. */
  finish(): readonly NewEvent[] {
    if (this.#effects) {
      const height = Math.max(0, this.#progress.scannedHeight, this.account.scannedHeight)
      const after = balanceJson({ ...balanceOf(this.id, this), height })
      const before = balanceJson({ ...this.account.balance, height })
      if (JSON.stringify(after) !== JSON.stringify(before)) this.#event('account.balance', after)
    }
    if (this.#progress !== this.account.progress) {
      this.#batch.put(this.#tables.progress, keys.accountKey(this.id), encodeStructured(this.#progress))
    }
    this.#batch.onCommit(() => this.#apply())
    // payments of a hidden account are nobody's to follow; its stake is an operator's
    return this.account.hidden ? this.events.filter(({ topic }) => topic === 'stake.status') : this.events
  }

  /** To be called when nothing comes of the batch. */
  abort(): void {
    for (const id of this.#withheld) this.account.withheld.delete(id)
  }

  #apply(): void {
    const { account } = this
    this.abort()
    const { coins, transactions, queue, partials, stakes } = this
    for (const overlay of [coins, transactions, queue, partials, stakes, this.#addresses]) overlay.apply()
    account.progress = this.#progress
    if (this.#effects) account.forgetBalance()
  }

  #event(topic: string, event: NewEvent['event']): void {
    this.events.push({ topic, accountId: this.id, event })
  }

  #put(table: keyof keys.WalletTables, key: Uint8Array, record: object): void {
    this.#effects = true
    this.#batch.put(this.#tables[table], key, encodeStructured(record))
  }

  #delete(table: keyof keys.WalletTables, key: Uint8Array): void {
    this.#effects = true
    this.#batch.delete(this.#tables[table], key)
  }

  async #get<T extends object>(table: keyof keys.WalletTables, key: Uint8Array): Promise<T | undefined> {
    const bytes = await this.#batch.get(this.#tables[table], key)
    return bytes && decodeRecord<T>(bytes)
  }
}
