/** Consensus of one validator: pacing, blocks on demand, faults that pass and faults that do not. */
import assert from 'node:assert/strict'
import { after, describe, type TestContext, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import type { ConsensusError } from '../../../src/node/consensus/consensus-error.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, payment, START, sharedWorkers, type TestNode } from '../world.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ amounts: [5_000_000n, 0n] })

/** Runs consensus until the test is over. */
function run(t: TestContext, { consensus }: TestNode) {
  const controller = new AbortController()
  const done = consensus.run(controller.signal)
  const stop = () => {
    controller.abort(new Error('stop'))
    return done
  }
  t.after(stop)
  return stop
}

/** Resolves with the height of the next block. */
function nextBlock({ chain }: TestNode): Promise<number> {
  return new Promise((resolve) => {
    const stop = chain.onCommit(({ height }) => {
      stop()
      resolve(height)
    })
  })
}

/** Lets everything happen that waits for no clock and little else. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

describe('pacing', () => {
  test('makes a block when the interval has passed, and not before', async (t) => {
    const clock = createManualClock(START)
    const node = await openTestNode(t, world, workers, { clock, timers: true })
    run(t, node)
    await settle()
    clock.advance(999)
    await settle()
    assert.equal(node.chain.height, 0)
    for (let height = 1; height <= 3; height++) {
      const block = nextBlock(node)
      clock.advance(height === 1 ? 1 : 1_000)
      assert.equal(await block, height)
      assert.equal(node.chain.state.time, START + 1_000 * height)
      await settle()
    }
  })

  test('makes one block, not many, for a long time without any', async (t) => {
    const clock = createManualClock(START)
    const node = await openTestNode(t, world, workers, { clock, timers: true })
    clock.advance(3_600_000)
    const block = nextBlock(node)
    run(t, node)
    assert.equal(await block, 1)
    assert.equal(node.chain.state.time, clock.now())
    await settle()
    assert.equal(node.chain.height, 1)
  })

  test('stops with its signal', async (t) => {
    const node = await openTestNode(t, world, workers, { clock: createManualClock(START), timers: true })
    await run(t, node)()
    assert.equal(node.chain.height, 0)
  })

  test('goes on, in a later round, after blocks that could not be made', async (t) => {
    // The clock has been put back by five seconds, and the rules allow one.
    const strict = createWorld({ params: { maxTimeDrift: 1_000 }, seed: 'strict' })
    const directory = await temporaryDirectory(t)
    const before = await openTestNode(t, strict, workers, {
      directory,
      clock: createManualClock(START + 5_000),
    })
    await before.consensus.mine(1)
    await before.close()
    const clock = createManualClock(START)
    const node = await openTestNode(t, strict, workers, { directory, clock, timers: true })
    const block = nextBlock(node)
    run(t, node)
    const time = setInterval(() => clock.advance(200), 5)
    t.after(() => clearInterval(time))
    assert.equal(await block, 2)
    assert.match(node.logger.lines[0]!, /no block could be made/)
    assert.ok(node.chain.state.time > START + 5_000)
    assert.ok((await blockAt(node.chain.tables, 2)).header.round > 0)
  })
})

describe('mining', () => {
  test('makes blocks at once, with ascending times, together with the clock', async (t) => {
    const node = await openTestNode(t, world, workers, { clock: createManualClock(START), timers: true })
    const heights = await Promise.all([node.consensus.mine(3), node.consensus.mine(2)])
    assert.deepEqual(heights, [3, 5])
    assert.equal(node.chain.height, 5)
    assert.equal(node.chain.state.time, START + 5)
  })

  test('takes what waits into the first block', async (t) => {
    const node = await openTestNode(t, world, workers)
    const { bytes } = await payment(world, workers, [0, 1])
    await node.mempool.submit(bytes)
    await node.consensus.mine(2)
    assert.deepEqual(
      await Promise.all([1, 2].map(async (height) => (await blockAt(node.chain.tables, height)).outputs)),
      [2, 0],
    )
  })

  test('does not count a block that was begun before', async (t) => {
    const clock = createManualClock(START)
    const node = await openTestNode(t, world, workers, { clock, timers: true })
    run(t, node)
    await settle()
    clock.advance(1_000)
    while (!node.chain.height) await new Promise(setImmediate)
    clock.advance(1_000)
    await new Promise(setImmediate)
    const { bytes } = await payment(world, workers, [0, 1])
    await node.mempool.submit(bytes)
    const height = await node.consensus.mine(1)
    const outputs = await Promise.all(
      Array.from({ length: height }, async (_, at) => (await blockAt(node.chain.tables, at + 1)).outputs),
    )
    assert.equal(outputs.at(-1), 2)
  })

  test('ends with its signal', async (t) => {
    const node = await openTestNode(t, world, workers)
    const controller = new AbortController()
    const mining = node.consensus.mine(1_000, controller.signal)
    await nextBlock(node)
    controller.abort(new Error('enough'))
    await assert.rejects(mining, /enough/)
    assert.ok(node.chain.height < 10)
  })
})

describe('a fault', () => {
  test('of a worker thread passes: the block is stored at the next try', async (t) => {
    let faults = 3
    const node = await openTestNode(t, world, workers, {
      clock: createManualClock(START),
      limits: { retryDelay: 0 },
      timers: true,
      faulty: ({ chain }) => ({
        chain: changed(chain, {
          commit: async (...block) => {
            if (faults-- > 0) throw new Error('a thread crashed')
            return chain.commit(...block)
          },
        }),
      }),
    })
    assert.equal(await node.consensus.mine(1), 1)
    assert.equal(node.logger.lines.length, 3)
    assert.deepEqual(node.failures, [])
  })

  test('of the thread that signs passes, too', async (t) => {
    let faults = 2
    const run = (...job: Parameters<typeof workers.run>) =>
      job[0] === 'sign' && faults-- > 0 ? Promise.reject(new Error('a thread crashed')) : workers.run(...job)
    const node = await openTestNode(t, world, workers, {
      clock: createManualClock(START),
      limits: { retryDelay: 0 },
      timers: true,
      faulty: () => ({ workers: changed(workers, { run: run as typeof workers.run }) }),
    })
    assert.equal(await node.consensus.mine(2), 2)
    assert.ok(faults < 0)
    assert.deepEqual(node.failures, [])
  })

  test('of the journal ends consensus: nothing is signed that is not written down', async (t) => {
    const node = await openTestNode(t, world, workers, {
      faulty: ({ store }) => ({
        store: changed(store, { transact: () => Promise.reject(new StoreError('disk_full', 'no room')) }),
      }),
    })
    const controller = new AbortController()
    const mining = node.consensus.mine(1, controller.signal)
    while (node.failures.length === 0) await new Promise(setImmediate)
    controller.abort(new Error('enough'))
    await assert.rejects(mining, /enough/)
    assert.equal((node.failures[0] as StoreError).code, 'disk_full')
    assert.equal(node.chain.height, 0)
  })

  test('of what was made final ends consensus', async (t) => {
    const node = await openTestNode(t, world, workers, {
      faulty: ({ chain }) => ({
        chain: changed(chain, {
          commit: () => Promise.reject(new ProtocolError('invalid_block', 'a broken rule')),
        }),
      }),
    })
    node.consensus.mine(1).catch(() => {})
    while (node.failures.length === 0) await new Promise(setImmediate)
    assert.equal((node.failures[0] as ConsensusError).code, 'certified_invalid')
  })
})
