/** What an account has to do on the chain to do what it was asked to: one operation, and who signs it. */
import { equalBytes, fromHex, toHex } from '../../protocol/bytes.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { operatorKey, stakeOwner } from '../../protocol/stake/operator-key.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { ownStake, validatorId } from '../../protocol/stake/registry.ts'
import { firstHeight } from '../../protocol/stake/schedule.ts'
import { divideUp } from '../../protocol/stake/shares.ts'
import type { UnsignedOperation } from '../../protocol/stake/sign.ts'
import { findRecord, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { StakeType } from '../api/stake.ts'
import { NodeError } from '../errors.ts'
import type { Account } from './account.ts'
import type { WalletStake } from './chain-view.ts'
import type { StakeRecord } from './records.ts'
import { leastRelease } from './stake-releases.ts'

/** Basis points that the operator of a new validator keeps, unless told otherwise. */
const COMMISSION = 1_000

export type StakePlan = {
  readonly stakeId: string
  readonly type: StakeType
  /** Of a bounty: the award period. */
  readonly period?: number | undefined
  readonly validatorId: string
  readonly validatorKey?: string | undefined
  readonly operation: UnsignedOperation
  /** Number of the key that owns the stake; undefined for the operator's. */
  readonly index: number | undefined
  /** Who has to sign: the owner of the stake, and the validator key of this node that the operation names. */
  readonly signs: { readonly owner: boolean; readonly validator: boolean }
  /** What it moves, base units. */
  readonly amount: bigint
}

type DepositRequest = {
  readonly account: Account
  readonly amount: bigint
  readonly validator: ValidatorRecord
  readonly commission?: number | undefined
}

/** @throws NodeError `below_minimum`, `validator_closed`, `invalid_params`. */
export function planDeposit(request: DepositRequest, params: StakeParams): StakePlan {
  const { account, amount, validator } = request
  if (request.commission !== undefined) {
    const faults = [
      {
        pointer: '/commission',
        message:
          'can be set only by the deposit that registers a validator; stake.configure changes it later',
      },
    ]
    throw new NodeError('invalid_params', { faults })
  }
  const { id, key, status } = validator
  if (status !== 'active' && status !== 'suspended')
    throw new NodeError('validator_closed', { validatorId: toHex(id), status })
  if (amount < params.minDeposit)
    throw new NodeError('below_minimum', { minimum: params.minDeposit, of: 'deposit' })
  const own = isOperator(account, validator)
  const index = own ? undefined : (account.progress.stakes ?? 0)
  const owner = index === undefined ? validator.operator : stakeOwner(account.keys, index)
  return {
    ...{ stakeId: toHex(own ? id : owner), type: own ? 'own' : 'deposit', index, amount },
    ...{ validatorId: toHex(id), validatorKey: toHex(key) },
    operation: { type: 'deposit', validator: id, owner, amount },
    signs: { owner: false, validator: false },
  }
}

type RegistrationRequest = {
  readonly account: Account
  readonly amount: bigint
  /** This node's, and new. */
  readonly key: Uint8Array
  readonly commission?: number | undefined
}

/** Registers a validator with the account as its operator. @throws NodeError `below_minimum`. */
export function planRegistration(request: RegistrationRequest, { minStake }: StakeParams): StakePlan {
  const { account, amount, key, commission = COMMISSION } = request
  if (amount < minStake) throw new NodeError('below_minimum', { minimum: minStake, of: 'own_stake' })
  const id = toHex(validatorId(key))
  return {
    ...{ stakeId: id, type: 'own', validatorId: id, validatorKey: toHex(key), index: undefined, amount },
    operation: { type: 'register', key, operator: operatorKey(account.keys), commission, amount },
    signs: { owner: true, validator: true },
  }
}

/**
 * Takes stake out: begins to, or takes what is released where nothing is staked any more.
 * @param amount undefined for all.
 * @throws NodeError `insufficient_stake`, `stake_withdrawn`, `below_minimum`, `stake_locked`, `stake_frozen`.
 */
export function planWithdrawal(
  stake: StakeRecord,
  amount: bigint | undefined,
  { state }: WalletStake,
  network: NetworkParams,
): StakePlan {
  const { stake: params } = network
  const { stakeId, deposits, leaving, status } = stake
  const validator = findRecord(state.records, fromHex(stake.validatorId))
  const own = stake.type === 'own' && validator ? validator.ownShares : 0n
  if (status === 'frozen') throw new NodeError('stake_frozen', { stakeId })
  if (own > 0n || deposits.length > 0) assertWorthwhile(amount, network)
  if (own > 0n) return planOwnUnbonding(stake, validator!, amount, params)
  if (deposits.length > 0) return planUnbonding(stake, validator, amount, params)
  const released = leaving.find((part) => part.status === 'withdrawable')
  if (released && (amount === undefined || amount === released.amount)) return planRelease(stake, released)
  if (released) throw new NodeError('insufficient_stake', { stakeId, staked: released.amount })
  const [first] = leaving
  if (!first && status === 'withdrawn') throw new NodeError('stake_withdrawn', { stakeId })
  if (!first) throw new NodeError('insufficient_stake', { stakeId, staked: 0n })
  const releaseHeight = firstHeight(first.release, params)
  throw new NodeError('stake_locked', { stakeId, releaseEpoch: first.release, releaseHeight })
}

/**
 * A part that is hardly worth the fee of taking it out in the end would lie there released for ever: the wallet does not touch
 * it (stake-releases.ts). All of a stake may leave, however little it is.
 */
function assertWorthwhile(amount: bigint | undefined, params: NetworkParams): void {
  const least = leastRelease(params)
  if (amount !== undefined && amount <= least)
    throw new NodeError('below_minimum', { minimum: least + 1n, of: 'withdrawal' })
}

/** Takes money out that is released. */
export function planRelease(stake: StakeRecord, { id, amount }: StakeRecord['leaving'][number]): StakePlan {
  return {
    ...common(stake),
    operation: { type: 'withdraw', unbonding: fromHex(id), amount },
    signs: { owner: true, validator: false },
    amount,
  }
}

function planOwnUnbonding(
  stake: StakeRecord,
  validator: ValidatorRecord,
  amount: bigint | undefined,
  params: StakeParams,
): StakePlan {
  const { id, sequence, ownShares } = validator
  const worth = ownStake(validator)
  const shares = sharesOf(amount, ownShares, worth, stake.stakeId)
  if (shares < ownShares && worth - amount! < params.minStake)
    throw new NodeError('below_minimum', { minimum: params.minStake, of: 'own_rest' })
  return {
    ...common(stake),
    operation: { type: 'unbond_own', validator: id, sequence, shares },
    signs: { owner: true, validator: false },
    amount: amount ?? worth,
  }
}

function planUnbonding(
  stake: StakeRecord,
  validator: ValidatorRecord | undefined,
  amount: bigint | undefined,
  params: StakeParams,
): StakePlan {
  const { stakeId, deposits } = stake
  const [deposit] = deposits
  const all = deposits.reduce((sum, { shares }) => sum + shares, 0n)
  const worth = all === 0n ? 0n : (stake.amount * deposit!.shares) / all
  const shares = sharesOf(amount, deposit!.shares, worth, stakeId)
  if (shares < deposit!.shares && worth - amount! < params.minDeposit)
    throw new NodeError('below_minimum', { minimum: params.minDeposit, of: 'rest' })
  return {
    ...common(stake),
    validatorKey: validator && toHex(validator.key),
    operation: { type: 'unbond', deposit: fromHex(deposit!.id), shares },
    signs: { owner: true, validator: false },
    amount: amount ?? worth,
  }
}

/** So many of the shares that they are worth `amount` at least. */
function sharesOf(amount: bigint | undefined, shares: bigint, worth: bigint, stakeId: string): bigint {
  if (amount === undefined || amount === worth) return shares
  if (amount > worth) throw new NodeError('insufficient_stake', { stakeId, staked: worth })
  const part = divideUp(amount * shares, worth)
  return part < shares ? part : shares
}

export function isOperator({ keys }: Account, { operator }: ValidatorRecord): boolean {
  return equalBytes(operator, operatorKey(keys))
}

/** @throws NodeError `not_operator`. */
export function assertOperator(account: Account, validator: ValidatorRecord): void {
  if (!isOperator(account, validator))
    throw new NodeError('not_operator', { validatorId: toHex(validator.id) })
}

/** @throws NodeError `not_operator`. */
export function planOperators(
  account: Account,
  validator: ValidatorRecord,
  operation:
    | { readonly type: 'configure'; readonly commission: number }
    | { readonly type: 'rotate'; readonly key: Uint8Array }
    | { readonly type: 'resume' },
): StakePlan {
  assertOperator(account, validator)
  const { id, key, sequence } = validator
  const validatorId = toHex(id)
  return {
    ...{
      stakeId: validatorId,
      type: 'own',
      validatorId,
      validatorKey: toHex(key),
      index: undefined,
      amount: 0n,
    },
    operation: { ...operation, validator: id, sequence },
    signs: { owner: true, validator: operation.type === 'rotate' },
  }
}

function common({ stakeId, type, validatorId, validatorKey, index }: StakeRecord) {
  return { stakeId, type, validatorId, validatorKey, index }
}
