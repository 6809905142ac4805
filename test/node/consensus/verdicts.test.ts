/** What the inbox says of messages: what is passed on, what is not, and what is held against who sent it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { BlockWork } from '../../../src/node/consensus/block-work.ts'
import { nextHeight } from '../../../src/node/consensus/height-config.ts'
import { Inbox } from '../../../src/node/consensus/inbox.ts'
import { RecentBlocks } from '../../../src/node/consensus/recent-blocks.ts'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { Judge } from '../../../src/node/network/channel.ts'
import { type Channel, type Listener, NO_NETWORK, type Verdict } from '../../../src/node/network/channel.ts'
import { blockId, readHeader } from '../../../src/protocol/block.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { Reader } from '../../../src/protocol/codec.ts'
import {
  type ConsensusMessage,
  encodeMessage,
  type ProposalMessage,
  proposalMessage,
  type Vote,
  type VoteMessage,
  voteMessage,
} from '../../../src/protocol/consensus/messages.ts'
import { createReplica, type ReplicaState, stepReplica } from '../../../src/protocol/consensus/replica.ts'
import { blsBackend, blsSign } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { createWorld, openTestNode, START, sharedWorkers, type World } from '../world.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, seed: 'verdicts' })
const limits = { ...DEFAULT_LIMITS, peerStale: 10 }

before(() => installNativeBls())

/** An inbox at the first height before a replica, with a peer that says what the test has it say. */
async function open(t: Parameters<typeof openTestNode>[0], of: World = world) {
  const clock = createManualClock(START + 1_000)
  const node = await openTestNode(t, of, workers, { key: null, clock })
  const config = nextHeight(node.chain, undefined, clock)
  let replica: ReplicaState = createReplica(limits.consensus)
  const give = (input: Parameters<typeof stepReplica>[1]) => {
    replica = stepReplica(replica, input).state
  }
  give({ type: 'start', config, journal: [] })
  give({ type: 'hurry', height: 1 })
  let listener: Listener | undefined
  const network: Channel = {
    ...NO_NETWORK.consensus,
    onMessage: (given) => {
      listener = given
      return () => {}
    },
  }
  const taken: ConsensusMessage[] = []
  const reports: string[] = []
  const jobs: number[] = []
  const state = { behind: false }
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  const inbox = new Inbox(
    {
      ...node,
      ...{ clock, network, requests: NO_NETWORK.requests, recent: new RecentBlocks() },
      evidence: { take: (_from: string, _evidence: unknown, judge: Judge) => judge('ignore') },
      workers: changed(workers, {
        run: ((...job: Parameters<typeof workers.run>) => {
          if (job[0] === 'invalidVotes') jobs.push((job[1] as readonly unknown[]).length)
          return workers.run(...job)
        }) as typeof workers.run,
      }),
      misbehaved: (_peer, reason, offence = 'invalid') => void reports.push(`${offence}: ${reason}`),
      isBehind: () => state.behind,
      current: () => ({ replica, config }),
      deliver: async (from, message) => {
        taken.push(message)
        give({ type: 'message', from, message })
      },
    },
    limits,
    ending.signal,
  )
  const { validators, chainId } = node.chain.state
  const vote = (validator: number, other: Partial<Vote> = {}): VoteMessage => {
    const unsigned = {
      ...{ kind: 'prevote' as const, height: 1, round: 0, blockId: undefined, validator },
      ...other,
    }
    const { publicKey } = validators[validator]!
    const { secret } = of.keys.find((key) => equalBytes(key.publicKey, publicKey))!
    const signature = blsSign(secret, voteMessage(chainId, unsigned))
    return { type: 'vote', vote: { signature, ...unsigned } }
  }
  /** Of the leader of round 1: a block again, or a new one. */
  const propose = async (validClaim: Uint8Array, known?: Uint8Array): Promise<ProposalMessage> => {
    const validator = config.leader(1)
    const { publicKey } = validators[validator]!
    const key = of.keys.find((one) => equalBytes(one.publicKey, publicKey))!
    clock.advance(1)
    const block = known ?? (await new BlockWork({ ...node, workers }, limits).build(key, 1))!.block
    const named = {
      ...{ height: 1, round: 1, validRound: validClaim.length > 0 ? 0 : -1, claim: NO_CLAIM, validClaim },
      blockId: blockId(readHeader(new Reader(block))),
    }
    const signature = blsSign(key.secret, proposalMessage(chainId, named))
    return { type: 'proposal', proposal: { ...named, validator, signature, block } }
  }
  /** The verdict on bytes; undefined as long as there is none. */
  const say = async (bytes: Uint8Array): Promise<Verdict | undefined> => {
    let verdict: Verdict | undefined
    let given = 0
    const before = taken.length + reports.length
    listener!('peer', bytes, (one) => {
      verdict = one
      given++
    })
    while (given === 0 && taken.length + reports.length === before) await new Promise(setImmediate)
    await new Promise(setImmediate)
    assert.ok(given <= 1, 'judged once at most')
    return verdict
  }
  const tell = (message: ConsensusMessage) => say(encodeMessage(message))
  return { inbox, clock, say, tell, vote, propose, taken, reports, jobs, state, listener: () => listener! }
}

const wrong = (message: VoteMessage): VoteMessage => ({
  type: 'vote',
  vote: { ...message.vote, signature: new Uint8Array(96).fill(1) },
})

