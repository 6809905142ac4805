/** The `stake` methods of accounts: what they stake, withdraw and order as operators, and what they have staked. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { encodeScalar } from '../../protocol/crypto/group.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { operationAmounts } from '../../protocol/stake/operation.ts'
import { encodeOperation } from '../../protocol/stake/operation-codec.ts'
import { operatorSecret, stakeOwnerSecret } from '../../protocol/stake/operator-key.ts'
import { draftOperation } from '../../protocol/stake/sign.ts'
import type { ValidatorRecord } from '../../protocol/stake/state.ts'
import type { StakeAccountApi, StakeSent } from '../api/stake.ts'
import type { Batch } from '../batch.ts'
import type { CallKey } from '../call.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Idempotency } from '../idempotency.ts'
import type { OperationOrder } from '../workers/build.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { AccountDraft } from './account-draft.ts'
import { type AwardPlanModules, planAward } from './award-plan.ts'
import type { WalletChain } from './chain-view.ts'
import { KeyedLock } from './keyed-lock.ts'
import type { Keyring } from './keyring.ts'
import type { Outbox } from './outbox.ts'
import type { OwnValidator } from './own-validator.ts'
import type { LeavingRecord, StakeChange, StakeRecord } from './records.ts'
import type { Sender } from './sender.ts'
import { tell } from './stake-changes.ts'
import type { StakeFollower } from './stake-follower.ts'
import {
  assertOperator,
  isOperator,
  planDeposit,
  planOperators,
  planRegistration,
  planRelease,
  planWithdrawal,
  type StakePlan,
} from './stake-plans.ts'
import { stakeRefusal } from './stake-refusal.ts'
import { changing } from './stake-view.ts'

export type StakingModules = {
  readonly book: AccountBook
  readonly chain: Pick<WalletChain, 'params' | 'stake'>
  readonly idempotency: Idempotency
  readonly keyring: Keyring
  readonly sender: Sender
  readonly outbox: Outbox
  readonly follower: StakeFollower
  readonly clock: Clock
  /** This node's validator, if it has one. */
  readonly own: OwnValidator | undefined
  /** Whether the node knows that it is behind: what it knows of the stake is old then. */
  readonly isSyncing: () => boolean
} & Pick<AwardPlanModules, 'workers' | 'prover'>

type Changing = 'deposit' | 'withdraw' | 'configure' | 'rotate' | 'resume' | 'proveAward'
/** What a rule of staking says to an operation that has become wrong since it was planned. */
const REFUSALS: ReadonlySet<ProtocolError['code']> = new Set([
  'unknown_stake',
  'stake_refused',
  'invalid_award',
])

type Remember = (batch: Batch, outcome: StakeSent) => void

export class Staking implements Pick<StakeAccountApi, Changing> {
  readonly #modules: StakingModules
  /** One operation of an account is made after the other, so that no two use one key or one number. */
  readonly #lock = new KeyedLock()

  constructor(modules: StakingModules) {
    this.#modules = modules
  }

