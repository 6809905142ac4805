/** One account as the wallet holds it in memory: what is committed in the database, the view keys and, unlocked, the spend key. */
import { type AccountKeys, decodeViewKey, type ViewKeys } from '../../protocol/keys.ts'
import type { BalanceInfo } from '../api/account.ts'
import { balanceOf } from './balance.ts'
import { CoinClaims } from './coin-claims.ts'
import type {
  AccountRecord,
  CoinRecord,
  PartialRecord,
  PaymentRecord,
  ProgressRecord,
  StakeRecord,
  TransactionRecord,
} from './records.ts'

export type AccountContent = {
  readonly record: AccountRecord
  readonly progress: ProgressRecord
}

export class Account {
  readonly keys: ViewKeys
  /** Spend keys (hex) of the addresses that are recognized, and their numbers. */
  readonly addresses = new Map<string, number>()
  /** Coins that are not spent, those of transactions that are not final among them. */
  readonly coins = new Map<string, CoinRecord>()
  /** Own transactions that are not final. */
  readonly transactions = new Map<string, TransactionRecord>()
  /** Payments that wait to be built, first come first. */
  readonly queue = new Map<string, PaymentRecord>()
  /** Received messages that are not complete. */
  readonly partials = new Map<string, PartialRecord>()
  /** Stakes that are not over. */
  readonly stakes = new Map<string, StakeRecord>()
  /** Numbers of keys, undefined for the operator's, to be looked at again: a transaction that changed what they own was given up. */
  readonly neglected = new Set<number | undefined>()
  /** Coins that a transaction being built will spend. */
  readonly claims = new CoinClaims()
  /** Transactions that are being handed to the network: too late to cancel them. */
  readonly handing = new Map<string, Promise<void>>()
  /** Height at which a transaction was handed over last. */
  readonly handedAt = new Map<string, number>()
  /** Transactions that are being given up: too late to hand them over. */
  readonly withheld = new Set<string>()
  record: AccountRecord
  progress: ProgressRecord
  /** While the account is unlocked. */
  spendKeys: AccountKeys | undefined
  /** Set when the account is being removed. */
  removed = false
  #balance: Omit<BalanceInfo, 'height'> | undefined
  #readTo = -1
  readonly #caughtUp = Promise.withResolvers<void>()
  #isCaughtUp = false

  constructor({ record, progress }: AccountContent) {
    this.record = record
    this.progress = progress
    this.keys = decodeViewKey(record.viewKey)
  }

  get id(): string {
    return this.record.accountId
  }

  /** Not listed, and no events tell of it. */
  get hidden(): boolean {
    return this.record.protection === 'memory'
  }

  get viewOnly(): boolean {
    return this.record.protection === 'none'
  }

  /** Whether the passphrase is needed before it can spend. Without a passphrase an account is never locked. */
  get locked(): boolean {
    return this.record.protection === 'sealed' && this.spendKeys === undefined
  }

  /** Every block up to here has been applied, whether or not it is written down; -1 before genesis. */
  get scannedHeight(): number {
    return Math.max(this.#readTo, this.progress.scannedHeight)
  }

  readTo(height: number): void {
    this.#readTo = height
  }

  /** Whether the chain has been read to its end since the account came or the node started: before, coins may be missing. */
  get caughtUp(): boolean {
    return this.#isCaughtUp
  }

  setCaughtUp(): void {
    this.#isCaughtUp = true
    this.#caughtUp.resolve()
  }

  whenCaughtUp(): Promise<void> {
    return this.#caughtUp.promise
  }

  get balance(): BalanceInfo {
    this.#balance ??= balanceOf(this.id, this)
    return { ...this.#balance, height: Math.max(0, this.scannedHeight) }
  }

  /** After a change of coins, transactions or queue. */
  forgetBalance(): void {
    this.#balance = undefined
  }

  /** Coins that a new transaction may spend: final ones. */
  freeCoins(): CoinRecord[] {
    return [...this.coins.values()].filter(
      (coin) => coin.height !== undefined && coin.spender === undefined && !this.claims.has(coin.id),
    )
  }

  /** Those, and coins of own transactions under way: one that spends them is kept back until they are final. */
  comingCoins(): CoinRecord[] {
    return [...this.coins.values()].filter(({ id, spender }) => spender === undefined && !this.claims.has(id))
  }
}
