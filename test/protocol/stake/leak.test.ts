import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { toHex } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { bitsOf, withBits } from '../../../src/protocol/stake/bitmap.ts'
import { certifyingSet, votingSet } from '../../../src/protocol/stake/block.ts'
import {
  acceptsClaim,
  isQuorumUnder,
  isValidClaim,
  leakFactor,
  makeClaim,
  NO_CLAIM,
  roundToResume,
  voteTarget,
  weightsUnder,
} from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import { failsWith, idOf, SMALL, StakeWorld } from './world.ts'

const { main, dev } = STAKE_PARAMS
const nobody = { claim: NO_CLAIM, round: 0 }

const setOf = (weights: readonly bigint[]) =>
  weights.map((weight) => ({ publicKey: new Uint8Array(48), weight }))

describe('the factor of a round', () => {
  it('is one for ten minutes, a half after a day, and a quarter after four', () => {
    const at = [0, 30, 60, 90, 540, 2_430, 4_320, 17_280, 1_000_000].map((round) => leakFactor(round, main))
    assert.deepEqual(at, [1e6, 1e6, 950_000, 900_000, 750_000, 625_000, 500_000, 250_000, 250_000])
  })

  it('never rises', () => {
    for (let round = 1; round < 18_000; round++)
      assert.ok(leakFactor(round, main) <= leakFactor(round - 1, main), `${round}`)
  })
})

describe('the documented times to resume', () => {
  const hours = (silent: number) =>
    ((roundToResume(silent, main) ?? Number.NaN) * main.silentRound) / 3_600_000

  it('hold on the main network', () => {
    assert.equal(roundToResume(333_333, main), 0)
    assert.ok(hours(340_000) * 60 > 15 && hours(340_000) * 60 < 17)
    assert.ok(hours(400_000) > 2.9 && hours(400_000) < 3.1)
    assert.ok(hours(500_000) > 23.9 && hours(500_000) < 24.1)
    assert.ok(hours(600_000) > 71.9 && hours(600_000) < 72.1)
    assert.ok(hours(666_000) > 95 && hours(666_000) < 96)
    assert.equal(roundToResume(666_667, main), undefined, 'a third alone never goes on')
  })

  it('are seconds on a development network', () => {
    assert.deepEqual(
      [340_000, 400_000, 500_000, 600_000].map((silent) => roundToResume(silent, dev)),
      [7, 16, 21, 34],
    )
  })

  it('are those after which the weights say so', () => {
    for (const silent of [340_000, 400_000, 500_000, 600_000]) {
      const set = setOf([BigInt(silent), BigInt(1_000_000 - silent)])
      const quorum = (round: number) =>
        isQuorumUnder(weightsUnder(set, { claim: Uint8Array.of(1), round }, main), Uint8Array.of(2))
      const resumes = roundToResume(silent, main)!
      assert.equal(quorum(resumes), true)
      assert.equal(quorum(resumes - 1), false)
    }
  })
})

describe('a claim of silence', () => {
  const round = 100
  const silentFor = [5, 50, 101, 0]

  it('names those the leader has not heard for long', () => {
    assert.deepEqual(bitsOf(makeClaim(round, silentFor, main)), [1, 2])
    assert.deepEqual(makeClaim(30, [31, 31, 0], main), NO_CLAIM)
    assert.deepEqual(makeClaim(round, [1, 11], main), NO_CLAIM)
  })

  it('is voted for by those who heard nothing either', () => {
    const claim = makeClaim(round, silentFor, main)
    assert.ok(acceptsClaim({ claim, round }, silentFor, main))
    assert.ok(acceptsClaim({ claim, round }, [0, 6, 50, 0], main))
    assert.ok(!acceptsClaim({ claim, round }, [0, 5, 50, 0], main), 'heard five rounds ago')
    assert.ok(
      !acceptsClaim({ claim, round }, [2, 2, 2, 2], main),
      'back for two rounds, whatever their number',
    )
    assert.ok(acceptsClaim({ claim: NO_CLAIM, round: 0 }, silentFor, main))
  })

  it('may not come early, be malformed or name nobody', () => {
    const valid = (claim: Uint8Array, round = 100) => isValidClaim({ claim, round }, 4, main)
    assert.ok(valid(Uint8Array.of(2)))
    assert.ok(!valid(Uint8Array.of(2), 30))
    assert.ok(!valid(Uint8Array.of(0)))
    assert.ok(!valid(Uint8Array.of(0x10)))
    assert.ok(!valid(Uint8Array.of(2, 0)))
  })

  it('is part of what is voted for', () => {
    const block = hash('block')
    assert.equal(voteTarget(block, NO_CLAIM), block)
    const targets = [NO_CLAIM, Uint8Array.of(1), Uint8Array.of(2)].map((claim) =>
      toHex(voteTarget(block, claim)),
    )
    assert.equal(new Set(targets).size, 3)
  })
})

