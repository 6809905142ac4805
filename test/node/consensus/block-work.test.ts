/** Blocks that are built and checked while another one becomes final. */

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { BlockWork } from '../../../src/node/consensus/block-work.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { Vote } from '../../../src/protocol/consensus/messages.ts'
import { voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { createWorld, openTestNode, payment, sharedWorkers, type TestNode } from '../world.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ amounts: [5_000_000n, 0n, 5_000_000n, 0n] })
const key = world.keys[0]!

/** Makes a block of these transactions final. */
async function makeBlock(node: TestNode, transactions: readonly Uint8Array[]): Promise<void> {
  const { chain } = node
  const mempool = changed(node.mempool, { candidates: () => [...transactions] })
  const work = new BlockWork({ ...node, mempool, workers }, DEFAULT_LIMITS)
  const { blockId, block } = (await work.build(key, 0))!
  const vote = { kind: 'precommit', height: chain.height + 1, round: 0, blockId, validator: 0 } as const
  const signature = blsSign(key.secret, voteMessage(chain.state.chainId, vote))
  const precommits: Vote[] = [{ ...vote, signature }]
  await work.commit(
    block,
    { type: 'precommits', round: 0, claim: NO_CLAIM, blockId, precommits },
    chain.state.validators,
  )
}

/** A node with two payments in its pool; the first is made final when somebody looks for coins to build a block with. */
async function overtaken(t: Parameters<typeof openTestNode>[0]) {
  const node = await openTestNode(t, world, workers)
  const payments = [await payment(world, workers, [0, 1]), await payment(world, workers, [2, 3])]
  for (const { bytes } of payments) await node.mempool.submit(bytes)
  const dropped: string[] = []
  node.mempool.onDropped(({ reason }) => dropped.push(reason))
  const { chain } = node
  const late = changed(chain, {
    coins: async (ids) => {
      if (chain.height === 0) await makeBlock(node, [payments[0]!.bytes])
      return chain.coins(ids)
    },
  })
  return { node, dropped, work: new BlockWork({ ...node, chain: late, workers }, DEFAULT_LIMITS) }
}

test('a block that is overtaken while it is built is nobody’s fault, and costs no transaction', async (t) => {
  const { node, dropped, work } = await overtaken(t)
  assert.equal(await work.build(key, 0), undefined)
  assert.deepEqual([node.chain.height, node.mempool.size, dropped, node.logger.lines], [1, 1, [], []])
  const next = await new BlockWork({ ...node, workers }, DEFAULT_LIMITS).build(key, 0)
  assert.ok(next)
})

test('a proposal that is overtaken while it is checked is not called invalid', async (t) => {
  const node = await openTestNode(t, world, workers)
  const { bytes } = await payment(world, workers, [0, 1])
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  const { blockId, block } = (await work.build(key, 0))!
  await makeBlock(node, [bytes])
  const height = {
    height: 1,
    round: 0,
    validRound: -1,
    claim: NO_CLAIM,
    validClaim: NO_CLAIM,
    validator: 0,
    signature: new Uint8Array(96),
  }
  const other = changed(node.chain, {
    check: async (...input) => {
      await makeBlock(node, [])
      return node.chain.check(...input)
    },
  })
  const late = new BlockWork({ ...node, chain: other, workers }, DEFAULT_LIMITS)
  assert.equal(await late.isValid({ ...height, blockId, block }), false)
  assert.deepEqual(node.logger.lines, [])
})
