import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { payInto, sharesFor, worthOf } from '../../../src/protocol/stake/shares.ts'
import { refused, SMALL, StakeWorld, UNSIGNED } from './world.ts'

const pool = (stake: bigint, shares: bigint, ownShares = shares, commission = 0) => ({
  ...{ stake, shares, ownShares, commission },
})

describe('shares', () => {
  it('of an empty pool are one a unit; later ones have the present price', () => {
    assert.equal(sharesFor(5_000n, pool(0n, 0n)), 5_000n)
    assert.equal(sharesFor(6_000n, pool(3_000n, 2_000n)), 4_000n)
    assert.equal(sharesFor(6_000n, pool(3_000n, 2_000n), 1_000n), 3_000n)
  })

  it('never pay out more than they cost, whatever the price', () => {
    const amount = fc.bigInt(1n, 10n ** 15n)
    fc.assert(
      fc.property(amount, amount, amount, (stake, shares, deposit) => {
        const before = pool(stake, shares)
        let bought: bigint
        try {
          bought = sharesFor(deposit, before)
        } catch {
          return
        }
        const after = pool(stake + deposit, shares + bought)
        const worth = worthOf(bought, after)
        assert.ok(worth <= deposit, 'no more than was paid')
        assert.ok(deposit - worth <= deposit / 1_000n + 1n, 'and at most a thousandth less')
        assert.ok(after.stake * before.shares >= before.stake * after.shares, 'the price never falls')
      }),
    )
  })

  it('whose price was driven up by gifts are not sold to those who would lose by rounding', () => {
    // The classic: own the only share, give the pool a fortune, and let the next depositor's shares round to nothing.
    assert.throws(() => sharesFor(1_999_999n, pool(1_000_001n, 1n)), refused('least_shares'))
    assert.throws(() => sharesFor(999_999n, pool(1_000_000n, 1_000n)), refused('least_shares'))
    assert.equal(sharesFor(1_000_000n, pool(1_000_000n, 1_000n)), 1_000n)
  })

  it('of a ruined pool are not sold', () => {
    assert.throws(() => sharesFor(5_000n, pool(0n, 1_000n)), refused('ruined_pool'))
    assert.throws(() => sharesFor(5_000n, pool(1n, 1_001n)), refused('ruined_pool'))
  })

  it('are minted for a commission, and cost nobody else anything', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 15n),
        fc.bigInt(1n, 10n ** 15n),
        fc.bigInt(0n, 10n ** 12n),
        fc.nat(10_000),
        (stake, others, gain, rate) => {
          const before = pool(stake, others + 1_000n, 1_000n, rate)
          const { pool: after, commission } = payInto(before, gain)
          assert.equal(after.stake, stake + gain)
          assert.equal(after.shares - before.shares, after.ownShares - before.ownShares)
          const mine = worthOf(others, before)
          assert.ok(worthOf(others, after) >= mine, 'the others gain')
          assert.ok(
            worthOf(after.ownShares - 1_000n, after) <= commission,
            'the commission is no more than it says',
          )
        },
      ),
    )
  })
})

describe('an operator that gives to its own pool', () => {
  it('gains nothing by it: what it gives is everybody’s', () => {
    const world = new StakeWorld({ ada: 1_000_000n, bob: 1_000_000n }, SMALL, 0)
    world.endEpoch()
    // A leader pays itself a great fee: 50 times its stake.
    world.block({ leader: world.position('ada'), fees: 50_000_000n })
    world.endEpoch()
    const deposit = world.deposit('ada', 'eve', 1_000_000n)
    const { shares } = world.find('deposit', deposit) as { shares: bigint }
    world.endEpoch()
    assert.ok(worthOf(shares, world.record('ada')) >= 999_000n)
    const [out] = world.operate({ type: 'unbond', deposit, shares, signature: UNSIGNED })
    assert.ok(out?.kind === 'unbonding' && out.amount >= 999_000n && out.amount <= 1_000_000n)
  })
})
