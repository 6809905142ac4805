/** What peers send, of any content: nothing of it stops a node, and who sends what no honest node does is named. */

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { type MemoryConnection, MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import {
  type ConsensusMessage,
  encodeMessage,
  proposalMessage,
  type Vote,
  voteMessage,
} from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { chainIdOf } from '../../../src/protocol/genesis.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { leaderOf } from '../../../src/protocol/validators.ts'
import { seededRandom } from '../support.ts'
import { createWorld, openTestNode, START, sharedWorkers } from '../world.ts'
import { createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, params: { blockInterval: 100 }, seed: 'peers' })
const chainId = chainIdOf(world.genesis)

/** A vote that is signed, by the validator of that position. */
function signed(vote: Omit<Vote, 'signature'>): Vote {
  const { secret } = world.keys[vote.validator]!
  return { ...vote, signature: blsSign(secret, voteMessage(chainId, vote)) }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

test('rubbish and lies are reported, and the chain goes on', async (t) => {
  const cluster = await createCluster(t, world, workers, 4)
  for (const position of [0, 1, 2]) await cluster.start(position)
  await cluster.reached(0, 2)
  const random = seededRandom('rubbish')
  const victim = cluster.members[0]!
  const { state } = victim.chain
  const ahead = state.height + 1_000
  const certified = (await certifiedBlockAt(victim.chain.tables, 2))!
  const lies: Record<string, (bytes: MemoryConnection) => void> = {
    garbage: ({ consensus }) => {
      for (let length = 0; length < 300; length++) consensus.send('node-1', random(length))
    },
    'votes of a stranger': ({ consensus }) => {
      for (let height = 1; height < state.height + 50; height++) {
        const vote = { kind: 'prevote', height, round: 0, blockId: undefined, validator: 9 } as const
        consensus.send('node-1', encodeMessage({ type: 'vote', vote: { ...vote, signature: random(96) } }))
      }
    },
    'false signatures': ({ consensus }) => {
      for (let height = 1; height < state.height + 50; height++) {
        const vote = { kind: 'precommit', height, round: 0, blockId: random(32), validator: 1 } as const
        const signature = signed({ ...vote, round: 1 }).signature
        consensus.send('node-1', encodeMessage({ type: 'vote', vote: { ...vote, signature } }))
      }
    },
    'false blocks': ({ consensus }) => {
      for (let height = 1; height < state.height + 50; height++) {
        const message: ConsensusMessage = { type: 'certified', height, ...certified }
        consensus.send('node-1', encodeMessage(message))
      }
    },
    'heights that are not there': ({ consensus }) => {
      for (let round = 0; round < 1_000; round++) {
        consensus.send('node-1', encodeMessage({ type: 'status', height: ahead + round, round }))
        consensus.send('node-1', encodeMessage({ type: 'request', height: ahead + round }))
      }
    },
    'transactions that are none': ({ transactions }) => {
      for (let length = 0; length < 100; length++) transactions.send('node-1', random(length))
    },
  }
  for (const [name, tell] of Object.entries(lies)) {
    const stranger = cluster.network.join(name)
    tell(stranger)
    await settle()
    stranger.close()
    const reported = victim.reports.some((report) => report.startsWith(name))
    assert.equal(reported, name !== 'heights that are not there', name)
  }
  await cluster.reached(0, victim.chain.height + 3)
  assert.deepEqual([victim.failures, victim.consensus.evidence], [[], []])
  assert.equal(victim.sync.progress, undefined, 'nobody was believed')
})

test('a validator that contradicts itself leaves evidence', async (t) => {
  const cluster = await createCluster(t, world, workers, 3)
  const [victim] = await Promise.all([0, 1].map((position) => cluster.start(position)))
  // Two of four decide nothing: the height stays. They listen a moment after they were started.
  await settle()
  const double = cluster.network.join('double')
  const random = seededRandom('double')
  for (const blockId of [random(32), undefined]) {
    const vote = signed({ kind: 'prevote', height: 1, round: 0, blockId, validator: 3 })
    double.consensus.broadcast(encodeMessage({ type: 'vote', vote }))
  }
  while (victim!.consensus.evidence.length === 0) await settle()
  const [evidence] = victim!.consensus.evidence
  assert.equal(evidence!.type, 'votes')
  assert.equal(evidence!.first.validator, 3)
  assert.match(victim!.logger.lines.join('\n'), /contradicted itself/)
  assert.deepEqual(victim!.reports, [], 'the one who shows it has done nothing wrong')
})

test('a block that is not what its proposal names is not even checked', async (t) => {
  const cluster = await createCluster(t, world, workers, 1)
  const victim = await cluster.start(0)
  await settle()
  const { validators, beacon } = victim.chain.state
  const liar = cluster.network.join('liar')
  // The first round that another leads.
  let round = 0
  let validator = 0
  for (; validator === 0; round++) validator = validators.indexOf(leaderOf(validators, beacon, 1, round))
  round--
  const blockId = seededRandom('liar')(32)
  const named = { height: 1, round, validRound: -1, claim: NO_CLAIM, validClaim: NO_CLAIM, blockId }
  const signature = blsSign(world.keys[validator]!.secret, proposalMessage(chainId, named))
  const proposal = { ...named, validator, signature, block: Uint8Array.of(1, 2, 3) }
  liar.consensus.broadcast(encodeMessage({ type: 'proposal', proposal }))
  while (victim.reports.length === 0) await settle()
  assert.match(victim.reports[0]!, /^liar: a false proposal/)
})

test('neighbours alone do not make a node believe that it is behind', async (t) => {
  const clock = createManualClock(START)
  const network = new MemoryNetwork(clock)
  const node = await openTestNode(t, world, workers, { key: null, clock, network: network.join('node-1') })
  void node.consensus.run(new AbortController().signal)
  await settle()
  const liar = network.join('liar')
  liar.consensus.send('node-1', encodeMessage({ type: 'status', height: 1_000, round: 0 }))
  await settle()
  assert.equal(node.sync.progress, undefined, 'the last block is as young as a block should be')
  clock.advance(60_000)
  await settle()
  assert.equal(node.sync.progress, undefined, 'the last block is old, and there is none that others have')
})