describe('weights under a claim', () => {
  const set = setOf([100n, 100n, 100n])

  it('are less for those who are claimed, the less the later', () => {
    const claim = Uint8Array.of(1)
    assert.deepEqual(weightsUnder(set, nobody, main), [100_000_000n, 100_000_000n, 100_000_000n])
    assert.deepEqual(weightsUnder(set, { claim, round: 540 }, main), [
      75_000_000n,
      100_000_000n,
      100_000_000n,
    ])
    assert.deepEqual(weightsUnder(set, { claim, round: 99_999 }, main), [
      25_000_000n,
      100_000_000n,
      100_000_000n,
    ])
  })

  it('make no quorum of exactly two thirds', () => {
    assert.ok(!isQuorumUnder([1n, 1n, 1n], Uint8Array.of(3)))
    assert.ok(isQuorumUnder([1n, 1n, 1n], Uint8Array.of(7)))
    assert.ok(isQuorumUnder([2n, 1n, 1n], Uint8Array.of(3)))
  })
})

/**
 * The bound of docs/staking.md: two blocks of one height can both have a quorum only if some honest validator signed for both, or
 * o + Σ₁(2f₁ − 1) + Σ₂(2f₂ − 1) < 2z, where z is dishonest weight, o that of honest validators nobody claimed silent, and Σ₁
 * and Σ₂ run over the honest that one of the claims names (for those that both name, the lesser of 2f₁ − f₂ and 2f₂ − f₁).
 */
describe('quorums under two claims', () => {
  const validator = fc.record({
    weight: fc.integer({ min: 1, max: 60 }),
    honest: fc.boolean(),
    first: fc.boolean(),
    second: fc.boolean(),
    /** Which of the two it signs, when honest. */
    signs: fc.integer({ min: 0, max: 2 }),
  })
  const factor = fc.integer({ min: 31, max: 17_280 })

  it('without an honest validator in common take more than the bound allows', () => {
    let found = 0
    fc.assert(
      fc.property(fc.array(validator, { minLength: 2, maxLength: 9 }), factor, factor, (all, one, other) => {
        const set = setOf(all.map(({ weight }) => BigInt(weight)))
        const choose = (pick: (one: (typeof all)[number]) => boolean) =>
          withBits(
            all.length,
            all.flatMap((one, n) => (pick(one) ? [n] : [])),
          )
        const weights = (claim: Uint8Array, round: number) => weightsUnder(set, { claim, round }, main)
        const signers = (which: number) => choose(({ honest, signs }) => !honest || signs === which)
        const both =
          isQuorumUnder(
            weights(
              choose(({ first }) => first),
              one,
            ),
            signers(1),
          ) &&
          isQuorumUnder(
            weights(
              choose(({ second }) => second),
              other,
            ),
            signers(2),
          )
        if (!both) return
        found++
        let margin = 0
        for (const { weight, honest, first, second } of all) {
          const [f, g] = [first ? leakFactor(one, main) / 1e6 : 1, second ? leakFactor(other, main) / 1e6 : 1]
          if (!honest) margin -= (f + g) * weight
          else margin += Math.min(2 * g - f, 2 * f - g) * weight
        }
        assert.ok(margin < 1e-9, `${margin}`)
      }),
      { numRuns: 20_000 },
    )
    assert.ok(found > 200, `${found} pairs of quorums were looked at`)
  })

  it('are made by a partition of two halves after a day, and not before', () => {
    const set = setOf([50n, 50n])
    const side = (claimed: number, signer: number, round: number) =>
      isQuorumUnder(weightsUnder(set, { claim: Uint8Array.of(claimed), round }, main), Uint8Array.of(signer))
    assert.equal(side(1, 2, 4_320) || side(2, 1, 4_320), false)
    assert.equal(side(1, 2, 4_321) && side(2, 1, 4_321), true)
  })

  it('cannot contradict what others decided before they fell silent, once the rest can go on alone', () => {
    // Honest only: x fell silent after some of it may have decided; o is left. If o has a quorum in round r, then no quorum
    // of full weight can consist of x and of those of o that a quorum of o can do without.
    for (let x = 1; x < 667; x++) {
      const o = 1_000 - x
      const round = roundToResume(x * 1_000, main)
      if (!round) continue
      for (const later of [round, 17_280]) {
        const f = leakFactor(later, main) / 1e6
        const dispensable = o - (2 / 3) * (o + f * x)
        assert.ok(x + dispensable <= 2_000 / 3 + 1e-9, `${x}`)
      }
    }
  })
})

