/** What a simulated chain of stake knows after a block, and the desk on which the next block is worked out. */
import { le32, le64 } from '../../src/protocol/bytes.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { stakeHash } from '../../src/protocol/stake/encode.ts'
import type { StakeEvent } from '../../src/protocol/stake/events.ts'
import type { Silence } from '../../src/protocol/stake/leak.ts'
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import { type StakeState, toValidatorSet } from '../../src/protocol/stake/state.ts'
import { type Entry, entryName, type FindEntry } from '../../src/protocol/stake/table.ts'
import type { StakeStep } from '../../src/protocol/stake/work.ts'
import { leaderOf, type ValidatorSet } from '../../src/protocol/validators.ts'
import type { AppState } from './app.ts'
import type { StakeCode } from './code.ts'
import type { SimConfig } from './config.ts'
import type { Signatures } from './signer.ts'
import { STAKE_UNIT, type StakingConfig, stakeParams } from './stake-config.ts'

/** Accounts of people who only delegate; each validator's operator has one as well. */
const DELEGATORS = 4
const BALANCE = 10_000n * STAKE_UNIT
const COMMISSION = 1_000

export type StakeRules = {
  readonly params: StakeParams
  readonly chainId: Uint8Array
  readonly code: StakeCode
  readonly signatures: Signatures
  readonly config: SimConfig & { readonly staking: StakingConfig }
}

/** The stake between two steps of a block, and what happened so far. */
export type Desk = {
  stake: StakeState
  readonly table: Map<string, Entry>
  readonly coins: bigint[]
  fees: bigint
  /** What withdrawals lost to the award. */
  forfeited: bigint
  readonly events: StakeEvent[]
}

export type StakeLedgerState = AppState & {
  readonly stake: StakeState
  readonly table: ReadonlyMap<string, Entry>
  /** Base units by account: operators by validator, then delegators. */
  readonly coins: readonly bigint[]
  /** By height: who votes on it, up to the next one. */
  readonly sets: readonly (ValidatorSet | undefined)[]
  /** By height: what the certificate on the chain says of silence. The last block has none yet. */
  readonly silences: readonly (Silence | undefined)[]
  /** How the last block came to this: for whoever checks it. */
  readonly made: { readonly operated: StakeState; readonly desk: Desk } | undefined
}

/** Who owns an account's money and what was bought with it. */
export const ownerKey = (account: number): Uint8Array => hash('simulated owner', le32(account))

/** The delay of an award that takes no time. */
export const delayProof = (seed: Uint8Array): Uint8Array => hash('simulated delay', seed)

export const finder =
  (table: ReadonlyMap<string, Entry>): FindEntry =>
  (kind, id) =>
    table.get(entryName(kind, id))

export function stakeRules(config: SimConfig, others: Omit<StakeRules, 'config' | 'params'>): StakeRules {
  const { staking, silenceRules } = config
  if (!staking) throw new RangeError('a config without stake')
  return { ...others, config: { ...config, staking }, params: stakeParams(staking, silenceRules) }
}

export function begin(rules: StakeRules): StakeLedgerState {
  const { code, config, params, signatures } = rules
  const { weights, staking, seed } = config
  const validators = staking.registered.map((validator) => ({
    key: signatures.publicKeys[validator]!,
    operator: ownerKey(validator),
    amount: BigInt(weights[validator]!) * STAKE_UNIT,
    commission: COMMISSION,
  }))
  const id = hash('simulated genesis', le32(seed >>> 0))
  const { state: stake, changes } = code.genesis.genesisStake(validators, id, params)
  const desk = openDesk({ stake, table: new Map(), coins: weights.map(() => BALANCE) })
  for (let account = 0; account < DELEGATORS; account++) desk.coins.push(BALANCE)
  take(desk, { state: stake, changes, events: [] })
  return stateOf(rules, { height: 0, id, time: 0, previousTime: 0, sets: [], silences: [undefined] }, desk)
}

export function stateOf(
  { code, params, signatures }: StakeRules,
  {
    height,
    id,
    time,
    previousTime,
    sets,
    silences,
  }: Pick<StakeLedgerState, 'height' | 'id' | 'time' | 'previousTime' | 'sets' | 'silences'>,
  desk: Desk,
  made?: StakeLedgerState['made'],
): StakeLedgerState {
  const { stake, table, coins } = desk
  const validators = toValidatorSet(stake.epoch.members)
  const beacon = hash('simulated beacon', id)
  const leaders: number[] = []
  let root: Uint8Array | undefined
  let certifiers: ValidatorSet | undefined
  const next = [...sets]
  next[height + 1] = validators
  return {
    ...{ height, id, time, previousTime, validators, stake, table, coins, silences, made },
    sets: next,
    get certifiers() {
      certifiers ??= code.block.certifyingSet(stake, height + 1, params)
      return certifiers
    },
    keys: validators.map(({ publicKey }) => signatures.keyOf(publicKey)!),
    // Only asked for when the block is final.
    get root() {
      root ??= hash('simulated state', stakeHash(stake), ...coins.map(le64))
      return root
    },
    leader: (round) =>
      (leaders[round] ??= validators.indexOf(leaderOf(validators, beacon, height + 1, round))),
  }
}

export function openDesk({ stake, table, coins }: Pick<StakeLedgerState, 'stake' | 'table' | 'coins'>): Desk {
  return { stake, table: new Map(table), coins: [...coins], fees: 0n, forfeited: 0n, events: [] }
}

export function take(desk: Desk, { state, changes, events }: StakeStep): void {
  for (const { before, after } of changes) {
    const { kind, id } = (after ?? before)!
    if (after) desk.table.set(entryName(kind, id), after)
    else desk.table.delete(entryName(kind, id))
  }
  desk.stake = state
  desk.events.push(...events)
}
