/** Blocks in brief: what they say, what they weigh, and how they are put together again. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import { type Clock, createManualClock, systemClock } from '../../../src/node/clock.ts'
import { BlockGatherer } from '../../../src/node/consensus/block-gatherer.ts'
import { serveTransactions } from '../../../src/node/consensus/block-transactions.ts'
import {
  type BriefBlock,
  isOfLeaf,
  joinBlock,
  namesOf,
  splitBlock,
} from '../../../src/node/consensus/brief-block.ts'
import { RecentBlocks } from '../../../src/node/consensus/recent-blocks.ts'
import { Speaker } from '../../../src/node/consensus/speaker.ts'
import { decodeWire, encodeWire } from '../../../src/node/consensus/wire.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { NO_NETWORK } from '../../../src/node/network/channel.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import { inspectProposal, shorten } from '../../../src/node/workers/inspect.ts'
import { blockId as idOf, readHeader } from '../../../src/protocol/block.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import type { Certificate } from '../../../src/protocol/certificate.ts'
import { Reader, Writer } from '../../../src/protocol/codec.ts'
import { type Proposal, proposalMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { recordingLogger, seededRandom } from '../support.ts'
import { createWorld, openTestNode, payment, START, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })
const PAYMENTS = 4
const world = createWorld({
  amounts: Array.from({ length: PAYMENTS * 2 }, (_, index) => (index % 2 ? 0n : 5_000_000n)),
  seed: 'brief',
})
let block: Uint8Array
let certificate: Certificate
let blockId: Uint8Array
let chainId: Uint8Array
let brief: BriefBlock
let transactions: readonly Uint8Array[]

before(async () => {
  const node = await openTestNode({ after }, world, workers)
  for (let at = 0; at < PAYMENTS; at++)
    await node.mempool.submit((await payment(world, workers, [2 * at, 2 * at + 1])).bytes)
  await node.consensus.mine(1)
  const certified = (await certifiedBlockAt(node.chain.tables, 1))!
  block = certified.block
  certificate = certified.certificate
  blockId = idOf(readHeader(new Reader(block)))
  chainId = node.chain.state.chainId
  brief = shorten({ chainId, block })
  transactions = splitBlock(block).transactions
})

function proposalOf(carried: Uint8Array): Proposal {
  const place = { height: 1, round: 0, validRound: -1, claim: NO_CLAIM, validClaim: NO_CLAIM, blockId }
  const signature = blsSign(world.keys[0]!.secret, proposalMessage(chainId, place))
  return { ...place, validator: 0, signature, block: carried }
}

const leaderKey = () => world.keys[0]!.publicKey

test('a block is the same again after it was taken apart', () => {
  assert.equal(transactions.length, PAYMENTS)
  assert.deepEqual(joinBlock(splitBlock(block)), block)
  assert.deepEqual(joinBlock({ ...brief, transactions }), block)
  const cut = block.subarray(0, block.length / 2)
  assert.throws(() => joinBlock(splitBlock(cut)).length === cut.length && splitBlock(cut))
})

test('a proposal of 200 transactions weighs less than a fortieth', () => {
  const parts = splitBlock(block)
  const many = { ...parts, transactions: Array.from({ length: 200 }, () => transactions[0]!) }
  const whole = joinBlock(many)
  const { block: _, ...proposal } = proposalOf(whole)
  const short = encodeWire({ type: 'brief proposal', proposal, brief: shorten({ chainId, block: whole }) })
  const long = encodeWire({ type: 'proposal', proposal: { ...proposal, block: whole } })
  assert.equal(short.length - 200 * 64, long.length - 200 * (4 + transactions[0]!.length) + 3 * 4 - 2 * 4)
  assert.ok(short.length * 40 < long.length, `${short.length} bytes in place of ${long.length}`)
})

describe('what a leader signed', () => {
  const inspect = (changed: BriefBlock) => {
    const { block: _, ...proposal } = proposalOf(block)
    inspectProposal({
      chainId,
      maxTransactions: 256,
      publicKey: leaderKey(),
      proposal: { ...proposal, block: changed },
    })
  }

  test('holds in brief', () => inspect(brief))

  test('is known without any transaction', () => {
    const leaf = brief.names.slice()
    leaf[63]! ^= 1
    const extras = new Writer().u32(0).u32(0).u8(0).finish()
    assert.deepEqual(brief.extras, extras)
    assert.throws(() => inspect({ ...brief, names: leaf }), { code: 'invalid_block' })
    assert.throws(() => inspect({ ...brief, names: brief.names.slice(64) }), { code: 'invalid_block' })
    assert.throws(() => inspect({ ...brief, extras: extras.slice(1) }), { code: 'invalid_encoding' })
    const header = brief.header.slice()
    header[header.length - 1]! ^= 1
    assert.throws(() => inspect({ ...brief, header }), { code: 'invalid_block' })
  })
})

test('a transaction of that id with other signatures is not the one', () => {
  const [name] = namesOf(brief)
  const bytes = transactions[0]!
  assert.ok(isOfLeaf(bytes, name!))
  const otherwise = bytes.slice()
  // the last byte before the payloads is one of a signature
  otherwise[bytes.length - 2 * 1_024 - 1]! ^= 1
  assert.ok(!isOfLeaf(otherwise, name!))
})

test('no bytes of a peer do more than be refused', () => {
  const random = seededRandom('brief bytes')
  const { block: _, ...proposal } = proposalOf(block)
  const good = encodeWire({ type: 'brief proposal', proposal, brief })
  assert.deepEqual(decodeWire(good, NETWORKS.dev), { type: 'brief proposal', proposal, brief })
  const few = { maxBlockTransactions: PAYMENTS - 1 }
  assert.throws(() => decodeWire(good, few), { code: 'invalid_encoding' })
  for (const type of [5, 6, 7, 8, 255]) {
    for (let length = 0; length < 300; length += 7) {
      const bytes = Uint8Array.of(type, ...random(length))
      assert.throws(() => decodeWire(bytes, NETWORKS.dev), { code: 'invalid_encoding' })
    }
  }
  for (let end = 1; end < good.length; end += 13)
    assert.throws(() => decodeWire(good.slice(0, end), NETWORKS.dev), { code: 'invalid_encoding' })
})

describe('the last final block', () => {
  test('goes in brief to who asks for it, and whole to who asks again', async (t) => {
    const ending = new AbortController()
    t.after(() => ending.abort(new Error('the test is over')))
    const { chain, mempool, consensus } = await openTestNode(t, world, workers)
    for (const one of transactions) await mempool.submit(one)
    await consensus.mine(1)
    const sent: [string, string][] = []
    const network = {
      ...NO_NETWORK.consensus,
      send: (to: string, bytes: Uint8Array) => {
        sent.push([to, decodeWire(bytes, NETWORKS.dev).type])
      },
    }
    const logger = recordingLogger()
    const modules = { chain, network, requests: NO_NETWORK.requests, workers, clock: systemClock, logger }
    const speaker = new Speaker({ ...modules, recent: new RecentBlocks() }, DEFAULT_LIMITS, ending.signal)
    for (const peer of ['one', 'one', 'two']) await speaker.serve(peer, 1)
    assert.deepEqual(sent, [
      ['one', 'brief certified'],
      ['one', 'certified'],
      ['two', 'brief certified'],
    ])
  })

  test('is taken in brief by who has its transactions', async (t) => {
    const clock = createManualClock(START + 2_000)
    const network = new MemoryNetwork(clock)
    const follower = await openTestNode(t, world, workers, {
      key: null,
      clock,
      network: network.join('self'),
    })
    for (const one of transactions) assert.ok((await follower.mempool.submit(one)).accepted)
    const peer = network.join('peer')
    void follower.consensus.run(new AbortController().signal)
    const bytes = encodeWire({ type: 'brief certified', height: 1, certificate, brief })
    while (follower.chain.height === 0) {
      peer.consensus.send('self', bytes)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.equal(toHex(follower.chain.state.blockId), toHex(blockId))
    assert.deepEqual(follower.reports, [])
  })
})

describe('putting together', () => {
  type Have = Readonly<Record<string, Uint8Array>>
  const all = (): Have =>
    Object.fromEntries(namesOf(brief).map(({ id }, at) => [toHex(id), transactions[at]!]))
  const without = (...positions: readonly number[]): Have => {
    const have = { ...all() }
    for (const at of positions) delete have[toHex(namesOf(brief)[at]!.id)]
    return have
  }

  /** A gatherer with a pool, and a neighbour `peer` that has the block. */
  function open(pool: Have, options: { clock?: Clock; serves?: Uint8Array; limit?: number } = {}) {
    const clock = options.clock ?? systemClock
    const network = new MemoryNetwork(clock)
    const self = network.join('self')
    const peer = network.join('peer')
    const reports: string[] = []
    const served: number[] = []
    const kept = new RecentBlocks()
    kept.keep(blockId, options.serves ?? block)
    serveTransactions(peer.requests, kept, {
      maxTransactions: 256,
      spend: (_to, bytes) => served.push(bytes) <= (options.limit ?? 100),
    })
    const recent = new RecentBlocks()
    const gatherer = new BlockGatherer(
      {
        chainId,
        mempool: { get: (id) => pool[id] },
        workers,
        requests: self.requests,
        clock,
        recent,
        misbehaved: (who, reason) => void reports.push(`${who}: ${reason}`),
      },
      DEFAULT_LIMITS,
      new AbortController().signal,
    )
    return { gatherer, network, reports, served, recent, peer }
  }

  test('needs nobody where the pool has everything', async () => {
    const { gatherer, served, recent } = open(all())
    assert.deepEqual(await gatherer.gather('peer', blockId, brief), block)
    assert.deepEqual([served, recent.get(blockId)], [[], block])
  })

  test('asks the neighbour for what is missing, and for nothing else', async () => {
    const { gatherer, served, reports } = open(without(1, 3))
    assert.deepEqual(await gatherer.gather('peer', blockId, brief), block)
    assert.deepEqual([served, reports], [[2 * (4 + transactions[0]!.length)], []])
    assert.deepEqual(await gatherer.gather('nobody', blockId, brief), block, 'it is there now')
  })

  test('finds a transaction in the place of another, and tells who sent it', async () => {
    const swapped = joinBlock({ ...splitBlock(block), transactions: transactions.toReversed() })
    const { gatherer, reports, recent } = open(without(0), { serves: swapped })
    assert.equal(await gatherer.gather('peer', blockId, brief), undefined)
    assert.deepEqual([reports.length, reports[0]?.split(':')[0], recent.get(blockId)], [1, 'peer', undefined])
  })

  test('gives up where nobody answers, or no more', async () => {
    const { gatherer, reports } = open(without(0), { limit: 0 })
    assert.equal(await gatherer.gather('peer', blockId, brief), undefined)
    assert.equal(await gatherer.gather('nobody', blockId, brief), undefined)
    assert.deepEqual(reports, [])
  })

  test('asks each neighbour one question at a time, and waits only so long', async () => {
    const clock = createManualClock()
    const { gatherer, peer } = open(without(0), { clock })
    let asked = 0
    peer.requests.serve('transactions', async function* () {
      asked++
      await new Promise(() => {})
      yield block
    })
    const first = gatherer.gather('peer', blockId, brief)
    while (asked === 0) await new Promise(setImmediate)
    assert.equal(await gatherer.gather('peer', blockId, brief), undefined)
    clock.advance(DEFAULT_LIMITS.gatherTime)
    assert.equal(await first, undefined)
    assert.equal(asked, 1)
  })
})
