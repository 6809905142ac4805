/** Awards on a chain: drawn every period by whoever works out the delay, and paid to an operator. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { awardOf, entriesOf } from '../../../src/node/chain/find-stake.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { verifyDelay } from '../../../src/protocol/crypto/delay/delay.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { verifyAward } from '../../../src/protocol/stake/award-draw.ts'
import { createCluster } from '../consensus/cluster.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, sharedWorkers, type TestNode } from '../world.ts'

const workers = sharedWorkers({ after })
const { stake } = NETWORKS.dev
const PERIOD = stake.awardPeriodEpochs * stake.epochBlocks

/** Makes blocks until the draw of a period is over. */
async function draw({ chain, consensus }: TestNode, period: number): Promise<void> {
  await consensus.mine(Math.max(0, period * PERIOD + stake.awardFreezeDelay - chain.height))
  // The delay takes milliseconds, and then a leader that has it.
  for (let tries = 0; tries < 40 && chain.state.stake.award.draw; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    await consensus.mine(1)
  }
}

/** The record of a period, checked like a stranger does, and what its winner's operator was paid. */
async function check({ chain }: TestNode, period: number) {
  const record = await awardOf(chain.tables, period)
  assert.ok(record, `the award of period ${period} is over`)
  assert.equal(record.outcome, 'paid')
  verifyAward(record, chain.state.chainId, verifyDelay, stake)
  const winner = record.eligible[record.winner!]!
  const paid = await entriesOf(chain.tables, winner.operator, { limit: 50 })
  const amounts = paid.flatMap((entry) => (entry.kind === 'unbonding' ? [entry.amount] : []))
  assert.ok(record.prize > 0n && amounts.includes(record.prize), 'money of the operator')
  assert.ok(record.bounty > 0n)
  return record
}

describe('an award', () => {
  test('is drawn every period, and paid to the operator', async (t) => {
    const node = await openTestNode(t, createWorld({ seed: 'award' }), workers)
    for (const period of [1, 2, 3]) {
      await draw(node, period)
      const { eligible, bounty } = await check(node, period)
      assert.equal(eligible.length, 1)
      const entries = await entriesOf(node.chain.tables, eligible[0]!.operator, { limit: 50 })
      const own = entries.filter((entry) => entry.kind === 'unbonding' && entry.amount === bounty)
      assert.ok(own.length > 0, 'the bounty is the operator’s as well')
    }
    assert.deepEqual(node.failures, [])
  })

  test('that waits is proven after a restart, from the seed in the state', async (t) => {
    const world = createWorld({ seed: 'award again' })
    const directory = await temporaryDirectory(t)
    // With its prover switched off it leaves the draw waiting.
    const idle = await openTestNode(t, world, workers, { directory, awardProver: false })
    await idle.consensus.mine(PERIOD + stake.awardFreezeDelay + 3)
    assert.ok(idle.chain.state.stake.award.draw?.beacon)
    assert.equal(await awardOf(idle.chain.tables, 1), undefined)
    await idle.close()
    const node = await openTestNode(t, world, workers, { directory })
    await draw(node, 1)
    await check(node, 1)
  })

  test('is drawn among all who were there, on a network of four', async (t) => {
    const world = createWorld({ validators: 4, params: { blockInterval: 3_600_000 }, seed: 'award of four' })
    const cluster = await createCluster(t, world, workers, 4)
    const nodes = await Promise.all([0, 1, 2, 3].map((position) => cluster.start(position)))
    for (const period of [1, 2]) {
      await draw(nodes[0]!, period)
      const record = await check(nodes[0]!, period)
      assert.equal(record.eligible.length, 4, 'whoever is there signs nine tenths, as late votes count')
      const { height } = nodes[0]!.chain
      for (const position of [1, 2, 3]) await cluster.reached(position, height)
      for (const node of nodes) {
        const same = await awardOf(node.chain.tables, period)
        assert.ok(same && equalBytes(same.proof!, record.proof!) && same.winner === record.winner)
      }
    }
    await cluster.check()
  })
})
