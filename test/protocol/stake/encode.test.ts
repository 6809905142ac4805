import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import { decodeStake, encodeStake, stakeHash } from '../../../src/protocol/stake/encode.ts'
import { decodeStakeEvents, encodeStakeEvents } from '../../../src/protocol/stake/event-codec.ts'
import type { StakeEvent } from '../../../src/protocol/stake/events.ts'
import { StakeRun } from '../../../src/protocol/stake/run.ts'
import type { StakeState } from '../../../src/protocol/stake/state.ts'
import {
  type EntryChange,
  encodeEntry,
  type FindEntry,
  readEntry,
} from '../../../src/protocol/stake/table.ts'
import { failsWith, idOf, keyOf, ownerOf, StakeWorld, UNSIGNED } from './world.ts'

/** A stake with something in every field. */
function full(): StakeWorld {
  const world = new StakeWorld({ ada: 3_000_000n, bob: 3_000_000n, cyd: 3_000_000n, dan: 1_000_000n })
  const deposit = world.deposit('ada', 'eve', 50_000n)
  world.block({ fees: 9n })
  world.accuse('cyd')
  world.operate({ type: 'unbond', deposit, shares: 10_000n, signature: UNSIGNED })
  world.endEpoch({ absent: ['dan'] })
  world.endEpoch()
  for (let n = 0; n < 4; n++) world.block({ fees: 3n, leader: 1 })
  const proofs = { possession: UNSIGNED, keySignature: UNSIGNED, signature: UNSIGNED }
  world.operate({ type: 'rotate', validator: idOf('ada'), sequence: 0, key: keyOf('ada 2'), ...proofs })
  world.operate({
    type: 'configure',
    validator: idOf('bob'),
    sequence: 0,
    commission: 1_050,
    signature: UNSIGNED,
  })
  return world
}

describe('the bytes of a stake', () => {
  it('are read back as they were written', () => {
    const { state } = full()
    const read = decodeStake(encodeStake(state))
    assert.deepEqual(read, state)
    assert.deepEqual(stakeHash(read), stakeHash(state))
  })

  it('that are cut, longer or out of order are refused', () => {
    const bytes = encodeStake(full().state)
    for (const length of [0, 5, bytes.length - 1]) assert.throws(() => decodeStake(bytes.slice(0, length)))
    assert.throws(() => decodeStake(Buffer.concat([bytes, UNSIGNED])), failsWith('invalid_encoding'))
    const { state } = full()
    const swapped = { ...state, records: state.records.toReversed() }
    assert.throws(() => decodeStake(encodeStake(swapped)), failsWith('invalid_encoding'))
  })

  it('all count in the hash', () => {
    const { state } = full()
    const { epoch, award, records, totals } = state
    const member = epoch.members[0]!
    const changed: Partial<StakeState>[] = [
      { totals: { ...totals, donated: totals.donated + 1n } },
      { entries: state.entries.with(3, state.entries[3]! ^ 1) },
      { unbonding: state.unbonding + 1n },
      { closed: 1n },
      { records: records.slice(1) },
      { records: records.with(0, { ...records[0]!, ownShares: records[0]!.ownShares + 1n }) },
      { epoch: { ...epoch, signed: epoch.signed.with(0, 9) } },
      { epoch: { ...epoch, fees: epoch.fees.with(0, 9n) } },
      { epoch: { ...epoch, members: epoch.members.with(0, { ...member, weight: member.weight + 1n }) } },
      { epoch: { ...epoch, recent: epoch.recent.slice(1) } },
      { epoch: { ...epoch, previous: epoch.previous.slice(1) } },
      { epoch: { ...epoch, leaks: [{ validator: member.id, epoch: 1, index: 5n }] } },
      { award: { ...award, open: award.open + 1n } },
      { award: { ...award, draw: undefined } },
      { award: { ...award, history: new Uint8Array(32).fill(1) } },
    ]
    const hashes = [state, ...changed.map((one) => ({ ...state, ...one }))].map((one) =>
      toHex(stakeHash(one)),
    )
    assert.equal(new Set(hashes).size, hashes.length)
  })

  it('of entries are read back', () => {
    const world = full()
    for (const entry of world.table.values()) {
      assert.deepEqual(decodeAll(encodeEntry(entry), readEntry), entry)
    }
    const closed = { kind: 'closed', id: idOf('x'), stake: 5n, shares: 7n } as const
    for (const penalty of [undefined, { infraction: 4, burnt: 50_000 }]) {
      assert.deepEqual(decodeAll(encodeEntry({ ...closed, penalty }), readEntry), { ...closed, penalty })
    }
    const leak = { kind: 'leak', id: idOf('x'), index: 10n ** 18n } as const
    assert.deepEqual(decodeAll(encodeEntry(leak), readEntry), leak)
    const nothing = encodeEntry({ ...leak, index: 0n })
    assert.throws(() => decodeAll(nothing, readEntry), failsWith('invalid_encoding'), 'divided by')
  })
})

