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
import { NodeError } from '../errors.ts'
import type { StakeType } from '../stake/stake-api.ts'
import type { Account } from './account.ts'
import type { WalletStake } from './chain-view.ts'
import type { StakeRecord } from './records.ts'
import { leastRelease } from './stake-releases.ts'

/** Basis points that the operator of a new validator keeps, unless told otherwise. */
const COMMISSION = 1_000

export type StakePlan = {
  readonly stakeId: string
  readonly type: StakeType
  readonly validatorId: string
  readonly validatorKey?: string | undefined
  readonly operation: UnsignedOperation
  /** Number of the key that owns the stake; undefined for the operator's. */
  readonly index: number | undefined
  /** Who has to sign: the owner of the stake, and the validator key of this node. */
  readonly signs: { readonly owner: boolean; readonly validator: boolean }
  /** What it moves, base units. */
  readonly amount: bigint
}

type DepositRequest = {
  readonly account: Account
  readonly amount: bigint
  /** Of a validator that is there; undefined when this node's own is to be registered, with `ownKey`. */
  readonly validator: ValidatorRecord | undefined
  readonly ownKey: Uint8Array | undefined
  readonly commission?: number | undefined
}

/** @throws NodeError `below_minimum`, `validator_closed`, `invalid_params`. */
export function planDeposit(request: DepositRequest, params: StakeParams): StakePlan {
  const { account, amount, validator, ownKey, commission = COMMISSION } = request
  if (validator && request.commission !== undefined) {
    const faults = [{ pointer: '/commission', message: 'is for a validator that is registered by this' }]
    throw new NodeError('invalid_params', { faults })
  }
  const operator = operatorKey(account.keys)
  if (!validator) {
    if (amount < params.minStake)
      throw new NodeError('below_minimum', { minimum: params.minStake, of: 'own_stake' })
    const id = toHex(validatorId(ownKey!))
    return {
      ...{
        stakeId: id,
        type: 'own',
        validatorId: id,
        validatorKey: toHex(ownKey!),
        index: undefined,
        amount,
      },
      operation: { type: 'register', key: ownKey!, operator, commission, amount },
      signs: { owner: true, validator: true },
    }
  }
  const { id, key, status } = validator
  if (status !== 'active' && status !== 'suspended')
    throw new NodeError('validator_closed', { validatorId: toHex(id), status })
  if (amount < params.minDeposit)
    throw new NodeError('below_minimum', { minimum: params.minDeposit, of: 'deposit' })
  const own = equalBytes(validator.operator, operator)
  const index = own ? undefined : (account.progress.stakes ?? 0)
  const owner = index === undefined ? operator : stakeOwner(account.keys, index)
  return {
    ...{ stakeId: toHex(own ? id : owner), type: own ? 'own' : 'deposit', index, amount },
    ...{ validatorId: toHex(id), validatorKey: toHex(key) },
    operation: { type: 'deposit', validator: id, owner, amount },
    signs: { owner: false, validator: false },
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

/** @throws NodeError `not_operator`. */
export function planOperators(
  account: Account,
  validator: ValidatorRecord,
  operation: { readonly type: 'configure'; readonly commission: number } | { readonly type: 'resume' },
): StakePlan {
  const { id, key, sequence, operator } = validator
  const validatorId = toHex(id)
  if (!equalBytes(operator, operatorKey(account.keys))) throw new NodeError('not_operator', { validatorId })
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
    signs: { owner: true, validator: false },
  }
}

function common({ stakeId, type, validatorId, validatorKey, index }: StakeRecord) {
  return { stakeId, type, validatorId, validatorKey, index }
}
