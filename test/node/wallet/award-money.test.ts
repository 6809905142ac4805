/** What is under an operator's key and was never staked is told apart by the ids of its entries. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { awardMoneyOf } from '../../../src/node/wallet/award-money.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import { idOf, noDelayProof, ownerOf, StakeWorld, UNPAID, UNSIGNED } from '../../protocol/stake/world.ts'

const moneyIn = (world: StakeWorld) =>
  world.entries('unbonding').map((entry) => ({
    amount: entry.amount,
    ...(awardMoneyOf(entry, world.chainId, world.params) ?? { type: 'staked' }),
  }))

/** Makes blocks until the beacon of a period's draw is there. */
function beaconOf(world: StakeWorld, period: number) {
  for (;;) {
    const { draw } = world.state.award
    if (draw?.period === period && draw.beacon) return { ...draw, beacon: draw.beacon }
    world.block()
  }
}

function drawnIn(world: StakeWorld, period: number) {
  const draw = beaconOf(world, period)
  const proof = noDelayProof(delaySeed(world.chainId, draw))
  world.operate({ type: 'award', period, proof, poster: ownerOf('poster') })
  return draw.amount
}

test('prize and bounty of each period', () => {
  const world = new StakeWorld({ ada: 3_000_000n })
  for (const period of [1, 2]) {
    const amount = drawnIn(world, period)
    const paid = moneyIn(world).filter((money) => 'period' in money && money.period === period)
    assert.deepEqual(paid.map(({ type }) => type).sort(), ['award', 'bounty'])
    const prize = paid.find(({ type }) => type === 'award')!
    const bounty = paid.find(({ type }) => type === 'bounty')!
    assert.equal(prize.amount + bounty.amount, amount)
    assert.ok(prize.amount > bounty.amount)
  }
})

test('a prize that is paid in the last epoch before the next freeze', () => {
  const world = new StakeWorld({ ada: 3_000_000n })
  beaconOf(world, 1)
  const { params } = world
  while (world.height + 1 < 2 * params.awardPeriodEpochs * params.epochBlocks) world.block()
  drawnIn(world, 1)
  assert.deepEqual(
    moneyIn(world).map((money) => ('period' in money ? money.period : undefined)),
    [1, 1],
  )
})

test('a bond that came back, and what was staked', () => {
  const world = new StakeWorld({ ada: 3_000_000n, bob: 2_000_000n, cyd: 2_000_000n }, UNPAID)
  const deposit = world.deposit('ada', 'owner', 100_000n)
  world.block()
  world.accuse('bob')
  world.operate({ type: 'unbond', deposit, shares: 100_000n, signature: UNSIGNED })
  const { sequence } = world.record('cyd')
  world.operate({ type: 'unbond_own', validator: idOf('cyd'), sequence, shares: 1_000n, signature: UNSIGNED })
  const kinds = new Map(moneyIn(world).map(({ type, amount }) => [type, amount]))
  assert.deepEqual([...kinds.keys()].sort(), ['bond', 'staked'])
  assert.equal(kinds.get('bond'), UNPAID.evidenceBond)
})