describe('the leak', () => {
  const four = () =>
    new StakeWorld({ ada: 3_000_000n, bob: 3_000_000n, cyd: 2_000_000n, dan: 2_000_000n }, SMALL, 0)
  const claimOf = (world: StakeWorld, names: string[], round: number) => ({
    claim: withBits(
      4,
      names.map((name) => world.position(name)),
    ),
    round,
  })

  it('takes the factor of the round from stake and weight of the claimed, and burns it', () => {
    const world = four()
    world.block()
    world.block({ absent: ['cyd', 'dan'], silence: claimOf(world, ['cyd', 'dan'], 15) })
    assert.equal(world.record('cyd').stake, 1_500_000n)
    assert.equal(world.record('ada').stake, 3_000_000n)
    assert.equal(world.state.epoch.members[world.position('dan')]!.weight, 1_500_000n)
    assert.equal(world.state.totals.burnt, 1_000_000n)
    // Later heights need no claim: 6 of 9 millions are not enough yet, of 8 they are.
    world.block({ absent: ['cyd', 'dan'], silence: claimOf(world, ['cyd', 'dan'], 18) })
    assert.ok(6_000_000n * 3n > world.state.epoch.members.reduce((sum, { weight }) => sum + weight, 0n) * 2n)
  })

  it('is taken already where the block that carries it is voted on, and its certificate is checked by the same weights', () => {
    const world = four()
    world.block()
    const carried = claimOf(world, ['cyd'], 20)
    const voting = votingSet(world.state, 2, carried, SMALL)
    world.block({ absent: ['cyd'], silence: carried })
    assert.deepEqual(certifyingSet(world.state, 3, SMALL), voting)
    assert.equal(voting[world.position('cyd')]!.weight, 1_000_000n)
  })

  it('finds those it is of also when the epoch has changed', () => {
    const world = four()
    world.register('eve', 5_000_000n)
    while (world.height < 11) world.block()
    const voting = votingSet(world.state, 12, nobody, SMALL)
    world.block()
    assert.equal(world.state.epoch.members.length, 5)
    assert.deepEqual(certifyingSet(world.state, 13, SMALL), voting)
    const before = world.record('cyd').stake
    const at = world.state.epoch.previous.findIndex(({ id }) => toHex(id) === toHex(idOf('cyd')))
    const silence = { claim: withBits(4, [at]), round: 20 }
    const { weight } = world.state.epoch.members[world.position('cyd')]!
    assert.equal(votingSet(world.state, 13, silence, SMALL)[world.position('cyd')]!.weight, weight / 2n)
    world.block({ absent: ['cyd'], silence })
    assert.equal(world.record('cyd').stake, before / 2n)
    assert.equal(world.state.epoch.members[world.position('cyd')]!.weight, weight / 2n)
  })

  it('leaves those who come back their duty, and what is left of their stake', () => {
    const world = four()
    world.block()
    world.block({ absent: ['cyd'], silence: claimOf(world, ['cyd'], 20) })
    world.endEpoch()
    const { status, stake } = world.record('cyd')
    assert.equal(status, 'active')
    assert.ok(stake > 1_000_000n && stake < 3_500_000n)
    assert.ok(world.position('cyd') >= 0)
  })

  it('refuses a claim that could not have been made', () => {
    const world = four()
    world.block()
    for (const silence of [claimOf(world, ['cyd'], 5), { claim: Uint8Array.of(0), round: 20 }]) {
      assert.throws(() => world.block({ silence }), failsWith('invalid_certificate'))
    }
  })
})
