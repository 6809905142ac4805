/** Random lives of a stake. The books are checked after every single step (world.ts). */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { payable } from '../../../src/protocol/stake/deposits.ts'
import { encodeStake } from '../../../src/protocol/stake/encode.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { worthOf } from '../../../src/protocol/stake/shares.ts'
import type { ValidatorRecord } from '../../../src/protocol/stake/state.ts'
import { idOf, keyOf, noDelayProof, operatorOf, ownerOf, SMALL, StakeWorld, UNSIGNED } from './world.ts'

const NAMES = [
  'ada',
  'bob',
  'cyd',
  'dan',
  'eve',
  'fay',
  'gil',
  'hal',
  'ivy',
  'jon',
  'kim',
  'leo',
  'mia',
  'ned',
]
const name = fc.constantFrom(...NAMES)
const amount = fc.oneof(
  fc.bigInt(10_000n, 20_000n),
  fc.bigInt(1_000_000n, 9_000_000n),
  fc.bigInt(0n, 10n ** 13n),
)
const any = fc.nat()
const part = fc.integer({ min: 1, max: 100 })

type Step = (world: StakeWorld) => void

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)]
/** A registered validator; when the last one has gone, one that nobody knows. */
const anybody = (world: StakeWorld, n: number): Pick<ValidatorRecord, 'id' | 'sequence' | 'ownShares'> =>
  pick(world.state.records, n) ?? { id: new Uint8Array(32), sequence: 0, ownShares: 1n }
const percent = (whole: bigint, of: number) => (whole * BigInt(of)) / 100n

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        absent: fc.subarray(NAMES, { maxLength: 5 }),
        leader: any,
        fees: fc.bigInt(0n, 9_999n),
        blocks: fc.integer({ min: 1, max: 9 }),
      })
      .map(
        ({ absent, leader, fees, blocks }): Step =>
          (world) => {
            for (let n = 0; n < blocks; n++) {
              world.block({
                absent,
                fees,
                leader: leader % world.state.epoch.members.length,
                donated: fees / 7n,
              })
            }
          },
      ),
  },
  fc.tuple(name, amount, fc.nat(10_100)).map(
    ([who, stake, commission]): Step =>
      (world) =>
        world.register(who, stake, commission),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(name, name, amount).map(
      ([to, owner, money]): Step =>
        (world) => {
          world.deposit(to, owner, money)
        },
    ),
  },
  fc.tuple(name, amount).map(
    ([to, money]): Step =>
      (world) => {
        world.operate({ type: 'deposit', validator: idOf(to), owner: operatorOf(to), amount: money })
      },
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(any, part).map(
      ([n, of]): Step =>
        (world) => {
          const deposit = pick(world.entries('deposit'), n)
          if (deposit)
            world.operate({
              type: 'unbond',
              deposit: deposit.id,
              shares: percent(deposit.shares, of),
              signature: UNSIGNED,
            })
        },
    ),
  },
  fc.tuple(any, part).map(
    ([n, of]): Step =>
      (world) => {
        const record = anybody(world, n)
        const shares = percent(record.ownShares, of)
        world.operate({
          type: 'unbond_own',
          validator: record.id,
          sequence: record.sequence,
          shares,
          signature: UNSIGNED,
        })
      },
  ),
  {
    weight: 4,
    arbitrary: any.map(
      (n): Step =>
        (world) => {
          const out = pick(world.entries('unbonding'), n)
          if (!out) return
          const { paid } = payable(world.state, out, world.find, world.params)
          assert.ok(paid <= out.amount)
          assert.throws(() =>
            world.operate({ type: 'withdraw', unbonding: out.id, amount: paid + 1n, signature: UNSIGNED }),
          )
          const before = world.state.totals.withdrawn
          world.operate({ type: 'withdraw', unbonding: out.id, amount: paid, signature: UNSIGNED })
          assert.equal(world.state.totals.withdrawn - before, paid)
        },
    ),
  },
  fc.tuple(any, fc.nat(1_500)).map(
    ([n, commission]): Step =>
      (world) => {
        const { id, sequence } = anybody(world, n)
        world.operate({ type: 'configure', validator: id, sequence, commission, signature: UNSIGNED })
      },
  ),
  fc.tuple(any, any).map(
    ([n, salt]): Step =>
      (world) => {
        const { id, sequence } = anybody(world, n)
        const proofs = { possession: UNSIGNED, keySignature: UNSIGNED, signature: UNSIGNED }
        world.operate({ type: 'rotate', validator: id, sequence, key: keyOf(`new ${salt % 50}`), ...proofs })
      },
  ),
  any.map(
    (n): Step =>
      (world) => {
        const { id, sequence } = anybody(world, n)
        world.operate({ type: 'resume', validator: id, sequence, signature: UNSIGNED })
      },
  ),
  fc.tuple(any, fc.boolean()).map(
    ([n, holds]): Step =>
      (world) => {
        if (world.height === 0) return
        const index = n % world.state.epoch.members.length
        const vote = (what: string) => ({
          ...{
            kind: 'prevote' as const,
            height: Math.max(1, world.height - (n % 30)),
            round: 0,
            validator: index,
          },
          ...{ blockId: hash('test block', utf8(what)), signature: new Uint8Array(96) },
        })
        world.signaturesHold = holds
        const evidence = { type: 'votes' as const, first: vote('one'), second: vote('other') }
        world.operate({ type: 'evidence', evidence, reporter: ownerOf('reporter') })
      },
  ),
  {
    weight: 2,
    arbitrary: fc.constant<Step>((world) => {
      const draw = world.state.award.draw
      if (!draw?.beacon) return
      const proof = noDelayProof(delaySeed(world.chainId, { ...draw, beacon: draw.beacon }))
      world.operate({ type: 'award', period: draw.period, proof, poster: ownerOf('poster') })
    }),
  },
  fc.tuple(any, fc.integer({ min: 6, max: 60 })).map(
    ([n, round]): Step =>
      (world) => {
        const { members, previous, number } = world.state.epoch
        const size = world.height === (number - 1) * SMALL.epochBlocks ? previous.length : members.length
        const claim = size > 1 && world.height > 0 ? withBits(size, [n % size]) : NO_CLAIM
        world.block({ silence: { claim, round } })
      },
  ),
)

