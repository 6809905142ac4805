import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { ownStake } from '../../../src/protocol/stake/registry.ts'
import {
  failsWith,
  idOf,
  keyOf,
  operatorOf,
  ownerOf,
  refused,
  SMALL,
  StakeWorld,
  UNPAID,
  UNSIGNED,
} from './world.ts'

const three = (params = SMALL) =>
  new StakeWorld({ ada: 4_000_000n, bob: 3_000_000n, cyd: 2_000_000n }, params)

const leave = (world: StakeWorld, name: string, shares = world.record(name).ownShares) =>
  world.operate({
    ...{ type: 'unbond_own', validator: idOf(name), sequence: world.record(name).sequence },
    ...{ shares, signature: UNSIGNED },
  })

const configure = (world: StakeWorld, name: string, commission: number) =>
  world.operate({
    ...{ type: 'configure', validator: idOf(name), sequence: world.record(name).sequence },
    ...{ commission, signature: UNSIGNED },
  })

const rotate = (world: StakeWorld, name: string, key: Uint8Array) =>
  world.operate({
    ...{ type: 'rotate', validator: idOf(name), sequence: world.record(name).sequence, key },
    ...{ possession: UNSIGNED, keySignature: UNSIGNED, signature: UNSIGNED },
  })

describe('registering', () => {
  it('makes a candidate, which is in the set from the next epoch on', () => {
    const world = three()
    world.register('dan', 1_000_000n)
    assert.equal(world.position('dan'), -1)
    world.endEpoch()
    assert.ok(world.position('dan') >= 0)
    assert.equal(world.record('dan').served, 2)
  })

  it('takes the minimum stake of the operator itself', () => {
    assert.throws(() => three().register('dan', 999_999n), refused('min_stake'))
  })

  it('takes a key once, for one operator, for all time', () => {
    const world = three()
    assert.throws(() => world.register('ada', 5_000_000n), refused('key_used'))
    leave(world, 'cyd')
    for (let epoch = 0; epoch < 5; epoch++) world.endEpoch()
    assert.equal(world.state.records.length, 2)
    assert.throws(() => world.register('cyd', 5_000_000n), refused('key_used'))
  })

  it('refuses a commission above everything', () => {
    assert.throws(() => three().register('dan', 1_000_000n, 10_001), refused('commission'))
  })

  it('in a full registry takes the place of the idle one with the least stake, whose depositors are free at once', () => {
    const world = three()
    for (let n = 0; n < 9; n++) world.register(`poor ${n}`, 1_000_000n + BigInt(n))
    const deposit = world.deposit('poor 0', 'eve', 20_000n)
    world.deposit('poor 0', 'fay', 20_000n)
    assert.throws(() => world.register('dan', 1_000_001n), refused('registry_full'))
    world.register('dan', 2_000_000n)
    assert.equal(world.state.records.length, SMALL.maxRecords)
    assert.ok(
      world.events.some(
        (event) => event.type === 'evicted' && toHex(event.validator) === toHex(idOf('poor 1')),
      ),
    )
    assert.ok(world.record('poor 0').stake > 1_000_001n, 'what others deposit counts')
    world.register('eli', 3_000_000n)
    world.register('fox', 3_000_000n)
    for (let n = 3; n < 9; n++) world.register(`rich ${n}`, 3_000_000n)
    const [left] = world.operate({ type: 'unbond', deposit, shares: 20_000n, signature: UNSIGNED })
    assert.equal(left?.kind === 'unbonding' && left.release, 1)
    world.operate({ type: 'withdraw', unbonding: left!.id, amount: 20_000n, signature: UNSIGNED })
  })
})

describe('depositing', () => {
  it('counts from the next epoch on', () => {
    const world = three()
    world.deposit('cyd', 'eve', 5_000_000n)
    const weight = () => world.state.epoch.members[world.position('cyd')]!.weight
    assert.equal(weight(), 2_000_000n)
    world.endEpoch()
    assert.ok(weight() > 7_000_000n)
  })

  it("under the operator's key is the operator's own stake", () => {
    const world = three()
    const made = world.operate({
      ...{ type: 'deposit', validator: idOf('cyd'), owner: operatorOf('cyd'), amount: 500_000n },
    })
    assert.deepEqual(made, [])
    assert.equal(ownStake(world.record('cyd')), 2_500_000n)
  })

  it('refuses dust, strangers, and validators that are going', () => {
    const world = three()
    assert.throws(() => world.deposit('cyd', 'eve', 9_999n), refused('min_deposit'))
    assert.throws(() => world.deposit('nobody', 'eve', 10_000n), failsWith('unknown_stake'))
    leave(world, 'cyd')
    assert.throws(() => world.deposit('cyd', 'eve', 10_000n), refused('status'))
  })
})

