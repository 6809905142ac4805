/** What the node offers about accounts; a part of `NodeApi`, with its conventions. */
import type { Keyed } from '../call.ts'
import type { Page, PageRequest } from '../page.ts'
import type { OperationType } from './stake.ts'

/** Looks among these accounts only, as if there were no others; among all when absent. */
export type Among = { readonly among?: ReadonlySet<string> | undefined }

export type AccountInfo = {
  readonly accountId: string
  /** Empty for none. */
  readonly name: string
  readonly address: string
  readonly locked: boolean
  readonly viewOnly: boolean
  readonly passphrase: boolean
  readonly rescanning: boolean
  readonly scannedHeight: number
  readonly targetHeight: number
}
export type AddressInfo = {
  readonly accountId: string
  readonly address: string
  readonly index: number
  readonly label: string
}
/** The server adds `total`. See the contract's `Balance` for what counts where. */
export type BalanceInfo = {
  readonly accountId: string
  readonly available: bigint
  readonly pending: bigint
  readonly locked: bigint
  readonly staked: bigint
  readonly height: number
}
export type HistoryType =
  | 'received'
  | 'sent'
  | 'self'
  | 'issued'
  | 'staked'
  | 'unbonded'
  | 'unstaked'
  | 'operated'
export type HistoryEntry = {
  readonly type: HistoryType
  /** Absent, like the address, for what happened to stake. */
  readonly paymentId?: string | undefined
  readonly amount: bigint
  readonly height: number
  readonly time: number
  readonly address?: string | undefined
  readonly transactionId?: string | undefined
  readonly fee?: bigint | undefined
  readonly messageId?: string | undefined
  /** For what happened to stake. */
  readonly operation?: OperationType | undefined
}
export type CoinStatus = 'unspent' | 'pending' | 'reserved' | 'spent'
export type CoinInfo = {
  readonly outputId: string
  readonly amount: bigint
  readonly status: CoinStatus
  readonly addressIndex: number
  readonly height?: number | undefined
  readonly transactionId?: string | undefined
  readonly spentIn?: string | undefined
}
type WithPassphrase = { readonly accountId: string; readonly passphrase?: string | undefined }

export type AccountApi = {
  create(
    input: Keyed & { readonly name?: string | undefined; readonly passphrase?: string | undefined },
  ): Promise<{ readonly accountId: string; readonly address: string; readonly recoveryPhrase: string }>
  recover(
    input: Keyed & {
      readonly recoveryPhrase: string
      readonly name?: string | undefined
      readonly passphrase?: string | undefined
      readonly from?: number | undefined
    },
  ): Promise<{ readonly accountId: string; readonly address: string }>
  /** `internal`: those the node keeps for itself, instead of the others. */
  list(query: PageRequest & Among & { readonly internal?: boolean | undefined }): Promise<Page<AccountInfo>>
  get(accountId: string): Promise<AccountInfo>
  unlock(input: { readonly accountId: string; readonly passphrase: string }): Promise<AccountInfo>
  lock(accountId: string): Promise<AccountInfo>
  remove(input: Keyed & WithPassphrase): Promise<void>
  changePassphrase(
    input: Keyed & WithPassphrase & { readonly newPassphrase?: string | undefined },
  ): Promise<AccountInfo>
  recoveryPhrase(input: WithPassphrase): Promise<string>
  address(
    input: Keyed & { readonly accountId: string; readonly label?: string | undefined },
  ): Promise<AddressInfo>
  addresses(query: PageRequest & { readonly accountId: string }): Promise<Page<AddressInfo>>
  balance(accountId: string): Promise<BalanceInfo>
  history(query: PageRequest & { readonly accountId: string }): Promise<Page<HistoryEntry>>
  outputs(
    query: PageRequest & { readonly accountId: string; readonly status?: CoinStatus | undefined },
  ): Promise<Page<CoinInfo>>
  viewKey(input: WithPassphrase): Promise<string>
  importViewKey(
    input: Keyed & {
      readonly viewKey: string
      readonly name?: string | undefined
      readonly from?: number | undefined
    },
  ): Promise<AccountInfo>
  rescan(
    input: Keyed & { readonly accountId: string; readonly from?: number | undefined },
  ): Promise<AccountInfo>
}
