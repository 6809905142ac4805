/** Claims of silence on a node: two of five say that the others are silent. It takes as long as they say that it has taken. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { BlockWork } from '../../../src/node/consensus/block-work.ts'
import { nextHeight } from '../../../src/node/consensus/height-config.ts'
import { Inbox } from '../../../src/node/consensus/inbox.ts'
import { Journal } from '../../../src/node/consensus/journal.ts'
import { RecentBlocks } from '../../../src/node/consensus/recent-blocks.ts'
import { isTooEarly } from '../../../src/node/consensus/too-early.ts'
import { decodeWire } from '../../../src/node/consensus/wire.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { NO_NETWORK } from '../../../src/node/network/channel.ts'
import { readHeader } from '../../../src/protocol/block.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { makeCertificate, precommitMessage } from '../../../src/protocol/certificate.ts'
import { Reader } from '../../../src/protocol/codec.ts'
import type { CertifiedMessage, ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import { createReplica, stepReplica } from '../../../src/protocol/consensus/replica.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { genesisState } from '../../../src/protocol/genesis.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM, voteTarget } from '../../../src/protocol/stake/leak.ts'
import { claimableFrom } from '../../../src/protocol/stake/silence-time.ts'
import { leaderOf } from '../../../src/protocol/validators.ts'
import { createWorld, openTestNode, START, sharedWorkers, type TestNode } from '../world.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 5, seed: 'too early' })
const { stake } = world.genesis.params
const round = stake.leak.at(-1)!.round
const claim = withBits(5, [2, 3, 4])
/** When the claim may count on block 1. */
const DUE = claimableFrom({ claim, round }, START, stake)

/** Key of the validator that leads a round of block 1. */
function leaderAt(of: number): Uint8Array {
  const { state } = genesisState(world.genesis)
  return leaderOf(state.validators, state.beacon, 1, of).publicKey
}

/** The next block by its leader, and a certificate of validators 0 and 1 alone. */
async function forge({ chain, ...node }: TestNode): Promise<CertifiedMessage> {
  const { chainId, height, validators } = chain.state
  const keyAt = (at: number) =>
    world.keys.find(({ publicKey }) => equalBytes(publicKey, validators[at]!.publicKey))!
  const { leader } = nextHeight(chain, undefined, node.clock)
  const built = await new BlockWork({ ...node, chain, workers }, DEFAULT_LIMITS).build(keyAt(leader(0)), 0)
  const { blockId, block } = built!
  const message = precommitMessage(chainId, height + 1, round, voteTarget(blockId, claim))
  const votes = [0, 1].map((at) => [at, blsSign(keyAt(at).secret, message)] as const)
  const certificate = makeCertificate({ round, claim }, validators, new Map(votes))
  return { type: 'certified', height: height + 1, block, certificate }
}

const follower = (t: Parameters<typeof openTestNode>[0]) => openTestNode(t, world, workers, { key: null })

test('a node that follows takes no block under a claim before its own clock allows it, and blames nobody', async (t) => {
  const node = await follower(t)
  const message = await forge(node)
  const config = nextHeight(node.chain, undefined, node.clock)
  const { state: replica } = stepReplica(createReplica(DEFAULT_LIMITS.consensus), {
    ...{ type: 'start', config, journal: [] },
  })
  const taken: ConsensusMessage[] = []
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  let inspected = () => {}
  const modules = {
    ...node,
    workers,
    recent: new RecentBlocks(),
    network: { onMessage: () => () => {}, broadcast: () => {}, send: () => {}, peers: [] },
    misbehaved: (_: string, reason: string) => assert.fail(reason),
    logger: { ...node.logger, warn: (_: object, text: string) => refuse(text) },
    current: () => ({ replica, config }),
    deliver: async (_: string, one: ConsensusMessage) => {
      taken.push(one)
      inspected()
    },
  }
  const refused: string[] = []
  const refuse = (text: string) => {
    refused.push(text)
    inspected()
  }
  const inbox = new Inbox(modules as never, DEFAULT_LIMITS, ending.signal)
  const inspect = async () => {
    const done = new Promise<void>((resolve) => {
      inspected = resolve
    })
    await inbox.verify([{ from: 'peer', message }])
    await done
  }
  node.clock.advance(DUE - 1 - node.clock.now())
  await inspect()
  assert.deepEqual([taken.length, refused], [0, ['a claim of silence that cannot have lasted so long yet']])
  node.clock.advance(1)
  await inspect()
  assert.deepEqual([taken, refused.length], [[message], 1])
})

