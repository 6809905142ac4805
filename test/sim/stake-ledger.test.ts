/** The chain of stake in simulated worlds: its validators come and go, and who is left out of certificates is still seen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHex } from '../../src/protocol/bytes.ts'
import type { Certificate } from '../../src/protocol/certificate.ts'
import type { Vote } from '../../src/protocol/consensus/messages.ts'
import { hasBit, withBits } from '../../src/protocol/stake/bitmap.ts'
import { NOBODY_SILENT } from '../../src/protocol/stake/block.ts'
import { type Silence, voteTarget } from '../../src/protocol/stake/leak.ts'
import { validatorId } from '../../src/protocol/stake/registry.ts'
import { memberIndex } from '../../src/protocol/stake/state.ts'
import { MILLISECOND } from './agenda.ts'
import { type BlockPlace, InvalidBlock } from './app.ts'
import { rivalOf } from './byzantine/leave-out.ts'
import { chanceOf } from './chance.ts'
import { REAL_CODE } from './code.ts'
import { drawConfig, type SimConfig } from './config.ts'
import { standInSignatures } from './signer.ts'
import { decodeStakeBlock } from './stake-block.ts'
import { stakeLedger } from './stake-ledger.ts'
import { type StakeLedgerState, stakeRules } from './stake-state.ts'
import { World } from './world.ts'

const VALIDATORS = 7
/** Virtual time for two epochs. */
const PATIENCE = 600_000 * MILLISECOND

/** A quiet network of equal validators; the first so many leave out a rival's votes. */
function quiet(seed: number, excluders: number, epochBlocks: number): SimConfig {
  const all = Array.from({ length: VALIDATORS }, (_, validator) => validator)
  return {
    ...drawConfig(seed, { fewest: VALIDATORS, most: VALIDATORS }, 'stake'),
    weights: all.map(() => 10),
    roles: all.map((validator) => (validator < excluders ? 'excluder' : undefined)),
    followers: 0,
    network: { latency: 10 * MILLISECOND, jitter: 2 * MILLISECOND, loss: 0, duplicates: 0 },
    sync: { least: 100, most: 200 },
    clocks: all.map(() => ({ offset: 0, drift: 0 })),
    faults: [],
    staking: { registered: all, epochBlocks, maxValidators: VALIDATORS, maxRecords: VALIDATORS },
  }
}

/** The chain alone: each block carries everybody's votes for the one before, but those of a few in the next block. */
function chain(seed: number) {
  const config = quiet(seed, 0, 6)
  const signatures = standInSignatures(2 * VALIDATORS, seed)
  const rules = stakeRules(config, { chainId: new Uint8Array(32), code: REAL_CODE.stake, signatures })
  const app = stakeLedger(rules)
  const chance = chanceOf(seed, 'test')
  const votesFor = ({ height, id, keys }: StakeLedgerState, { claim, round }: Silence): Vote[] =>
    keys.map((key, validator) => {
      const blockId = voteTarget(id, claim)
      const vote = { kind: 'precommit', height, round, blockId, validator } as const
      return {
        ...vote,
        signature: signatures.signer(key)(REAL_CODE.messages.voteMessage(rules.chainId, vote)),
      }
    })
  /** By those who voted, whom the state before the block knows. */
  const place = (
    before: StakeLedgerState | undefined,
    state: StakeLedgerState,
    silence: Silence = NOBODY_SILENT,
  ): BlockPlace => {
    const common = { round: 0, leader: state.leader(0), time: state.time + 1 }
    if (!before) return { ...common, certificate: undefined, known: { votes: [], evidence: [] } }
    const votes = votesFor({ ...state, keys: before.keys }, silence)
    const signers = votes.slice(0, Math.ceil(votes.length * 0.8))
    const certificate: Certificate = {
      ...silence,
      bitmap: withBits(votes.length, signers.keys()),
      signature: signatures.aggregate(signers.map(({ signature }) => signature)),
    }
    return { ...common, certificate, known: { votes, evidence: [] } }
  }
  return { app, chance, place }
}

