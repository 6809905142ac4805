import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { precommitMessage } from '../../../src/protocol/certificate.ts'
import { decodeAll, Writer } from '../../../src/protocol/codec.ts'
import { voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { type LateVotes, readLateVotes, writeLateVotes } from '../../../src/protocol/stake/attendance.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { lateVoteChecks } from '../../../src/protocol/stake/block.ts'
import { NO_CLAIM, voteTarget } from '../../../src/protocol/stake/leak.ts'
import { eligibilityOf } from '../../../src/protocol/stake/service.ts'
import { failsWith, SMALL, StakeWorld } from './world.ts'

const four = () => new StakeWorld({ ada: 4_000_000n, bob: 3_000_000n, cyd: 2_000_000n, dan: 1_000_000n })

const lateVotes = (
  world: StakeWorld,
  height: number,
  names: string[],
  changed: Partial<LateVotes> = {},
): LateVotes => ({
  ...{ height, round: 0, forBlock: true, claim: NO_CLAIM, signature: new Uint8Array(96) },
  bitmap: withBits(
    4,
    names.map((name) => world.position(name)),
  ),
  ...changed,
})

const signed = (world: StakeWorld, name: string) => world.state.epoch.signed[world.position(name)]

describe('attendance', () => {
  it('is what certificates say, for all blocks of the epoch but the last', () => {
    const world = four()
    for (let height = 1; height <= 11; height++) world.block()
    assert.equal(signed(world, 'dan'), 10)
    world.block({ absent: ['dan'] })
    assert.equal(world.state.epoch.number, 2)
    world.block({ absent: ['dan'] })
    assert.deepEqual(world.state.epoch.signed, [0, 0, 0, 0], 'the certificate of an epoch that is over')
    world.block()
    assert.deepEqual(world.state.epoch.signed, [1, 1, 1, 1])
  })

  it('counts votes that come late, once', () => {
    const world = four()
    world.block()
    world.block({ absent: ['dan'] })
    assert.equal(signed(world, 'dan'), 0)
    world.block({ late: [lateVotes(world, 1, ['dan'])] })
    assert.equal(signed(world, 'dan'), 2)
    assert.throws(() => world.block({ late: [lateVotes(world, 1, ['dan'])] }), failsWith('invalid_block'))
    assert.throws(() => world.block({ late: [lateVotes(world, 1, ['ada'])] }), failsWith('invalid_block'))
  })

  it('counts a vote for no block, which is all that who was reached late may sign', () => {
    const world = four()
    world.block()
    world.block({ absent: ['dan'] })
    const late = [lateVotes(world, 2, ['dan'], { round: 3, forBlock: false })]
    world.block({ absent: ['dan'], late })
    assert.equal(signed(world, 'dan'), 1)
  })

  it('waits for late votes for some blocks only', () => {
    const world = four()
    world.block()
    world.block({ absent: ['dan'] })
    for (let height = 3; height <= 5; height++) world.block()
    assert.throws(() => world.block({ late: [lateVotes(world, 6, ['dan'])] }), failsWith('invalid_block'))
    const inTime = four()
    inTime.block()
    inTime.block({ absent: ['dan'] })
    for (let height = 3; height <= 4; height++) inTime.block()
    inTime.block({ late: [lateVotes(inTime, 1, ['dan'])] })
    assert.equal(signed(inTime, 'dan'), 4)
    world.block()
    assert.throws(() => world.block({ late: [lateVotes(world, 1, ['dan'])] }), failsWith('invalid_block'))
  })

  it('takes late votes in one order, and none of nobody', () => {
    const world = four()
    world.block()
    world.block({ absent: ['dan', 'cyd'] })
    const [dan, cyd] = [lateVotes(world, 1, ['dan']), lateVotes(world, 1, ['cyd'], { round: 1 })]
    const wrong: LateVotes[][] = [
      [cyd, dan],
      [dan, dan],
      [lateVotes(world, 1, [])],
      [{ ...dan, bitmap: new Uint8Array(2) }],
      [{ ...dan, bitmap: Uint8Array.of(0x10) }],
      [lateVotes(world, 1, ['dan'], { forBlock: false, claim: Uint8Array.of(1) })],
      Array.from({ length: SMALL.lateBlocks + 1 }, () => dan),
    ]
    for (const late of wrong) assert.throws(() => world.block({ late }), failsWith('invalid_block'))
    world.block({ late: [dan, cyd] })
    assert.equal(signed(world, 'cyd'), 2)
  })

  it('says which signatures late votes need', () => {
    const world = four()
    world.block()
    const claim = Uint8Array.of(2)
    const late = [
      lateVotes(world, 1, ['dan', 'cyd']),
      lateVotes(world, 1, ['ada'], { forBlock: false }),
      lateVotes(world, 1, ['bob'], { round: 7, claim }),
    ]
    const opening = { height: 2, previousId: world.blockId(1), bitmap: withBits(4, []), late }
    const checks = lateVoteChecks(world.state, opening, world.chainId, SMALL)
    assert.deepEqual(
      checks.map(({ message }) => message),
      [
        precommitMessage(world.chainId, 1, 0, world.blockId(1)),
        voteMessage(world.chainId, { kind: 'precommit', height: 1, round: 0, blockId: undefined }),
        precommitMessage(world.chainId, 1, 7, voteTarget(world.blockId(1), claim)),
      ],
    )
    const keys = new Set(checks[0]!.publicKeys)
    assert.ok(keys.has(world.record('dan').key) && keys.has(world.record('cyd').key) && keys.size === 2)
    assert.deepEqual(lateVoteChecks(world.state, { ...opening, late: [] }, world.chainId, SMALL), [])
  })

  it('has bytes for late votes', () => {
    const votes = lateVotes(four(), 3, ['dan'], { round: 2, claim: Uint8Array.of(5) })
    const bytes = writeLateVotes(new Writer(), votes).finish()
    assert.deepEqual(
      decodeAll(bytes, (reader) => readLateVotes(reader, 8)),
      votes,
    )
    bytes[12] = 2
    assert.throws(() => decodeAll(bytes, (reader) => readLateVotes(reader, 8)), failsWith('invalid_encoding'))
  })
})

describe('a leader that leaves out a rival', () => {
  it('does not make it ineligible: the next leaders include its votes', () => {
    const world = four()
    while (world.height < 24) {
      const height = world.height + 1
      const inEpoch = ((height - 1) % 12) + 1
      // Every third block is led by dan's enemy, who never sees dan's votes, nor includes late ones.
      const hostile = height % 3 === 0
      const missing = inEpoch > 2 && height % 3 === 1 ? [lateVotes(world, height - 2, ['dan'])] : []
      world.block({ absent: hostile ? ['dan'] : [], late: missing })
    }
    const paid = world.events.filter((event) => event.type === 'rewarded' && event.signed < event.could)
    assert.equal(paid.length, 2, 'only the last certificate of an epoch cannot be made up for')
    assert.ok(paid.every((event) => event.type === 'rewarded' && event.signed === 10))
    const frozen = world.events.find(({ type }) => type === 'award_frozen')
    assert.ok(frozen?.type === 'award_frozen')
    assert.equal(frozen.draw.eligible.length, 4)
  })
})

describe('eligibility', () => {
  it('is lost by signing less than nine tenths in one epoch, and says so', () => {
    const world = four()
    for (let height = 1; height <= 12; height++)
      world.block({ absent: height >= 3 && height <= 4 ? ['dan'] : [] })
    world.block()
    const standing = eligibilityOf(world.state, world.record('dan'), world.height, SMALL)
    assert.deepEqual(standing.fault, { reason: 'attendance', epoch: 1, signed: 9, could: 11 })
    assert.equal(standing.eligible, false)
    const other = eligibilityOf(world.state, world.record('ada'), world.height, SMALL)
    assert.deepEqual([other.eligible, other.good, other.ahead], [true, 1, 1])
    world.endEpoch()
    assert.equal(world.state.award.draw!.eligible.length, 3)
    assert.equal(
      eligibilityOf(world.state, world.record('dan'), world.height, SMALL).eligible,
      true,
      'a new period',
    )
  })

  it('is not for those who came later, or have no place in the set', () => {
    const world = four()
    world.block()
    world.register('eve', 2_000_000n)
    assert.equal(eligibilityOf(world.state, world.record('eve'), 1, SMALL).fault?.reason, 'not_in_set')
    world.endEpoch()
    world.endEpoch()
    assert.equal(world.state.award.draw!.eligible.length, 4)
    world.endEpoch()
    world.block()
    world.block()
    const { signed: blocks, could } = eligibilityOf(world.state, world.record('eve'), world.height, SMALL)
    assert.deepEqual([blocks, could], [1, 1])
  })
})
