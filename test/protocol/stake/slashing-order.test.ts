/** Several contradictions of one validator: what is told first does not matter for what it costs. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { payable } from '../../../src/protocol/stake/deposits.ts'
import { encodeStake } from '../../../src/protocol/stake/encode.ts'
import { finalBurn } from '../../../src/protocol/stake/slashing.ts'
import type { ClosedPool } from '../../../src/protocol/stake/table.ts'
import { failsWith, idOf, refused, StakeWorld, UNPAID, UNSIGNED } from './world.ts'

const WHALE = 20_000_000n

/** One large validator and three small ones. */
const pond = (params = UNPAID) =>
  new StakeWorld({ whale: WHALE, v1: 2_000_000n, v2: 2_000_000n, v3: 2_000_000n }, params, 0)

function unbondOwn(world: StakeWorld, name: string, shares: bigint): void {
  const { sequence } = world.record(name)
  world.operate({ type: 'unbond_own', validator: idOf(name), sequence, shares, signature: UNSIGNED })
}

/** Takes out whatever may be taken out. @returns what each entry paid */
function withdrawAll(world: StakeWorld): bigint[] {
  return world.entries('unbonding').flatMap((entry) => {
    try {
      const { paid } = payable(world.state, entry, world.find, world.params)
      world.operate({ type: 'withdraw', unbonding: entry.id, amount: paid, signature: UNSIGNED })
      return [paid]
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'stake_refused') return []
      throw error
    }
  })
}

describe('a second contradiction', () => {
  it('that was earlier takes what a later, lesser one told first would have let go', () => {
    const world = pond()
    world.block()
    world.block()
    unbondOwn(world, 'whale', WHALE - UNPAID.minStake)
    world.endEpoch()
    world.block()
    world.block({ evidence: [world.contradiction('whale', 13)] })
    const { burnt } = world.state.totals
    assert.deepEqual(world.record('whale').slash, {
      ...{ infraction: 2, since: 2, share: 142_857, correlated: 142_857 },
    })
    world.block({ evidence: [world.contradiction('whale', 2)] })
    assert.deepEqual(world.record('whale').slash, {
      ...{ infraction: 1, since: 2, share: 769_230, correlated: 769_230 },
    })
    assert.equal(world.state.totals.burnt, burnt, 'no second part at once')
    assert.deepEqual(
      world.events.flatMap((event) => (event.type === 'slashed' ? [[event.infraction, event.burnt]] : [])),
      [
        [2, UNPAID.minStake / 20n],
        [1, 0n],
      ],
    )
    const [entry] = world.entries('unbonding')
    while (world.state.epoch.number < entry!.release) world.endEpoch()
    assert.throws(() => payable(world.state, entry!, world.find, UNPAID), refused('frozen'))
    world.endEpoch()
    assert.deepEqual(payable(world.state, entry!, world.find, UNPAID), {
      ...{ paid: 0n, burnt: WHALE - UNPAID.minStake, forfeited: 0n },
    })
  })

  it('that weighs more counts for all who were slashed with it, also when it was later', () => {
    const world = pond()
    world.block()
    world.deposit('v1', 'eve', 6_000_000n)
    world.endEpoch()
    world.block()
    world.accuse('v1', 1)
    world.accuse('v2', 1)
    assert.deepEqual(
      ['v1', 'v2'].map((name) => world.record(name).slash!.correlated),
      [153_846, 153_846],
    )
    world.accuse('v1', 13)
    assert.deepEqual(world.record('v1').slash, {
      ...{ infraction: 1, since: 2, share: 250_000, correlated: 250_000 + 76_923 },
    })
    assert.equal(world.record('v2').slash!.correlated, 250_000 + 76_923)
    assert.equal(world.record('v2').slash!.share, 76_923)
  })

  it('that was not earlier and weighs no more is told for nothing, however often', () => {
    const world = pond()
    world.block()
    world.endEpoch()
    world.block()
    world.accuse('v1', 1)
    const before = encodeStake(world.state)
    for (const height of [1, 2, 12, 13]) {
      const evidence = [world.contradiction('v1', height)]
      assert.throws(() => world.block({ evidence }), failsWith('invalid_evidence'))
    }
    assert.deepEqual(encodeStake(world.state), before)
  })

  it('comes too late when the first one is settled, for nothing then answers for what was earlier', () => {
    const world = pond()
    world.block()
    world.endEpoch()
    world.block()
    world.accuse('v1', 13)
    for (let epoch = 2; epoch <= 4; epoch++) world.endEpoch()
    const closed = world.entries('closed')
    assert.equal(closed[0]!.penalty?.infraction, 2)
    const { burnt } = world.state.totals
    world.accuse('v1', 1)
    assert.equal(world.state.totals.burnt - burnt, UNPAID.evidenceBond)
    assert.deepEqual(world.entries('closed'), closed)
  })
})