  deposit({ idempotencyKey: key, ...params }: Parameters<StakeAccountApi['deposit']>[0]): Promise<StakeSent> {
    const { stake } = this.#modules.chain.params
    const { accountId, amount, commission, validatorKey } = params
    return this.#call('stake.deposit', key, params, accountId, async (account) => {
      const validator = validatorKey ? await this.#validator(validatorKey) : await this.#ownToJoin(account)
      if (validator) return planDeposit({ account, amount, validator, commission }, stake)
      const fresh = await this.#own.freshKey()
      return planRegistration({ account, amount, key: fresh, commission }, stake)
    })
  }

  withdraw({
    idempotencyKey: key,
    ...params
  }: Parameters<StakeAccountApi['withdraw']>[0]): Promise<StakeSent> {
    const { book, chain } = this.#modules
    const { accountId, stakeId, amount } = params
    return this.#call('stake.withdraw', key, params, accountId, async (account) => {
      const stake = await book.changeOne(account, (draft) => draft.stake(stakeId))
      if (!stake || stake.status === 'rejected') throw new NodeError('unknown_stake', { stakeId })
      assertIdle(account, stakeId)
      return planWithdrawal(stake, amount, chain.stake, chain.params)
    })
  }

  configure({
    idempotencyKey: key,
    ...params
  }: Parameters<StakeAccountApi['configure']>[0]): Promise<StakeSent> {
    const { accountId, commission } = params
    return this.#call('stake.configure', key, params, accountId, async (account) => {
      const validator = await this.#validator(params.validatorKey)
      return planOperators(account, validator, { type: 'configure', commission })
    })
  }

  rotate({ idempotencyKey: key, ...params }: Parameters<StakeAccountApi['rotate']>[0]): Promise<StakeSent> {
    return this.#call('stake.rotate', key, params, params.accountId, async (account) => {
      const validator = await this.#own.get()
      assertOperator(account, validator)
      return planOperators(account, validator, { type: 'rotate', key: await this.#own.freshKey() })
    })
  }

  resume({ idempotencyKey: key, ...params }: Parameters<StakeAccountApi['resume']>[0]): Promise<StakeSent> {
    return this.#call('stake.resume', key, params, params.accountId, async (account) => {
      const validator = await this.#validator(params.validatorKey)
      return planOperators(account, validator, { type: 'resume' })
    })
  }

  proveAward({
    idempotencyKey: key,
    ...params
  }: Parameters<StakeAccountApi['proveAward']>[0]): Promise<StakeSent> {
    const { chain, workers, prover } = this.#modules
    const { stake, params: network } = chain
    return this.#call('stake.proveAward', key, params, params.accountId, (account) =>
      planAward(account, params.proof, { stake, params: network.stake, workers, prover }),
    )
  }

  /**
   * Withdraws a part of a stake that is released, unless something is under way or the node is behind.
   * @throws NodeError when it cannot be done now.
   */
  async release(account: Account, stakeId: string, part: LeavingRecord): Promise<void> {
    const { outbox } = this.#modules
    const releasing = this.#lock.run(account.id, async () => {
      const stake = account.stakes.get(stakeId)
      if (this.#modules.isSyncing()) return
      if (!stake?.leaving.includes(part) || changing(stakeId, account.transactions.values())) return
      await this.#make(account, planRelease(stake, part), () => {})
    })
    await outbox.dispatch(account, releasing)
  }

  #call(
    method: string,
    key: CallKey | undefined,
    params: Parameters<Idempotency['run']>[0]['params'],
    accountId: string,
    plan: (account: Account) => Promise<StakePlan>,
  ): Promise<StakeSent> {
    const { book, idempotency, keyring, outbox, follower } = this.#modules
    return idempotency.run({ method, key, params }, (remember) => {
      const account = book.get(accountId)
      const making = this.#lock.run(accountId, async () => {
        await keyring.spendKeys(account)
        await follower.know(account)
        if (this.#modules.isSyncing()) throw new NodeError('not_ready', { state: 'syncing' })
        return this.#make(account, await plan(account), remember)
      })
      return outbox.dispatch(account, making)
    })
  }

  /** Makes and stores the transaction of a plan; a stake that it begins is stored with it. */
  async #make(account: Account, plan: StakePlan, remember: Remember): Promise<StakeSent> {
    const { sender, chain, clock } = this.#modules
    const { stakeId, validatorId, amount } = plan
    if (plan.index === undefined) assertIdle(account, stakeId)
    const draft = draftOperation(plan.operation)
    await this.#try(draft, stakeId)
    const { type } = draft
    const change: StakeChange = { stakeId, type, amount, ...operationAmounts(draft, chain.params.stake) }
    const order: OperationOrder = { draft: encodeOperation(draft), ...(await this.#secrets(account, plan)) }
    return sender.operate(account, order, change, async (drafted, batch, { result }) => {
      const stake = await beginStake(drafted, plan, clock.now())
      const ids = { stakeId, validatorId, transactionId: toHex(result.id) }
      const sent: StakeSent = { ...ids, operation: type, status: 'created', amount, fee: result.fee }
      if (stake) tell(drafted, stake)
      remember(batch, sent)
      return sent
    })
  }

  /** Asks the rules before anything is proven. */
  async #try(draft: Parameters<WalletChain['stake']['tryOperation']>[0], stakeId: string): Promise<void> {
    const { stake, params } = this.#modules.chain
    try {
      await stake.tryOperation(draft)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      if (!REFUSALS.has(error.code)) throw error
      throw stakeRefusal(error, { operation: draft, stakeId, state: stake.state }, params.stake)
    }
  }

  async #secrets(
    account: Account,
    { index, operation, signs }: StakePlan,
  ): Promise<Omit<OperationOrder, 'draft'>> {
    const keys = await this.#modules.keyring.spendKeys(account)
    const signer = index === undefined ? operatorSecret(keys) : stakeOwnerSecret(keys, index)
    return {
      signer: signs.owner ? encodeScalar(signer) : undefined,
      key: signs.validator && 'key' in operation ? this.#own.secretOf(operation.key) : undefined,
    }
  }

  /** @throws NodeError `no_validator` on a node without one. */
  get #own(): OwnValidator {
    const { own } = this.#modules
    if (!own) throw new NodeError('no_validator', {})
    return own
  }

  /** The validator of a key, or this node's own. @throws NodeError `unknown_validator`, `no_validator`. */
  async #validator(key: string | undefined): Promise<ValidatorRecord> {
    if (key === undefined) return this.#own.get()
    const validator = await this.#modules.chain.stake.validator(fromHex(key))
    if (!validator) throw new NodeError('unknown_validator', { validator: key })
    return validator
  }

  /**
   * This node's own validator, to stake with; undefined when one is to be registered. That is so as well when the account has
   * taken its validator out: it need not wait until that one is gone.
   * @throws NodeError `no_validator`.
   */
  async #ownToJoin(account: Account): Promise<ValidatorRecord | undefined> {
    const own = await this.#own.find()
    return own?.status === 'leaving' && isOperator(account, own) ? undefined : own
  }
}

/** Operations that bring what was not there before. */
const BEGINNINGS: ReadonlySet<string> = new Set(['deposit', 'register', 'award'])

/** The stake that an operation is of: one that it begins is stored as `created`. */
async function beginStake(
  draft: AccountDraft,
  plan: StakePlan,
  createdAt: number,
): Promise<StakeRecord | undefined> {
  const known = await draft.stake(plan.stakeId)
  const { type: operation } = plan.operation
  if (known && known.status !== 'withdrawn' && known.status !== 'rejected') return known
  if (!BEGINNINGS.has(operation)) return known
  const { stakeId, type, period, index, validatorId, validatorKey } = plan
  const stake: StakeRecord = {
    ...{ stakeId, accountId: draft.id, type, period, index, validatorId, validatorKey, status: 'created' },
    ...{ amount: 0n, deposits: [], leaving: [] },
    order: known?.order ?? draft.nextOrder('stake'),
    createdAt,
    refused: known?.refused,
  }
  if (index !== undefined) draft.setProgress({ stakes: Math.max(draft.progress.stakes ?? 0, index + 1) })
  draft.putStake(stake)
  return stake
}

/** @throws NodeError `stake_busy` while another operation on the stake is under way. */
function assertIdle({ transactions }: Account, stakeId: string): void {
  const busy = changing(stakeId, transactions.values())
  if (busy) throw new NodeError('stake_busy', { stakeId, transactionId: busy.transactionId })
}
