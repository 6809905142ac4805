/** At which heights snapshots are made: the same on all nodes of a network, so that one can be had from several of them. */
import type { NetworkParams } from '../../protocol/network.ts'

/** Milliseconds between two snapshots, at least: making one costs some ten microseconds for every coin there is. */
const APART = 60 * 60 * 1_000

/** Blocks between two snapshots: whole epochs, and an hour or more at the network's pace. */
export function snapshotInterval({
  blockInterval,
  stake,
}: Pick<NetworkParams, 'blockInterval' | 'stake'>): number {
  return stake.epochBlocks * Math.ceil(APART / (blockInterval * stake.epochBlocks))
}
