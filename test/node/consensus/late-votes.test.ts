/** Precommits that came late: what is kept of them, what a block may carry, and what strangers can do. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { LateVotePool } from '../../../src/node/consensus/late-vote-pool.ts'
import { LateVoteDesk } from '../../../src/node/consensus/late-votes.ts'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { le32, utf8 } from '../../../src/protocol/bytes.ts'
import { type Evidence, type Vote, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign, blsVerifyAggregate } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { bitsOf, withBits } from '../../../src/protocol/stake/bitmap.ts'
import { beginBlock, endBlock, lateVoteChecks, NOBODY_SILENT } from '../../../src/protocol/stake/block.ts'
import { genesisStake } from '../../../src/protocol/stake/genesis.ts'
import { NO_CLAIM, voteTarget } from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import { type StakeState, toValidatorSet } from '../../../src/protocol/stake/state.ts'
import { recordingLogger } from '../support.ts'
import { sharedWorkers, validatorKeys } from '../world.ts'

const params = { ...STAKE_PARAMS.dev, lateBlocks: 4, epochBlocks: 10, halvingBlocks: 1_000 }
const chainId = hash('test chain')
const keys = validatorKeys(5)
const genesis = genesisStake(
  keys.map(({ publicKey: key }, at) => ({
    ...{ key, operator: hash('test operator', le32(at)), amount: params.minStake, commission: 0 },
  })),
  hash('test beacon'),
  params,
).state
const validators = toValidatorSet(genesis.epoch.members)
const secretOf = (position: number) =>
  keys.find(({ publicKey }) => publicKey.join() === validators[position]!.publicKey.join())!.secret
const blockOf = (height: number) => hash('test block', le32(height))

/** A signed precommit; for the block of its height when nothing else is said. */
function vote(height: number, validator: number, changed: Partial<Vote> = {}): Vote {
  const unsigned = {
    kind: 'precommit' as const,
    height,
    round: 0,
    blockId: blockOf(height),
    validator,
    ...changed,
  }
  return { ...unsigned, signature: blsSign(secretOf(validator), voteMessage(chainId, unsigned)) }
}

function decided(height: number, claim = NO_CLAIM) {
  return { height, blockId: blockOf(height), silence: { claim, round: 0 }, validators }
}

/** The stake after blocks that the validators at these positions certified. */
class Blocks {
  state: StakeState = genesis
  height = 0

  /** Applies the next block, with late votes whose signatures are checked. */
  take(pool: LateVotePool | undefined, signers: readonly number[]): void {
    const height = this.height + 1
    const bitmap = withBits(this.height === 0 ? 0 : 5, this.height === 0 ? [] : signers)
    const groups = pool?.groupsFor({ height, epoch: this.state.epoch, bitmap }) ?? []
    const late = groups.map(({ signatures, ...group }) => ({ ...group, signature: signatures[0]! }))
    const opening = {
      height,
      previousId: blockOf(this.height),
      bitmap,
      silence: NOBODY_SILENT,
      late,
      evidence: [],
    }
    for (const [at, check] of lateVoteChecks(this.state, opening, chainId, params).entries()) {
      assert.equal(check.publicKeys.length, groups[at]!.signatures.length)
      for (const [of, key] of check.publicKeys.entries())
        assert.ok(blsVerifyAggregate([key], check.message, groups[at]!.signatures[of]!))
    }
    const court = { chainId, setAt: () => validators, verify: () => true }
    const begun = beginBlock(this.state, opening, () => undefined, court, params)
    const closing = { height, leader: 0, fees: 0n, beacon: hash('test beacon', le32(height)) }
    this.state = endBlock(begun.state, closing, () => undefined, params).state
    this.height = height
  }

  get signed(): readonly number[] {
    return this.state.epoch.signed
  }
}

before(() => installNativeBls())

