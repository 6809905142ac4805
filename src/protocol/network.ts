/** Parameters every node of a network agrees on. They are hashed into the genesis block, so two networks never mix. */

export type NetworkName = 'main' | 'test' | 'dev'

/** Human-readable prefix of addresses: a wrong network is an error, not a lost payment. */
export const ADDRESS_PREFIX: Readonly<Record<NetworkName, string>> = {
  main: 'stg',
  test: 'tstg',
  dev: 'dstg',
}

/** Base units in 1 STG. */
export const UNITS_PER_STG = 1_000_000n

/** Amounts are unsigned 64-bit integers of base units. */
export const MAX_AMOUNT = 0xffff_ffff_ffff_ffffn

export type NetworkParams = {
  readonly network: NetworkName
  /** Target time between blocks, milliseconds. */
  readonly blockInterval: number
  /** Transactions a block may carry. */
  readonly maxBlockTransactions: number
  /** Base units burnt for each input a transaction spends. */
  readonly feePerInput: bigint
  /** Base units burnt for each output a transaction makes. */
  readonly feePerOutput: bigint
  /** Blocks after which a node may drop a payload. */
  readonly payloadRetention: number
  /** How far a block's time may run ahead of the clock of the node that checks it, milliseconds. */
  readonly maxTimeDrift: number
}

const COMMON = {
  maxBlockTransactions: 256,
  feePerInput: 1_000n,
  feePerOutput: 4_000n,
  maxTimeDrift: 10_000,
} as const

export const NETWORKS: Readonly<Record<NetworkName, NetworkParams>> = {
  main: { network: 'main', blockInterval: 2_000, payloadRetention: 1_296_000, ...COMMON },
  test: { network: 'test', blockInterval: 2_000, payloadRetention: 1_296_000, ...COMMON },
  dev: { network: 'dev', blockInterval: 1_000, payloadRetention: 2_592_000, ...COMMON },
}
