import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { decodeAll, Writer } from '../../../src/protocol/codec.ts'
import { proposalMessage, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsKeyFromSeed, blsPublicKey, blsSign, blsVerifyMany } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { awardPool } from '../../../src/protocol/stake/award.ts'
import {
  type Court,
  type Evidence,
  judge,
  readEvidence,
  writeEvidence,
} from '../../../src/protocol/stake/evidence.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { failsWith, idOf, keyOf, ownerOf, refused, SMALL, StakeWorld, UNPAID, UNSIGNED } from './world.ts'

const fleet = (params = SMALL) =>
  new StakeWorld(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`v${n}`, 2_000_000n])), params, 0)

describe('a validator that contradicted itself', () => {
  it('loses a part at once, its place after the epoch, and what it earned in it', () => {
    const world = fleet()
    world.block({ fees: 700n, leader: world.position('v0') })
    world.accuse('v0')
    const record = world.record('v0')
    assert.deepEqual([record.status, record.stake], ['frozen', 1_900_000n])
    assert.equal(world.state.totals.burnt, 100_000n)
    const before = awardPool(world.state)
    world.block()
    assert.equal(awardPool(world.state) - before, 200_000n)
    world.endEpoch()
    assert.equal(world.position('v0'), -1)
    assert.equal(world.record('v0').stake, 1_900_000n)
    assert.equal(awardPool(world.state), 12n * 200_000n + 700n)
  })

  it('is punished once, however often it is told; the bond of who was slower comes back', () => {
    const world = fleet()
    world.block()
    world.accuse('v0')
    world.block()
    world.accuse('v0', 1)
    world.accuse('v0', 2)
    assert.equal(world.state.totals.burnt, 100_000n)
    assert.equal(world.entries('unbonding').length, 3)
    assert.throws(() => world.block({ evidence: [world.contradiction('v0')] }), failsWith('invalid_evidence'))
  })

  it('is told by a leader without a bond', () => {
    const world = fleet()
    world.block()
    world.block({ evidence: [world.contradiction('v0', 1)] })
    assert.equal(world.record('v0').status, 'frozen')
    world.signaturesHold = false
    assert.throws(
      () => world.block({ evidence: [world.contradiction('v1', 1)] }),
      failsWith('invalid_evidence'),
    )
  })

  it('answers for the whole unbonding time, and no longer', () => {
    const world = fleet()
    world.block()
    for (let epoch = 1; epoch <= 3; epoch++) world.endEpoch()
    assert.equal(world.state.epoch.number, 4)
    world.accuse('v0', 1)
    assert.equal(world.record('v0').status, 'active')
    assert.equal(world.state.totals.burnt, SMALL.evidenceBond, 'too late: the bond is gone')
    world.accuse('v0', 13)
    assert.equal(world.record('v0').status, 'frozen')
  })

  it('answers under a key that it has changed since', () => {
    const world = fleet()
    world.operate({
      ...{ type: 'rotate', validator: idOf('v0'), sequence: 0, key: keyOf('new') },
      ...{ possession: UNSIGNED, keySignature: UNSIGNED, signature: UNSIGNED },
    })
    world.block()
    world.endEpoch()
    world.accuse('v0', 1)
    assert.equal(world.record('v0').status, 'frozen')
  })

  it('alone: its depositors lose that part and get the rest after the unbonding time; of its own the half goes to the award', () => {
    const world = fleet(UNPAID)
    const deposit = world.deposit('v0', 'eve', 2_000_000n)
    world.block()
    // One eighth of the weight, so three eighths burn: in so small a fleet nobody is alone.
    world.accuse('v0')
    const { slash } = world.record('v0')
    assert.deepEqual([slash?.share, slash?.correlated], [125_000, 125_000])
    assert.throws(
      () => world.operate({ type: 'unbond', deposit, shares: 2_000_000n, signature: UNSIGNED }),
      refused('frozen'),
    )
    for (let epoch = 1; epoch <= 3; epoch++) world.endEpoch()
    assert.ok(!world.state.records.some(({ id }) => toHex(id) === toHex(idOf('v0'))))
    const thawed = world.events.find((event) => event.type === 'thawed')
    assert.ok(thawed?.type === 'thawed')
    // Of four millions three eighths burn, a twentieth of them at once.
    assert.equal(thawed.burnt, 1_300_000n)
    assert.equal(thawed.forfeited, 625_000n)
    const [out] = world.operate({ type: 'unbond', deposit, shares: 2_000_000n, signature: UNSIGNED })
    assert.ok(out?.kind === 'unbonding' && out.amount === 1_250_000n)
    const own = world.entries('deposit')[0]!
    const [back] = world.operate({ type: 'unbond', deposit: own.id, shares: own.shares, signature: UNSIGNED })
    assert.ok(back?.kind === 'unbonding' && back.amount === 625_000n)
  })

  it('loses little more alone than at once, and all of it together with a third', () => {
    const alone = new StakeWorld({ ada: 99_000_000n, bob: 99_000_000n, cyd: 2_000_000n })
    alone.block()
    alone.accuse('cyd')
    for (let epoch = 1; epoch <= 3; epoch++) alone.endEpoch()
    const small = alone.events.find((event) => event.type === 'thawed')
    assert.ok(small?.type === 'thawed' && small.burnt === 0n)
    const together = fleet()
    together.block()
    for (const name of ['v0', 'v1', 'v2']) together.accuse(name)
    assert.equal(together.record('v0').slash!.correlated, 375_000)
    for (let epoch = 1; epoch <= 3; epoch++) together.endEpoch()
    assert.equal(
      together.entries('closed').reduce((sum, { stake }) => sum + stake, 0n),
      0n,
    )
  })

  it('takes what was on its way out with it, of those who answer for that epoch', () => {
    const world = fleet()
    const early = world.deposit('v0', 'eve', 100_000n)
    const late = world.deposit('v0', 'fay', 100_000n)
    const unbond = (deposit: Uint8Array) => {
      const { shares } = world.find('deposit', deposit) as { shares: bigint }
      const [out] = world.operate({ type: 'unbond', deposit, shares, signature: UNSIGNED })
      assert.ok(out?.kind === 'unbonding')
      return out
    }
    const free = unbond(early)
    world.endEpoch()
    world.block()
    const bound = unbond(late)
    world.accuse('v0', 13)
    for (let epoch = 2; epoch <= 3; epoch++) world.endEpoch()
    world.operate({ type: 'withdraw', unbonding: free.id, amount: free.amount, signature: UNSIGNED })
    world.endEpoch()
    const { penalty } = world.entries('closed')[0]!
    const left = bound.amount - (bound.amount * BigInt(penalty!.burnt) + 999_999n) / 1_000_000n
    assert.throws(
      () =>
        world.operate({ type: 'withdraw', unbonding: bound.id, amount: bound.amount, signature: UNSIGNED }),
      refused('amount'),
    )
    world.operate({ type: 'withdraw', unbonding: bound.id, amount: left, signature: UNSIGNED })
  })

  it('holds back released money until it is clear how much of it burns', () => {
    const world = fleet()
    world.block()
    const { ownShares } = world.record('v0')
    const [out] = world.operate({
      ...{ type: 'unbond_own', validator: idOf('v0'), sequence: 0, shares: ownShares, signature: UNSIGNED },
    })
    assert.ok(out?.kind === 'unbonding')
    world.endEpoch()
    world.endEpoch()
    world.accuse('v0', 1)
    world.endEpoch()
    assert.equal(world.state.epoch.number, out.release)
    const withdraw = (amount: bigint) =>
      world.operate({ type: 'withdraw', unbonding: out.id, amount, signature: UNSIGNED })
    assert.throws(() => withdraw(out.amount), refused('frozen'))
    world.endEpoch()
    world.endEpoch()
    const pool = awardPool(world.state)
    // What it voted with counts, not what it left in the pool: three eighths burn. Half of the rest goes to the award.
    withdraw(625_000n)
    assert.equal(awardPool(world.state) - pool, 625_000n)
  })
})