describe('what contradictions cost', () => {
  const PARAMS = { ...UNPAID, unbondingEpochs: 4 }
  const CULPRITS = ['v1', 'v2'] as const
  const percent = fc.integer({ min: 0, max: 100 })
  type Told = { readonly height: number; readonly at: number; readonly order: number }
  /** Heights of epochs 1 to 3, told in epochs 3 and 4: blocks after the last height of a contradiction. */
  const told = fc.record({
    height: fc.integer({ min: 1, max: 30 }),
    at: fc.integer({ min: 31, max: 47 }),
    order: fc.nat(),
  })
  const life = fc.record({
    v1: fc.array(told, { minLength: 1, maxLength: 4 }),
    v2: fc.array(told, { minLength: 0, maxLength: 3 }),
    moves: fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 30 }),
        who: fc.constantFrom(...CULPRITS),
        what: fc.constantFrom('deposit', 'unbond', 'unbond_own'),
        part: percent,
      }),
      { maxLength: 8 },
    ),
  })
  type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never

  function move(world: StakeWorld, { who, what, part }: Life['moves'][number]): void {
    if (what === 'deposit') world.deposit(who, `friend of ${who}`, 100_000n * BigInt(part + 1))
    if (what === 'unbond') {
      const entry = world.entries('deposit').find(({ validator }) => validator.join() === idOf(who).join())
      if (!entry) return
      world.operate({ type: 'unbond', deposit: entry.id, shares: entry.shares, signature: UNSIGNED })
    }
    if (what !== 'unbond_own') return
    const spare = world.record(who).ownShares - PARAMS.minStake
    const shares = (spare * BigInt(part)) / 100n
    if (shares > 0n) unbondOwn(world, who, shares)
  }

  /** @param order in which those of a validator are told, at the same times */
  function live({ moves, ...all }: Life, order: (told: readonly Told[]) => readonly Told[]) {
    const world = pond(PARAMS)
    const accusations = CULPRITS.flatMap((name) => {
      const ordered = order(all[name])
      return all[name].map(({ at }, index) => ({ name, at, height: ordered[index]!.height }))
    })
    while (world.height < 48) {
      world.block()
      for (const one of moves) if (one.height === world.height) move(world, one)
      for (const { name, at, height } of accusations) {
        if (at === world.height) world.accuse(name, height)
      }
    }
    const slashes = CULPRITS.map((name) => world.record(name).slash)
    const paid: bigint[][] = []
    while (world.state.epoch.number < 10) {
      paid.push(withdrawAll(world))
      world.endEpoch()
    }
    return { world, slashes, paid }
  }

  it('does not depend on the order in which they are told', () => {
    fc.assert(
      fc.property(life, (one) => {
        const first = live(one, (all) => all)
        const second = live(one, (all) => all.toSorted((left, right) => left.order - right.order))
        assert.deepEqual(second.slashes, first.slashes)
        assert.deepEqual(second.paid, first.paid)
        assert.deepEqual(encodeStake(second.world.state), encodeStake(first.world.state))
        const earliest = CULPRITS.map((name) =>
          one[name].length > 0
            ? Math.ceil(Math.min(...one[name].map(({ height }) => height)) / 12)
            : undefined,
        )
        assert.deepEqual(
          first.slashes.map((slash) => slash?.infraction),
          earliest,
        )
        const penalties = CULPRITS.map(
          (name) => (first.world.find('closed', idOf(name)) as ClosedPool | undefined)?.penalty,
        )
        assert.deepEqual(
          penalties,
          first.slashes.map(
            (slash) => slash && { infraction: slash.infraction, burnt: finalBurn(slash, PARAMS) },
          ),
        )
      }),
      { numRuns: 60 },
    )
  })
})
