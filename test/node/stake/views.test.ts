import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { awardInfo } from '../../../src/node/stake/award-view.ts'
import { epochInfo, stakeParamsInfo } from '../../../src/node/stake/epoch-view.ts'
import { rewardInfo, slashingInfo, stakeTopicEvent } from '../../../src/node/stake/event-view.ts'
import { stakeJson } from '../../../src/node/stake/stake-json.ts'
import { standingOf } from '../../../src/node/stake/standing.ts'
import { validatorInfo } from '../../../src/node/stake/validator-view.ts'
import type { StakeView } from '../../../src/node/stake/view-context.ts'
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { readContract } from '../../../src/server/contract/document.ts'
import { Validator } from '../../../src/server/contract/validator.ts'
import { idOf, keyOf, noDelayProof, ownerOf, SMALL, StakeWorld, UNPAID } from '../../protocol/stake/world.ts'

const contract = new Validator(readContract().document)
const three = (params = SMALL) =>
  new StakeWorld({ ada: 3_000_000n, bob: 2_000_000n, cyd: 1_000_000n }, params)

const viewOf = ({ state, params, height }: StakeWorld, own?: string): StakeView => ({
  ...{ state, params, height, time: 1_000_000, blockInterval: 1_000 },
  keys: {
    find: (publicKey) =>
      own !== undefined && equalBytes(publicKey, keyOf(own))
        ? { publicKey, secret: new Uint8Array(32) }
        : undefined,
  },
})

const validatorOf = (world: StakeWorld, name: string) => {
  const info = validatorInfo(viewOf(world, 'ada'), world.record(name))
  assert.deepEqual(contract.result('stake.validator', stakeJson(info)), [])
  return info
}

describe('a validator', () => {
  it('is shown with its stake, its place and what it signed', () => {
    const world = three(UNPAID)
    world.deposit('bob', 'dan', 2_500_000n)
    for (let n = 0; n < 5; n++) world.block({ absent: n === 3 ? ['bob'] : [] })
    const { operator, ...bob } = validatorOf(world, 'bob')
    assert.deepEqual(bob, {
      ...{ validatorId: toHex(idOf('bob')), validatorKey: toHex(keyOf('bob')), nextKey: undefined },
      ...{ own: false, status: 'active', stake: 4_500_000n, ownStake: 2_000_000n, commission: 1_000 },
      ...{ announced: undefined, since: 1, inSet: true, weight: 2_000_000n, rank: 1, reason: undefined },
      ...{ signed: 3, could: 4, eligible: true, fault: undefined },
    })
    assert.equal(validatorOf(world, 'ada').own, true)
  })

  it('says why it is not eligible, and that it is outside the set', () => {
    const world = three()
    world.endEpoch({ absent: ['cyd'] })
    const cyd = validatorOf(world, 'cyd')
    assert.deepEqual(
      [cyd.status, cyd.inSet, cyd.weight, cyd.rank, cyd.reason, cyd.eligible],
      ['suspended', false, undefined, undefined, 'suspended', false],
    )
    assert.deepEqual(cyd.fault, { reason: 'attendance', epoch: 1, signed: 0, could: 11 })
    world.register('eve', 1_500_000n)
    assert.deepEqual(validatorOf(world, 'eve').fault?.reason, 'not_in_set')
  })

  it('says before the epoch ends that a leak has left its operator too little', () => {
    const world = three(UNPAID)
    world.block()
    const at = world.position('cyd')
    world.block({ silence: { claim: withBits(3, [at]), round: 60 } })
    const told = () => {
      const { status, inSet, rank, reason } = validatorOf(world, 'cyd')
      const { id } = world.record('cyd')
      assert.deepEqual(
        standingOf(world.state, id, UNPAID),
        { status, inSet, reason },
        'a stake says the same',
      )
      return [status, inSet, rank, reason]
    }
    assert.deepEqual(told(), ['active', true, undefined, 'below_minimum'])
    world.endEpoch()
    assert.deepEqual(told(), ['active', false, undefined, 'below_minimum'])
    const { operator, id, stake } = world.record('cyd')
    world.operate({ type: 'deposit', validator: id, owner: operator, amount: 1_000_000n - stake + 10n })
    assert.deepEqual(told(), ['active', false, 3, undefined], 'and the operator can mend it')
  })

  it('says so when others have more stake, and when it is gone', () => {
    const world = three({ ...UNPAID, maxValidators: 2 })
    assert.equal(validatorOf(world, 'cyd').reason, 'outranked')
    assert.equal(validatorOf(world, 'bob').reason, undefined)
    const nobody = standingOf(world.state, idOf('nobody'), UNPAID)
    assert.deepEqual(nobody, { status: 'gone', inSet: false, reason: 'gone' })
  })
})