describe('evidence', () => {
  const secret = blsKeyFromSeed(new Uint8Array(32).fill(7))
  const publicKey = blsPublicKey(secret)
  const chainId = hash('test chain')
  const court: Court = {
    chainId,
    setAt: (height) =>
      height === 5
        ? [
            { publicKey: keyOf('other'), weight: 1n },
            { publicKey, weight: 1n },
          ]
        : undefined,
    verify: blsVerifyMany,
  }
  const vote = (block: Uint8Array | undefined, changed: object = {}) => {
    const body = { kind: 'prevote' as const, height: 5, round: 2, blockId: block, ...changed }
    return { ...body, validator: 1, signature: blsSign(secret, voteMessage(chainId, body)) }
  }
  const proposal = (block: Uint8Array, changed: object = {}) => {
    const claims = { claim: NO_CLAIM, validClaim: NO_CLAIM }
    const body = { height: 5, round: 2, validRound: -1, ...claims, blockId: block, ...changed }
    return { ...body, validator: 1, signature: blsSign(secret, proposalMessage(chainId, body)) }
  }
  const [a, b] = [hash('a'), hash('b')]
  const votes: Evidence = { type: 'votes', first: vote(a), second: vote(b) }
  const nil: Evidence = { type: 'votes', first: vote(undefined), second: vote(b) }
  const proposals: Evidence = {
    type: 'proposals',
    first: proposal(a),
    second: proposal(b, { validRound: 1 }),
  }

  it('is two signed votes, or two signed proposals, for different blocks or claims', () => {
    const claims: Evidence = {
      type: 'proposals',
      first: proposal(a),
      second: proposal(a, { claim: Uint8Array.of(1) }),
    }
    for (const evidence of [votes, nil, proposals, claims]) {
      assert.deepEqual(judge(evidence, court), { key: publicKey, height: 5, share: 500_000 })
      const bytes = writeEvidence(new Writer(), evidence).finish()
      assert.deepEqual(decodeAll(bytes, readEvidence), evidence)
    }
  })

  it('is nothing else', () => {
    const forged = { ...vote(b), signature: vote(a).signature }
    const none: Evidence[] = [
      { type: 'votes', first: vote(a), second: vote(a) },
      { type: 'votes', first: vote(undefined), second: vote(undefined) },
      { type: 'votes', first: vote(a), second: vote(b, { round: 3 }) },
      { type: 'votes', first: vote(a), second: vote(b, { kind: 'precommit' }) },
      { type: 'votes', first: vote(a), second: { ...vote(b), validator: 0 } },
      { type: 'votes', first: vote(a), second: forged },
      { type: 'votes', first: vote(a, { height: 6 }), second: vote(b, { height: 6 }) },
      { type: 'proposals', first: proposal(a), second: proposal(a, { validRound: 1 }) },
    ]
    for (const evidence of none) assert.throws(() => judge(evidence, court), failsWith('invalid_evidence'))
    const stranger = {
      ...votes,
      first: { ...vote(a), validator: 2 },
      second: { ...vote(b), validator: 2 },
    } as Evidence
    assert.throws(() => judge(stranger, court), failsWith('invalid_evidence'))
  })

  it('that holds nothing costs its bond', () => {
    const world = fleet()
    world.block()
    world.signaturesHold = false
    world.accuse('v0')
    assert.equal(world.record('v0').status, 'active')
    assert.equal(world.state.totals.burnt, SMALL.evidenceBond)
    assert.equal(world.state.totals.deposited, 8n * 2_000_000n + SMALL.evidenceBond)
  })

  it('that holds gives it back at once, and no more', () => {
    const world = fleet()
    world.block()
    world.accuse('v0')
    const [bond] = world.entries('unbonding')
    assert.deepEqual([bond!.amount, bond!.owner, bond!.release], [SMALL.evidenceBond, ownerOf('reporter'), 1])
    world.operate({ type: 'withdraw', unbonding: bond!.id, amount: SMALL.evidenceBond, signature: UNSIGNED })
  })
})
