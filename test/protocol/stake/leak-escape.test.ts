/** Whoever falls silent loses the same, whether its stake stays in the pool or is on its way out. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { payable } from '../../../src/protocol/stake/deposits.ts'
import { afterLeaks, leakIndexId, WHOLE_INDEX } from '../../../src/protocol/stake/leak-index.ts'
import { epochOf } from '../../../src/protocol/stake/schedule.ts'
import type { Unbonding } from '../../../src/protocol/stake/table.ts'
import { idOf, ownerOf, refused, StakeWorld, UNPAID, UNSIGNED } from './world.ts'

const STAKE = 3_000_000n
const LAST = UNPAID.leak.at(-1)!.round
/** Leaves half. */
const HALF = UNPAID.leak.at(-2)!.round

const fleet = () => {
  const world = new StakeWorld({ v0: STAKE, v1: STAKE, v2: STAKE, v3: STAKE }, UNPAID)
  world.block()
  return world
}

/** A block whose certificate claims them silent. */
function silence(world: StakeWorld, names: readonly string[], round = LAST): void {
  const { members, previous, number } = world.state.epoch
  const voters = epochOf(world.height, world.params) === number ? members : previous
  const positions = names.map((name) => voters.findIndex(({ id }) => equalBytes(id, idOf(name))))
  const claim = withBits(
    voters.length,
    positions.toSorted((one, other) => one - other),
  )
  world.block({ absent: names, silence: { claim, round } })
}

function unbondOwn(world: StakeWorld, name: string, shares = world.record(name).ownShares): Unbonding {
  const { sequence } = world.record(name)
  const [out] = world.operate({
    ...{ type: 'unbond_own', validator: idOf(name), sequence, shares, signature: UNSIGNED },
  })
  assert.ok(out?.kind === 'unbonding')
  return out
}

function unbond(world: StakeWorld, deposit: Uint8Array): Unbonding {
  const entry = world.find('deposit', deposit)
  assert.ok(entry?.kind === 'deposit')
  const made = world.operate({ type: 'unbond', deposit, shares: entry.shares, signature: UNSIGNED })
  const out = made.find(({ kind }) => kind === 'unbonding')
  assert.ok(out?.kind === 'unbonding')
  return out
}

const now = ({ state, find }: StakeWorld, out: Unbonding) => afterLeaks(state.epoch, out, find)

/** Takes out what there is. @returns what was paid, and what was burnt by it */
function withdraw(world: StakeWorld, out: Unbonding): { paid: bigint; burnt: bigint } {
  while (world.state.epoch.number < out.release) world.endEpoch()
  const { burnt, withdrawn } = world.state.totals
  const { paid } = payable(world.state, out, world.find, world.params)
  if (paid < out.amount)
    assert.throws(
      () => world.operate({ type: 'withdraw', unbonding: out.id, amount: out.amount, signature: UNSIGNED }),
      refused('amount'),
    )
  world.operate({ type: 'withdraw', unbonding: out.id, amount: paid, signature: UNSIGNED })
  const { totals } = world.state
  assert.equal(totals.withdrawn - withdrawn, paid)
  return { paid, burnt: totals.burnt - burnt }
}

