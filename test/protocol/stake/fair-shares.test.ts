/** What a deposit is worth to its owner and to those who were there before, and that no loss lets shares outgrow their field. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { toHex } from '../../../src/protocol/bytes.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { MAX_AMOUNT } from '../../../src/protocol/network.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { encodeStake } from '../../../src/protocol/stake/encode.ts'
import { dueTo } from '../../../src/protocol/stake/rewards.ts'
import { awardPart } from '../../../src/protocol/stake/schedule.ts'
import { MOST_SHARES_PER_UNIT, payInto, sharesFor, worthOf } from '../../../src/protocol/stake/shares.ts'
import { findRecord } from '../../../src/protocol/stake/state.ts'
import { idOf, ownerOf, SMALL, StakeWorld, UNSIGNED } from './world.ts'

/** Base units that somebody has in a world: deposits at their present price, and what is on its way out. */
function wealth(world: StakeWorld, owner: string): bigint {
  let sum = 0n
  for (const entry of [...world.entries('deposit'), ...world.entries('unbonding')]) {
    if (toHex(entry.owner) !== toHex(ownerOf(owner))) continue
    const pool = findRecord(world.state.records, entry.validator) ?? world.find('closed', entry.validator)
    if (entry.kind === 'unbonding') sum += entry.amount
    else if (pool && 'shares' in pool && 'stake' in pool) sum += worthOf(entry.shares, pool)
  }
  return sum
}

/** Base units that rounding may leave to a pool when shares are made: less than one of ada's costs. */
function rounding(world: StakeWorld): bigint {
  const ada = findRecord(world.state.records, idOf('ada'))
  return ada && ada.shares > 0n ? (ada.stake + dueTo(world.state, ada, SMALL)) / ada.shares + 1n : 1n
}

/**
 * Base units that whoever sells shares of ada's leaves to all who stay, newcomers too: its part of what this epoch is still to pay,
 * rewards and the fees so far. The price of a purchase includes that, the price of a sale does not.
 */
function leftBehind(world: StakeWorld, shares: bigint): bigint {
  const ada = findRecord(world.state.records, idOf('ada'))
  return ada && ada.shares > 0n ? (dueTo(world.state, ada, SMALL) * shares) / ada.shares + 1n : 0n
}

/** Calls ada silent in the certificate of the next block, in the last round of the leak: three quarters of its stake burn. */
function leakAda(world: StakeWorld, fees: bigint): void {
  const { members, previous, number } = world.state.epoch
  const voters = world.height === (number - 1) * SMALL.epochBlocks ? previous : members
  const at = voters.findIndex(({ id }) => toHex(id) === toHex(idOf('ada')))
  const claim = at < 0 || world.height === 0 ? new Uint8Array(0) : withBits(voters.length, [at])
  world.block({ silence: { claim, round: 60 }, leader: Math.max(0, world.position('ada')), fees })
}

describe('a deposit', () => {
  it('takes nothing of the epoch it comes in from those whose stake counts there, whenever it comes', () => {
    const scene = fc.record({
      before: fc.array(fc.boolean(), { maxLength: SMALL.epochBlocks - 1 }),
      fees: fc.bigInt(0n, 50_000n),
      amount: fc.bigInt(100_000n, 10n ** 13n),
      commission: fc.nat(10_000),
      absentAfter: fc.boolean(),
    })
    fc.assert(
      fc.property(scene, ({ before, fees, amount, commission, absentAfter }) => {
        const make = () => {
          const world = new StakeWorld({ ada: 4_000_000n, bob: 3_000_000n }, SMALL, commission)
          world.endEpoch()
          world.deposit('ada', 'old', 3_000_000n)
          world.endEpoch()
          for (const absent of before) world.block({ fees, absent: absent ? ['ada'] : [] })
          return world
        }
        const [without, world] = [make(), make()]
        world.deposit('ada', 'new', amount)
        const absent = absentAfter ? ['ada'] : []
        for (const one of [without, world]) one.endEpoch({ absent })
        const has = wealth(world, 'new')
        // The commission's shares are rounded as well, and what that leaves is everybody's.
        assert.ok(has <= amount + rounding(world), `${has} for ${amount}`)
        assert.ok(wealth(world, 'old') >= wealth(without, 'old') - 1n, 'nobody else has less for it')
        if (!absentAfter && !before.includes(true))
          assert.ok(has >= (amount * 998n) / 1_000n, `${has} of ${amount} after the pay day`)
      }),
      { numRuns: 150 },
    )
  })

  it('earns from the next epoch on, in the measure of its part', () => {
    const world = new StakeWorld({ ada: 4_000_000n, bob: 4_000_000n }, SMALL, 0)
    world.deposit('ada', 'eve', 40_000_000n)
    world.endEpoch()
    const before = [wealth(world, 'eve'), world.record('ada').stake] as const
    world.endEpoch()
    const gain = world.record('ada').stake - before[1]
    const share = (gain * before[0]) / before[1]
    const earned = wealth(world, 'eve') - before[0]
    assert.ok(earned > 0n && earned <= share + 1n && earned >= share - 1n, `${earned}, ${share}`)
  })
})