describe('what is held', () => {
  it('stays within 64 bits', () => {
    const world = three()
    for (const name of ['ada', 'bob', 'cyd']) world.deposit(name, 'eve', 2n ** 62n)
    assert.throws(() => world.deposit('ada', 'fay', 2n ** 62n), refused('amount'))
  })
})

describe('unbonding', () => {
  it('holds the money for the unbonding time, to the unit', () => {
    const world = three(UNPAID)
    const deposit = world.deposit('ada', 'eve', 30_000n)
    const [out] = world.operate({ type: 'unbond', deposit, shares: 30_000n, signature: UNSIGNED })
    assert.ok(out?.kind === 'unbonding')
    assert.deepEqual([out.amount, out.liable, out.release], [30_000n, 1, 4])
    const withdraw = (amount: bigint) =>
      world.operate({ type: 'withdraw', unbonding: out.id, amount, signature: UNSIGNED })
    for (let epoch = 1; epoch < 4; epoch++) {
      assert.throws(() => withdraw(30_000n), refused('unbonding'))
      world.endEpoch()
    }
    assert.throws(() => withdraw(30_001n), refused('amount'))
    assert.throws(() => withdraw(29_999n), refused('amount'))
    withdraw(30_000n)
    assert.throws(() => withdraw(30_000n), failsWith('unknown_stake'))
  })

  it('of a part leaves a deposit of another id, and not too little in it', () => {
    const world = three(UNPAID)
    const deposit = world.deposit('ada', 'eve', 30_000n)
    const unbond = (id: Uint8Array, shares: bigint) =>
      world.operate({ type: 'unbond', deposit: id, shares, signature: UNSIGNED })
    assert.throws(() => unbond(deposit, 30_001n), refused('shares'))
    assert.throws(() => unbond(deposit, 0n), refused('shares'))
    assert.throws(() => unbond(deposit, 20_001n), refused('min_deposit'))
    unbond(deposit, 20_000n)
    assert.throws(() => unbond(deposit, 10_000n), failsWith('unknown_stake'))
    const [rest] = world.entries('deposit')
    assert.equal(rest!.shares, 10_000n)
    unbond(rest!.id, 10_000n)
    assert.equal(world.entries('unbonding').length, 2)
  })

  it('takes no time where the validator never served', () => {
    const world = three()
    world.register('dan', 1_000_000n)
    const deposit = world.deposit('dan', 'eve', 30_000n)
    const [out] = world.operate({ type: 'unbond', deposit, shares: 30_000n, signature: UNSIGNED })
    world.operate({ type: 'withdraw', unbonding: out!.id, amount: 30_000n, signature: UNSIGNED })
    assert.equal(world.state.totals.withdrawn, 30_000n)
  })

  it('goes on for ever: the same coins may come and go more often than 64 bits can count', () => {
    const world = three()
    world.register('dan', 1_000_000n)
    const amount = 2n ** 62n
    for (let time = 0; time < 9; time++) {
      const deposit = world.deposit('dan', 'eve', amount)
      const { shares } = world.find('deposit', deposit) as { shares: bigint }
      const [out] = world.operate({ type: 'unbond', deposit, shares, signature: UNSIGNED })
      world.operate({ type: 'withdraw', unbonding: out!.id, amount, signature: UNSIGNED })
    }
    assert.equal(world.state.totals.withdrawn, 9n * amount)
  })

  it('by an operator leaves the minimum, or ends the validator', () => {
    const world = three()
    assert.throws(() => leave(world, 'cyd', 1_000_001n), refused('min_stake'))
    leave(world, 'cyd', 1_000_000n)
    assert.equal(ownStake(world.record('cyd')), 1_000_000n)
    leave(world, 'cyd')
    assert.equal(world.record('cyd').status, 'leaving')
    world.endEpoch()
    assert.equal(world.position('cyd'), -1)
  })

  it('is not for the last validator', () => {
    const world = new StakeWorld({ ada: 4_000_000n })
    assert.throws(() => leave(world, 'ada'), refused('last_validator'))
  })

  it('from a validator that has left and answers for nothing any more takes no time', () => {
    const world = three()
    const deposit = world.deposit('cyd', 'eve', 30_000n)
    leave(world, 'cyd')
    for (let epoch = 0; epoch < 4; epoch++) world.endEpoch()
    assert.equal(world.entries('closed').length, 1)
    const { shares } = world.find('deposit', deposit) as { shares: bigint }
    const [out] = world.operate({ type: 'unbond', deposit, shares, signature: UNSIGNED })
    assert.ok(out?.kind === 'unbonding' && out.release === world.state.epoch.number)
    const own = world.entries('deposit')
    assert.deepEqual(own[0]?.owner, operatorOf('cyd'), 'the commission of its last epoch')
    world.operate({ type: 'unbond', deposit: own[0]!.id, shares: own[0]!.shares, signature: UNSIGNED })
    assert.deepEqual(world.entries('closed'), [], 'an empty pool is forgotten')
  })
})