describe('stake that left in the epoch of a silence', () => {
  it('loses what it would have lost in the pool', () => {
    const [stays, leaves] = [fleet(), fleet()]
    const out = unbondOwn(leaves, 'v3')
    for (const world of [stays, leaves]) silence(world, ['v2', 'v3'])
    const left = stays.record('v3').stake
    assert.equal(left, STAKE / 4n)
    assert.equal(leaves.record('v2').stake, left)
    assert.equal(now(leaves, out), left, 'known at once')
    assert.deepEqual(withdraw(leaves, out), { paid: left, burnt: STAKE - left })
    leaves.checkHashes()
  })

  it('loses by the last certificate of the epoch too, which comes in the next one', () => {
    const world = fleet()
    const deposit = world.deposit('v3', 'eve', 100_000n)
    const out = unbondOwn(world, 'v3', STAKE / 3n)
    world.endEpoch()
    assert.equal(now(world, out), out.amount)
    silence(world, ['v3'])
    assert.equal(now(world, out), out.amount / 4n)
    assert.deepEqual(world.state.epoch.leaks, [])
    assert.deepEqual(world.entries('leak'), [
      { kind: 'leak', id: leakIndexId(idOf('v3'), 1), index: WHOLE_INDEX / 4n },
    ])
    const next = unbond(world, deposit)
    assert.deepEqual([next.amount, next.index], [25_000n, WHOLE_INDEX], 'what leaves now leaked in the pool')
    silence(world, ['v3'])
    assert.equal(now(world, next), next.amount / 4n)
    assert.deepEqual(withdraw(world, out), { paid: out.amount / 4n, burnt: out.amount - out.amount / 4n })
  })

  it('loses by what comes after it left, and not again by what came before', () => {
    const world = fleet()
    silence(world, ['v2', 'v3'], HALF)
    const out = unbondOwn(world, 'v3')
    assert.equal(out.amount, STAKE / 2n)
    assert.equal(now(world, out), STAKE / 2n)
    silence(world, ['v3'], HALF)
    silence(world, ['v2'], HALF)
    assert.equal(now(world, out), STAKE / 4n)
    assert.deepEqual(withdraw(world, out), { paid: STAKE / 4n, burnt: STAKE / 4n })
  })

  it('loses nothing by the silences of later epochs, nor of validators it was not with', () => {
    const world = fleet()
    const out = unbondOwn(world, 'v3', STAKE / 3n)
    silence(world, ['v0', 'v1', 'v2'])
    world.endEpoch()
    world.block()
    silence(world, ['v3'])
    assert.deepEqual(withdraw(world, out), { paid: out.amount, burnt: 0n })
  })

  it('has leaked all it can when its validator was out of the set by then', () => {
    const world = fleet()
    const deposit = world.deposit('v3', 'eve', 100_000n)
    unbondOwn(world, 'v3')
    world.endEpoch()
    silence(world, ['v3'])
    assert.equal(world.position('v3'), -1)
    const out = unbond(world, deposit)
    assert.deepEqual([out.amount, out.liable, out.index], [25_000n, 1, 0n])
    assert.deepEqual(withdraw(world, out), { paid: 25_000n, burnt: 0n })
  })

  it('still loses it when its validator is gone', () => {
    const world = fleet()
    const deposit = world.deposit('v3', 'eve', 100_000n)
    const out = unbond(world, deposit)
    unbondOwn(world, 'v3')
    silence(world, ['v3'])
    for (let epochs = 0; epochs < 5; epochs++) world.endEpoch()
    assert.ok(world.events.some((event) => event.type === 'closed'))
    assert.deepEqual(withdraw(world, out), { paid: 25_000n, burnt: 75_000n })
    assert.equal(world.entries('leak').length, 1, 'for others that come later')
  })

  it('is punished for a contradiction by what the silence left', () => {
    const world = fleet()
    const out = unbond(world, world.deposit('v3', 'eve', 100_000n))
    const own = unbondOwn(world, 'v3', STAKE / 3n)
    silence(world, ['v3'])
    world.accuse('v3', 1)
    while (world.entries('closed').length === 0) world.endEpoch()
    const { penalty } = world.entries('closed')[0]!
    const burntOf = (amount: bigint) => (amount * BigInt(penalty!.burnt) + 999_999n) / 1_000_000n
    const rest = 25_000n - burntOf(25_000n)
    assert.ok(rest > 0n)
    assert.deepEqual(withdraw(world, out), { paid: rest, burnt: 100_000n - rest })
    const ownRest = own.amount / 4n - burntOf(own.amount / 4n)
    const { paid, burnt } = withdraw(world, own)
    assert.deepEqual([paid, burnt], [ownRest / 2n, own.amount - ownRest])
  })
})

describe('the index of the leaks', () => {
  it('pays never more than the exact part of many leaks, and at most a unit less', () => {
    const world = fleet()
    const deposit = world.deposit('v3', 'eve', 999_983n)
    const out = unbond(world, deposit)
    const round = UNPAID.leak[0]!.round + 1
    let exact = out.amount
    let parts = 1n
    for (let leaks = 1; leaks <= 8; leaks++) {
      silence(world, ['v3'], round)
      exact *= 980_000n
      parts *= 1_000_000n
      const most = exact / parts
      const left = now(world, out)
      assert.ok(left <= most && left >= most - 1n, `${left} of ${most} after ${leaks}`)
    }
    assert.deepEqual(withdraw(world, out).paid, now(world, out))
  })

  it('never becomes nothing, however often the same epoch leaks', () => {
    const params = { ...UNPAID, epochBlocks: 60 }
    const world = new StakeWorld({ v0: STAKE, v1: STAKE, v2: STAKE, v3: STAKE }, params)
    world.block()
    const before = unbondOwn(world, 'v2', STAKE / 3n)
    for (let leaks = 0; leaks < 40; leaks++) silence(world, ['v2'])
    assert.equal(world.state.epoch.leaks[0]!.index, 1n)
    assert.equal(now(world, before), 0n)
    world.operate({ type: 'deposit', validator: idOf('v3'), owner: ownerOf('eve'), amount: 50_000n })
    assert.deepEqual(withdraw(world, before), { paid: 0n, burnt: before.amount })
    world.checkHashes()
  })
})