describe('a vote', () => {
  test('that is new and holds is passed on, once', async (t) => {
    const { tell, vote, taken } = await open(t)
    assert.equal(await tell(vote(1)), 'accept')
    assert.equal(await tell(vote(1)), 'ignore')
    assert.equal(await tell(wrong(vote(1))), 'ignore', 'counted already: its signature is not looked at')
    assert.equal(taken.length, 1)
  })

  test('that is said again after a while is passed on again, for who has missed it', async (t) => {
    const { tell, vote, clock } = await open(t)
    assert.equal(await tell(vote(1)), 'accept')
    clock.advance(10_000)
    assert.equal(await tell(wrong(vote(1))), 'ignore')
    assert.equal(await tell(vote(1)), 'accept')
    assert.equal(await tell(vote(1)), 'ignore')
  })

  test('with a false signature, or of no validator, is held against who passed it on', async (t) => {
    const { tell, vote, reports } = await open(t)
    assert.equal(await tell(wrong(vote(1))), 'reject')
    const stranger = { ...vote(1).vote, validator: 4 }
    assert.equal(await tell({ type: 'vote', vote: stranger }), 'reject')
    assert.deepEqual(reports, [
      'invalid: a vote with a false signature',
      'invalid: a vote of a validator that there is not',
    ])
  })

  test('that contradicts another is passed on: others are to see it', async (t) => {
    const { tell, vote } = await open(t)
    assert.equal(await tell(vote(1)), 'accept')
    assert.equal(await tell(vote(1, { blockId: hash('test block') })), 'accept')
  })

  test('of one validator in more and more rounds is passed on so many times', async (t) => {
    const { tell, vote, taken } = await open(t)
    const verdicts: (Verdict | undefined)[] = []
    for (let round = 0; round < 70; round++) verdicts.push(await tell(vote(1, { round })))
    assert.deepEqual(verdicts, [...new Array(64).fill('accept'), ...new Array(6).fill('ignore')])
    assert.equal(taken.length, 70, 'all of them are heard here')
    assert.equal(await tell(vote(2)), 'accept', 'others are passed on as before')
  })

  test('of the next height waits for its verdict, one of a later height gets none', async (t) => {
    const { tell, vote, taken, inbox, listener } = await open(t)
    const verdicts: Verdict[] = []
    listener()('peer', encodeMessage(vote(1, { height: 2 })), (one) => void verdicts.push(one))
    assert.equal(await tell(vote(1, { height: 3 })), 'ignore')
    assert.deepEqual([taken.length, verdicts], [2, []])
    inbox.judgeOf(taken[0]!)('accept')
    assert.deepEqual(verdicts, ['accept'])
  })

  test('of a height that is over is ignored, and many of them cost who sends them', async (t) => {
    const { tell, vote, reports } = await open(t)
    for (let at = 0; at < 25; at++) assert.equal(await tell(vote(at % 4, { height: 0, round: at })), 'ignore')
    assert.deepEqual(reports, new Array(2).fill('stale: old votes, again and again'))
  })

  test('is not passed on by who is far behind: to the others it is old', async (t) => {
    const { tell, vote, state, taken } = await open(t)
    state.behind = true
    assert.equal(await tell(vote(1)), 'ignore')
    assert.equal(taken.length, 1)
  })
})

test('proposals of a leader that contradicts itself are passed on twice, under whatever it signs them', async (t) => {
  const { tell, propose } = await open(t)
  assert.equal(await tell(await propose(NO_CLAIM)), 'accept')
  const other = await propose(NO_CLAIM)
  assert.equal(await tell(other), 'accept', 'others are to see it')
  for (let at = 0; at < 3; at++)
    assert.equal(await tell(await propose(Uint8Array.of(at), other.proposal.block)), 'ignore')
  assert.equal(await tell(await propose(NO_CLAIM)), 'ignore', 'two show what it is')
})

test('where a node stands, and what it asks for, is between neighbours', async (t) => {
  const { tell } = await open(t)
  assert.equal(await tell({ type: 'status', height: 1, round: 0 }), 'ignore')
  assert.equal(await tell({ type: 'request', height: 1 }), 'ignore')
})

test('what is no message is held against who passed it on', async (t) => {
  const { say, reports } = await open(t)
  for (const bytes of [new Uint8Array(), Uint8Array.of(9), Uint8Array.of(0, 1, 2)])
    assert.equal(await say(bytes), 'reject')
  assert.ok(reports.every((report) => report.startsWith('malformed: ')))
  assert.equal(reports.length, 3)
})

test('votes of 128 validators are verified by other threads, many at a time', async (t) => {
  assert.equal(blsBackend().name, 'blst', 'the only one that ever verifies on this thread')
  const many = createWorld({ validators: 128, seed: 'many' })
  const { vote, taken, jobs, listener } = await open(t, many)
  const verdicts = new Map<Verdict, number>()
  const votes = Array.from({ length: 128 }, (_, validator) => encodeMessage(vote(validator)))
  for (const [at, bytes] of votes.entries()) {
    listener()(`peer ${at % 8}`, bytes, (verdict) => verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1))
  }
  while (taken.length < 128) await new Promise(setImmediate)
  assert.deepEqual([...verdicts], [['accept', 128]])
  assert.equal(
    jobs.reduce((sum, votes) => sum + votes, 0),
    128,
    'none was verified on this thread',
  )
  assert.ok(jobs.length <= 4, 'while one lot is verified the next one grows')
})