describe('a pool that loses nearly all', () => {
  it('time after time, and is paid a fortune each time, never has more shares than their field holds', () => {
    const world = new StakeWorld({ ada: 4_000_000n, bob: 9_000_000n, cyd: 9_000_000n }, SMALL, 10_000)
    for (let epoch = 0; epoch < 14; epoch++) {
      for (let n = 0; n < SMALL.epochBlocks; n++) leakAda(world, 10n ** 13n)
      const { stake, shares } = world.record('ada')
      assert.ok(shares <= MOST_SHARES_PER_UNIT * MAX_AMOUNT, `${shares} shares of ${stake}`)
      assert.ok(encodeStake(world.state).length > 0)
    }
  })

  it('makes new shares only where a thousand of them are worth a unit', () => {
    const amount = fc.oneof(fc.bigInt(0n, 10n ** 4n), fc.bigInt(0n, MAX_AMOUNT / 4n))
    const wide = fc.oneof(fc.bigInt(1n, 10n ** 4n), fc.bigInt(1n, MOST_SHARES_PER_UNIT * MAX_AMOUNT))
    fc.assert(
      fc.property(
        amount,
        wide,
        amount,
        fc.nat(10_000),
        fc.boolean(),
        (stake, shares, more, commission, buys) => {
          const pool = { stake, shares, ownShares: 0n, commission }
          let after = pool
          try {
            after = buys
              ? { ...pool, stake: stake + more, shares: shares + sharesFor(more, pool) }
              : payInto(pool, more).pool
          } catch (error) {
            assert.ok(buys && error instanceof ProtocolError, 'a pay day refuses nothing')
          }
          assert.ok(after.shares === shares || after.shares <= MOST_SHARES_PER_UNIT * after.stake)
          if (!buys) assert.equal(after.stake, stake + more)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('pays no commission, and says so', () => {
    const ruined = { stake: 1n, shares: 10n ** 12n, ownShares: 0n, commission: 10_000 }
    const { pool, commission } = payInto(ruined, 10n ** 6n)
    assert.deepEqual([pool, commission], [{ ...ruined, stake: 10n ** 6n + 1n }, 0n])
    const sound = payInto({ ...ruined, commission: 5_000 }, 10n ** 10n)
    assert.equal(sound.commission, 5n * 10n ** 9n)
  })
})

type Step = 'leak' | 'fees' | 'deposit' | 'unbond' | 'slash' | 'epoch' | 'absent'

describe('whatever is leaked, slashed, paid and deposited', () => {
  it('no block is refused, the books balance, and no deposit is worth more than it paid plus what it may have earned', () => {
    const step = fc.tuple(
      fc.constantFrom<Step>(
        'leak',
        'leak',
        'leak',
        'fees',
        'deposit',
        'deposit',
        'unbond',
        'slash',
        'epoch',
        'absent',
      ),
      fc.oneof(fc.bigInt(10_000n, 10n ** 6n), fc.bigInt(10n ** 6n, 10n ** 13n)),
    )
    const whole = SMALL.blockReward - awardPart(SMALL.blockReward, SMALL)
    const rewards = whole * BigInt(SMALL.epochBlocks)
    let richest = 0n
    fc.assert(
      fc.property(fc.array(step, { minLength: 15, maxLength: 70 }), fc.nat(10_000), (steps, commission) => {
        const world = new StakeWorld({ ada: 4_000_000n, bob: 9_000_000n, cyd: 9_000_000n }, SMALL, commission)
        /** What each depositor has paid and may have earned. */
        const books: { who: string; most: bigint }[] = []
        let epoch = world.state.epoch.number
        const earn = (amount: bigint) => {
          for (const one of books) one.most += amount
        }
        for (const [what, amount] of steps) {
          if (what === 'leak' || what === 'fees') {
            const fees = what === 'fees' ? amount : 0n
            // A leader's fees are everybody's of the pool that is there when they are paid.
            earn(fees)
            if (what === 'leak') leakAda(world, 0n)
            else world.block({ fees, leader: Math.max(0, world.position('ada')) })
          } else if (what === 'epoch' || what === 'absent') {
            world.endEpoch({ absent: what === 'absent' ? ['ada'] : [] })
          } else {
            try {
              if (what === 'deposit') {
                const who = `depositor ${books.length}`
                world.deposit('ada', who, amount)
                books.push({ who, most: amount })
              } else if (what === 'slash') {
                if (world.height > 0) world.accuse('ada')
              } else {
                const [entry] = world.entries('deposit')
                if (!entry) continue
                const { id: deposit, shares } = entry
                const left = leftBehind(world, shares)
                world.operate({ type: 'unbond', deposit, shares, signature: UNSIGNED })
                earn(left)
              }
            } catch (error) {
              if (!(error instanceof ProtocolError)) throw error
            }
          }
          if (world.state.epoch.number > epoch) {
            epoch = world.state.epoch.number
            // From the epoch after that of the deposit on: what all validators together can earn.
            earn(rewards)
          }
          earn(rounding(world))
          for (const { who, most } of books) {
            const has = wealth(world, who)
            assert.ok(has <= most, `${who} has ${has}, and at most ${most} is due`)
          }
          for (const { shares } of [...world.state.records, ...world.entries('closed')])
            if (shares > richest) richest = shares
          assert.ok(richest <= MOST_SHARES_PER_UNIT * MAX_AMOUNT)
          encodeStake(world.state)
        }
        world.checkHashes()
      }),
      { numRuns: 120 },
    )
    assert.ok(richest > 10n ** 13n, 'some pools came close to ruin, and had shares made all the same')
  })
})
