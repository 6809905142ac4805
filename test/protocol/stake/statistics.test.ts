/** Whether chance is fair, counted with fixed seeds. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { le32, toHex } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { delaySeed, pickWinner } from '../../../src/protocol/stake/award-draw.ts'
import { drawSlots } from '../../../src/protocol/stake/slots.ts'
import { leaderOf, nextBeacon, type ValidatorSet } from '../../../src/protocol/validators.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { idOf, keyOf, noDelayProof, ownerOf, SMALL, StakeWorld } from './world.ts'

/** Pearson's statistic in standard deviations of a normal variable (Wilson and Hilferty, 1931). */
function deviation(observed: readonly number[], expected: readonly number[]): number {
  const statistic = observed.reduce((sum, count, n) => sum + (count - expected[n]!) ** 2 / expected[n]!, 0)
  const freedom = observed.length - 1
  const spread = 2 / (9 * freedom)
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread)
}

// One in ten thousand fair draws would fail; with fixed seeds none does.
const LIMIT = 3.7

const setOf = (stakes: readonly number[]): ValidatorSet =>
  stakes.map((stake, n) => ({ publicKey: keyOf(`v${n}`), weight: BigInt(stake) }))

describe('leaders', () => {
  it('lead in proportion to stake: 100,000 slots', () => {
    const stakes = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89].map((stake) => stake * 1_000_003)
    const set = setOf(stakes)
    const total = stakes.reduce((sum, stake) => sum + stake, 0)
    const at = new Map(set.map((validator, n) => [validator, n]))
    const led = stakes.map(() => 0)
    let beacon = hash('test beacon')
    for (let height = 1; height <= 100_000; height++) {
      led[at.get(leaderOf(set, beacon, height, 0))!]!++
      if (height % 100 === 0) beacon = nextBeacon(beacon, le32(height))
    }
    const expected = stakes.map((stake) => (100_000 * stake) / total)
    assert.ok(deviation(led, expected) < LIMIT, led.join())
  })
})

describe('seats', () => {
  it('are drawn in proportion to what is left of each stake', () => {
    const stakes = [13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n]
    const total = 300n
    const slots = 101
    const extra = stakes.map(() => 0)
    let drawn = 0
    for (let epoch = 0; epoch < 8_000; epoch++) {
      const seats = drawSlots(stakes, slots, hash('test', le32(epoch)), epoch)
      for (const [n, stake] of stakes.entries()) {
        const above = seats[n]! - Number((stake * BigInt(slots)) / total)
        extra[n]! += above
        drawn += above
      }
    }
    const remainders = stakes.map((stake) => Number((stake * BigInt(slots)) % total))
    const sum = remainders.reduce((all, one) => all + one, 0)
    const expected = remainders.map((remainder) => (drawn * remainder) / sum)
    assert.ok(deviation(extra, expected) < LIMIT, extra.join())
    // So each has its exact share of all seats on average.
    for (const [n, stake] of stakes.entries()) {
      const mean = extra[n]! / 8_000 + Math.floor((Number(stake) * slots) / 300)
      assert.ok(Math.abs(mean - (Number(stake) * slots) / 300) < 0.05)
    }
  })
})

describe('winners', () => {
  it('are uniform over the eligible', () => {
    for (const eligible of [2, 7, 23]) {
      const won = Array.from({ length: eligible }, () => 0)
      for (let draw = 0; draw < 20_000; draw++) won[pickWinner(hash('test output', le32(draw)), eligible)]!++
      const expected = won.map(() => 20_000 / eligible)
      assert.ok(deviation(won, expected) < LIMIT, won.join())
    }
  })
})

