/** What tests of staking have in common: short epochs, and who has which coins. */
import { NETWORKS, UNITS_PER_STG } from '../../../src/protocol/network.ts'
import type { WalletNode } from './wallet-node.ts'

export const stg = (whole: bigint) => whole * UNITS_PER_STG

/** Epochs of 12 blocks; money is out after two of them. */
export const params = {
  ...NETWORKS.dev,
  stake: { ...NETWORKS.dev.stake, epochBlocks: 12, unbondingEpochs: 2 },
}

export const COINS = { ada: [stg(5_000n), stg(3_000n), 0n], bob: [stg(20_000n), 0n, 0n] }

export const endEpoch = (node: WalletNode) => node.mine(12 - (node.chain.height % 12))