describe('the stake while a block is applied to it', () => {
  const entry = { kind: 'key', id: keyOf('a'), validator: idOf('a') } as const
  const other = { ...entry, id: keyOf('b') }
  const begin = () => {
    const { state } = full()
    const find: FindEntry = (kind, id) =>
      kind === 'key' && toHex(id) === toHex(entry.id) ? entry : undefined
    const run = new StakeRun(state, find)
    const take = (...changes: EntryChange[]) => run.take({ state, changes, events: [] })
    return { run, take }
  }

  it('shows what is new, and no longer what is gone', () => {
    const { run, take } = begin()
    assert.equal(run.find('key', entry.id), entry)
    take({ before: entry, after: undefined }, { before: undefined, after: other })
    assert.equal(run.find('key', entry.id), undefined)
    assert.equal(run.find('key', other.id), other)
    assert.equal(run.find('deposit', ownerOf('a')), undefined)
  })

  it('knows of each entry how it was before all steps and is after them', () => {
    const { run, take } = begin()
    const changed = { ...entry, validator: idOf('b') }
    take({ before: entry, after: changed }, { before: undefined, after: other })
    take({ before: changed, after: undefined }, { before: other, after: undefined })
    assert.deepEqual(run.changes, [{ before: entry, after: undefined }])
  })
})

describe('what happened to stake', () => {
  it('is read back, whatever it was', () => {
    const [validator, beacon] = [idOf('a'), idOf('beacon')]
    const eligible = [{ id: validator, key: keyOf('a'), operator: ownerOf('a') }]
    const draw = { period: 2, frozenAt: 24, amount: 5n, eligible, seedHeight: 27, beacon: undefined }
    const fault = { reason: 'attendance', epoch: 3, signed: 4, could: 11 } as const
    const drawn = { squarings: 4_096, proof: new Uint8Array(512).fill(3), winner: 0, prize: 4n, bounty: 1n }
    const events: StakeEvent[] = [
      {
        type: 'rewarded',
        validator,
        epoch: 1,
        reward: 2n,
        fees: 3n,
        commission: 1n,
        signed: 10,
        could: 11,
        shares: 1n << 90n,
        ownShares: 4n,
      },
      { type: 'suspended', validator, epoch: 4 },
      { type: 'evicted', validator },
      { type: 'closed', validator, stake: 2n ** 63n },
      { type: 'leaked', validator, height: 2 ** 40, amount: 7n },
      { type: 'slashed', validator, infraction: 2, burnt: 8n },
      { type: 'thawed', validator, burnt: 9n, forfeited: 10n },
      { type: 'evidence_refused', burnt: 11n, why: 'a signature does not hold' },
      { type: 'epoch', epoch: 5, members: 128 },
      { type: 'spoilt', validator, fault },
      { type: 'award_frozen', draw },
      { type: 'award_seeded', draw: { ...draw, beacon } },
      {
        type: 'award_over',
        before: new Uint8Array(32).fill(9),
        record: { ...draw, ...drawn, beacon, outcome: 'paid' },
      },
    ]
    const bytes = encodeStakeEvents(events)
    assert.deepEqual(decodeStakeEvents(bytes), events)
    for (let length = 0; length < bytes.length; length += 13) {
      assert.throws(() => decodeStakeEvents(bytes.subarray(0, length)), { code: 'invalid_encoding' })
    }
    assert.throws(() => decodeStakeEvents(Uint8Array.of(1, 0, 0, 0, 13)), { code: 'invalid_encoding' })
  })
})
