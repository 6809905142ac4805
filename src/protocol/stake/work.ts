/**
 * The stake while rules are applied to it. Outside, every rule is (state, event) → state; inside, the rules of one block
 * share this desk, so that each sees what the one before it did. Fields are replaced, what they hold is never changed.
 */
import { equalBytes } from '../bytes.ts'
import { LtHash } from '../crypto/lthash.ts'
import { ProtocolError } from '../errors.ts'
import { MAX_AMOUNT } from '../network.ts'
import type { StakeEvent } from './events.ts'
import type { StakeParams } from './params.ts'
import {
  type AwardState,
  type EpochState,
  findRecord,
  owedStake,
  positionOf,
  type StakeState,
  type StakeTotals,
  type ValidatorRecord,
} from './state.ts'
import {
  type Entry,
  type EntryChange,
  type EntryKind,
  entryElement,
  entryName,
  type FindEntry,
} from './table.ts'

export type Work = {
  -readonly [Field in keyof StakeState]: StakeState[Field]
} & {
  readonly params: StakeParams
  readonly find: FindEntry
  readonly pending: Map<string, EntryChange>
  readonly events: StakeEvent[]
}

/** What an event does to the stake. */
export type StakeStep = {
  readonly state: StakeState
  /** Each entry once. */
  readonly changes: readonly EntryChange[]
  readonly events: readonly StakeEvent[]
}

/** Applies rules to a state. When one throws, nothing has happened. */
export function withWork(
  state: StakeState,
  find: FindEntry,
  params: StakeParams,
  rules: (work: Work) => void,
): StakeStep {
  const work: Work = { ...state, params, find, pending: new Map(), events: [] }
  rules(work)
  const changes = [...work.pending.values()].filter(({ before, after }) => before !== after)
  const { totals, unbonding, closed, records, epoch, award, events } = work
  const entries = changes.length > 0 ? hashChanges(state.entries, changes) : state.entries
  return { state: { totals, entries, unbonding, closed, records, epoch, award }, changes, events }
}

function hashChanges(entries: Uint8Array, changes: readonly EntryChange[]): Uint8Array {
  const sum = LtHash.fromBytes(entries)
  for (const { before, after } of changes) {
    if (before) sum.remove(entryElement(before))
    if (after) sum.add(entryElement(after))
  }
  return sum.toBytes()
}

/** The entry as the rules before this one left it. */
export function lookUp<Kind extends EntryKind>(
  work: Pick<Work, 'find' | 'pending'>,
  kind: Kind,
  id: Uint8Array,
): Extract<Entry, { kind: Kind }> | undefined {
  const change = work.pending.get(entryName(kind, id))
  const entry = change ? change.after : work.find(kind, id)
  return entry as Extract<Entry, { kind: Kind }> | undefined
}

/** Adds, replaces or (with `after` undefined) takes away an entry, and keeps the sums of the table. */
export function setEntry(work: Work, kind: EntryKind, id: Uint8Array, after: Entry | undefined): void {
  const name = entryName(kind, id)
  const now = lookUp(work, kind, id)
  const before = work.pending.has(name) ? work.pending.get(name)!.before : now
  work.pending.set(name, { before, after })
  work.unbonding += unbondingOf(after) - unbondingOf(now)
  work.closed += closedOf(after) - closedOf(now)
}

const unbondingOf = (entry: Entry | undefined) => (entry?.kind === 'unbonding' ? entry.amount : 0n)
const closedOf = (entry: Entry | undefined) => (entry?.kind === 'closed' ? entry.stake : 0n)

/** @throws ProtocolError `unknown_stake`. */
export function recordOf(work: Pick<Work, 'records'>, id: Uint8Array): ValidatorRecord {
  const record = findRecord(work.records, id)
  if (!record) throw new ProtocolError('unknown_stake', 'no validator of that id')
  return record
}

/**
 * Adds a record, or replaces the one of its id.
 * @throws ProtocolError `stake_refused` for more than there can be: what a transaction takes may not have been proven yet.
 */
export function setRecord(work: Work, record: ValidatorRecord): void {
  if (record.stake > MAX_AMOUNT) throw refuse('amount', 'more stake than there can be')
  const at = positionOf(work.records, record.id)
  const known = findRecord(work.records, record.id) !== undefined
  work.records = known ? work.records.with(at, record) : work.records.toSpliced(at, 0, record)
}

export function dropRecord(work: Work, { id }: ValidatorRecord): void {
  work.records = work.records.filter((record) => !equalBytes(record.id, id))
}

export function setEpoch(work: Work, changed: Partial<EpochState>): void {
  work.epoch = { ...work.epoch, ...changed }
}

export function setAward(work: Work, changed: Partial<AwardState>): void {
  work.award = { ...work.award, ...changed }
}

/**
 * Notes that money passed a border of the stake. What is held is bounded, so that every part of it is; what went through over
 * all time is not: the same coins may come and go for ever.
 * @throws ProtocolError `stake_refused` for more than there can be: what a transaction brings may not have been proven yet.
 */
export function count(work: Work, passed: Partial<StakeTotals>): void {
  const totals: { -readonly [Field in keyof StakeTotals]: bigint } = { ...work.totals }
  for (const [name, amount] of Object.entries(passed)) totals[name as keyof StakeTotals] += amount
  if (owedStake({ totals }) > MAX_AMOUNT) throw refuse('amount', 'more than there can be')
  work.totals = totals
}

export function refuse(rule: string, why: string): ProtocolError {
  return new ProtocolError('stake_refused', why, { rule })
}
