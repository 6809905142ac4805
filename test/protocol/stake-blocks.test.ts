/** Blocks that carry operations, late votes, evidence and awards' proofs, with real cryptography. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { installNativeBls } from '../../src/node/crypto/native-bls.ts'
import type { Block } from '../../src/protocol/block.ts'
import { type BlockExtras, extrasHash, MAX_EVIDENCE, NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import { voteMessage } from '../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../src/protocol/crypto/bls.ts'
import { evaluateDelay } from '../../src/protocol/crypto/delay/delay.ts'
import { applyBlock } from '../../src/protocol/ledger.ts'
import type { LateVotes } from '../../src/protocol/stake/attendance.ts'
import { awardPool } from '../../src/protocol/stake/award.ts'
import { delaySeed } from '../../src/protocol/stake/award-draw.ts'
import { withBits } from '../../src/protocol/stake/bitmap.ts'
import type { Evidence } from '../../src/protocol/stake/evidence.ts'
import type { AwardOperation } from '../../src/protocol/stake/operation.ts'
import { findRecord } from '../../src/protocol/stake/state.ts'
import type { Unbonding } from '../../src/protocol/stake/table.ts'
import type { Transaction } from '../../src/protocol/transaction.ts'
import { ChainWorld, idOf, keyOf, keySecretOf, publicOf, QUICK } from './chain-world.ts'

// Some hundred blocks are signed and checked here.
before(() => installNativeBls({ compare: false }))

const FOUR = ['ada', 'bob', 'cyd', 'dan']
const refusedFor = (rule: string) => (error: unknown) => {
  const { code, details } = error as { code: string; details: { rule?: string } }
  return code === 'stake_refused' && details.rule === rule
}

const recordOf = ({ state }: ChainWorld, name: string) => findRecord(state.stake.records, idOf(name))!

const register = (world: ChainWorld, name: string, amount = 2_000_000n): Transaction =>
  world.operate(
    { type: 'register', key: keyOf(name), operator: publicOf(name), commission: 500, amount },
    name,
    name,
  )

describe('operations in blocks', () => {
  test('take from coins and give to coins: a deposit, out again after its time', () => {
    const world = new ChainWorld(['ada'])
    const deposit = world.deposit('ada', 'alice', 3_000_000n)
    world.block({ transactions: [deposit] })
    assert.equal(recordOf(world, 'ada').stake, 13_000_000n)
    const id = world.depositId(deposit)
    const entry = world.find('deposit', id)!
    assert.ok(entry.kind === 'deposit')
    const unbond = { type: 'unbond', deposit: id, shares: entry.shares } as const
    const { entries } = world.block({ transactions: [world.operate(unbond)] })
    const leaving = entries.find(({ after }) => after?.kind === 'unbonding')!.after as Unbonding
    const withdraw = { type: 'withdraw', unbonding: leaving.id, amount: leaving.amount } as const
    const early = world.operate(withdraw)
    assert.throws(() => world.propose({ transactions: [early] }), refusedFor('unbonding'))
    world.endEpoch(2)
    world.block({ transactions: [early] })
    assert.equal(world.find('unbonding', leaving.id), undefined)
    assert.equal(world.state.stake.totals.withdrawn, leaving.amount)
  })

  test('give less of what was on its way out when its validator fell silent', () => {
    const world = new ChainWorld(['ada', 'bob', 'cyd'])
    const deposit = world.deposit('cyd', 'alice', 3_000_000n)
    world.block({ transactions: [deposit] })
    const entry = world.find('deposit', world.depositId(deposit))!
    assert.ok(entry.kind === 'deposit')
    const unbond = { type: 'unbond', deposit: entry.id, shares: entry.shares } as const
    const { entries } = world.block({ transactions: [world.operate(unbond)], silent: ['cyd'] })
    const leaving = entries.find(({ after }) => after?.kind === 'unbonding')!.after as Unbonding
    world.endEpoch(3)
    const amount = leaving.amount / 4n
    const withdraw = (some: bigint) =>
      world.operate({ type: 'withdraw', unbonding: leaving.id, amount: some })
    assert.throws(() => world.propose({ transactions: [withdraw(leaving.amount)] }), refusedFor('amount'))
    const { burnt } = world.state.supply
    world.block({ transactions: [withdraw(amount)] })
    assert.equal(world.state.supply.burnt - burnt, leaving.amount - amount)
  })

  test('bring a validator into the set of the next epoch, which then votes and earns', () => {
    const world = new ChainWorld(['ada'], { newcomers: ['eve'], coins: 8 })
    world.block({ transactions: [register(world, 'eve', 4_000_000n)] })
    assert.equal(world.state.validators.length, 1)
    world.endEpoch()
    assert.equal(world.state.validators.length, 2)
    world.endEpoch(2)
    assert.equal(world.state.stake.epoch.number, 4)
    assert.ok(
      world.events.some(
        (event) => event.type === 'rewarded' && toHex(event.validator) === toHex(idOf('eve')),
      ),
    )
  })

  test('pay their fees to whoever leads the block', () => {
    const world = new ChainWorld(['ada'])
    world.block({ transactions: [world.deposit('ada', 'alice', 20_000n)] })
    const { feePerInput, feePerOutput, feePerOperation } = QUICK
    assert.deepEqual(world.state.stake.epoch.fees, [2n * feePerInput + 2n * feePerOutput + feePerOperation])
  })

  test('see what those before them did, but act on nothing that is made in the same block', () => {
    const world = new ChainWorld(['ada'], { newcomers: ['eve'], coins: 8 })
    const [first, second] = [register(world, 'eve'), world.deposit('eve', 'alice', 50_000n)]
    world.block({ transactions: [first, second] })
    const deposit = world.deposit('ada', 'alice', 50_000n)
    const unbond = world.operate({ type: 'unbond', deposit: world.depositId(deposit), shares: 1_000n })
    const unknown = { code: 'unknown_stake' }
    assert.throws(() => world.propose({ transactions: [deposit, unbond] }), unknown)
    const left: number[] = []
    const block = world.propose({
      transactions: [deposit, unbond],
      leaveOut: (index, { code }) => {
        assert.equal(code, 'unknown_stake')
        left.push(index)
      },
    })
    assert.deepEqual([left, block.transactions], [[1], [deposit]])
    world.judge(block)
  })

  test('that the stake refuses make the block of whoever includes them invalid; a leader leaves them out', () => {
    const world = new ChainWorld(['ada'])
    const [one, two] = [100n, 200n].map((commission) =>
      world.operate(
        { type: 'configure', validator: idOf('ada'), sequence: 0, commission: Number(commission) },
        'ada',
      ),
    ) as [Transaction, Transaction]
    assert.throws(() => world.propose({ transactions: [one, two] }), refusedFor('sequence'))
    const left: number[] = []
    const block = world.propose({ transactions: [one, two], leaveOut: (index) => void left.push(index) })
    assert.deepEqual([left, block.transactions.length], [[1], 1])
    world.judge(block)
    const both: Block = { ...block, transactions: [one, two] }
    assert.throws(() => world.judge(both), { code: 'invalid_block' })
  })

  test('whose coins are spent before them are left out, and do nothing to the stake', () => {
    const world = new ChainWorld(['ada'])
    const deposit = world.deposit('ada', 'alice', 20_000n)
    const codes: string[] = []
    const leaveOut = (_: number, { code }: { code: string }) => void codes.push(code)
    const block = world.propose({ transactions: [deposit, deposit], leaveOut })
    assert.deepEqual([codes, block.transactions], [['duplicate_input'], [deposit]])
    // The state it commits to is that of one deposit, or judging would not come to the same.
    world.judge(block)
    assert.throws(() => world.propose({ transactions: [deposit, deposit] }), { code: 'duplicate_input' })
  })

  test('are so many at most', () => {
    const world = new ChainWorld(['ada'], { params: { ...QUICK, maxBlockOperations: 1 } })
    const transactions = [20_000n, 30_000n].map((amount) => world.deposit('ada', 'alice', amount))
    const block = world.propose({ transactions })
    assert.throws(() => world.judge(block), { code: 'invalid_block' })
  })

  test('not signed by whoever may make them are refused', () => {
    const world = new ChainWorld(['ada'])
    const configure = { type: 'configure', validator: idOf('ada'), sequence: 0, commission: 100 } as const
    const block = world.propose({ transactions: [world.operate(configure, 'eve')] })
    assert.throws(() => world.judge(block), { code: 'invalid_signature' })
  })
})

/** Two votes of a validator for different blocks of a height. */
function contradiction(world: ChainWorld, name: string, height: number, sign = name): Evidence {
  const set = world.sets.get(height) ?? world.state.validators
  const validator = set.findIndex(({ publicKey }) => toHex(publicKey) === toHex(keyOf(name)))
  const vote = (block: string) => {
    const unsigned = { kind: 'precommit', height, round: 0, blockId: idOf(block), validator } as const
    const signature = blsSign(keySecretOf(sign), voteMessage(world.state.chainId, unsigned))
    return { ...unsigned, signature }
  }
  return { type: 'votes', first: vote('one'), second: vote('another') }
}

