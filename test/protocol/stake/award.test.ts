import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { evaluateDelay, verifyDelay } from '../../../src/protocol/crypto/delay/delay.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { awardPool } from '../../../src/protocol/stake/award.ts'
import { bountyOf, delaySeed, pickWinner, verifyAward } from '../../../src/protocol/stake/award-draw.ts'
import {
  type AwardRecord,
  decodeAwardRecord,
  encodeAwardRecord,
  nextHistory,
} from '../../../src/protocol/stake/award-record.ts'
import {
  failsWith,
  idOf,
  noDelay,
  noDelayProof,
  operatorOf,
  ownerOf,
  SMALL,
  StakeWorld,
  UNSIGNED,
} from './world.ts'

const three = () => new StakeWorld({ ada: 3_000_000n, bob: 2_000_000n, cyd: 1_000_000n })

/** A world whose first draw waits for its proof. */
function drawing(world = three()): StakeWorld {
  world.endEpoch()
  world.endEpoch()
  for (let n = 0; n < SMALL.awardFreezeDelay; n++) world.block()
  return world
}

const proofFor = (world: StakeWorld) => {
  const draw = world.state.award.draw!
  return noDelayProof(delaySeed(world.chainId, { ...draw, beacon: draw.beacon! }))
}

const post = (world: StakeWorld, proof = proofFor(world), period = 1) =>
  world.operate({ type: 'award', period, proof, poster: ownerOf('poster') })

const lastRecord = (world: StakeWorld): AwardRecord => {
  const event = world.events.findLast(({ type }) => type === 'award_over')
  assert.ok(event?.type === 'award_over')
  return event.record
}

describe('an award', () => {
  it('is frozen at the end of the period, with its amount and those who may win', () => {
    const world = three()
    world.endEpoch()
    while (world.height < 23) world.block()
    const open = world.state.award.open
    world.block()
    const draw = world.state.award.draw!
    assert.deepEqual([draw.period, draw.frozenAt, draw.seedHeight, draw.eligible.length], [1, 24, 27, 3])
    assert.equal(draw.amount, open + 200_000n)
    assert.equal(world.state.award.open, 0n)
    assert.equal(draw.beacon, undefined)
    world.block()
    assert.equal(world.state.award.draw!.amount, draw.amount, 'what comes later is for the next')
    assert.equal(world.state.award.open, 200_000n)
  })

  it('takes its seed from a beacon after the freeze', () => {
    const world = drawing()
    assert.deepEqual(world.state.award.draw!.beacon, world.beacon(27))
  })

  it('is paid to its winner’s operator, less the bounty, and the books agree', () => {
    const world = drawing()
    const { amount, eligible } = world.state.award.draw!
    const before = awardPool(world.state)
    post(world)
    assert.equal(before - awardPool(world.state), amount)
    const record = lastRecord(world)
    assert.deepEqual([record.outcome, record.prize + record.bounty, record.bounty], ['paid', amount, 1_000n])
    const owners = world.entries('unbonding').map(({ owner }) => toHex(owner))
    assert.deepEqual(owners, [toHex(ownerOf('poster')), toHex(eligible[record.winner!]!.operator)])
    for (const { id, amount } of world.entries('unbonding')) {
      world.operate({ type: 'withdraw', unbonding: id, amount, signature: UNSIGNED })
    }
    assert.equal(world.state.totals.withdrawn, amount)
  })

  it('ends once, with the proof of its own seed only', () => {
    const world = three()
    assert.throws(() => post(world, UNSIGNED), failsWith('invalid_award'))
    world.endEpoch()
    world.endEpoch()
    assert.throws(() => post(world, UNSIGNED), failsWith('invalid_award'), 'before its beacon')
    for (let n = 0; n < 3; n++) world.block()
    assert.throws(() => post(world, UNSIGNED), failsWith('invalid_delay_proof'))
    const proof = proofFor(world)
    assert.throws(() => post(world, proof, 2), failsWith('invalid_award'))
    post(world, proof)
    assert.throws(() => post(world, proof), failsWith('invalid_award'))
  })

  it('rolls over where nobody is eligible', () => {
    const world = three()
    world.endEpoch({ absent: [] })
    while (world.height < 24) world.block({ absent: world.height % 2 ? ['ada', 'bob', 'cyd'] : [] })
    assert.equal(world.state.award.draw, undefined)
    assert.equal(world.state.award.open, 24n * 200_000n)
    assert.equal(lastRecord(world).outcome, 'empty')
  })

  it('rolls over where nobody posted a proof before the next freeze', () => {
    const world = drawing()
    const { amount } = world.state.award.draw!
    world.endEpoch()
    world.endEpoch()
    assert.equal(lastRecord(world).outcome, 'expired')
    assert.equal(world.state.award.draw!.period, 2)
    assert.equal(world.state.award.draw!.amount, 2n * amount)
  })

  it('is nobody’s where the winner contradicted itself in the meantime', () => {
    const world = drawing()
    const draw = world.state.award.draw!
    const output = noDelay({
      seed: delaySeed(world.chainId, { ...draw, beacon: draw.beacon! }),
      steps: 1,
      proof: proofFor(world),
    })
    const winner = draw.eligible[pickWinner(output, 3)]!
    const name = ['ada', 'bob', 'cyd'].find((one) => toHex(idOf(one)) === toHex(winner.id))!
    world.accuse(name)
    const before = awardPool(world.state)
    post(world)
    assert.equal(before - awardPool(world.state), 1_000n)
    assert.deepEqual([lastRecord(world).outcome, lastRecord(world).prize], ['forfeited', 0n])
    verifyAward(lastRecord(world), world.chainId, noDelay, SMALL)
  })

  it('is still paid to a winner that has left', () => {
    const world = drawing()
    for (const name of ['bob', 'cyd']) {
      const { ownShares: shares, sequence } = world.record(name)
      world.operate({ type: 'unbond_own', validator: idOf(name), sequence, shares, signature: UNSIGNED })
    }
    post(world)
    assert.equal(lastRecord(world).outcome, 'paid')
  })

  it('gives a bounty of a tenth at most', () => {
    assert.equal(bountyOf(9_999n, SMALL), 999n)
    assert.equal(bountyOf(10_000_000n, SMALL), 1_000n)
    assert.equal(bountyOf(0n, SMALL), 0n)
  })

  it('pool grows by what others leave to it', () => {
    const world = three()
    world.block({ donated: 77n })
    assert.equal(world.state.award.open, 200_077n)
    assert.equal(world.state.totals.donated, 77n)
  })
})

