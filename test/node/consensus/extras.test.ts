/** What leaders put into blocks beside transactions, on networks where somebody misbehaves. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import type { EngineModules } from '../../../src/node/consensus/engine.ts'
import { EvidencePool } from '../../../src/node/consensus/evidence-pool.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { createStakeChainApi } from '../../../src/node/stake/stake-chain-api.ts'
import { openStore } from '../../../src/node/store.ts'
import { readExtras } from '../../../src/protocol/block-extras.ts'
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import {
  decodeMessage,
  encodeMessage,
  type Vote,
  voteMessage,
} from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { bitsOf, hasBit } from '../../../src/protocol/stake/bitmap.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'
import { createCluster } from './cluster.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
const params = { blockInterval: 100 }

type Network = EngineModules['network']

/** Tells of the votes that a node says. */
function overheard({ network }: EngineModules, told: (vote: Vote) => void): Partial<EngineModules> {
  const broadcast: Network['broadcast'] = (bytes) => {
    network.broadcast(bytes)
    const message = decodeMessage(bytes)
    if (message.type === 'vote') told(message.vote)
  }
  return { network: changed(network, { broadcast }) }
}

describe('a validator whose votes leaders leave out', () => {
  /** Leads without the votes of one validator, wherever there are enough others. */
  const censoring = (victim: number) => (modules: EngineModules) => ({
    workers: changed(modules.workers, {
      run: ((kind: string, input: never, signal?: AbortSignal) => {
        const job: { votes?: Map<number, Uint8Array>; extras?: object } = input
        if (kind === 'aggregate' && job.votes!.size > 3) job.votes!.delete(victim)
        const left = kind === 'assemble' ? { ...job, extras: { ...job.extras, late: [] } } : job
        return modules.workers.run(kind as never, left as never, signal)
      }) as typeof modules.workers.run,
    }),
  })

  test('is counted as present in every block that it voted on all the same', async (t) => {
    const world = createWorld({ validators: 4, params, seed: 'censored' })
    const victimKey = world.keys[3]!.publicKey
    const cluster = await createCluster(t, world, workers, 4)
    const voted = new Set<number>()
    const listening = (modules: EngineModules) =>
      overheard(modules, ({ kind, height }) => {
        if (kind === 'precommit') voted.add(height)
      })
    const { chain } = await cluster.start(3, { faulty: listening })
    const victim = chain.state.validators.findIndex(({ publicKey }) => equalBytes(publicKey, victimKey))
    await cluster.start(0, { faulty: censoring(victim) })
    await cluster.start(1, { faulty: censoring(victim) })
    await cluster.start(2)
    const censors = [0, 1].map((position) => toHex(world.keys[position]!.publicKey))
    const counted = new Set<number>()
    /** Heights whose leaders leave nobody out. */
    const open = new Set<number>()
    let leftOut = 0
    let height = 1
    // It can be left out only where all four have voted in time.
    while (height < 28 || (leftOut === 0 && height < 300)) {
      height++
      await cluster.reached(3, height)
      const { header, extras } = await blockAt(chain.tables, height)
      if (!censors.includes(toHex(header.leader))) open.add(height)
      if (hasBit(header.certificate.bitmap, victim)) counted.add(height - 1)
      else leftOut++
      for (const late of decodeAll(extras, readExtras).late)
        if (bitsOf(late.bitmap).includes(victim)) counted.add(late.height)
    }
    assert.ok(leftOut > 0, 'it was left out')
    // Whoever leads one of the next eight blocks can tell of it, once it has heard of it.
    const told = [...voted].filter((at) => [2, 3, 4, 5, 6, 7, 8].some((after) => open.has(at + after)))
    const missing = told.filter((at) => at < height - 8 && !counted.has(at))
    assert.deepEqual(missing, [])
    assert.ok(told.length > 15)
    await cluster.check()
  })
})

