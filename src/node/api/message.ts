/** What the node offers about messages; a part of `NodeApi`, with its conventions. */
import type { Keyed } from '../call.ts'
import type { Page, PageRequest } from '../page.ts'
import type { Among } from './account.ts'
import type { Direction, RejectReason } from './payment.ts'

export type MessageState = 'created' | 'broadcast' | 'final' | 'rejected' | 'partial' | 'received' | 'lost'
export type MessageSent = {
  readonly messageId: string
  readonly status: MessageState
  readonly parts: number
  readonly fee: bigint
  readonly transactionIds: readonly string[]
}
export type MessageInfo = {
  readonly messageId: string
  readonly accountId: string
  readonly direction: Direction
  readonly status: MessageState
  /** Empty for none. */
  readonly app: string
  readonly amount: bigint
  readonly parts: number
  /** Out: parts that are final. In: parts that have arrived. */
  readonly partsDone: number
  readonly body?: Uint8Array | undefined
  readonly to?: string | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  readonly createdAt?: number | undefined
  readonly fee?: bigint | undefined
  readonly reason?: RejectReason | undefined
  readonly paymentIds: readonly string[]
}
export type DecodedPayload = {
  readonly outputId: string
  readonly kind: 'none' | 'message' | 'change' | 'filler'
  readonly amount: bigint
  readonly height: number
  readonly messageId?: string | undefined
  readonly app?: string | undefined
  readonly part?: number | undefined
  readonly parts?: number | undefined
  readonly body?: Uint8Array | undefined
}

export type MessageApi = {
  send(
    input: Keyed & {
      readonly accountId: string
      readonly to: string
      readonly body: Uint8Array
      readonly app?: string | undefined
    },
  ): Promise<MessageSent>
  /** Also answers message.status, which is a part of it. */
  get(
    query: Among & { readonly messageId: string; readonly accountId?: string | undefined },
  ): Promise<MessageInfo>
  /** direction absent = 'in'; of those received only complete ones, in the order they were completed. */
  list(
    query: PageRequest & {
      readonly accountId: string
      readonly app?: string | undefined
      readonly direction?: Direction | undefined
    },
  ): Promise<Page<MessageInfo>>
  decode(query: { readonly accountId: string; readonly outputId: string }): Promise<DecodedPayload>
}