describe('checking an award once more', () => {
  it('needs nothing but its record', () => {
    const world = drawing()
    const history = world.state.award.history
    post(world)
    const record = decodeAwardRecord(encodeAwardRecord(lastRecord(world)))
    assert.deepEqual(record, lastRecord(world))
    const { eligible, beacon } = record
    verifyAward(record, world.chainId, noDelay, SMALL)
    verifyAward(record, world.chainId, noDelay, SMALL, {
      ...{ eligible, beacon: beacon!, squarings: SMALL.awardDelaySquarings },
    })
    assert.deepEqual(world.state.award.history, nextHistory(history, record))
  })

  it('finds what was changed', () => {
    const world = drawing()
    post(world)
    const record = lastRecord(world)
    const check = (changed: Partial<AwardRecord>, trusted = {}) =>
      verifyAward({ ...record, ...changed }, world.chainId, noDelay, SMALL, trusted)
    const award = failsWith('invalid_award')
    assert.throws(() => check({ winner: (record.winner! + 1) % 3 }), award)
    assert.throws(() => check({ eligible: record.eligible.toReversed() }), award)
    assert.throws(() => check({ prize: record.prize + 1n }), award)
    assert.throws(() => check({ bounty: 0n, prize: record.amount }), award)
    assert.throws(() => check({ outcome: 'empty' }), award)
    assert.throws(() => check({ outcome: 'expired' }), award)
    assert.throws(() => check({ outcome: 'forfeited' }), award)
    assert.throws(() => check({ beacon: undefined }), award)
    assert.throws(() => check({ frozenAt: record.frozenAt + 1 }), award)
    assert.throws(() => check({ seedHeight: record.seedHeight + 1 }), award)
    assert.throws(() => check({ period: 2 }), award)
    const nothing = { proof: undefined, winner: undefined, prize: 0n, bounty: 0n }
    assert.throws(() => check({ ...nothing, outcome: 'empty', eligible: [] }), award)
    assert.throws(() => check({ ...nothing, outcome: 'expired', eligible: [] }), award)
    assert.throws(() => check({ ...nothing, outcome: 'expired', beacon: undefined }), award)
    assert.throws(() => check({}, { beacon: world.beacon(26) }), award)
    assert.throws(() => check({}, { eligible: record.eligible.slice(1) }), award)
    assert.throws(() => check({}, { squarings: 1 }), award)
    const delay = failsWith('invalid_delay_proof')
    assert.throws(() => check({ eligible: record.eligible.slice(1) }), delay)
    assert.throws(() => check({ beacon: world.beacon(26) }), delay)
    assert.throws(() => verifyAward(record, hash('another chain'), noDelay, SMALL), delay)
  })

  it('works with the delay function itself', async () => {
    const world = drawing()
    const draw = world.state.award.draw!
    const eligible = [{ id: idOf('ada'), key: world.record('ada').key, operator: operatorOf('ada') }]
    const seed = delaySeed(world.chainId, { period: 1, eligible, beacon: draw.beacon! })
    const proof = await evaluateDelay({ seed, steps: 512 })
    const record: AwardRecord = {
      ...{ ...draw, eligible, squarings: 512, proof, winner: 0 },
      ...{
        outcome: 'paid',
        bounty: bountyOf(draw.amount, SMALL),
        prize: draw.amount - bountyOf(draw.amount, SMALL),
      },
    }
    verifyAward(record, world.chainId, verifyDelay, SMALL)
    proof[3]! ^= 1
    assert.throws(
      () => verifyAward(record, world.chainId, verifyDelay, SMALL),
      failsWith('invalid_delay_proof'),
    )
  })
})
