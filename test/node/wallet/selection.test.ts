/** Coin selection: properties that hold for any coins, and the shapes that follow. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { nextStep, planPayments } from '../../../src/node/wallet/plan.ts'
import { selectCoins, total } from '../../../src/node/wallet/selection.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { feeOf, MAX_INPUTS, ORDINARY_SHAPE, SPLITTING_SHAPE } from '../../../src/protocol/shape.ts'
import { seededRandom } from '../support.ts'

const params = NETWORKS.dev
const LIMITS = { mergesPerPayment: 8, plannedCoins: 256 }
const ordinary = feeOf(ORDINARY_SHAPE, params)
const coinsOf = (...amounts: number[]) => amounts.map((amount, id) => ({ id, amount: BigInt(amount) }))

const amounts = fc.array(fc.oneof(fc.constant(0n), fc.bigInt(1n, 50_000n), fc.bigInt(1n, 10_000_000n)), {
  maxLength: 40,
})
const cases = fc.record({
  coins: amounts.map((list) => list.map((amount, id) => ({ id, amount }))),
  sum: fc.oneof(fc.constant(0n), fc.bigInt(0n, 20_000_000n)),
  seed: fc.string(),
})

describe('selection', () => {
  test('takes distinct coins that cover sum and fee, in a shape of the network', () => {
    fc.assert(
      fc.property(cases, ({ coins, sum, seed }) => {
        const selection = selectCoins(coins, sum, params, seededRandom(seed))
        if (selection.type !== 'selected') return
        assert.equal(new Set(selection.coins).size, selection.coins.length)
        assert.equal(selection.coins.length, selection.shape.inputs)
        assert.ok(selection.coins.length <= MAX_INPUTS)
        assert.equal(selection.fee, feeOf(selection.shape, params))
        assert.ok(total(selection.coins) >= sum + selection.fee)
      }),
    )
  })

  test('fails only where it must', () => {
    fc.assert(
      fc.property(cases, ({ coins, sum, seed }) => {
        const selection = selectCoins(coins, sum, params, seededRandom(seed))
        if (selection.type === 'selected') return
        const values = coins
          .filter(({ amount }) => amount > 0n)
          .toSorted((a, b) => Number(b.amount - a.amount))
        for (let inputs = 2; inputs <= Math.min(MAX_INPUTS, coins.length); inputs++) {
          const fee = feeOf({ inputs, outputs: 2 }, params)
          assert.ok(total(values.slice(0, inputs)) < sum + fee)
        }
        assert.equal(
          selection.type === 'fragmented',
          total(values) >= sum + ordinary && values.length > MAX_INPUTS,
        )
      }),
    )
  })

  test('spends two coins wherever two will do, so that the shape says nothing about the wallet', () => {
    fc.assert(
      fc.property(cases, ({ coins, sum, seed }) => {
        const selection = selectCoins(coins, sum, params, seededRandom(seed))
        if (selection.type !== 'selected' || coins.length < 2) return
        const [first = 0n, second = 0n] = coins.map(({ amount }) => amount).toSorted((a, b) => Number(b - a))
        assert.equal(selection.shape.inputs === 2, first + second >= sum + ordinary)
        assert.equal(selection.shape.outputs, 2)
      }),
    )
  })

  test('puts a filler beside a coin that covers alone', () => {
    const selection = selectCoins(coinsOf(500_000, 0, 600_000), 1_000n, params, seededRandom('a'))
    assert.equal(selection.type, 'selected')
    assert.ok(selection.type === 'selected' && selection.coins.some(({ amount }) => amount === 0n))
  })

  test('splits the last coin, to have fillers from then on', () => {
    const selection = selectCoins(coinsOf(500_000), 1_000n, params, seededRandom('a'))
    assert.deepEqual(selection.type === 'selected' && selection.shape, SPLITTING_SHAPE)
  })

  test('gives every pair that covers the same chance', () => {
    const random = seededRandom('pairs')
    const seen = new Map<string, number>()
    for (let draw = 0; draw < 3_000; draw++) {
      const selection = selectCoins(coinsOf(1, 60_000, 70_000, 80_000), 110_000n, params, random)
      assert.equal(selection.type, 'selected')
      const key =
        selection.type === 'selected'
          ? selection.coins
              .map(({ id }) => id)
              .toSorted()
              .join()
          : ''
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    assert.deepEqual([...seen.keys()].toSorted(), ['1,2', '1,3', '2,3'])
    for (const count of seen.values()) assert.ok(count > 800 && count < 1_200, `${count} of 3,000`)
  })

  test('has nothing to choose from without coins', () => {
    const needed = 5n + feeOf(SPLITTING_SHAPE, params)
    assert.deepEqual(selectCoins([], 5n, params, seededRandom('a')), { type: 'insufficient', needed })
  })
})

describe('a plan', () => {
  test('merges many small coins before it pays', () => {
    const coins = coinsOf(...new Array<number>(40).fill(20_000))
    const plan = planPayments(coins, [400_000n], params, LIMITS)
    assert.equal(plan.type, 'planned')
    const [payment] = plan.type === 'planned' ? plan.payments : []
    assert.ok(payment!.transactions > 1)
    const inputs = total(coins)
    assert.ok(inputs - plan.payments[0]!.fee >= 400_000n)
  })

  test('merges no more often than it may', () => {
    const coins = coinsOf(...new Array<number>(200).fill(20_000))
    assert.equal(nextStep(coins, 3_000_000n, 0, params, seededRandom('a')).type, 'insufficient')
    assert.equal(nextStep(coins, 3_000_000n, 1, params, seededRandom('a')).type, 'merge')
  })

  test('knows before the first of several payments that there is not enough for the last', () => {
    const coins = coinsOf(100_000, 0, 0)
    const enough = planPayments(coins, [30_000n, 30_000n], params, LIMITS)
    assert.deepEqual(enough.type === 'planned' && enough.fee, 2n * ordinary)
    assert.equal(planPayments(coins, [30_000n, 30_000n, 30_000n], params, LIMITS).type, 'insufficient')
  })

  test('of any payments never spends more than there is', () => {
    const sums = fc.array(fc.bigInt(0n, 300_000n), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(amounts, sums, (list, payments) => {
        const coins = list.map((amount, id) => ({ id, amount }))
        const plan = planPayments(coins, payments, params, LIMITS)
        const sum = payments.reduce((all, one) => all + one, 0n)
        if (plan.type === 'planned') assert.ok(total(coins) >= sum + plan.fee)
        else assert.ok(plan.needed >= sum)
      }),
    )
  })
})