describe('winners of a chain', () => {
  it('are uniform over those who served, whatever their stake', () => {
    const params = {
      ...SMALL,
      ...{ epochBlocks: 6, halvingBlocks: 6_000, awardPeriodEpochs: 1, awardFreezeDelay: 1 },
      // So that nobody's stake changes by what it earns.
      blockReward: 1_000n,
    }
    const stakes = { ada: 1_000_000n, bob: 2_000_000n, cyd: 9_000_000n, dan: 40_000_000n, eve: 90_000_000n }
    const world = new StakeWorld(stakes, params)
    const names = Object.keys(stakes)
    const won = names.map(() => 0)
    const draws = 600
    // Everybody signs but dan, who was never there.
    const absent = ['dan']
    for (let period = 1; period <= draws; period++) {
      world.endEpoch({ absent })
      world.block({ absent })
      const { draw } = world.state.award
      const seed = delaySeed(world.chainId, { ...draw!, beacon: draw!.beacon! })
      const before = world.events.length
      world.operate({ type: 'award', period, proof: noDelayProof(seed), poster: ownerOf('poster') })
      const over = world.events.slice(before).find((event) => event.type === 'award_over')!
      const winner = toHex(over.record.eligible[over.record.winner!]!.id)
      won[names.findIndex((name) => toHex(idOf(name)) === winner)]!++
    }
    const [present, theirs] = [
      names.filter((name) => name !== 'dan'),
      won.filter((_, n) => names[n] !== 'dan'),
    ]
    assert.equal(won[names.indexOf('dan')], 0)
    const expected = present.map(() => draws / present.length)
    assert.ok(deviation(theirs, expected) < LIMIT, won.join())
  })
})

describe('a validator that is offline for an hour of the period', () => {
  it('is not drawn, whenever that hour was', () => {
    // An hour is as long as an epoch, as on the main network; the period has eight of sixty blocks.
    const epochs = { epochBlocks: 60, halvingBlocks: 60_000, awardPeriodEpochs: 8, unbondingEpochs: 8 }
    const params = { ...SMALL, ...epochs, suspendBelow: 0 }
    const random = seededRandom(11)
    for (let trial = 0; trial < 12; trial++) {
      const world = new StakeWorld(
        { ada: 3_000_000n, bob: 3_000_000n, cyd: 3_000_000n, dan: 1_000_000n },
        params,
      )
      const from = 1 + random.below(8 * 60 - 61)
      while (world.height < 8 * 60) {
        const next = world.height + 1
        world.block({ absent: next >= from && next < from + 60 ? ['dan'] : [] })
      }
      const names = world.state.award.draw!.eligible.map(({ id }) => toHex(id))
      assert.equal(names.length, 3, `offline from ${from}`)
      assert.ok(!names.includes(toHex(idOf('dan'))))
    }
  })
})

/**
 * A third of the stake, and a third of the eligible, conspire. Whoever of them leads the block that seeds the draw knows the
 * beacon it would give before anybody else, and may withhold its block; then a next round draws a next leader. What they can base the
 * decision on is the whole question.
 */
describe('those who withhold with a third of the stake', () => {
  const ELIGIBLE = 9
  const THEIRS = 3
  const set = setOf(Array.from({ length: ELIGIBLE }, () => 1_000_000))
  const position = new Map(set.map((validator, n) => [validator, n]))
  const wins = (beacon: Uint8Array) => pickWinner(hash('test delay', beacon), ELIGIBLE) < THEIRS

  /** Their share of the prizes. @param withholds whether they keep back a block, by what they know of it. */
  function share(draws: number, withholds: (beacon: Uint8Array, round: number) => boolean): number {
    let won = 0
    for (let draw = 0; draw < draws; draw++) {
      const before = hash('test beacon', le32(draw))
      for (let round = 0; ; round++) {
        const leader = position.get(leaderOf(set, before, draw, round))!
        const beacon = nextBeacon(before, hash('test vrf', le32(leader), le32(round), before))
        if (leader < THEIRS && round < 50 && withholds(beacon, round)) continue
        if (wins(beacon)) won++
        break
      }
    }
    return won / draws
  }

  const fair = THEIRS / ELIGIBLE

  it('gain less than one per cent: until the delay is over no beacon tells them more than another', () => {
    // All they have is the beacon itself. Any rule over it, or over the round, is as good as any other.
    const strategies = {
      never: () => false,
      always: () => true,
      'by a bit of the beacon': (beacon: Uint8Array) => beacon[0]! % 2 === 0,
      'by a hash of the beacon': (beacon: Uint8Array) => hash('test guess', beacon)[0]! < 171,
      'in the first round only': (_: Uint8Array, round: number) => round === 0,
    }
    for (const [name, strategy] of Object.entries(strategies)) {
      const gain = share(30_000, strategy) - fair
      assert.ok(Math.abs(gain) < 0.01, `${name}: ${gain}`)
    }
  })

  it('would gain nearly ten per cent without the delay, which is why it is there', () => {
    const gain = share(30_000, (beacon) => !wins(beacon)) - fair
    // a/(1 − a(1 − a)) with a = 1/3 is 3/7.
    assert.ok(Math.abs(gain - (3 / 7 - fair)) < 0.01, `${gain}`)
  })
})
