/** What the wallet needs of the chain. Blocks are final when they are seen here: nothing is ever rolled back. */
import type { NetworkParams } from '../../protocol/network.ts'

export type SeenOutput = {
  readonly id: string
  /** The encoded core. */
  readonly core: Uint8Array
  /** Absent once it is pruned. */
  readonly payload?: Uint8Array | undefined
}

export type SeenTransaction = {
  /** Absent for the mint of genesis. */
  readonly id?: string | undefined
  /** What its outputs are bound to: `inputContext`, or `genesisContext`. */
  readonly context: Uint8Array
  readonly inputs: readonly string[]
  readonly outputs: readonly SeenOutput[]
}

/** A block; genesis has height 0 and one transaction without id, its mint. */
export type SeenBlock = {
  readonly height: number
  /** Milliseconds since 1970. */
  readonly time: number
  readonly transactions: readonly SeenTransaction[]
}

export type WalletChain = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  /** Height of the last final block. */
  readonly height: number
  /** A block up to `height`. */
  block(height: number): Promise<SeenBlock>
  /** A final transaction, with all it had; undefined when there is none of that id. */
  transaction(id: string): Promise<{ readonly bytes: Uint8Array; readonly height: number } | undefined>
  /** An output of the chain, spent or not. */
  output(
    id: string,
  ): Promise<(SeenOutput & { readonly context: Uint8Array; readonly height: number }) | undefined>
  /**
   * Checks a transaction and hands it to the network. One that is known already is answered alike.
   * @throws NodeError `input_spent`, `invalid_transaction`, `mempool_full`, `not_ready`.
   */
  submit(transaction: Uint8Array): Promise<void>
  /** Calls back after each block. Returns what ends it. */
  onBlock(listener: () => void): () => void
}