describe('a validator that signs twice', () => {
  /** Says, besides each prevote for a block of that height, that it votes for nothing. */
  const twice =
    (at: number, secret: Uint8Array, say: (bytes: Uint8Array) => void) =>
    (modules: EngineModules): Partial<EngineModules> =>
      overheard(modules, (vote) => {
        if (vote.kind !== 'prevote' || vote.height !== at || !vote.blockId) return
        const other: Vote = { ...vote, blockId: undefined }
        const signature = blsSign(secret, voteMessage(modules.chain.state.chainId, other))
        say(encodeMessage({ type: 'vote', vote: { ...other, signature } }))
      })

  test('is slashed by the others, and out of the set after the epoch', async (t) => {
    const world = createWorld({ validators: 4, params, seed: 'twice' })
    const cluster = await createCluster(t, world, workers, 4)
    const { publicKey, secret } = world.keys[3]!
    const evil = cluster.network.join('evil')
    await cluster.start(3, { faulty: twice(5, secret, (bytes) => evil.consensus.broadcast(bytes)) })
    for (const position of [0, 1, 2]) await cluster.start(position)
    const { chain, consensus } = cluster.members[0]!
    const culprit = () => chain.state.stake.records.find(({ key }) => equalBytes(key, publicKey))
    await cluster.reached(0, 20)
    assert.equal(culprit()?.status, 'frozen')
    const staked = 10_000_000_000n
    assert.equal(culprit()!.stake, staked - staked / 20n, 'a twentieth is burnt')
    const accused: number[] = []
    for (let height = 5; height <= 20; height++) {
      const { extras } = await blockAt(chain.tables, height)
      for (const { first } of decodeAll(extras, readExtras).evidence) accused.push(first.height)
    }
    assert.deepEqual(accused, [5], 'told once')
    const shown = createStakeChainApi(chain, cluster.members[3]!.keys)
    const { items, complete } = await shown.slashings({ limit: 10 })
    const validatorId = toHex(culprit()!.id)
    assert.deepEqual(
      items.map(({ height, ...slashing }) => slashing),
      [{ type: 'slashed', validatorId, infraction: 1, burnt: staked / 20n }],
    )
    assert.equal(complete, true)
    const { status, own, eligible, fault } = await shown.validator({ validatorKey: toHex(publicKey) })
    assert.deepEqual([status, own, eligible, fault?.reason], ['frozen', true, false, 'slashed'])
    const log = await cluster.members[0]!.events.read(0n, 1_000)
    const told = log.filter(({ topic }) => topic === 'stake.slashed').map(({ event }) => event.validatorId)
    assert.deepEqual(told, [validatorId])
    assert.equal(chain.state.validators.length, 4, 'until the end of the epoch')
    await consensus.mine(31 - chain.height)
    for (const position of [1, 2]) await cluster.reached(position, 34)
    const keys = chain.state.validators.map((validator) => toHex(validator.publicKey))
    assert.deepEqual([keys.length, keys.includes(toHex(publicKey))], [3, false])
    for (const position of [0, 1, 2]) {
      const { store, failures } = cluster.members[position]!
      assert.deepEqual(failures, [])
      assert.deepEqual(await store.table('evidence').entries(), [], 'nothing is left to tell')
    }
  })
})

test('what was signed twice earlier is told after what was signed twice later, and counts', async (t) => {
  const world = createWorld({ seed: 'earlier' })
  const directory = await temporaryDirectory(t)
  const { publicKey, secret } = world.keys[0]!
  const later = await openTestNode(t, world, workers, { directory })
  await later.consensus.mine(32)
  const { chainId } = later.chain.state
  /** Goes on with a contradiction on disk, for two blocks. */
  const tell = async (height: number, epoch: number) => {
    const vote = (name: string): Vote => {
      const unsigned = { kind: 'prevote', height, round: 1, blockId: hash(name), validator: 0 } as const
      return { ...unsigned, signature: blsSign(secret, voteMessage(chainId, unsigned)) }
    }
    const store = await openStore(join(directory, 'db'), { logger: silentLogger })
    const pool = await EvidencePool.open(store, DEFAULT_LIMITS)
    const evidence = { type: 'votes', first: vote('one'), second: vote('another') } as const
    assert.equal(await pool.add(evidence, { key: publicKey, epoch, share: 1_000_000 }), true)
    await store.close()
    const node = await openTestNode(t, world, workers, { directory })
    await node.consensus.mine(2)
    const { slash } = node.chain.state.stake.records[0]!
    const told: number[] = []
    for (const at of [node.chain.height - 1, node.chain.height]) {
      const { extras } = await blockAt(node.chain.tables, at)
      told.push(...decodeAll(extras, readExtras).evidence.map(({ first }) => first.height))
    }
    assert.deepEqual(node.failures, [])
    await node.close()
    return { told, slash }
  }
  await later.close()
  const since = { since: 2, share: 1_000_000, correlated: 1_000_000 }
  assert.deepEqual(await tell(31, 2), { told: [31], slash: { infraction: 2, ...since } })
  assert.deepEqual(await tell(5, 1), { told: [5], slash: { infraction: 1, ...since } })
  assert.deepEqual((await tell(4, 1)).told, [], 'no worse than what is known')
})

describe('a leader whose additions fit no block', () => {
  test('makes its block without them', async (t) => {
    const world = createWorld({ seed: 'unfit' })
    const award = {
      type: 'award' as const,
      period: 1,
      proof: new Uint8Array(512),
      poster: new Uint8Array(32),
    }
    const prover = { watch: () => {}, proofFor: () => award } as unknown as EngineModules['prover']
    const node = await openTestNode(t, world, workers, { faulty: () => ({ prover }) })
    assert.equal(await node.consensus.mine(2), 2)
    assert.ok(node.logger.lines.some((line) => line.startsWith('what this validator adds')))
    assert.deepEqual(node.failures, [])
  })
})