describe('the epoch', () => {
  it('tells how far it has come and when it will end', () => {
    const world = three()
    for (let n = 0; n < 15; n++) world.block()
    const epoch = epochInfo(viewOf(world))
    assert.deepEqual(contract.result('stake.epoch', stakeJson(epoch)), [])
    const { members, totalStake, ...rest } = epoch
    assert.deepEqual(rest, {
      ...{ epoch: 2, period: 1, firstHeight: 13, lastHeight: 24, height: 15, blocksLeft: 9 },
      ...{ estimatedEnd: 1_009_000, reward: 1_000_000n },
    })
    assert.deepEqual(
      members.map(({ signed, could }) => [signed, could]),
      [
        [2, 2],
        [2, 2],
        [2, 2],
      ],
    )
    assert.equal(
      totalStake,
      members.reduce((sum, { stake }) => sum + stake, 0n),
    )
  })

  it('begins with no blocks that could have been signed', () => {
    const world = three()
    world.endEpoch()
    const { members, blocksLeft } = epochInfo(viewOf(world))
    assert.deepEqual([blocksLeft, members[0]!.signed, members[0]!.could], [12, 0, 0])
  })

  it('has parameters that fit the contract', () => {
    assert.deepEqual(contract.result('stake.params', stakeJson(stakeParamsInfo(SMALL, 20_000n))), [])
  })
})

describe('the award', () => {
  const shown = (world: StakeWorld) => {
    const award = awardInfo(viewOf(world, 'bob'))
    assert.deepEqual(contract.result('stake.award', stakeJson(award)), [])
    return award
  }

  it('is open, then frozen, then seeded, then open again', () => {
    const world = three()
    world.block()
    const open = shown(world)
    assert.deepEqual(open.nextDraw, {
      ...{ period: 1, state: 'open', freezeHeight: 24, seedHeight: 27, amount: 200_000n },
      ...{ squarings: SMALL.awardDelaySquarings, eligible: [] },
    })
    assert.deepEqual(
      open.eligible.filter(({ own }) => own).map(({ validatorId }) => validatorId),
      [toHex(idOf('bob'))],
    )
    world.endEpoch({ absent: ['cyd'] })
    world.endEpoch()
    const frozen = shown(world)
    assert.deepEqual(
      [frozen.period, frozen.nextDraw.state, frozen.nextDraw.eligible.length, frozen.collected],
      [2, 'frozen', 2, 0n],
    )
    assert.equal(frozen.pool, frozen.nextDraw.amount)
    for (let n = 0; n < SMALL.awardFreezeDelay; n++) world.block()
    const seeded = shown(world)
    assert.deepEqual([seeded.nextDraw.state, seeded.nextDraw.beacon], ['seeded', toHex(world.beacon(27))])
    const draw = world.state.award.draw!
    const proof = noDelayProof(delaySeed(world.chainId, { ...draw, beacon: draw.beacon! }))
    world.operate({ type: 'award', period: 1, proof, poster: ownerOf('poster') })
    assert.deepEqual([shown(world).nextDraw.state, shown(world).nextDraw.period], ['open', 2])
  })
})

describe('what happens to stake', () => {
  const chain = { network: 'dev', chainId: 'ab'.repeat(32) } as const

  it('becomes events that fit their topics', () => {
    const world = three()
    world.endEpoch({ absent: ['cyd'] })
    world.accuse('ada')
    world.endEpoch()
    for (let n = 0; n < 60; n++) world.block()
    const told = world.events.flatMap((event) => stakeTopicEvent(event, 7, chain, SMALL) ?? [])
    for (const { topic, event } of told) assert.deepEqual(contract.event(topic, event), [], topic)
    assert.deepEqual([...new Set(told.map(({ topic }) => topic))].sort(), [
      'award.frozen',
      'award.paid',
      'award.seeded',
      'stake.epoch',
      'stake.slashed',
      'stake.suspended',
    ])
  })

  it('is listed: what was paid, and what was burnt', () => {
    const world = three()
    world.endEpoch({ fees: 100n })
    world.accuse('ada')
    const rewards = world.events.flatMap((event) => rewardInfo(event, 12) ?? [])
    assert.deepEqual(
      rewards.map(({ signed, could }) => [signed, could]),
      [
        [11, 11],
        [11, 11],
        [11, 11],
      ],
    )
    assert.equal(
      rewards.reduce((sum, { fees }) => sum + fees, 0n),
      1_200n,
    )
    const [slashed] = world.events.flatMap((event) => slashingInfo(event, 13) ?? [])
    assert.deepEqual(
      [slashed!.type, slashed!.validatorId, slashed!.infraction],
      ['slashed', toHex(idOf('ada')), 1],
    )
    assert.ok(slashed!.burnt > 0n)
  })
})
