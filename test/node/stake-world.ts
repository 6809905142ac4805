/** A small chain with short epochs for tests of a node's stake, and what must hold in its store. */
import assert from 'node:assert/strict'
import type { Chain } from '../../src/node/chain/chain.ts'
import { ownerKey } from '../../src/node/chain/stake-tables.ts'
import { decodeAll } from '../../src/protocol/codec.ts'
import { encodePoint, multiplyBase } from '../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../src/protocol/crypto/hash.ts'
import { LtHash } from '../../src/protocol/crypto/lthash.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { validatorId } from '../../src/protocol/stake/registry.ts'
import { heldStake } from '../../src/protocol/stake/state.ts'
import { entryElement, readEntry } from '../../src/protocol/stake/table.ts'
import { holdsSupply } from '../../src/protocol/supply.ts'
import { createWorld } from './world.ts'

/** Epochs of six blocks, a period of two; money comes out after one epoch. A dozen pairs of coins. */
export const world = createWorld({
  amounts: Array.from({ length: 24 }, (_, index) => (index % 2 ? 0n : 3_000_000n)),
  params: {
    stake: {
      ...NETWORKS.dev.stake,
      ...{ epochBlocks: 6, lateBlocks: 3, halvingBlocks: 600, unbondingEpochs: 2, minDeposit: 10_000n },
      ...{ awardPeriodEpochs: 2, awardFreezeDelay: 2, awardDelaySquarings: 64 },
    },
  },
  seed: 'stake',
})

export const validator = validatorId(world.keys[0]!.publicKey)
/** Whoever owns the deposits of these tests. */
export const ownerSecret = deriveScalar('test owner')
export const owner = encodePoint(multiplyBase(ownerSecret))

/** The table of the stake is the one the state commits to, its index is complete, and the supply adds up. */
export async function assertSoundStake({ tables, state }: Chain): Promise<void> {
  const entries = new LtHash()
  const owned: string[] = []
  for await (const value of tables.entries.values()) {
    const entry = decodeAll(value, readEntry)
    entries.add(entryElement(entry))
    const key = ownerKey(entry)
    if (key) owned.push(key.join())
  }
  assert.deepEqual(entries.toBytes(), state.stake.entries)
  const index: string[] = []
  for await (const [key] of tables.owners.range()) index.push(key.join())
  assert.deepEqual(index.toSorted(), owned.toSorted())
  assert.ok(holdsSupply(state.supply, heldStake(state.stake)))
}
