/** What the node offers about payments; a part of `NodeApi`, with its conventions. */
import type { Keyed } from '../call.ts'
import type { Page, PageRequest } from '../page.ts'
import type { Among } from './account.ts'

export type PaymentStatus = 'created' | 'broadcast' | 'final' | 'rejected' | 'cancelled'
export type RejectReason = 'input_spent' | 'refused' | 'cancelled'
export type Direction = 'out' | 'in'
export type PaymentRequest = {
  readonly to: string
  readonly amount: bigint
  readonly data?: Uint8Array | undefined
  readonly app?: string | undefined
}
export type PaymentQueued = {
  readonly paymentId: string
  /** Absent while it waits for coins: its transaction is not made yet. */
  readonly transactionId?: string | undefined
  readonly status: PaymentStatus
  readonly fee: bigint
  readonly messageId?: string | undefined
}
export type PaymentSent = PaymentQueued & { readonly transactionId: string }
export type PaymentInfo = {
  readonly paymentId: string
  readonly accountId: string
  readonly direction: Direction
  readonly transactionId?: string | undefined
  readonly status: PaymentStatus
  readonly amount: bigint
  readonly to: string
  readonly fee?: bigint | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly reason?: RejectReason | undefined
  readonly messageId?: string | undefined
  readonly data?: Uint8Array | undefined
  readonly app?: string | undefined
}
export type PaymentEstimate = {
  readonly amount: bigint
  readonly fee: bigint
  readonly transactions: number
  readonly inputs: number
  readonly outputs: number
  readonly spendable: bigint
  readonly sufficient: boolean
}
export type PaymentProof = {
  readonly paymentId: string
  readonly to: string
  readonly amount: bigint
  readonly proof: string
}
export type PaymentProofCheck =
  | { readonly valid: false; readonly reason: 'malformed' | 'mismatch' | 'unknown_output' }
  | {
      readonly valid: true
      readonly paymentId: string
      readonly to: string
      readonly amount: bigint
      readonly transactionId?: string | undefined
      readonly height: number
    }

export type PaymentApi = {
  send(input: Keyed & PaymentRequest & { readonly accountId: string }): Promise<PaymentSent>
  sendMany(
    input: Keyed & { readonly accountId: string; readonly payments: readonly PaymentRequest[] },
  ): Promise<readonly PaymentQueued[]>
  sendPublic(
    input: Keyed & PaymentRequest & { readonly accountId: string },
  ): Promise<PaymentSent & { readonly proof: string }>
  /** The server adds `total`. */
  estimate(input: {
    readonly accountId: string
    readonly to?: string | undefined
    readonly amount: bigint
    readonly data?: Uint8Array | undefined
  }): Promise<PaymentEstimate>
  /** Without accountId: the sender's record if its account is here, else the receiver's. */
  get(
    query: Among & { readonly paymentId: string; readonly accountId?: string | undefined },
  ): Promise<PaymentInfo>
  list(
    query: PageRequest & {
      readonly accountId: string
      readonly direction?: Direction | undefined
      readonly status?: PaymentStatus | undefined
    },
  ): Promise<Page<PaymentInfo>>
  cancel(input: Keyed & Among & { readonly paymentId: string }): Promise<PaymentInfo>
  prove(
    query: Among & {
      readonly paymentId: string
      readonly accountId?: string | undefined
      readonly challenge?: string | undefined
    },
  ): Promise<PaymentProof>
  verifyProof(query: {
    readonly proof: string
    readonly challenge?: string | undefined
  }): Promise<PaymentProofCheck>
  consolidate(
    input: Keyed & { readonly accountId: string },
  ): Promise<Omit<PaymentSent, 'messageId'> & { readonly merged: number; readonly remaining: number }>
}
