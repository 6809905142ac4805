/**
 * A chain to catch up with: mostly empty blocks of four validators, with a full block now and then, and a snapshot of a height
 * shortly before its end.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatGenesis, GENESIS_FILE } from '../../src/node/genesis/genesis-file.ts'
import { makeSnapshot } from '../../src/node/snapshot/make-snapshot.ts'
import { openShelf } from '../../src/node/snapshot/shelf.ts'
import type { NodeWorkers } from '../../src/node/workers/node-workers.ts'
import { chainIdOf, type Genesis } from '../../src/protocol/genesis.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { makeBlock } from '../../test/node/sync/maker.ts'
import { createWorld, payment, type TestNode, type World } from '../../test/node/world.ts'

export const BLOCKS = 10_000
/** The height of the snapshot: where snapshots are an hour apart, new nodes find one that is half an hour old. */
export const SNAPSHOT = BLOCKS - 1_800
/** Every so-manieth block has payments, and so many. */
const EVERY = 500
const PAYMENTS = 16
export const PAID = Math.floor(BLOCKS / EVERY) * PAYMENTS

export function historyWorld(): World {
  const { blockInterval, stake } = NETWORKS.dev
  return createWorld({
    validators: 4,
    params: { stake: { ...stake, epochBlocks: NETWORKS.main.stake.epochBlocks } },
    amounts: Array.from({ length: 2 * PAID }, (_, index) => (index % 2 === 0 ? 1_000_000n : 0n)),
    seed: 'bench sync',
    time: Date.now() - 2 * BLOCKS * blockInterval,
  })
}

/** Makes it in a node that stands at genesis, and the snapshot and the genesis file in its directory. */
export async function makeHistory(node: TestNode, world: World, workers: NodeWorkers): Promise<void> {
  const { chain, directory } = node
  let coin = 0
  while (chain.height < BLOCKS) {
    const full = (chain.height + 1) % EVERY === 0
    const pairs = full ? Array.from({ length: PAYMENTS }, () => [coin++, coin++]) : []
    const made = await Promise.all(pairs.map((pair) => payment(world, workers, pair)))
    await makeBlock(chain, workers, world.keys, { transactions: made.map(({ bytes }) => bytes) })
    if (chain.height === SNAPSHOT) await putOnShelf(node, workers)
  }
  await writeFile(join(directory, GENESIS_FILE), await genesisFile(world.genesis, workers))
}

export async function genesisFile(genesis: Genesis, workers: NodeWorkers): Promise<string> {
  const { state } = await workers.run('genesis', genesis)
  return formatGenesis({ genesis, chainId: chainIdOf(genesis), blockId: state.blockId })
}

async function putOnShelf({ chain, store, directory }: TestNode, workers: NodeWorkers): Promise<void> {
  const shelf = await openShelf(join(directory, 'snapshots'), 1)
  const { state, unspentOutputs, tables } = chain
  const view = store.view()
  const { signal } = new AbortController()
  await makeSnapshot({ head: { state, unspentOutputs }, view, tables }, shelf, workers, signal)
  await view.close()
}
