/** What the wallet needs of the chain. Blocks are final when they are seen here: nothing is ever rolled back. */
import type { NetworkParams } from '../../protocol/network.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import type { StakeState, ValidatorRecord } from '../../protocol/stake/state.ts'
import type { Deposit, Entry, EntryChange, Unbonding } from '../../protocol/stake/table.ts'
import type { Origin } from '../workers/scan.ts'

/** A transaction as far as every account that follows the chain has to look at it. */
export type SeenTransaction = {
  /** Absent for the mint of genesis. */
  readonly id?: string | undefined
  readonly inputs: readonly string[]
  /** How many outputs it has. */
  readonly outputs: number
  /** What `readHead` gives of it. Absent for the mint. */
  readonly head?: Uint8Array | undefined
  /** What it does to the stake, if anything. */
  readonly operation?: Operation | undefined
}

/** A block; genesis has height 0 and one transaction without id, its mint. */
export type SeenBlock = {
  readonly height: number
  /** Milliseconds since 1970. */
  readonly time: number
  readonly transactions: readonly SeenTransaction[]
}

/** Where a transaction stands. */
export type SeenPlace = {
  readonly height: number
  readonly position: number
  readonly transaction: SeenTransaction
}

export type SeenOutput = {
  readonly id: string
  /** The encoded core. */
  readonly core: Uint8Array
  /** Absent once it is pruned. */
  readonly payload?: Uint8Array | undefined
}

/** The outputs of one transaction, or of the mint. */
export type SeenOutputs = {
  /** What they are bound to. */
  readonly origin: Origin
  readonly outputs: readonly SeenOutput[]
}

/** What the wallet needs of the stake. */
export type WalletStake = {
  readonly chainId: Uint8Array
  /** After the last final block. */
  readonly state: StakeState
  /** What a key owns, deposits first; at most `limit` entries. */
  entriesOf(owner: Uint8Array, limit: number): Promise<(Deposit | Unbonding)[]>
  /** What an operation that began to take stake out sent on its way; undefined once it was withdrawn. */
  sentOut(operation: Operation): Promise<Unbonding | undefined>
  /** What the rules look up beside entries: what is left of their validators if those are gone, and how much leaked. */
  entriesBehind(entries: readonly Entry[]): Promise<Entry[]>
  /** Id of the validator that a key was ever registered for, which may be gone. */
  validatorId(key: Uint8Array): Promise<Uint8Array | undefined>
  /** The validator of a key, present, next or past. */
  validator(key: Uint8Array): Promise<ValidatorRecord | undefined>
  /**
   * Applies an operation as it would be in the next block, without any effect.
   * @throws ProtocolError `stake_refused`, `unknown_stake` of the rule that refuses it.
   */
  tryOperation(operation: Operation): Promise<void>
  /** Calls back after each block that did something to stake. Returns what ends it. */
  onChange(listener: (entries: readonly EntryChange[], events: readonly StakeEvent[]) => void): () => void
}

export type WalletChain = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  /** Height of the last final block. */
  readonly height: number
  /** From this height on the node has every block; 0 when it has them all. */
  readonly earliest: number
  readonly stake: WalletStake
  /**
   * The blocks from `from` to `until`, both included and both final, in order.
   * @throws NodeError `block_pruned`, while reading
   */
  blocks(from: number, until: number): AsyncIterable<SeenBlock>
  /** The outputs of transactions that `blocks` gave. */
  outputs(places: readonly SeenPlace[]): Promise<SeenOutputs[]>
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
