/** Contradictions that others tell: verified, passed on, punished on the chain; and what is none. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { EvidenceDesk } from '../../../src/node/consensus/evidence-desk.ts'
import { EvidencePool } from '../../../src/node/consensus/evidence-pool.ts'
import { encodeWire } from '../../../src/node/consensus/wire.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { Verdict } from '../../../src/node/network/channel.ts'
import { readExtras } from '../../../src/protocol/block-extras.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import { type Evidence, type Vote, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { chainIdOf } from '../../../src/protocol/genesis.ts'
import type { ValidatorSet } from '../../../src/protocol/validators.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'
import { createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, params: { blockInterval: 100 }, seed: 'told' })
const culprit = world.keys[3]!

/** Two signed prevotes of the culprit, one for a block and one for none. */
function contradiction(height: number, validators: ValidatorSet): Evidence & { readonly type: 'votes' } {
  const validator = validators.findIndex(({ publicKey }) => equalBytes(publicKey, culprit.publicKey))
  const signed = (blockId: Uint8Array | undefined): Vote => {
    const vote = { kind: 'prevote' as const, height, round: 0, blockId, validator }
    const message = voteMessage(chainIdOf(world.genesis), vote)
    return { ...vote, signature: blsSign(culprit.secret, message) }
  }
  return { type: 'votes', first: signed(hash('test block')), second: signed(undefined) }
}

test('told to a follower that has seen nothing, its author is slashed on the chain', async (t) => {
  // Nobody hears the stranger but the follower in the middle, and nobody else the votes.
  const line = ['node-1', 'node-2', 'node-5', 'node-3', 'node-4']
  const areNeighbours = (one: string, other: string) =>
    [one, other].includes('stranger')
      ? [one, other].includes('node-5')
      : Math.abs(line.indexOf(one) - line.indexOf(other)) === 1
  const cluster = await createCluster(t, world, workers, 5, { areNeighbours })
  for (const position of [0, 1, 2, 3, 4]) await cluster.start(position)
  await cluster.reached(4, 2)
  const { chain } = cluster.members[4]!
  const stranger = cluster.network.join('stranger')
  const evidence = contradiction(1, chain.state.validators)
  stranger.consensus.broadcast(encodeWire({ type: 'evidence', evidence }))
  const record = () => chain.state.stake.records.find(({ key }) => equalBytes(key, culprit.publicKey))!
  while (record().status !== 'frozen') await cluster.reached(4, chain.height + 1)
  const until = chain.height + 3
  await cluster.reached(4, until)
  const told: number[] = []
  for (let height = 1; height <= until; height++) {
    const { extras } = await blockAt(chain.tables, height)
    told.push(...decodeAll(extras, readExtras).evidence.map(({ first }) => first.height))
  }
  assert.deepEqual(told, [1], 'once')
  for (const member of cluster.members) {
    assert.deepEqual([member!.reports, member!.failures], [[], []])
    assert.deepEqual(member!.consensus.evidence, [evidence])
  }
})

describe('what a peer tells', () => {
  async function open(t: Parameters<typeof openTestNode>[0], limits = DEFAULT_LIMITS) {
    const { chain, store, logger } = await openTestNode(t, world, workers, { key: null })
    const pool = await EvidencePool.open(store, limits)
    const reports: string[] = []
    const said: Uint8Array[] = []
    const desk = new EvidenceDesk(
      {
        ...{ chain, pool, workers, logger },
        network: { broadcast: (bytes) => void said.push(bytes) },
        misbehaved: (peer, reason) => void reports.push(`${peer}: ${reason}`),
      },
      limits,
      new AbortController().signal,
    )
    const tell = (evidence: Evidence, from = 'peer') =>
      new Promise<Verdict>((resolve) => desk.take(from, evidence, resolve))
    return { desk, pool, reports, said, tell, good: contradiction(1, chain.state.validators) }
  }

  test('is kept and passed on, once', async (t) => {
    const { tell, good, pool, desk, said } = await open(t)
    assert.equal(await tell(good), 'accept')
    assert.equal(await tell(good), 'ignore')
    assert.equal(await tell({ ...good, first: good.second, second: good.first }), 'ignore')
    assert.deepEqual([pool.all, desk.known, said], [[good], [good], []])
  })

  test('is kept beside what is later and weighs as much, for it is worse', async (t) => {
    const { tell, good, pool, desk } = await open(t)
    const later: Evidence = {
      ...{ type: 'votes', first: { ...good.first, height: 999 } },
      second: { ...good.second, height: 999 },
    }
    await pool.add(later, { key: culprit.publicKey, epoch: 2, share: 1_000_000 })
    assert.equal(await tell(good), 'accept')
    assert.deepEqual([pool.all, desk.known], [[good, later], [good]])
    assert.equal(await tell({ ...good, first: good.second, second: good.first }), 'ignore')
  })

  test('is ignored where as much of its author is known', async (t) => {
    const { tell, good, pool } = await open(t)
    await pool.add(good, { key: culprit.publicKey, epoch: 1, share: 1_000_000 })
    const other = { ...good, first: { ...good.first, round: 1 }, second: { ...good.second, round: 1 } }
    assert.equal(await tell(other), 'ignore')
    assert.deepEqual(pool.all, [good])
  })

  test('is held against the peer where it shows nothing', async (t) => {
    const { tell, good, pool, reports } = await open(t)
    const { first, second } = good
    const otherHeight = { ...second, height: 2 }
    const unsigned = { ...second, signature: first.signature }
    assert.equal(await tell({ ...good, second: first }), 'reject')
    assert.equal(await tell({ ...good, second: otherHeight }), 'reject')
    assert.equal(await tell({ ...good, second: { ...second, kind: 'precommit' } }), 'reject')
    assert.equal(await tell({ ...good, second: unsigned }), 'reject')
    assert.deepEqual([reports.length, pool.all], [4, []])
  })

  test('is ignored where nobody answers for it here, or not yet', async (t) => {
    const { tell, good, reports } = await open(t)
    const at = (height: number, validator = good.first.validator): Evidence => ({
      ...good,
      first: { ...good.first, height, validator },
      second: { ...good.second, height, validator },
    })
    assert.equal(await tell(at(100)), 'ignore')
    assert.equal(await tell(at(0)), 'ignore')
    assert.equal(await tell(at(1, 9)), 'ignore')
    assert.deepEqual(reports, [])
  })

  test('waits so much of each peer, and so much of all', async (t) => {
    const { tell, good } = await open(t, { ...DEFAULT_LIMITS, peerEvidence: 2, peersEvidence: 3 })
    // The first is taken up at once.
    const verdicts = await Promise.all([
      ...['a', 'a', 'a', 'a', 'b', 'c'].map((from) => tell({ ...good, second: good.first }, from)),
    ])
    assert.deepEqual(verdicts, ['reject', 'reject', 'reject', 'ignore', 'reject', 'ignore'])
  })

  test('and what is found here is said to all', async (t) => {
    const { desk, good, said, pool } = await open(t)
    const validators = world.keys.map(({ publicKey }) => ({ publicKey, weight: 1n }))
    await desk.found(good, validators)
    assert.deepEqual(said, [encodeWire({ type: 'evidence', evidence: good })])
    assert.equal(pool.all.length, 1)
  })
})