describe('an operator', () => {
  it('raises its commission in small steps, known ahead', () => {
    const world = three()
    assert.throws(() => configure(world, 'ada', 1_101), refused('commission_step'))
    configure(world, 'ada', 1_100)
    assert.throws(() => configure(world, 'ada', 500), refused('announced'))
    world.endEpoch()
    assert.equal(world.record('ada').commission, 1_000)
    world.endEpoch()
    assert.equal(world.record('ada').commission, 1_100)
  })

  it('changes nothing of a validator that is going', () => {
    const world = three()
    leave(world, 'cyd')
    assert.throws(() => configure(world, 'cyd', 0), refused('status'))
    assert.throws(() => rotate(world, 'cyd', keyOf('cyd 2')), refused('status'))
  })

  it('lowers it from the next epoch on', () => {
    const world = three()
    configure(world, 'ada', 0)
    world.endEpoch()
    assert.equal(world.record('ada').commission, 0)
  })

  it('changes its key from the next epoch on; deposits and identity stay', () => {
    const world = three()
    world.deposit('ada', 'eve', 30_000n)
    rotate(world, 'ada', keyOf('ada 2'))
    assert.throws(() => rotate(world, 'ada', keyOf('ada 3')), refused('rotating'))
    assert.throws(() => rotate(world, 'bob', keyOf('ada 2')), refused('key_used'))
    const key = () => toHex(world.state.epoch.members[world.position('ada')]!.publicKey)
    assert.equal(key(), toHex(keyOf('ada')))
    world.endEpoch()
    assert.equal(key(), toHex(keyOf('ada 2')))
    assert.ok(world.record('ada').stake > 4_030_000n)
    assert.throws(() => rotate(world, 'bob', keyOf('ada')), refused('key_used'))
  })

  it('makes each operation once', () => {
    const world = three()
    configure(world, 'ada', 900)
    world.endEpoch()
    const again = { type: 'configure', validator: idOf('ada'), commission: 900, signature: UNSIGNED } as const
    assert.throws(() => world.operate({ ...again, sequence: 0 }), refused('sequence'))
    assert.throws(() => world.operate({ ...again, sequence: 2 }), refused('sequence'))
  })

  it('brings a suspended validator back, and no other', () => {
    const world = three()
    const resume = () =>
      world.operate({
        ...{ type: 'resume', validator: idOf('cyd'), sequence: world.record('cyd').sequence },
        signature: UNSIGNED,
      })
    assert.throws(resume, refused('status'))
    world.endEpoch({ absent: ['cyd'] })
    assert.equal(world.record('cyd').status, 'suspended')
    assert.equal(world.position('cyd'), -1)
    resume()
    world.endEpoch()
    assert.ok(world.position('cyd') >= 0)
  })
})

describe('owners', () => {
  it('are named in the entries', () => {
    const world = three()
    const deposit = world.deposit('ada', 'eve', 30_000n)
    assert.deepEqual((world.find('deposit', deposit) as { owner: Uint8Array }).owner, ownerOf('eve'))
  })
})
