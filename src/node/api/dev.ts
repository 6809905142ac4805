/** What a node of a development network offers for tests; a part of `NodeApi`, with its conventions. */
import type { Keyed } from '../call.ts'

export type DevApi = {
  faucet(
    input: Keyed & { readonly address: string; readonly amount?: bigint | undefined },
  ): Promise<{ readonly transactionId: string; readonly paymentId: string; readonly amount: bigint }>
  mine(input: Keyed & { readonly blocks?: number | undefined }): Promise<{ readonly height: number }>
  /** advance in seconds. Returns the clock, ms. */
  time(input: Keyed & { readonly advance?: number | undefined }): Promise<{ readonly time: number }>
}