describe('the pool of late votes', () => {
  const create = () => new LateVotePool(params, { lateVotesHeld: 16 })

  test('gives a block those whom its certificate leaves out', () => {
    const [pool, blocks] = [create(), new Blocks()]
    blocks.take(pool, [])
    pool.decide(
      decided(1),
      [0, 1, 2, 3, 4].map((at) => vote(1, at)),
    )
    blocks.take(pool, [0, 1, 2, 3])
    assert.deepEqual(blocks.signed, [1, 1, 1, 1, 1])
  })

  test('has nobody counted twice, and offers again what a leader left out', () => {
    const [pool, blocks] = [create(), new Blocks()]
    blocks.take(pool, [])
    pool.decide(
      decided(1),
      [0, 1, 2, 3, 4].map((at) => vote(1, at)),
    )
    for (const leader of [undefined, undefined, pool]) {
      const { height } = blocks
      if (height > 1)
        pool.decide(
          decided(height),
          [0, 1, 2, 3, 4].map((at) => vote(height, at)),
        )
      blocks.take(leader, [0, 1, 2, 3])
    }
    assert.deepEqual(blocks.signed, [3, 3, 3, 3, 3])
    pool.decide(decided(4), [])
    assert.deepEqual(
      pool.groupsFor({ height: 5, epoch: blocks.state.epoch, bitmap: withBits(5, [0, 1, 2, 3, 4]) }),
      [],
    )
  })

  test('joins by height, round and choice, in the order that a block has them', () => {
    const [pool, blocks] = [create(), new Blocks()]
    blocks.take(pool, [])
    const none = { blockId: undefined }
    const votes = [
      vote(1, 0, { round: 1, ...none }),
      vote(1, 1, none),
      vote(1, 2),
      vote(1, 3, { round: 1 }),
      vote(1, 4),
    ]
    pool.decide(decided(1), votes)
    const groups = pool.groupsFor({ height: 2, epoch: blocks.state.epoch, bitmap: withBits(5, []) })
    assert.deepEqual(
      groups.map(({ height, round, forBlock, bitmap }) => [height, round, forBlock, bitsOf(bitmap)]),
      [
        [1, 0, true, [2, 4]],
        [1, 0, false, [1]],
        [1, 1, true, [3]],
        [1, 1, false, [0]],
      ],
    )
  })

  test('keeps the vote of each validator that is worth most, and none that is worth nothing', () => {
    const pool = create()
    pool.decide(decided(1), [])
    const other = vote(1, 0, { blockId: hash('another block') })
    const [elsewhere, nothing, block] = [
      vote(1, 0, { round: 3, blockId: undefined }),
      vote(1, 0, { blockId: undefined }),
      vote(1, 0, { round: 0 }),
    ]
    const wanted = (one: Vote) => pool.keyFor(one) !== undefined
    assert.deepEqual([other, elsewhere, nothing, block].map(wanted), [false, true, true, true])
    pool.add(elsewhere)
    assert.deepEqual([elsewhere, nothing, block].map(wanted), [false, true, true])
    pool.add(block)
    assert.deepEqual([elsewhere, block].map(wanted), [false, false])
    assert.equal(
      wanted(vote(2, 0)) || wanted({ ...block, validator: 5 }),
      false,
      'unknown heights and positions',
    )
  })

  test('knows the claim that the block was decided with', () => {
    const claim = withBits(5, [4])
    const [pool, blocks] = [create(), new Blocks()]
    blocks.take(pool, [])
    const target = voteTarget(blockOf(1), claim)
    pool.decide(decided(1, claim), [vote(1, 3, { blockId: target }), vote(1, 2)])
    const [group, ...others] = pool.groupsFor({
      height: 2,
      epoch: blocks.state.epoch,
      bitmap: withBits(5, []),
    })
    assert.deepEqual(
      [group?.claim, bitsOf(group!.bitmap), others],
      [claim, [3], []],
      'the other one is for another claim',
    )
  })

  test('always has room for the round that decided, whatever else is signed', () => {
    const [pool, blocks] = [create(), new Blocks()]
    blocks.take(pool, [])
    for (let height = 1; height <= 4; height++) {
      const noise = [1, 2, 3, 4].map((at) => vote(height, at, { round: 10 + at, blockId: undefined }))
      pool.decide(decided(height), [vote(height, 0), ...noise])
      if (height < 4) blocks.take(undefined, [])
    }
    const groups = pool.groupsFor({ height: 5, epoch: blocks.state.epoch, bitmap: withBits(5, []) })
    assert.deepEqual(
      groups.map(({ height, round }) => [height, round]),
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
      ],
    )
  })

  test('forgets what is too old, and leaves an epoch that is over alone', () => {
    const [pool, blocks] = [create(), new Blocks()]
    for (let height = 1; height <= 11; height++) {
      blocks.take(height > 10 ? pool : undefined, [])
      pool.decide(
        decided(height),
        [0, 1, 2, 3, 4].map((at) => vote(height, at)),
      )
      const block = { height: height + 1, epoch: blocks.state.epoch, bitmap: withBits(5, []) }
      const heights = pool.groupsFor(block).map((group) => group.height)
      const first = height > 10 ? 11 : Math.max(1, height - 3)
      assert.deepEqual(
        heights,
        height === 10 ? [] : Array.from({ length: height - first + 1 }, (_, at) => first + at),
      )
    }
    assert.equal(pool.keyFor(vote(7, 0)), undefined)
  })

  test('holds a few votes of the block that is being stored', () => {
    const pool = new LateVotePool(params, { lateVotesHeld: 2 })
    pool.decide(decided(1), [])
    for (const at of [0, 1, 2]) pool.add(vote(2, at))
    pool.decide(decided(2), [])
    const [group] = pool.groupsFor({ height: 3, epoch: genesis.epoch, bitmap: withBits(5, []) })
    assert.deepEqual(bitsOf(group!.bitmap), [0, 1])
  })

  test('tells once who contradicts itself after its height', () => {
    const pool = create()
    pool.decide(decided(1), [vote(1, 0)])
    const second = vote(1, 0, { blockId: hash('another block') })
    assert.ok(pool.keyFor(second))
    assert.deepEqual(pool.add(second), { type: 'votes', first: vote(1, 0), second })
    const third = vote(1, 0, { blockId: undefined })
    assert.deepEqual([pool.keyFor(third), pool.add(third)], [undefined, undefined])
    assert.equal(
      pool.add(vote(1, 0, { round: 1, blockId: undefined })),
      undefined,
      'another round is no contradiction',
    )
  })
})

