/** A stake that blocks and operations are applied to, with its books checked after each. */
import assert from 'node:assert/strict'
import { le32, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { hash, hashTo } from '../../../src/protocol/crypto/hash.ts'
import { LtHash } from '../../../src/protocol/crypto/lthash.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { applyOperation, type OperationContext } from '../../../src/protocol/stake/apply.ts'
import type { LateVotes } from '../../../src/protocol/stake/attendance.ts'
import { awardPool } from '../../../src/protocol/stake/award.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { beginBlock, endBlock, NOBODY_SILENT } from '../../../src/protocol/stake/block.ts'
import { decodeStake, encodeStake } from '../../../src/protocol/stake/encode.ts'
import type { StakeEvent } from '../../../src/protocol/stake/events.ts'
import type { Evidence } from '../../../src/protocol/stake/evidence.ts'
import { genesisStake } from '../../../src/protocol/stake/genesis.ts'
import type { Silence } from '../../../src/protocol/stake/leak.ts'
import type { Operation } from '../../../src/protocol/stake/operation.ts'
import { checkStakeParams, type StakeParams } from '../../../src/protocol/stake/params.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { lastHeight } from '../../../src/protocol/stake/schedule.ts'
import {
  findRecord,
  heldStake,
  memberIndex,
  owedStake,
  type StakeState,
  toValidatorSet,
  type ValidatorRecord,
} from '../../../src/protocol/stake/state.ts'
import { type Entry, entryElement, entryName, type FindEntry } from '../../../src/protocol/stake/table.ts'
import type { StakeStep } from '../../../src/protocol/stake/work.ts'
import type { ValidatorSet } from '../../../src/protocol/validators.ts'
import { SMALL_STAKE } from '../../support/small-stake.ts'

/** Small numbers: an epoch of 12 blocks, a period of two epochs. */
export const SMALL: StakeParams = {
  ...SMALL_STAKE,
  epochBlocks: 12,
  maxValidators: 8,
  maxRecords: 12,
  unbondingEpochs: 3,
  blockReward: 1_000_000n,
}
checkStakeParams(SMALL)

/** The same without rewards: a share is worth what it cost. */
export const UNPAID: StakeParams = { ...SMALL, blockReward: 0n, rewardFloor: 1n }
checkStakeParams(UNPAID)

export const keyOf = (name: string): Uint8Array => hashTo('test key', 48, utf8(name))
export const operatorOf = (name: string): Uint8Array => hash('test operator', utf8(name))
export const ownerOf = (name: string): Uint8Array => hash('test owner', utf8(name))
export const idOf = (name: string): Uint8Array => validatorId(keyOf(name))

/** A delay that is none: its proof is its output. */
export const noDelay: OperationContext['verifyDelay'] = ({ seed, proof }) => {
  if (toHex(proof) !== toHex(hash('test delay', seed)))
    throw new ProtocolError('invalid_delay_proof', 'another output')
  return proof
}
export const noDelayProof = (seed: Uint8Array): Uint8Array => hash('test delay', seed)

export type BlockOptions = {
  /** Names of those who did not sign the block before. */
  absent?: readonly string[]
  late?: readonly LateVotes[]
  leader?: number
  fees?: bigint
  silence?: Silence
  evidence?: readonly Evidence[]
  donated?: bigint
}

export class StakeWorld {
  readonly params: StakeParams
  state: StakeState
  height = 0
  /** Checks of signatures are not what is tested here. */
  signaturesHold = true
  readonly table = new Map<string, Entry>()
  readonly events: StakeEvent[] = []
  readonly chainId = hash('test chain')
  readonly #sets = new Map<number, ValidatorSet>()
  #transactions = 0

  constructor(stakes: Readonly<Record<string, bigint>>, params: StakeParams = SMALL, commission = 1_000) {
    this.params = params
    const validators = Object.entries(stakes).map(([name, amount]) => ({
      ...{ key: keyOf(name), operator: operatorOf(name), amount, commission },
    }))
    const step = genesisStake(validators, hash('test beacon'), params)
    this.state = step.state
    this.#take(step)
  }

  readonly find: FindEntry = (kind, id) => this.table.get(entryName(kind, id))

  get context(): OperationContext {
    return {
      chainId: this.chainId,
      setAt: (height) => this.#sets.get(height),
      verify: () => this.signaturesHold,
      verifyDelay: noDelay,
      transaction: hash('test transaction', le32(this.#transactions++)),
      index: 0,
    }
  }

  record(name: string): ValidatorRecord {
    const record = findRecord(this.state.records, idOf(name))
    assert.ok(record, `${name} is registered`)
    return record
  }

  position(name: string): number {
    return memberIndex(this.state.epoch, idOf(name))
  }

  /** Applies an operation as in the next block. @returns entries it made */
  operate(operation: Operation): Entry[] {
    const step = applyOperation(this.state, operation, this.find, this.context, this.params)
    this.#take(step)
    return step.changes.flatMap(({ before, after }) => (after && !before ? [after] : []))
  }

  /** Deposits for somebody. @returns the id of the deposit */
  deposit(validator: string, owner: string, amount: bigint): Uint8Array {
    const made = this.operate({ type: 'deposit', validator: idOf(validator), owner: ownerOf(owner), amount })
    return made.find(({ kind }) => kind === 'deposit')!.id
  }

  register(name: string, amount: bigint, commission = 1_000): void {
    const none = new Uint8Array(0)
    this.operate({
      ...{ type: 'register', key: keyOf(name), operator: operatorOf(name), commission, amount },
      ...{ possession: none, keySignature: none, signature: none },
    })
  }

  /** One block; everybody signs but the absent. */
  block(options: BlockOptions = {}): void {
    const { absent = [], late = [], leader = 0, fees = 0n, silence = NOBODY_SILENT, evidence = [] } = options
    const height = this.height + 1
    const { members, number, previous } = this.state.epoch
    this.#sets.set(height, toValidatorSet(this.state.epoch.members))
    const first = lastHeight(number - 1, this.params) + 1 === height
    const voters = (first ? previous : members).map(({ id }) => id)
    const gone = new Set(absent.map((name) => toHex(idOf(name))))
    const signers = voters.flatMap((id, index) => (gone.has(toHex(id)) ? [] : [index]))
    const opening = {
      ...{ height, previousId: this.blockId(height - 1), bitmap: withBits(voters.length, signers) },
      ...{ silence, late, evidence },
    }
    const before = awardPool(this.state)
    this.#take(beginBlock(this.state, opening, this.find, this.context, this.params))
    const closing = { height, leader, fees, beacon: this.beacon(height), donated: options.donated ?? 0n }
    this.#take(endBlock(this.state, closing, this.find, this.params))
    this.height = height
    assert.ok(awardPool(this.state) >= before, 'the award pool only pays by a draw')
  }

  /** Blocks up to the last one of this epoch. */
  endEpoch(options: BlockOptions = {}): void {
    const last = lastHeight(this.state.epoch.number, this.params)
    while (this.height < last) this.block(options)
  }

  blockId(height: number): Uint8Array {
    return hash('test block', le32(height))
  }

  beacon(height: number): Uint8Array {
    return hash('test beacon', le32(height))
  }

  /** Two precommits of one validator at a height of the past. */
  contradiction(name: string, height = this.height, round = 0): Evidence {
    const validator = this.#sets
      .get(height)!
      .findIndex(({ publicKey }) => toHex(publicKey) === toHex(keyOf(name)))
    const vote = (what: string) => ({
      ...{ kind: 'precommit' as const, height, round, validator },
      blockId: hash('test block', utf8(what)),
      signature: hashTo('test signature', 96, utf8(what)),
    })
    return { type: 'votes', first: vote('one'), second: vote('other') }
  }

  accuse(name: string, height = this.height): void {
    this.operate({
      type: 'evidence',
      evidence: this.contradiction(name, height),
      reporter: ownerOf('reporter'),
    })
  }

  /** The entries of a kind. */
  entries<Kind extends Entry['kind']>(kind: Kind): Extract<Entry, { kind: Kind }>[] {
    return [...this.table.values()].filter((entry) => entry.kind === kind) as Extract<Entry, { kind: Kind }>[]
  }

  #take({ state, changes, events }: StakeStep): void {
    for (const { before, after } of changes) {
      const name = entryName((after ?? before)!.kind, (after ?? before)!.id)
      assert.equal(this.table.get(name), before, 'a change begins with what is there')
      if (after) this.table.set(name, after)
      else this.table.delete(name)
    }
    this.state = state
    this.events.push(...events)
    this.checkBooks()
  }

  /** Conservation, and the sums that the state keeps of its table. */
  checkBooks(): void {
    const { state } = this
    assert.equal(heldStake(state), owedStake(state), 'what came in is there or went out')
    const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
    assert.equal(state.unbonding, sum(this.entries('unbonding').map(({ amount }) => amount)))
    assert.equal(state.closed, sum(this.entries('closed').map(({ stake }) => stake)))
    assert.ok(state.records.length <= this.params.maxRecords)
    assert.ok(state.epoch.recent.length <= this.params.lateBlocks)
    const deposits = this.entries('deposit')
    for (const pool of [...state.records, ...this.entries('closed')]) {
      const given = sum(
        deposits.filter(({ validator }) => toHex(validator) === toHex(pool.id)).map((one) => one.shares),
      )
      assert.equal(
        pool.shares,
        given + ('ownShares' in pool ? pool.ownShares : 0n),
        'every share has an owner',
      )
      assert.ok(pool.stake >= 0n && pool.shares >= 0n)
    }
  }

  /** What is slow to check at every step. */
  checkHashes(): void {
    const table = new LtHash()
    for (const entry of this.table.values()) table.add(entryElement(entry))
    assert.deepEqual(this.state.entries, table.toBytes())
    assert.deepEqual(decodeStake(encodeStake(this.state)), this.state)
  }
}

/** What an operation without a checked signature has in its place. */
export const UNSIGNED: Uint8Array = new Uint8Array(64)

export function refused(rule: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof ProtocolError && error.code === 'stake_refused' && error.details.rule === rule
}

export function failsWith(code: ProtocolError['code']): (error: unknown) => boolean {
  return (error) => error instanceof ProtocolError && error.code === code
}
