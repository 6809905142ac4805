/** What peers say on its way to the replica, when this node has trouble of its own. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { nextHeight } from '../../../src/node/consensus/height-config.ts'
import { Inbox } from '../../../src/node/consensus/inbox.ts'
import { RecentBlocks } from '../../../src/node/consensus/recent-blocks.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import { WorkerError } from '../../../src/node/workers/worker-error.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import {
  type ConsensusMessage,
  encodeMessage,
  type Vote,
  type VoteKind,
  voteMessage,
} from '../../../src/protocol/consensus/messages.ts'
import { createReplica, stepReplica } from '../../../src/protocol/consensus/replica.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
/** More votes than are verified on the main thread. */
const world = createWorld({ validators: 8, seed: 'inbox' })

/** An inbox at the first height whose threads are too busy for the first so many jobs. */
async function open(t: Parameters<typeof openTestNode>[0], busy: number) {
  const node = await openTestNode(t, world, workers, { key: null })
  const config = nextHeight(node.chain, undefined, node.clock)
  const start = { type: 'start', config, journal: [] } as const
  const { state: replica } = stepReplica(createReplica(DEFAULT_LIMITS.consensus), start)
  const network = new MemoryNetwork(node.clock)
  const self = network.join('self')
  const taken: ConsensusMessage[] = []
  const lost = { jobs: 0, votes: 0 }
  const modules = {
    ...node,
    network: self.consensus,
    requests: self.requests,
    recent: new RecentBlocks(),
    evidence: { take: () => {} },
    isBehind: () => false,
    misbehaved: (peer: string, reason: string) => assert.fail(`${peer}: ${reason}`),
    workers: changed(workers, {
      run: ((...job: Parameters<typeof workers.run>) => {
        if (lost.jobs === busy) return workers.run(...job)
        lost.jobs += 1
        lost.votes += (job[1] as readonly unknown[]).length
        return Promise.reject(new WorkerError('queue_full', job[0], 'too many jobs'))
      }) as typeof workers.run,
    }),
    current: () => ({ replica, config }),
    deliver: async (_from: string, message: ConsensusMessage) => void taken.push(message),
  }
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  const inbox = new Inbox(modules, DEFAULT_LIMITS, ending.signal)
  const { chainId, validators } = node.chain.state
  // The set is in the order of the keys.
  const secrets = validators.map(
    ({ publicKey }) => world.keys.find((key) => equalBytes(key.publicKey, publicKey))!.secret,
  )
  const votes = (['prevote', 'precommit'] as const).flatMap((kind: VoteKind) =>
    secrets.map((secret, validator) => {
      const vote: Omit<Vote, 'signature'> = { kind, height: 1, round: 0, blockId: undefined, validator }
      const signature = blsSign(secret, voteMessage(chainId, vote))
      return { type: 'vote' as const, vote: { ...vote, signature } }
    }),
  )
  return { inbox, network, taken, lost, votes, logger: node.logger }
}

test('votes that threads have no time for are lost, and nothing else', async (t) => {
  const { inbox, taken, votes, logger } = await open(t, 1)
  const kept = votes.map((message) => ({ from: 'peer', message }))
  await inbox.verify(kept)
  assert.equal(taken.length, 0)
  assert.match(logger.lines.join('\n'), /^messages of peers were not read[^\n]*queue_full[^\n]*$/)
  await inbox.verify(kept)
  assert.equal(taken.length, votes.length)
})

test('what comes after a batch that was lost is read without another message', async (t) => {
  const { network, taken, lost, votes } = await open(t, 1)
  const peer = network.join('peer').consensus
  const sent = Array.from({ length: 5 }, () => votes).flat()
  for (const message of sent) peer.send('self', encodeMessage(message))
  while (lost.jobs === 0 || taken.length < sent.length - lost.votes) await new Promise(setImmediate)
  assert.ok(taken.length > 0)
})