describe('a stake', () => {
  it('keeps its books whatever happens to it', () => {
    const outcomes = { done: 0, refused: 0 }
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90 }), (steps) => {
        const world = new StakeWorld({ ada: 4_000_000n, bob: 3_000_000n, cyd: 2_000_000n, dan: 1_500_000n })
        for (const one of steps) {
          world.signaturesHold = true
          try {
            one(world)
            outcomes.done++
          } catch (error) {
            if (!(error instanceof ProtocolError)) throw error
            outcomes.refused++
          }
          world.checkBooks()
        }
        world.checkHashes()
        assert.ok(encodeStake(world.state).length < 16_384)
        const names = world.state.records.map(({ key }) => toHex(key))
        assert.equal(new Set(names).size, names.length, 'no two validators have one key')
      }),
      { numRuns: 150, seed: 20_240_917 },
    )
    assert.ok(outcomes.done > outcomes.refused, JSON.stringify(outcomes))
  })

  it('that earns nothing returns to nobody more than was paid in, and at most a few units less', () => {
    const idle = { ...SMALL, blockReward: 0n, rewardFloor: 1n }
    const turn = fc.tuple(
      fc.constantFrom('eve', 'fay', 'gil'),
      fc.boolean(),
      fc.bigInt(10_000n, 10n ** 12n),
      part,
    )
    fc.assert(
      fc.property(fc.array(turn, { minLength: 5, maxLength: 60 }), (turns) => {
        const world = new StakeWorld({ ada: 1_000_003n, bob: 1_000_000n }, idle)
        const paid = new Map<string, bigint>()
        let steps = 0n
        for (const [who, comes, money, of] of turns) {
          const owner = toHex(ownerOf(who))
          const mine = world.entries('deposit').filter((one) => toHex(one.owner) === owner)
          steps++
          if (comes || mine.length === 0) {
            world.deposit('ada', who, money)
            paid.set(owner, (paid.get(owner) ?? 0n) + money)
          } else {
            const { id, shares } = mine[0]!
            try {
              world.operate({ type: 'unbond', deposit: id, shares: percent(shares, of), signature: UNSIGNED })
            } catch (error) {
              if (!(error instanceof ProtocolError)) throw error
            }
          }
          world.block()
        }
        for (const [owner, sum] of paid) {
          let has = 0n
          for (const entry of [...world.entries('deposit'), ...world.entries('unbonding')]) {
            if (toHex(entry.owner) !== owner) continue
            has += entry.kind === 'unbonding' ? entry.amount : worthOf(entry.shares, world.record('ada'))
          }
          assert.ok(has <= sum && sum - has <= 2n * steps, `${sum - has}`)
        }
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})