/** A block as a leader that breaks the rules might send it: the header commits to what it carries. */
function carrying(block: Block, extras: Partial<BlockExtras>): Block {
  const all = { late: block.late, evidence: block.evidence, award: block.award, ...extras }
  return { ...block, ...all, header: { ...block.header, extrasHash: extrasHash(all) } }
}

describe('evidence in a block', () => {
  test('is held against the set of its height, also the one that is being decided, and costs nothing', () => {
    for (const ago of [0, 1, 3]) {
      const world = new ChainWorld(FOUR)
      for (let n = 0; n < 3; n++) world.block()
      const evidence = [contradiction(world, 'bob', world.state.height + 1 - ago)]
      world.block({ evidence })
      assert.equal(recordOf(world, 'bob').status, 'frozen')
      assert.equal(world.state.supply.burnt, 500_000n)
      assert.equal(world.state.stake.totals.deposited, 40_000_000n)
    }
  })

  test('is refused with its block when it does not hold, was told before, or is of a height to come', () => {
    const world = new ChainWorld(FOUR)
    world.block()
    const held = contradiction(world, 'bob', 1)
    const forged = contradiction(world, 'bob', 1, 'eve')
    const refused = { code: 'invalid_evidence' }
    const honest = world.propose()
    for (const evidence of [[forged], [held, held], [contradiction(world, 'bob', 3)]]) {
      assert.throws(() => world.propose({ evidence }), refused)
      assert.throws(() => world.judge(carrying(honest, { evidence })), refused)
    }
    world.block({ evidence: [held] })
    assert.throws(() => world.propose({ evidence: [held] }), refused)
  })

  test('of a height whose stake no longer answers is refused', () => {
    const world = new ChainWorld(FOUR)
    for (let n = 0; n < 19; n++) world.block()
    const { number } = world.state.stake.epoch
    assert.equal(number, 4)
    assert.throws(() => world.propose({ evidence: [contradiction(world, 'bob', 12)] }), {
      code: 'invalid_evidence',
    })
    world.block({ evidence: [contradiction(world, 'bob', 13)] })
  })

  test('in a transaction costs a bond where it holds nothing, and comes to the same where it holds', () => {
    const world = new ChainWorld(FOUR)
    world.block()
    const tell = (evidence: Evidence) =>
      world.operate({ type: 'evidence', evidence, reporter: publicOf('alice') })
    const { entries } = world.block({
      transactions: [tell(contradiction(world, 'bob', 1, 'eve')), tell(contradiction(world, 'cyd', 1))],
    })
    const { evidenceBond } = QUICK.stake
    const bonds = entries.flatMap(({ after }) => (after?.kind === 'unbonding' ? [after] : []))
    assert.deepEqual(
      bonds.map(({ amount, owner }) => [amount, toHex(owner)]),
      [[evidenceBond, toHex(publicOf('alice'))]],
    )
    assert.deepEqual(
      ['bob', 'cyd'].map((name) => recordOf(world, name).status),
      ['active', 'frozen'],
    )
    assert.equal(world.state.supply.burnt, evidenceBond + 500_000n)
  })
})

