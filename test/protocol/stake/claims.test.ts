/** What operations claim, held against what the rules make of two of them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { applyOperation } from '../../../src/protocol/stake/apply.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import { claimsOf } from '../../../src/protocol/stake/claims.ts'
import type { Operation } from '../../../src/protocol/stake/operation.ts'
import { StakeRun } from '../../../src/protocol/stake/run.ts'
import { idOf, keyOf, noDelayProof, operatorOf, ownerOf, StakeWorld, UNSIGNED } from './world.ts'

const signature = UNSIGNED
const proofs = { possession: UNSIGNED, keySignature: UNSIGNED, signature }

/** A world in which every kind of operation can be made, and two of each kind or more. */
function prepared(): { world: StakeWorld; operations: Operation[] } {
  const world = new StakeWorld({ ada: 5_000_000n, bob: 4_000_000n, cyd: 3_000_000n })
  const [one, two] = [world.deposit('ada', 'eve', 500_000n), world.deposit('bob', 'fay', 500_000n)]
  const leaving = ['gil', 'hal'].map((owner) => {
    const deposit = world.deposit('ada', owner, 500_000n)
    const { shares } = world.find('deposit', deposit) as { shares: bigint }
    return world.operate({ type: 'unbond', deposit, shares, signature })[0]!
  })
  while (!world.state.award.draw?.beacon || world.state.epoch.number < 5) world.block()
  const draw = world.state.award.draw!
  const proof = noDelayProof(delaySeed(world.chainId, { ...draw, beacon: draw.beacon! }))
  const out = leaving.map((entry) => ({
    ...{ type: 'withdraw' as const, unbonding: entry.id, signature },
    amount: entry.kind === 'unbonding' ? entry.amount : 0n,
  }))
  const ada = { validator: idOf('ada'), sequence: 0, signature }
  const bob = { validator: idOf('bob'), sequence: 0, signature }
  const register = (name: string, operator: string): Operation => ({
    ...{ type: 'register', key: keyOf(name), operator: operatorOf(operator), commission: 0, ...proofs },
    amount: 1_000_000n,
  })
  return {
    world,
    operations: [
      register('ned', 'ned'),
      register('ned', 'leo'),
      register('mia', 'mia'),
      { type: 'deposit', validator: idOf('ada'), owner: ownerOf('ivy'), amount: 100_000n },
      { type: 'deposit', validator: idOf('ada'), owner: ownerOf('ivy'), amount: 100_000n },
      { type: 'unbond', deposit: one, shares: 1_000n, signature },
      { type: 'unbond', deposit: one, shares: 2_000n, signature },
      { type: 'unbond', deposit: two, shares: 1_000n, signature },
      ...out,
      { ...out[0]! },
      { type: 'unbond_own', ...ada, shares: 1_000n },
      { type: 'configure', ...ada, commission: 900 },
      { type: 'configure', ...bob, commission: 900 },
      { type: 'rotate', ...ada, key: keyOf('mia'), ...proofs },
      { type: 'rotate', ...bob, key: keyOf('kim'), ...proofs },
      { type: 'evidence', evidence: world.contradiction('cyd'), reporter: ownerOf('jon') },
      { type: 'evidence', evidence: world.contradiction('cyd'), reporter: ownerOf('kim') },
      { type: 'award', period: draw.period, proof, poster: ownerOf('jon') },
      { type: 'award', period: draw.period, proof, poster: ownerOf('kim') },
    ],
  }
}

describe('claims', () => {
  it('are what only one of two operations can have: with one in common one is refused, without both are taken', () => {
    const { world, operations } = prepared()
    const fit = (...both: Operation[]) => {
      const run = new StakeRun(world.state, world.find)
      try {
        for (const one of both)
          run.take(applyOperation(run.state, one, run.find, world.context, world.params))
        return true
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        return false
      }
    }
    for (const one of operations) assert.ok(fit(one), `a ${one.type} alone`)
    for (const [index, first] of operations.entries()) {
      for (const second of operations.slice(index + 1)) {
        const exclude = claimsOf(first).some((claim) => claimsOf(second).includes(claim))
        for (const both of [
          [first, second],
          [second, first],
        ])
          assert.equal(fit(...both), !exclude, `${both[0]!.type}, then ${both[1]!.type}`)
      }
    }
  })

  it('of a resumption are its number, like those of all that an operator does', () => {
    const resume = { type: 'resume', validator: idOf('ada'), sequence: 3, signature } as const
    const configure = { ...resume, type: 'configure', commission: 5 } as const
    assert.deepEqual(claimsOf(resume), claimsOf(configure))
    assert.notDeepEqual(claimsOf(resume), claimsOf({ ...resume, sequence: 4 }))
    assert.notDeepEqual(claimsOf(resume), claimsOf({ ...resume, validator: idOf('bob') }))
  })
})
