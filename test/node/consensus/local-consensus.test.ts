/** Consensus on one node: pacing, rounds, certificates of several validators, and crashes between vote and commit. */
import assert from 'node:assert/strict'
import { after, describe, type TestContext, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { type AdjustableClock, createManualClock } from '../../../src/node/clock.ts'
import { VoteJournal } from '../../../src/node/consensus/vote-journal.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { leaderOf } from '../../../src/protocol/validators.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, payment, START, sharedWorkers, type TestNode } from '../world.ts'

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

/** A clock on which every sleep is over at once, and has taken its time. */
function createHastyClock(start: number): AdjustableClock {
  const clock = createManualClock(start)
  return {
    ...clock,
    sleep: async (ms, signal) => {
      // Sleeping is where others get their turn.
      await new Promise(setImmediate)
      signal?.throwIfAborted()
      clock.advance(ms)
    },
  }
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

/** Lets everything happen that waits for no clock and no disk. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('pacing', () => {
  test('makes a block when the interval has passed, and not before', async (t) => {
    const clock = createManualClock(START)
    const node = await openTestNode(t, world, workers, { clock })
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
    const node = await openTestNode(t, world, workers, { clock })
    clock.advance(3_600_000)
    const block = nextBlock(node)
    run(t, node)
    assert.equal(await block, 1)
    assert.equal(node.chain.state.time, clock.now())
  })

  test('stops with its signal', async (t) => {
    const node = await openTestNode(t, world, workers, { clock: createManualClock(START) })
    await run(t, node)()
    assert.equal(node.chain.height, 0)
  })

  test('goes on after blocks that could not be made', async (t) => {
    // The clock has been put back by five seconds, and the rules allow one.
    const strict = createWorld({ params: { maxTimeDrift: 1_000 }, seed: 'strict' })
    const directory = await temporaryDirectory(t)
    const before = await openTestNode(t, strict, workers, {
      directory,
      clock: createManualClock(START + 5_000),
    })
    await before.consensus.mine(1)
    await before.close()
    const node = await openTestNode(t, strict, workers, { directory, clock: createHastyClock(START) })
    const block = nextBlock(node)
    const stop = run(t, node)
    assert.equal(await block, 2)
    await stop()
    assert.match(node.logger.lines[0]!, /no block could be made/)
    assert.ok(node.chain.state.time > START + 5_000)
  })
})

describe('mining', () => {
  test('makes blocks at once, with ascending times, together with the clock', async (t) => {
    const clock = createManualClock(START)
    const node = await openTestNode(t, world, workers, { clock })
    const heights = await Promise.all([node.consensus.mine(3), node.consensus.mine(2)])
    assert.equal(Math.max(...heights), 5)
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

describe('several validators', () => {
  const four = createWorld({ validators: 4, seed: 'four' })

  test('sign together, and each leads rounds of its own', async (t) => {
    const node = await openTestNode(t, four, workers)
    await node.consensus.mine(4)
    for (let height = 1; height <= 4; height++) {
      const { certificate, header } = await blockAt(node.chain.tables, height)
      assert.deepEqual(certificate!.bitmap, Uint8Array.of(0b1111))
      assert.equal(header.round, 0)
    }
  })

  test('go on when one of four is silent: its rounds pass', async (t) => {
    const keys = four.keys.slice(1)
    const node = await openTestNode(t, four, workers, { keys, clock: createHastyClock(START) })
    let passed = 0
    for (let height = 1; height <= 6; height++) {
      const { validators, beacon } = node.chain.state
      const silent = (round: number) =>
        equalBytes(leaderOf(validators, beacon, height, round).publicKey, four.keys[0]!.publicKey)
      let round = 0
      while (silent(round)) round++
      passed += round
      await node.consensus.mine(1)
      const { certificate, header } = await blockAt(node.chain.tables, height)
      assert.equal(header.round, round)
      assert.deepEqual(certificate!.bitmap, Uint8Array.of(0b1110))
    }
    assert.ok(passed > 0, 'the silent one was never the leader')
  })

  test('make nothing final when two of four are silent', async (t) => {
    const keys = four.keys.slice(2)
    const node = await openTestNode(t, four, workers, { keys, clock: createHastyClock(START) })
    const controller = new AbortController()
    const mining = node.consensus.mine(1, controller.signal)
    const journal = new VoteJournal(node.store)
    for (let rounds = 0; rounds < 5; ) rounds = (await journal.last(keys[0]!.publicKey))?.round ?? 0
    controller.abort(new Error('enough'))
    await assert.rejects(mining, /enough/)
    assert.equal(node.chain.height, 0)
  })
})

describe('a crash between vote and commit', () => {
  test('leaves nothing to contradict: the next try is of a later round', async (t) => {
    const directory = await temporaryDirectory(t)
    const node = await openTestNode(t, world, workers, { directory })
    await node.consensus.mine(1)
    // The vote for block 2 is on disk, the block is not.
    const { publicKey } = world.keys[0]!
    const lost = { height: 2, round: 0, blockId: new Uint8Array(32).fill(7) }
    await new VoteJournal(node.store).record(publicKey, lost)
    await node.close()
    const again = await openTestNode(t, world, workers, { directory })
    assert.equal(await again.consensus.mine(2), 3)
    const rounds = await Promise.all(
      [1, 2, 3].map(async (height) => (await blockAt(again.chain.tables, height)).header.round),
    )
    assert.deepEqual(rounds, [0, 1, 0])
  })
})