test('a block it builds is valid, whoever decides it', () => {
  const { app, chance, place } = chain(1)
  let [before, state]: [StakeLedgerState | undefined, StakeLedgerState] = [undefined, app.genesis]
  const sets = new Set<string>()
  for (let height = 1; height <= 60; height++) {
    const block = app.build(state, place(before, state), chance.next)
    const next = app.apply(state, block, state.time + 1)
    assert.equal(app.audit!(state, block, next), undefined)
    assert.equal(app.supply(next), app.supply(app.genesis))
    ;[before, state] = [state, next]
    sets.add(state.keys.join())
  }
  assert.ok(sets.size > 2, `the same ${sets.size} sets all the time`)
  assert.ok((app.news!().get('late votes') ?? 0) > 20)
  assert.ok((app.news!().get('award paid') ?? 0) > 0)
})

test('an invalid block is refused, whatever is wrong with it', () => {
  const { app, chance, place } = chain(2)
  const first = app.apply(app.genesis, app.build(app.genesis, place(undefined, app.genesis), chance.next))
  const here = place(app.genesis, first)
  let refused = 0
  for (let i = 0; i < 300; i++) {
    const block = app.buildInvalid(first, here, chance.next)
    // One kind names a round that its leader may lead as well.
    if (app.round(block) === here.round + 1) continue
    assert.throws(() => app.apply(first, block, here.time), InvalidBlock)
    refused += 1
  }
  assert.ok(refused > 200)
})

test('a block burns the leak of the certificate that it carries, and its voters have been weighed by it', () => {
  const { app, chance, place } = chain(3)
  const first = app.apply(app.genesis, app.build(app.genesis, place(undefined, app.genesis), chance.next))
  const silence = { claim: withBits(VALIDATORS, [VALIDATORS - 1]), round: 540 }
  const soon = place(app.genesis, first, silence)
  assert.throws(() => app.build(first, soon, chance.next), { code: 'invalid_certificate' })
  // So long that 540 rounds have gone by, at whatever length.
  const here = { ...soon, time: 540 * 4_000 }
  const block = app.build(first, here, chance.next)
  const second = app.apply(first, block, here.time)
  assert.equal(app.audit!(first, block, second), undefined)
  assert.equal(app.supply(second), app.supply(app.genesis))
  assert.ok(second.stake.totals.burnt > first.stake.totals.burnt)
  assert.deepEqual(app.voters(first, silence), second.validators)
  assert.equal(second.validators.at(-1)!.weight, (first.validators.at(-1)!.weight * 3n) / 4n)
  // Who was called silent voted under that claim after all, and counts as present.
  assert.deepEqual(
    decodeStakeBlock(block).late.map(({ claim, bitmap }) => [claim, hasBit(bitmap, VALIDATORS - 1)]),
    [[silence.claim, true]],
  )
  const forged = { ...here.certificate!, claim: withBits(VALIDATORS, [0]) }
  assert.throws(() => app.build(first, { ...here, certificate: forged }, chance.next), InvalidBlock)
})

test('a validator whose votes two leaders leave out of their blocks may win the award all the same', () => {
  let [leftOut, counted] = [0, 0]
  for (let seed = 1; seed <= 4; seed++) {
    const config = quiet(seed, 2, 24)
    const world = new World({ config, code: REAL_CODE, signatures: standInSignatures(14, seed) })
    const rival = rivalOf(config)!
    const period = 2 * 24
    while (world.checker.heightOf(VALIDATORS - 1) < period) {
      assert.ok(world.agenda.step() && world.agenda.now < PATIENCE, `seed ${seed} stands still`)
    }
    const states = world.checker.chain.map(({ state }) => state as StakeLedgerState)
    const id = validatorId(world.signatures.publicKeys[rival]!)
    for (let height = 2; height <= period; height++) {
      const { certificate, late } = decodeStakeBlock(world.checker.chain[height]!.block)
      const before = states[height - 2]!
      const position = world.positionOf(before, rival)
      if (position === undefined) continue
      if (!hasBit(certificate.bitmap, position)) leftOut += 1
      for (const { bitmap } of late) if (hasBit(bitmap, position)) counted += 1
    }
    const { award } = states[period]!.stake
    assert.ok(
      award.draw!.eligible.some((one) => toHex(one.id) === toHex(id)),
      `seed ${seed}: validator ${rival} may not win`,
    )
    assert.ok(memberIndex(states[period - 1]!.stake.epoch, id) >= 0)
  }
  assert.ok(leftOut > 20, `left out of ${leftOut} certificates only`)
  assert.ok(counted > leftOut / 2, `${counted} of ${leftOut} came late`)
})
