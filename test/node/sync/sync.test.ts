/** A node that is behind: headers and certificates first, then blocks from several neighbours at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Chain } from '../../../src/node/chain/chain.ts'
import { createWorld, payment, sharedWorkers } from '../world.ts'
import { createLane, sameChain, until } from './lane.ts'
import { makeBlock } from './maker.ts'

const workers = sharedWorkers({ after })
const PAYMENTS = 7
const world = createWorld({
  validators: 4,
  amounts: Array.from({ length: 2 * PAYMENTS }, (_, index) => (index % 2 ? 0n : 5_000_000n)),
  seed: 'sync',
})
/** Four epochs, and a few more. */
const HEIGHT = 130

/** Payments in some of the blocks. */
async function make(chain: Chain, height: number): Promise<void> {
  while (chain.height < height) {
    const { height: made } = chain
    const pair = 2 * Math.floor(made / 20)
    const transactions = made % 20 === 3 ? [(await payment(world, workers, [pair, pair + 1])).bytes] : []
    await makeBlock(chain, workers, world.keys, { transactions })
  }
}

test('a node that is far behind gets the chain, to the last byte and event', async (t) => {
  const lane = await createLane(t, world, workers)
  const source = await lane.open('source', { first: ({ chain }) => make(chain, HEIGHT) })
  const node = await lane.open('node')
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
  await until(() => node.sync.progress === undefined, 'the end of it', node)
  await sameChain(node, source)
  assert.deepEqual([node.reports, source.reports], [[], []])
})
