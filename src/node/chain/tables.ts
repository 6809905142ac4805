/** Where the chain keeps what. Keys that start with a height sort by height. */
import { concat } from '../../protocol/bytes.ts'
import { CORE_LENGTH } from '../../protocol/output.ts'
import { be32, be64, fromBe32, fromBe64, placeKey } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import type { Table } from '../table.ts'
import type { EncodedCoin } from '../workers/coins.ts'
import { type StakeTables, stakeTables } from './stake-tables.ts'

export type ChainTables = StakeTables & {
  /** Epoch that is over → the proof of who votes in the next one. */
  readonly epochProofs: Table
  /** Chain id and head. */
  readonly meta: Table
  /** Height → BlockRecord. */
  readonly blocks: Table
  /** Block id → height. */
  readonly blockIds: Table
  /** Transaction's place → its bytes without payloads. */
  readonly transactions: Table
  /** Transaction id → its place. */
  readonly transactionIds: Table
  /** Output's place → id and core. */
  readonly outputs: Table
  /** Output id → its place. */
  readonly outputIds: Table
  /** Output's place → payload, until it is pruned. */
  readonly payloads: Table
  /** Output id → place of the transaction that spent it. */
  readonly spends: Table
  /** Output id → height (0 where it came with a snapshot) and core, as long as it is unspent. */
  readonly coins: Table
}

export function chainTables(store: Store): ChainTables {
  return {
    ...stakeTables(store),
    epochProofs: store.table('epoch-proof'),
    meta: store.table('chain'),
    blocks: store.table('block'),
    blockIds: store.table('block-id'),
    transactions: store.table('transaction'),
    transactionIds: store.table('transaction-id'),
    outputs: store.table('output'),
    outputIds: store.table('output-id'),
    payloads: store.table('payload'),
    spends: store.table('spend'),
    coins: store.table('coin'),
  }
}

/** A transaction by where it stands: the coins of genesis count as made by a transaction at 0, 0 that does not exist. */
export type Place = { readonly height: number; readonly position: number }
/** An output by where it stands. */
export type OutputPlace = Place & { readonly index: number }

export function readPlace(key: Uint8Array): Place {
  return { height: Number(fromBe64(key)), position: fromBe32(key, 8) }
}

export function outputKey({ height, position, index }: OutputPlace): Uint8Array {
  return concat(placeKey(height, position), be32(index))
}

export function readOutputPlace(key: Uint8Array): OutputPlace {
  return { ...readPlace(key), index: fromBe32(key, 12) }
}

/** Bounds of everything that was made at heights from `first` to `last`. */
export function heightRange(first: number, last = first): { gte: Uint8Array; lt: Uint8Array } {
  return { gte: be64(first), lt: be64(last + 1) }
}

export function encodeCoin({ height, core }: EncodedCoin): Uint8Array {
  return concat(be64(height), core)
}

export function readCoin(id: Uint8Array, value: Uint8Array): EncodedCoin {
  return { id, height: Number(fromBe64(value)), core: value.slice(8, 8 + CORE_LENGTH) }
}

export function encodeOutput(id: Uint8Array, core: Uint8Array): Uint8Array {
  return concat(id, core)
}

export function readOutput(value: Uint8Array): { id: Uint8Array; core: Uint8Array } {
  return { id: value.slice(0, 32), core: value.slice(32, 32 + CORE_LENGTH) }
}