describe('late votes of peers', () => {
  const shared = sharedWorkers({ after: (end) => after(() => void end()) })

  function desk(limits: { peerLateVotes?: number } = {}) {
    const reports: string[] = []
    const evidence: Evidence[] = []
    const { signal } = new AbortController()
    const options = { chainId, params, limits: { lateVotesHeld: 16, peerLateVotes: 8, ...limits }, signal }
    const made = new LateVoteDesk(options, {
      workers: shared,
      logger: recordingLogger(),
      misbehaved: (peer, reason) => void reports.push(`${peer}: ${reason}`),
      onEvidence: (one) => void evidence.push(one),
    })
    return { desk: made, reports, evidence }
  }
  const carrying = (height: number) => ({ height, epoch: genesis.epoch, bitmap: withBits(5, [0]) })
  const falseVote = (at: number): Vote => ({ ...vote(1, at), signature: vote(1, at === 0 ? 1 : 0).signature })

  test('count once they are verified, joined into one signature', async () => {
    const { desk: late, reports } = desk()
    late.decide(decided(1), [vote(1, 0), vote(1, 1)])
    for (const at of [2, 3, 4]) late.take(`peer ${at}`, vote(1, at))
    await late.settled()
    const [votes, ...others] = await late.lateVotesFor(carrying(2))
    assert.deepEqual([bitsOf(votes!.bitmap), others, reports], [[1, 2, 3, 4], [], []])
    const message = voteMessage(chainId, { kind: 'precommit', height: 1, round: 0, blockId: blockOf(1) })
    const publicKeys = [1, 2, 3, 4].map((at) => validators[at]!.publicKey)
    assert.ok(blsVerifyAggregate(publicKeys, message, votes!.signature))
  })

  test('with false signatures are told of, and nothing more is taken from there until the next block', async () => {
    const { desk: late, reports } = desk()
    late.decide(decided(1), [])
    late.take('mallory', falseVote(2))
    late.take('mallory', vote(1, 3))
    late.take('bob', vote(1, 2))
    await late.settled()
    late.take('mallory', vote(1, 4))
    await late.settled()
    const [votes] = await late.lateVotesFor(carrying(2))
    assert.deepEqual(reports, ['mallory: a late vote with a false signature'])
    assert.deepEqual(bitsOf(votes!.bitmap), [2, 3], 'what was verified together with it holds by itself')
    late.decide(decided(2), [])
    late.take('mallory', vote(1, 4))
    await late.settled()
    const [again] = await late.lateVotesFor({
      ...carrying(3),
      epoch: { ...genesis.epoch, recent: [{ height: 1, blockId: blockOf(1), present: withBits(5, []) }] },
    })
    assert.deepEqual(bitsOf(again!.bitmap), [2, 3, 4])
  })

  test('wait so many of each peer, and those of others come through a flood', async () => {
    const { desk: late, reports } = desk({ peerLateVotes: 2 })
    late.decide(decided(1), [])
    const signed = falseVote(2)
    for (let round = 0; round < 500; round++) late.take('mallory', { ...signed, round, blockId: undefined })
    late.take('bob', vote(1, 2))
    await late.settled()
    assert.equal(reports.length, 1)
    assert.deepEqual(
      (await late.lateVotesFor(carrying(2))).map(({ bitmap }) => bitsOf(bitmap)),
      [[2]],
    )
  })

  test('show contradictions that came to light too late for the height itself', async () => {
    const { desk: late, evidence } = desk()
    late.decide(decided(1), [vote(1, 0)])
    late.take('bob', vote(1, 0, { blockId: hash('test block', utf8('b')) }))
    await late.settled()
    assert.deepEqual(
      evidence.map(({ first }) => first.validator),
      [0],
    )
  })
})