describe('late votes in a block', () => {
  /** Dan's vote for block 1, which is not in its certificate. */
  function lateVotes(world: ChainWorld, signer = 'dan', forBlock = true): LateVotes {
    const { height, blockId } = world.state.stake.epoch.recent[0] ?? {
      height: world.state.height,
      blockId: world.state.blockId,
    }
    const at = world.state.validators.findIndex(({ publicKey }) => toHex(publicKey) === toHex(keyOf('dan')))
    const target = forBlock ? blockId : undefined
    const message = voteMessage(world.state.chainId, { kind: 'precommit', height, round: 0, blockId: target })
    const signature = blsSign(keySecretOf(signer), message)
    const bitmap = withBits(4, [at])
    return { height, round: 0, forBlock, claim: new Uint8Array(0), bitmap, signature }
  }
  const signedBy = (world: ChainWorld, name: string) => {
    const { members, signed } = world.state.stake.epoch
    return signed[members.findIndex(({ id }) => toHex(id) === toHex(idOf(name)))]
  }

  test('count as those in the certificate do', () => {
    for (const forBlock of [true, false]) {
      const world = new ChainWorld(FOUR)
      world.block({ absent: ['dan'] })
      world.block()
      assert.deepEqual([signedBy(world, 'ada'), signedBy(world, 'dan')], [1, 0])
      world.block({ late: [lateVotes(world, 'dan', forBlock)] })
      assert.deepEqual([signedBy(world, 'ada'), signedBy(world, 'dan')], [2, 2])
    }
  })

  test('are refused with their block when nobody signed them, or they were counted before', () => {
    const world = new ChainWorld(FOUR)
    world.block({ absent: ['dan'] })
    world.block()
    const late = [lateVotes(world)]
    const honest = world.propose()
    const refused = { code: 'invalid_block' }
    for (const bad of [[lateVotes(world, 'eve')], [...late, ...late], [{ ...late[0]!, round: 1 }]]) {
      assert.throws(() => world.propose({ late: bad }), refused)
      assert.throws(() => world.judge(carrying(honest, { late: bad })), refused)
    }
    world.block({ late })
    assert.throws(() => world.propose({ late }), refused)
  })
})

