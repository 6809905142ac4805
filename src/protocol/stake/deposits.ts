/** Money in and out: deposits, unbonding, withdrawals. */
import { equalBytes, le32 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { afterLeaks, openIndex, WHOLE_INDEX } from './leak-index.ts'
import type {
  DepositOperation,
  Operation,
  UnbondOperation,
  UnbondOwnOperation,
  WithdrawOperation,
} from './operation.ts'
import type { StakeParams } from './params.ts'
import { operated, ownStake } from './registry.ts'
import { dueTo } from './rewards.ts'
import { sharesFor, worthOf } from './shares.ts'
import { type Penalised, penalise } from './slashing.ts'
import { findRecord, memberIndex, type StakeState, type ValidatorRecord } from './state.ts'
import type { FindEntry, Unbonding } from './table.ts'
import { count, lookUp, recordOf, refuse, setAward, setEntry, setRecord, type Work } from './work.ts'

/**
 * Buys shares of a validator's pool. Anybody may; what is deposited under the operator's key is the operator's own stake.
 * @param id of the entry: never used before, since it follows from what the transaction spends.
 */
export function deposit(work: Work, { validator, owner, amount }: DepositOperation, id: Uint8Array): void {
  const record = recordOf(work, validator)
  if (record.status !== 'active' && record.status !== 'suspended')
    throw refuse('status', 'a validator that takes no deposits')
  if (amount < work.params.minDeposit) throw refuse('min_deposit', 'less than the smallest deposit')
  const shares = sharesFor(amount, record, dueTo(work, record, work.params))
  const own = equalBytes(owner, record.operator)
  setRecord(work, {
    ...record,
    stake: record.stake + amount,
    shares: record.shares + shares,
    ownShares: record.ownShares + (own ? shares : 0n),
  })
  if (!own) setEntry(work, 'deposit', id, { kind: 'deposit', id, owner, validator, shares })
  count(work, { deposited: amount })
}

/**
 * Turns shares of a deposit into money on its way out. It earns no more, and answers for what its validator signed for the
 * whole unbonding time. Of a deposit that stays, enough stays.
 */
export function unbond(work: Work, { deposit: from, shares }: UnbondOperation): void {
  const entry = lookUp(work, 'deposit', from)
  if (!entry) throw new ProtocolError('unknown_stake', 'no deposit of that id')
  if (shares < 1n || shares > entry.shares) throw refuse('shares', 'more shares than the deposit has')
  const record = findRecord(work.records, entry.validator)
  const pool = record ?? lookUp(work, 'closed', entry.validator)!
  const left = entry.shares - shares
  if (left > 0n && worthOf(left, pool) < work.params.minDeposit)
    throw refuse('min_deposit', 'less would stay than the smallest deposit')
  const amount = worthOf(shares, pool)
  if (record?.slash) throw refuse('frozen', 'the stake of this validator is frozen')
  if (record) setRecord(work, { ...record, stake: record.stake - amount, shares: record.shares - shares })
  else takeClosed(work, entry.validator, shares, amount)
  setEntry(work, 'deposit', from, undefined)
  const id = hash('stake rest', from)
  if (left > 0n) setEntry(work, 'deposit', id, { ...entry, id, shares: left })
  const { owner, validator } = entry
  sendOut(work, unbondingId(from), { owner, validator, amount, own: false }, record)
}

/** As {@link unbond}, of the operator's own shares. With the last of them the validator leaves. */
export function unbondOwn(work: Work, operation: UnbondOwnOperation): void {
  const { shares, sequence } = operation
  const record = operated(work, operation)
  if (shares < 1n || shares > record.ownShares) throw refuse('shares', 'more shares than the operator has')
  const leaves = shares === record.ownShares
  const amount = worthOf(shares, record)
  const ownShares = record.ownShares - shares
  const left = { ...record, ownShares, stake: record.stake - amount, shares: record.shares - shares }
  if (!leaves && ownStake(left) < work.params.minStake)
    throw refuse('min_stake', 'less would stay than an operator has to stake')
  const others = work.records.some(({ id, status }) => status === 'active' && !equalBytes(id, record.id))
  if (leaves && record.status === 'active' && !others)
    throw refuse('last_validator', 'the last validator cannot leave')
  const status = leaves ? 'leaving' : record.status
  if (record.slash) throw refuse('frozen', 'the stake of this validator is frozen')
  setRecord(work, { ...left, status })
  sendOut(
    work,
    ownUnbondingId(record.id, sequence),
    { owner: record.operator, validator: record.id, amount, own: true },
    record,
  )
}

/** Id of what an operation sends on its way out; undefined for one that sends nothing. */
export function unbondingOf(operation: Operation): Uint8Array | undefined {
  if (operation.type === 'unbond') return unbondingId(operation.deposit)
  if (operation.type === 'unbond_own') return ownUnbondingId(operation.validator, operation.sequence)
  return undefined
}

function unbondingId(deposit: Uint8Array): Uint8Array {
  return hash('stake unbonding', deposit)
}

function ownUnbondingId(validator: Uint8Array, sequence: number): Uint8Array {
  return hash('own unbonding', validator, le32(sequence))
}

function takeClosed(work: Work, validator: Uint8Array, shares: bigint, amount: bigint): void {
  const pool = lookUp(work, 'closed', validator)!
  const left = { ...pool, stake: pool.stake - amount, shares: pool.shares - shares }
  setEntry(work, 'closed', validator, left.shares > 0n || left.penalty ? left : undefined)
}

function sendOut(
  work: Work,
  id: Uint8Array,
  what: Pick<Unbonding, 'owner' | 'validator' | 'amount' | 'own'>,
  record: ValidatorRecord | undefined,
): void {
  if (what.amount === 0n) return
  const { epoch, params } = work
  const serves = memberIndex(epoch, what.validator) >= 0
  const liable = record ? (serves ? epoch.number : record.served) : 0
  const release = liable === 0 ? epoch.number : Math.max(epoch.number, liable + params.unbondingEpochs)
  const index = serves ? (openIndex(epoch, what.validator, liable) ?? WHOLE_INDEX) : 0n
  setEntry(work, 'unbonding', id, { kind: 'unbonding', id, ...what, liable, release, index })
}

/** Takes released money out: all of one entry. `amount` is what its owner signed for, and must be exactly what there is. */
export function withdraw(work: Work, { unbonding, amount }: WithdrawOperation): void {
  const entry = lookUp(work, 'unbonding', unbonding)
  if (!entry) throw new ProtocolError('unknown_stake', 'nothing of that id is on its way out')
  const { paid, burnt, forfeited } = payable(work, entry, (kind, id) => lookUp(work, kind, id), work.params)
  if (paid !== amount) throw refuse('amount', 'another amount than is there')
  setEntry(work, 'unbonding', unbonding, undefined)
  count(work, { withdrawn: paid, burnt })
  setAward(work, { open: work.award.open + forfeited })
}

/**
 * What may be withdrawn of an entry.
 * @throws ProtocolError `stake_refused` while it is not released, or its validator is frozen for what it answers for.
 */
export function payable(
  { epoch, records }: Pick<StakeState, 'epoch' | 'records'>,
  entry: Unbonding,
  find: FindEntry,
  params: StakeParams,
): Penalised {
  const { amount, own, liable, release, validator } = entry
  if (epoch.number < release) throw refuse('unbonding', 'the unbonding time is not over')
  const slashed = findRecord(records, validator)?.slash
  if (slashed && slashed.infraction <= liable) throw refuse('frozen', 'the stake of this validator is frozen')
  const closed = find('closed', validator)
  const penalty = closed?.kind === 'closed' ? closed.penalty : undefined
  const left = afterLeaks(epoch, entry, find)
  const leaked = amount - left
  if (!penalty || penalty.infraction > liable) return { paid: left, burnt: leaked, forfeited: 0n }
  const penalised = penalise(left, own, penalty.burnt, params)
  return { ...penalised, burnt: leaked + penalised.burnt }
}
