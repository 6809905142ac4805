/**
 * Stakes of an account as they change on the chain, and as the account's own transactions go on. What the chain says counts:
 * a record is made anew from the entries that a key owns, so reading it again changes nothing.
 */
import { equalBytes, fromHex, toHex } from '../../protocol/bytes.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import { payable } from '../../protocol/stake/deposits.ts'
import { afterLeaks } from '../../protocol/stake/leak-index.ts'
import { operatorKey, stakeOwner } from '../../protocol/stake/operator-key.ts'
import { ownStake } from '../../protocol/stake/registry.ts'
import { worthOf } from '../../protocol/stake/shares.ts'
import { findRecord, type StakeState, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { Deposit, FindEntry, Unbonding } from '../../protocol/stake/table.ts'
import type { StakeStatus, StakeType } from '../api/stake.ts'
import { stakeJson } from '../stake/stake-json.ts'
import { entryFinder } from '../workers/view.ts'
import type { AccountDraft } from './account-draft.ts'
import { awardMoneyOf } from './award-money.ts'
import type { WalletStake } from './chain-view.ts'
import type { LeavingRecord, StakeRecord, TransactionRecord } from './records.ts'
import { changing, stakeInfo } from './stake-view.ts'

/** Entries looked at for one key. Whoever sends more to a key of somebody else's hides them from nobody but itself. */
const ENTRIES_OF_KEY = 256

/** A key of an account: of its deposit number `index`, or the operator's. */
export type OwnerKey = { readonly key: Uint8Array; readonly index: number | undefined }

export function ownerOf({ account }: Pick<AccountDraft, 'account'>, index: number | undefined): OwnerKey {
  const key = index === undefined ? operatorKey(account.keys) : stakeOwner(account.keys, index)
  return { key, index }
}

/** What the chain has for one stake. */
type Found = {
  readonly stakeId: string
  readonly type: StakeType
  readonly period?: number | undefined
  readonly validator: Uint8Array
  readonly deposits: Deposit[]
  readonly unbondings: Unbonding[]
}

/** Writes down what a key owns now. Stakes that a transaction of the account's own is changing are left as they are. */
export async function refreshOwner(draft: AccountDraft, owner: OwnerKey, source: WalletStake): Promise<void> {
  const entries = await source.entriesOf(owner.key, ENTRIES_OF_KEY)
  const found =
    owner.index === undefined
      ? ofOperator(owner.key, entries, source, draft)
      : ofDeposit(owner.key, entries, (await draft.stake(toHex(owner.key)))?.validatorId)
  for (const one of found) await putFound(draft, owner.index, one, source)
  const seen = new Set(found.map(({ stakeId }) => stakeId))
  for (const stake of [...draft.stakes.values()]) {
    if (stake.index !== owner.index || seen.has(stake.stakeId)) continue
    const { stakeId, type, period } = stake
    const gone = {
      stakeId,
      type,
      period,
      validator: fromHex(stake.validatorId),
      deposits: [],
      unbondings: [],
    }
    await putFound(draft, owner.index, gone, source)
  }
}

/** After a transaction that changed a stake is final. That is told also where the stake is as it was, as after a change of key. */
export async function refreshStake(draft: AccountDraft, stakeId: string, source: WalletStake): Promise<void> {
  const stake = await draft.stake(stakeId)
  if (!stake) return
  await refreshOwner(draft, ownerOf(draft, stake.index), source)
  if ((await draft.stake(stakeId)) === stake) tell(draft, stake)
}

/** Tells of a stake as it stands; for a deposit that is handed to the network with its new state. */
export async function followStake(
  draft: AccountDraft,
  { stake: change, status }: TransactionRecord,
): Promise<void> {
  const stake = change && (await draft.stake(change.stakeId))
  if (!stake) return
  if (stake.status === 'created' && status === 'broadcast') draft.putStake({ ...stake, status })
  tell(draft, (await draft.stake(stake.stakeId))!)
}

export function tell(draft: AccountDraft, stake: StakeRecord): void {
  draft.stakeEvent(stakeInfo(stake, draft.transactions.values(), draft.stakeParams))
}

/**
 * What a key owns with one validator is one stake. Anybody may add to it, and may give the key stake with other validators:
 * that is kept apart, so that nobody can make a stake look like something else.
 * @param known id of the validator that the key's own stake is with, if it is known.
 */
function ofDeposit(
  key: Uint8Array,
  entries: readonly (Deposit | Unbonding)[],
  known: string | undefined,
): Found[] {
  const [first] = entries.toSorted((one, other) => (sizeOf(one) < sizeOf(other) ? 1 : -1))
  const own = known ?? (first && toHex(first.validator))
  const validators = new Map(entries.map(({ validator }) => [toHex(validator), validator]))
  return [...validators].map(([id, validator]) => {
    const stakeId = toHex(id === own ? key : hash('stake that was given', key, validator))
    const ofIt = entries.filter((entry) => equalBytes(entry.validator, validator))
    return { stakeId, type: 'deposit', validator, ...split(ofIt) }
  })
}

function sizeOf(entry: Deposit | Unbonding): bigint {
  return entry.kind === 'deposit' ? entry.shares : entry.amount
}

/** An operator's own stake in each validator, and each thing that was never staked. */
function ofOperator(
  key: Uint8Array,
  entries: readonly (Deposit | Unbonding)[],
  { state, chainId }: WalletStake,
  { stakeParams }: Pick<AccountDraft, 'stakeParams'>,
): Found[] {
  const own: (Deposit | Unbonding)[] = []
  const given: Found[] = []
  for (const entry of entries) {
    const money = entry.kind === 'unbonding' ? awardMoneyOf(entry, chainId, stakeParams) : undefined
    if (money)
      given.push({ stakeId: toHex(entry.id), ...money, validator: entry.validator, ...split([entry]) })
    else own.push(entry)
  }
  const operated = state.records.filter(({ operator }) => equalBytes(operator, key)).map(({ id }) => id)
  const validators = new Map(
    [...operated, ...own.map(({ validator }) => validator)].map((id) => [toHex(id), id]),
  )
  const stakes = [...validators].map(([stakeId, validator]): Found => {
    const ofIt = own.filter((entry) => equalBytes(entry.validator, validator))
    return { stakeId, type: 'own', validator, ...split(ofIt) }
  })
  return [...stakes, ...given]
}

function split(entries: readonly (Deposit | Unbonding)[]) {
  return {
    deposits: entries.filter((entry) => entry.kind === 'deposit'),
    unbondings: entries.filter((entry) => entry.kind === 'unbonding'),
  }
}

async function putFound(
  draft: AccountDraft,
  index: number | undefined,
  found: Found,
  source: WalletStake,
): Promise<void> {
  const { stakeId, type, period, deposits, unbondings } = found
  const known = await draft.stake(stakeId)
  if (known && changing(stakeId, draft.transactions.values())) return
  // before what lies behind the entries is read: what leaves the state is in the table by then
  const { state } = source
  const find = entryFinder(await source.entriesBehind([...deposits, ...unbondings]))
  const record = findRecord(state.records, found.validator)
  const own = type === 'own' && record ? record.ownShares : 0n
  const shares = deposits.reduce((sum, deposit) => sum + deposit.shares, own)
  if (!known && shares === 0n && unbondings.length === 0) return
  const leaving = unbondings
    .map((entry) => leavingOf(entry, state, find, draft))
    .toSorted((one, other) => one.release - other.release)
  const next: StakeRecord = {
    ...{ stakeId, accountId: draft.id, type, period, index, validatorId: toHex(found.validator) },
    order: known?.order ?? draft.nextOrder('stake'),
    createdAt: known?.createdAt,
    reason: undefined,
    // one that was rejected and is there was taken after all
    refused: known?.status === 'rejected' ? undefined : known?.refused,
    status: statusOf(shares, record, leaving),
    validatorKey: record && toHex(record.key),
    amount: amountOf(deposits, own, record, find),
    deposits: deposits
      .map((deposit) => ({ id: toHex(deposit.id), shares: deposit.shares }))
      .sort((one, other) => (one.shares < other.shares ? 1 : -1)),
    leaving,
  }
  if (index !== undefined && index >= (draft.progress.stakes ?? 0)) draft.setProgress({ stakes: index + 1 })
  if (sharesOf(known) !== sharesOf(next)) draft.putShares(next, state.epoch.number, sharesOf(next))
  if (known && isSame(known, next)) return
  draft.putStake(next)
  tell(draft, next)
}

function amountOf(
  deposits: readonly Deposit[],
  own: bigint,
  record: ValidatorRecord | undefined,
  find: FindEntry,
): bigint {
  const ownPart = own > 0n && record ? ownStake(record) : 0n
  return deposits.reduce((sum, { shares, validator }) => {
    const pool = record ?? find('closed', validator)
    return pool && 'stake' in pool ? sum + worthOf(shares, pool) : sum
  }, ownPart)
}

function statusOf(
  shares: bigint,
  record: ValidatorRecord | undefined,
  leaving: readonly LeavingRecord[],
): StakeStatus {
  if (shares > 0n) return record?.status === 'frozen' ? 'frozen' : 'active'
  if (leaving.length === 0) return 'withdrawn'
  if (leaving.some(({ status }) => status === 'unbonding')) return 'unbonding'
  return leaving.some(({ status }) => status === 'withdrawable') ? 'withdrawable' : 'frozen'
}

function leavingOf(
  entry: Unbonding,
  state: StakeState,
  find: FindEntry,
  { stakeParams }: Pick<AccountDraft, 'stakeParams'>,
): LeavingRecord {
  const { id, release, liable, validator } = entry
  const slashed = findRecord(state.records, validator)?.slash
  const base = { id: toHex(id), amount: afterLeaks(state.epoch, entry, find), release }
  if (slashed && slashed.infraction <= liable) return { ...base, status: 'frozen' }
  if (state.epoch.number < release) return { ...base, status: 'unbonding' }
  const { paid } = payable(state, entry, find, stakeParams)
  return { ...base, amount: paid, status: 'withdrawable' }
}

/** In deposits; what an operator has beside them grows by commissions, and events tell of it. */
function sharesOf(stake: StakeRecord | undefined): bigint {
  return stake?.deposits.reduce((sum, { shares }) => sum + shares, 0n) ?? 0n
}

function isSame(one: StakeRecord, other: StakeRecord): boolean {
  return JSON.stringify(stakeJson(comparable(one))) === JSON.stringify(stakeJson(comparable(other)))
}

function comparable({ type, status, validatorKey, amount, deposits, leaving, reason }: StakeRecord) {
  return { type, status, validatorKey, amount, deposits, leaving, reason }
}