describe('the proof of an award in a block', () => {
  async function seeded(): Promise<{ world: ChainWorld; award: AwardOperation }> {
    const world = new ChainWorld(['ada', 'bob'])
    while (!world.state.stake.award.draw?.beacon) world.block()
    const { draw } = world.state.stake.award
    const seed = delaySeed(world.state.chainId, { ...draw!, beacon: draw!.beacon! })
    const proof = await evaluateDelay({ seed, steps: QUICK.stake.awardDelaySquarings })
    return { world, award: { type: 'award', period: draw!.period, proof, poster: publicOf('poster') } }
  }

  test('pays the winner, and a bounty to whom the leader names', async () => {
    const { world, award } = await seeded()
    const pool = awardPool(world.state.stake)
    const { draw } = world.state.stake.award
    const { entries, stakeEvents } = world.block({ award })
    const paid = entries.flatMap(({ after }) => (after?.kind === 'unbonding' ? [after] : []))
    assert.equal(paid.length, 2)
    assert.equal(
      paid.reduce((sum, { amount }) => sum + amount, 0n),
      draw!.amount,
    )
    assert.ok(paid.some(({ owner }) => toHex(owner) === toHex(publicOf('poster'))))
    assert.equal(world.state.stake.award.draw, undefined)
    assert.ok(awardPool(world.state.stake) < pool)
    assert.ok(stakeEvents.some((event) => event.type === 'award_over' && event.record.outcome === 'paid'))
  })

  test('is refused with its block when it is none, or there is no draw; once is enough', async () => {
    const { world, award } = await seeded()
    const honest = world.propose()
    const forged = { ...award, proof: award.proof.with(7, award.proof[7]! ^ 1) }
    const other = { ...award, period: award.period + 1 }
    for (const [bad, code] of [
      [forged, 'invalid_delay_proof'],
      [other, 'invalid_award'],
    ] as const) {
      assert.throws(() => world.propose({ award: bad }), { code })
      assert.throws(() => world.judge(carrying(honest, { award: bad })), { code })
    }
    const posted = world.operate(award)
    const left: string[] = []
    const leaveOut = (_: number, { code }: { code: string }) => void left.push(code)
    const block = world.propose({ award, transactions: [posted], leaveOut })
    assert.deepEqual([left, block.transactions], [['invalid_award'], []])
    world.block({ transactions: [posted] })
    assert.throws(() => world.propose({ award }), { code: 'invalid_award' })
  })
})

