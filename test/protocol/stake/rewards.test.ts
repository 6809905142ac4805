import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { ownStake } from '../../../src/protocol/stake/registry.ts'
import { idOf, SMALL, StakeWorld } from './world.ts'

// A block of SMALL issues 1,000,000: 800,000 for validators, 200,000 for the award.
const EPOCH = 800_000n * 12n

const rewardOf = (world: StakeWorld, name: string) => {
  const found = world.events.findLast(
    (event) => event.type === 'rewarded' && toHex(event.validator) === toHex(idOf(name)),
  )
  assert.ok(found?.type === 'rewarded')
  return found
}

describe('rewards', () => {
  it('are shared by stake where all sign all', () => {
    const world = new StakeWorld({ ada: 3_000_000n, bob: 1_000_000n })
    world.endEpoch()
    assert.equal(rewardOf(world, 'ada').reward, (EPOCH * 3n) / 4n)
    assert.equal(rewardOf(world, 'bob').reward, EPOCH / 4n)
    assert.equal(world.state.totals.issued, 12_000_000n)
  })

  it('that an absent validator misses are not issued to anybody', () => {
    const world = new StakeWorld({ ada: 3_000_000n, bob: 1_000_000n })
    while (world.height < 12) world.block({ absent: world.height % 2 === 0 ? ['bob'] : [] })
    assert.equal(rewardOf(world, 'ada').reward, (EPOCH * 3n) / 4n)
    // Of the blocks 1 to 11, five are counted for bob: those whose certificate came in an even block but the first.
    const { signed, could, reward } = rewardOf(world, 'bob')
    assert.deepEqual([signed, could], [6, 11])
    assert.equal(reward, (EPOCH * 6n) / (4n * 11n))
    assert.equal(world.state.totals.issued, 200_000n * 12n + (EPOCH * 3n) / 4n + reward)
  })

  it('are the pool’s, less the commission, which is the operator’s', () => {
    const world = new StakeWorld({ ada: 1_000_000n, bob: 2_000_000n })
    world.endEpoch()
    world.deposit('ada', 'eve', 20_000_000n)
    world.endEpoch()
    const { stake, shares, ownShares } = world.record('ada')
    world.endEpoch()
    const { reward, commission } = rewardOf(world, 'ada')
    assert.equal(commission, reward / 10n)
    const own = (ownShares * (stake + reward - commission)) / shares + commission
    const has = ownStake(world.record('ada'))
    assert.ok(has <= own && has >= own - 2n, `${has}, ${own}`)
  })

  it('of its blocks’ fees are the leader’s', () => {
    const world = new StakeWorld({ ada: 1_000_000n, bob: 1_000_000n }, SMALL, 0)
    for (let n = 0; n < 12; n++) world.block({ leader: world.position('ada'), fees: 500n })
    assert.equal(rewardOf(world, 'ada').fees, 6_000n)
    assert.equal(world.record('ada').stake - world.record('bob').stake, 6_000n)
  })

  it('halve in time', () => {
    const world = new StakeWorld({ ada: 1_000_000n, bob: 1_000_000n }, { ...SMALL, halvingBlocks: 24 })
    for (let epoch = 0; epoch < 6; epoch++) world.endEpoch()
    assert.equal(world.state.totals.issued, 24_000_000n + 12_000_000n + 6_000_000n)
  })

  it('of an epoch with too few blocks signed cost a validator its place, not its stake', () => {
    const world = new StakeWorld({ ada: 3_000_000n, bob: 3_000_000n, cyd: 1_000_000n })
    world.endEpoch({ absent: ['cyd'] })
    assert.equal(world.record('cyd').status, 'suspended')
    assert.equal(world.record('cyd').stake, 1_000_000n)
    assert.equal(world.state.epoch.members.length, 2)
  })
})
