/** What the node offers about the chain; a part of `NodeApi`, with its conventions. */
import type { NetworkName } from '../../protocol/network.ts'
import type { Page, PageRequest } from '../page.ts'
import type { OperationType } from './stake.ts'

export type CertificateInfo = {
  readonly round: number
  readonly signers: string
  /** Who was claimed silent; absent for nobody. */
  readonly silent?: string
  readonly signature: string
}
export type BlockInfo = {
  readonly id: string
  readonly height: number
  readonly time: number
  readonly leader: string
  readonly transactions: readonly string[]
  readonly previous: string
  readonly round: number
  readonly vrf: string
  readonly transactionRoot: string
  readonly outputRoot: string
  readonly stateCommitment: string
  readonly validatorSetHash: string
  /** Number of outputs it makes. */
  readonly outputs: number
  /** Size on the wire. */
  readonly bytes: number
  /** The certificate that made THIS block final; absent in genesis. */
  readonly certificate?: CertificateInfo | undefined
}
export type ChainStatus = {
  readonly network: NetworkName
  readonly genesis: string
  readonly height: number
  readonly id: string
  readonly time: number
  /** From this height on the node has every block; 0 when it has them all. */
  readonly earliestHeight: number
  readonly unspentOutputs: number
  readonly mempool: { readonly transactions: number; readonly bytes: number }
}
export type TransactionStatus = 'pending' | 'final'
export type TransactionInfo = {
  readonly transactionId: string
  readonly status: TransactionStatus
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly fee: bigint
  readonly bytes: number
  readonly blockId?: string | undefined
  readonly height?: number | undefined
  readonly time?: number | undefined
  /** Index in the block. */
  readonly position?: number | undefined
  /** When it does something to stake. */
  readonly operation?: OperationType | undefined
  /** Its bytes, when asked for. */
  readonly encoded?: Uint8Array | undefined
}
export type OutputInfo = {
  readonly outputId: string
  readonly height: number
  /** Index among the outputs of its transaction. */
  readonly position: number
  readonly spent: boolean
  readonly key: string
  readonly commitment: string
  readonly ephemeral: string
  readonly viewTag: string
  readonly encryptedAmount: string
  readonly encryptedAnchor: string
  readonly payloadHash: string
  readonly payloadPruned: boolean
  /** Absent for outputs of genesis. */
  readonly transactionId?: string | undefined
  readonly spentIn?: string | undefined
  /** When asked for and not pruned. */
  readonly payload?: Uint8Array | undefined
}
export type SupplyInfo = {
  readonly height: number
  readonly issued: bigint
  readonly burnt: bigint
  /** Everything that the stake holds, the award's pool included. */
  readonly staked: bigint
  readonly awardPool: bigint
  /** Sum of the commitments of all unspent outputs, encoded point. */
  readonly commitments: string
  /** Blinding sum, encoded scalar. */
  readonly blinding: string
  readonly unspentOutputs: number
  readonly mints: readonly {
    readonly outputId: string
    readonly height: number
    readonly amount: bigint
    readonly blinding: string
  }[]
}
export type ChainParams = {
  readonly network: NetworkName
  /** Id of the genesis block. */
  readonly genesis: string
  /** What votes, transactions and award records are bound to. */
  readonly chainId: string
  readonly addressPrefix: string
  readonly unitsPerCoin: bigint
  readonly blockIntervalMs: number
  readonly maxBlockTransactions: number
  readonly maxTimeDriftMs: number
  readonly payloadRetentionBlocks: number
  readonly payloadBytes: number
  readonly maxInputs: number
  readonly outputCounts: readonly number[]
  readonly feePerInput: bigint
  readonly feePerOutput: bigint
  readonly feePerOperation: bigint
}
export type ShapeFee = { readonly inputs: number; readonly outputs: number; readonly fee: bigint }

export type ChainApi = {
  status(): Promise<ChainStatus>
  /** Exactly one of height and id. Throws block_not_found, block_pruned. */
  block(by: { readonly height: number } | { readonly id: string }): Promise<BlockInfo>
  /** Throws block_pruned when it is to begin with a block that is. */
  blocks(query: PageRequest & { readonly from?: number | undefined }): Promise<Page<BlockInfo>>
  /** Throws transaction_not_found. */
  transaction(query: {
    readonly transactionId: string
    readonly encoded?: boolean | undefined
  }): Promise<TransactionInfo>
  /** Throws output_not_found. */
  output(query: { readonly outputId: string; readonly payload?: boolean | undefined }): Promise<OutputInfo>
  /** Throws block_pruned when it is to begin in a block that is. */
  outputs(
    query: PageRequest & {
      readonly from?: number | undefined
      readonly unspent?: boolean | undefined
      readonly payload?: boolean | undefined
    },
  ): Promise<Page<OutputInfo>>
  supply(): Promise<SupplyInfo>
  params(): Promise<ChainParams>
  fees(): Promise<{ readonly ordinary: ShapeFee; readonly shapes: readonly ShapeFee[] }>
  /** One it has already is answered alike. Throws invalid_transaction {rule}, input_spent, mempool_full. */
  submit(
    transaction: Uint8Array,
  ): Promise<{ readonly transactionId: string; readonly status: TransactionStatus }>
}