describe('what a block carries beside transactions', () => {
  test('is what its header commits to', () => {
    const world = new ChainWorld(FOUR)
    world.block()
    const block = world.propose({ evidence: [contradiction(world, 'bob', 1)] })
    world.judge(block)
    assert.throws(() => world.judge({ ...block, ...NO_EXTRAS }), { code: 'invalid_block' })
    assert.throws(() => world.judge(carrying(block, NO_EXTRAS)), { code: 'invalid_block' })
  })

  test('is bounded', () => {
    const world = new ChainWorld(FOUR)
    world.block()
    const evidence = Array.from({ length: MAX_EVIDENCE + 1 }, () => contradiction(world, 'bob', 1))
    const many = carrying(world.propose(), { evidence })
    assert.throws(() => world.judge(many), { code: 'invalid_encoding' })
    assert.throws(() => applyBlock(world.state, many, world.view, world.params, undefined), {
      code: 'invalid_block',
    })
  })
})

test('the supply holds over any blocks with deposits, money on its way out and validators that come', () => {
  const step = fc.record({
    what: fc.constantFrom('deposit', 'register', 'unbond', 'withdraw', 'nothing', 'nothing'),
    amount: fc.bigInt({ min: 10_000n, max: 400_000n }),
    absent: fc.constantFrom([], [], ['bob']),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 14, maxLength: 22 }), (steps) => {
      const world = new ChainWorld(['ada', 'bob', 'cyd', 'dan'], { coins: 20, newcomers: ['eve'] })
      const [income] = [world.state.supply.issued]
      for (const { what, amount, absent } of steps) {
        const transaction = perform(world, what, amount)
        const transactions = transaction ? [transaction] : []
        // Whoever is not in the set cannot be absent.
        world.block({ transactions, absent, leaveOut: () => {} })
      }
      const { stake, supply } = world.state
      assert.equal(supply.issued, income! + stake.totals.issued)
    }),
    { numRuns: 5, seed: 7 },
  )
})

/** What a step does, if it can be done. */
function perform(world: ChainWorld, what: string, amount: bigint): Transaction | undefined {
  const entries = [...world.table.values()]
  const alices = toHex(publicOf('alice'))
  if (what === 'deposit') return world.deposit(amount % 2n ? 'ada' : 'bob', 'alice', amount)
  if (what === 'register') return world.find('key', keyOf('eve')) ? undefined : register(world, 'eve')
  if (what === 'unbond') {
    const entry = entries.find((one) => one.kind === 'deposit' && toHex(one.owner) === alices)
    if (entry?.kind !== 'deposit') return undefined
    const shares = amount % 3n ? entry.shares : entry.shares / 2n
    return world.operate({ type: 'unbond', deposit: entry.id, shares })
  }
  const entry = entries.find((one) => one.kind === 'unbonding' && toHex(one.owner) === alices)
  if (what !== 'withdraw' || entry?.kind !== 'unbonding') return undefined
  return world.operate({ type: 'withdraw', unbonding: entry.id, amount: entry.amount })
}