test('a leader whose clock is slow gives the block after a claim the least time that it may have', async (t) => {
  const node = await follower(t)
  const { block, certificate } = await forge(node)
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  await work.commit(block, { type: 'certificate', certificate }, node.chain.state.validators)
  const { maxTimeDrift } = node.chain.params
  node.clock.advance(DUE - maxTimeDrift - node.clock.now())
  const { block: next } = await forge(node)
  assert.equal(readHeader(new Reader(next)).time, DUE)
})

test('and none where its clock is slower than clocks may be', async (t) => {
  const node = await follower(t)
  const { block, certificate } = await forge(node)
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  await work.commit(block, { type: 'certificate', certificate }, node.chain.state.validators)
  node.clock.advance(DUE - node.chain.params.maxTimeDrift - 1 - node.clock.now())
  await assert.rejects(forge(node), { code: 'invalid_block', message: /too far ahead/ })
})

test('a leader does not sign a claim of its own before its time', async (t) => {
  const leader = world.keys.find(({ publicKey }) => equalBytes(publicKey, leaderAt(round)))!
  for (const early of [1, 0]) {
    const sent: string[] = []
    const broadcast = (bytes: Uint8Array) => void sent.push(decodeWire(bytes, world.genesis.params).type)
    const network = { ...NO_NETWORK, consensus: { ...NO_NETWORK.consensus, broadcast } }
    const clock = createManualClock(DUE - early)
    const node = await openTestNode(t, world, workers, { key: leader, network, clock })
    const { blockId, block } = (await new BlockWork({ ...node, workers }, DEFAULT_LIMITS).build(
      leader,
      round,
    ))!
    const journal = await Journal.open(node.store)
    const named = { height: 1, round, validRound: -1, claim, validClaim: NO_CLAIM, blockId, block }
    await journal.append([{ type: 'proposal', ...named }])
    const ending = new AbortController()
    const done = node.consensus.run(ending.signal)
    while (!sent.includes('status')) await new Promise(setImmediate)
    while (!sent.some((type) => type.endsWith('proposal')) && node.logger.lines.length === 0)
      await new Promise(setImmediate)
    ending.abort(new Error('the test is over'))
    await done
    assert.deepEqual(
      [early === 0, early === 1],
      [sent.some((type) => type.endsWith('proposal')), node.logger.lines.length > 0],
    )
    if (early) assert.match(node.logger.lines.join(), /too fast to claim/)
  }
})

test('a final block that carries a claim is taken when its time is there, and one without whatever its time', async (t) => {
  const node = await follower(t)
  const first = await forge(node)
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  const { certificate, block } = first
  const unclaimed = { ...first, certificate: { ...certificate, claim: NO_CLAIM } }
  assert.ok(!isTooEarly(unclaimed, node.chain, 0))
  await work.commit(block, { type: 'certificate', certificate }, node.chain.state.validators)
  const { maxTimeDrift } = node.chain.params
  node.clock.advance(DUE - node.clock.now())
  const second = await forge(node)
  const carrying = { ...second, certificate: { ...second.certificate, claim: NO_CLAIM } }
  assert.ok(isTooEarly(carrying, node.chain, DUE - maxTimeDrift - 1))
  assert.ok(!isTooEarly(carrying, node.chain, DUE - maxTimeDrift))
})
