/** Parameters every node of a network agrees on. They are hashed into the genesis block, so two networks never mix. */
import { STAKE_PARAMS, type StakeParams } from './stake/params.ts'

export { UNITS_PER_STG } from './units.ts'

export type NetworkName = 'main' | 'test' | 'dev'

/** Human-readable prefix of addresses: a wrong network is an error, not a lost payment. */
export const ADDRESS_PREFIX: Readonly<Record<NetworkName, string>> = {
  main: 'stg',
  test: 'tstg',
  dev: 'dstg',
}

/** Amounts are unsigned 64-bit integers of base units. */
export const MAX_AMOUNT = 0xffff_ffff_ffff_ffffn

export type NetworkParams = {
  readonly network: NetworkName
  /** Target time between blocks, milliseconds. */
  readonly blockInterval: number
  /** Transactions a block may carry. */
  readonly maxBlockTransactions: number
  /** Transactions with an operation on the stake that a block may carry. */
  readonly maxBlockOperations: number
  /** Base units paid for each input a transaction spends. */
  readonly feePerInput: bigint
  /** Base units paid for each output a transaction makes. */
  readonly feePerOutput: bigint
  /** Base units paid for an operation on the stake, beside inputs and outputs. */
  readonly feePerOperation: bigint
  /** Blocks after which a node may drop a payload. */
  readonly payloadRetention: number
  /** How far a block's time may run ahead of the clock of the node that checks it, milliseconds. */
  readonly maxTimeDrift: number
  /** The numbers of staking, rewards and the award. */
  readonly stake: StakeParams
}

const COMMON = {
  maxBlockTransactions: 512,
  maxBlockOperations: 32,
  feePerInput: 1_000n,
  feePerOutput: 4_000n,
  feePerOperation: 20_000n,
  maxTimeDrift: 10_000,
} as const

export const NETWORKS: Readonly<Record<NetworkName, NetworkParams>> = {
  main: networkOf('main', 2_000, 1_296_000),
  test: networkOf('test', 2_000, 1_296_000),
  dev: networkOf('dev', 1_000, 2_592_000),
}

function networkOf(network: NetworkName, blockInterval: number, payloadRetention: number): NetworkParams {
  return { network, blockInterval, payloadRetention, ...COMMON, stake: STAKE_PARAMS[network] }
}
