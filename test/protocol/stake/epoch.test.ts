import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compareBytes, le32 } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { rankOf } from '../../../src/protocol/stake/epoch.ts'
import { drawSlots } from '../../../src/protocol/stake/slots.ts'
import { totalWeight } from '../../../src/protocol/validators.ts'
import { idOf, SMALL, StakeWorld, UNSIGNED } from './world.ts'

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`v${n}`, 1_000_000n + BigInt(n) * 1_000n]))

describe('the set of an epoch', () => {
  it('is those with most stake, in the order of their keys', () => {
    const world = new StakeWorld(many(12))
    const { members } = world.state.epoch
    assert.equal(members.length, SMALL.maxValidators)
    assert.ok(
      members.every((member, n) => n === 0 || compareBytes(members[n - 1]!.publicKey, member.publicKey) < 0),
    )
    assert.equal(world.position('v3'), -1)
    assert.ok(world.position('v4') >= 0)
    assert.deepEqual(
      [rankOf(world.state, idOf('v11'), SMALL), rankOf(world.state, idOf('v3'), SMALL)],
      [1, 9],
    )
  })

  it('changes with the stake, at the end of the epoch only', () => {
    const world = new StakeWorld(many(9))
    world.deposit('v0', 'eve', 5_000_000n)
    assert.equal(world.position('v0'), -1)
    world.endEpoch()
    assert.ok(world.position('v0') >= 0)
    assert.equal(world.position('v1'), -1)
  })

  it('asks operators for their own stake, whatever others gave', () => {
    const world = new StakeWorld({ ada: 1_000_000n, bob: 2_000_000n, cyd: 2_000_000n })
    world.deposit('ada', 'eve', 9_000_000n)
    world.endEpoch()
    assert.ok(world.position('ada') >= 0)
  })

  it('stays where nobody else is a candidate', () => {
    const world = new StakeWorld({ ada: 1_000_000n })
    world.block()
    world.accuse('ada')
    world.endEpoch()
    world.endEpoch()
    assert.equal(world.position('ada'), 0)
  })

  it('does not keep who leaves', () => {
    const world = new StakeWorld({ ada: 2_000_000n, bob: 2_000_000n })
    const { ownShares: shares } = world.record('ada')
    world.operate({ type: 'unbond_own', validator: idOf('ada'), sequence: 0, shares, signature: UNSIGNED })
    assert.ok(world.position('ada') >= 0)
    world.endEpoch()
    assert.equal(world.position('ada'), -1)
  })

  it('votes by seats where validators are many', () => {
    const params = { ...SMALL, slotsFrom: 4, slots: 100 }
    const world = new StakeWorld(
      { ada: 4_000_000n, bob: 3_000_000n, cyd: 2_000_000n, dan: 1_000_000n },
      params,
    )
    const weights = Object.fromEntries(
      ['ada', 'bob', 'cyd', 'dan'].map((name) => [
        name,
        world.state.epoch.members[world.position(name)]!.weight,
      ]),
    )
    assert.deepEqual(weights, { ada: 40_000_000n, bob: 30_000_000n, cyd: 20_000_000n, dan: 10_000_000n })
    assert.equal(totalWeight(world.state.epoch.members), 100_000_000n)
  })
})

describe('seats', () => {
  it('are as many as there should be, and never fewer than a stake’s whole part', () => {
    const stakes = [7n, 1n, 11n, 3_000n, 500n, 2n]
    const total = stakes.reduce((sum, stake) => sum + stake, 0n)
    for (let epoch = 0; epoch < 50; epoch++) {
      const seats = drawSlots(stakes, 97, hash('test', le32(epoch)), epoch)
      assert.equal(
        seats.reduce((sum, count) => sum + count, 0),
        97,
      )
      for (const [n, stake] of stakes.entries()) assert.ok(BigInt(seats[n]!) >= (stake * 97n) / total)
    }
  })

  it('differ from epoch to epoch, and are the same for all who draw them', () => {
    const stakes = Array.from({ length: 40 }, () => 1n)
    const draw = (epoch: number) => drawSlots(stakes, 97, hash('test'), epoch).join()
    assert.equal(draw(1), draw(1))
    assert.notEqual(draw(1), draw(2))
  })
})
