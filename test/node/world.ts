/**
 * A small chain for tests of the node: a seeded genesis with coins of Alice's, the secrets of its validators, and all parts
 * of a node on a store of its own, without the wallet.
 */
import { join } from 'node:path'
import { AwardProver } from '../../src/node/award/award-prover.ts'
import { delaysIn } from '../../src/node/award/work-out-delay.ts'
import type { Chain } from '../../src/node/chain/chain.ts'
import { openChain } from '../../src/node/chain/open-chain.ts'
import { type AdjustableClock, type Clock, createManualClock, systemClock } from '../../src/node/clock.ts'
import type { Consensus } from '../../src/node/consensus/consensus.ts'
import { ConsensusEngine, type EngineModules } from '../../src/node/consensus/engine.ts'
import { Pace } from '../../src/node/consensus/pace.ts'
import {
  loadValidatorKeys,
  type ValidatorKey,
  ValidatorKeys,
  validatorKeyOf,
} from '../../src/node/consensus/validator-keys.ts'
import { type EventLog, openEventLog } from '../../src/node/events.ts'
import { DEFAULT_LIMITS, type NodeLimits } from '../../src/node/limits.ts'
import { Mempool } from '../../src/node/mempool/mempool.ts'
import { NO_NETWORK, type NodeNetwork } from '../../src/node/network/channel.ts'
import { RELAY_PARAMS } from '../../src/node/relay/params.ts'
import { Relay } from '../../src/node/relay/relay.ts'
import { openStore, type Store } from '../../src/node/store.ts'
import { openHeaderStore } from '../../src/node/sync/header-store.ts'
import { Sync } from '../../src/node/sync/sync.ts'
import { createNodeWorkers, type NodeWorkers } from '../../src/node/workers/node-workers.ts'
import { addressBytes } from '../../src/protocol/address.ts'
import { compareBytes, utf8 } from '../../src/protocol/bytes.ts'
import { blsKeyFromSeed, blsProvePossession } from '../../src/protocol/crypto/bls.ts'
import { encodePoint, encodeScalar, multiplyBase, type Scalar } from '../../src/protocol/crypto/group.ts'
import { deriveScalar, hash } from '../../src/protocol/crypto/hash.ts'
import { findOutput, makeOutput, spendSecret } from '../../src/protocol/enote.ts'
import { chainIdOf, type Genesis, genesisContext } from '../../src/protocol/genesis.ts'
import { accountKeys, encodeViewKey, subaddress } from '../../src/protocol/keys.ts'
import { NETWORKS, type NetworkParams } from '../../src/protocol/network.ts'
import { inputContext, type OutputCore, outputId } from '../../src/protocol/output.ts'
import type { GenesisStake } from '../../src/protocol/stake/genesis.ts'
import { encodeOperation } from '../../src/protocol/stake/operation-codec.ts'
import { draftOperation, type UnsignedOperation } from '../../src/protocol/stake/sign.ts'
import { type Hooks, recordingLogger, seededRandom, temporaryDirectory } from './support.ts'

export const alice = accountKeys(hash('test seed', utf8('alice')))
export const bob = accountKeys(hash('test seed', utf8('bob')))
/** When the chain of the tests began. */
export const START = Date.UTC(2030, 0, 1)

/** What each validator of a test chain has staked. */
export const STAKED = 10_000_000_000n

/** Keys of so many validators, the same in every run. */
export function validatorKeys(count: number): ValidatorKey[] {
  return Array.from({ length: count }, (_, index) =>
    validatorKeyOf(blsKeyFromSeed(hash('test validator', utf8(String(index))))),
  )
}

/** The secret of who operates the validator of that key. */
export function operatorOf({ publicKey }: Pick<ValidatorKey, 'publicKey'>): Scalar {
  return deriveScalar('test operator', publicKey)
}

/** Validators of equal stake, each with an operator of its own. */
export function genesisValidators(keys: readonly ValidatorKey[]): GenesisStake[] {
  return keys.map((key) => ({
    key: key.publicKey,
    operator: encodePoint(multiplyBase(operatorOf(key))),
    amount: STAKED,
    commission: 1_000,
  }))
}

export type World = { readonly genesis: Genesis; readonly keys: readonly ValidatorKey[] }

/** A genesis with coins of these amounts for Alice, and validators of equal weight. */
export function createWorld(
  options: {
    amounts?: readonly bigint[]
    validators?: number
    params?: Partial<NetworkParams>
    seed?: string
    /** When it begins, for nodes whose clock is the machine's. */
    time?: number
  } = {},
): World {
  const random = seededRandom(options.seed ?? 'world')
  const keys = validatorKeys(options.validators ?? 1)
  const time = options.time ?? START
  const start = { params: { ...NETWORKS.dev, ...options.params }, time, salt: random(32) }
  const context = genesisContext(start)
  const mint = (options.amounts ?? [5_000_000n, 0n]).map((amount) => {
    const address = subaddress(alice, 0)
    const made = makeOutput({ address, amount, payload: { kind: 'none' }, context, anchor: random(16) })
    return { core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) }
  })
  const validators = genesisValidators(keys)
  const possessions = keys.map(({ secret }) => blsProvePossession(secret))
  return { genesis: { ...start, validators, possessions, mint }, keys }
}

/** Workers for all tests of a file: a thread takes a while to start. */
export function sharedWorkers(t: Hooks): NodeWorkers {
  const controller = new AbortController()
  t.after(() => controller.abort(new Error('the tests are over')))
  return createNodeWorkers(
    { limits: DEFAULT_LIMITS, signal: controller.signal },
    { clock: systemClock, logger: recordingLogger() },
  )
}

export type TestNode = {
  readonly directory: string
  readonly store: Store
  readonly events: EventLog
  readonly chain: Chain
  readonly mempool: Mempool
  /** Takes transactions as the node's wallet hands them in. */
  readonly relay: Relay
  /** Begins to run when it is first asked for a block. */
  readonly consensus: Consensus & Pick<ConsensusEngine, 'evidence'>
  /** Of its validator; those of its directory where it has a file of them. */
  readonly keys: ValidatorKeys | undefined
  /** Runs with consensus. */
  readonly sync: Sync
  readonly workers: NodeWorkers
  readonly clock: AdjustableClock
  readonly logger: ReturnType<typeof recordingLogger>
  /** What went wrong for good. */
  readonly failures: readonly Error[]
  /** What peers were reported for. */
  readonly reports: readonly string[]
  /** Ends it in order. */
  close(): Promise<void>
}

export type TestNodeOptions = {
  readonly directory?: string
  readonly limits?: Partial<NodeLimits>
  /** The first of the world when left out; null for a follower. */
  readonly key?: ValidatorKey | null
  readonly clock?: AdjustableClock
  /** Whether consensus has the clock's timers; without them a height begins when a block is asked for. */
  readonly timers?: boolean
  readonly network?: NodeNetwork
  readonly pace?: Pace
  /** Whether it works out the delays of awards; it does when left out. */
  readonly awardProver?: boolean
  /** The chain and the store as consensus sees them, for faults. */
  readonly faulty?: (modules: EngineModules) => Partial<EngineModules>
}

/** Opens a node of `world`; the directory is a new one unless given, and the node is closed after the test. */
export async function openTestNode(
  t: Hooks,
  world: World,
  workers: NodeWorkers,
  options: TestNodeOptions = {},
): Promise<TestNode> {
  const directory = options.directory ?? (await temporaryDirectory(t))
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const clock = options.clock ?? createManualClock(START + 1_000)
  const { network = NO_NETWORK, pace = new Pace(), timers = false, awardProver = true } = options
  const key = options.key === null ? undefined : (options.key ?? world.keys[0])
  const keys = key && ((await loadValidatorKeys(directory)) ?? new ValidatorKeys(directory, [key]))
  const logger = recordingLogger()
  const store = await openStore(join(directory, 'db'), { logger })
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const close = async () => {
    ending.abort(new Error('the test is over'))
    await running
    await store.close()
  }
  t.after(close)
  const events = await openEventLog(store, seededRandom('events'), limits)
  const chain = await openChain(world.genesis, { store, events, workers }, limits)
  const mempool = new Mempool({ chain, workers, clock }, limits)
  const failures: Error[] = []
  const reports: string[] = []
  const misbehaved = (peer: string, reason: string) => void reports.push(`${peer}: ${reason}`)
  const random = seededRandom(`relay of ${directory}`)
  const relay = new Relay(
    { chain, mempool, network, clock, random, logger, misbehaved },
    RELAY_PARAMS.dev,
    limits,
    ending.signal,
  )
  ending.signal.addEventListener(
    'abort',
    pace.addSettler(() => relay.settle()),
  )
  const { stake: params } = chain.params
  const proving = { chainId: chain.state.chainId, params, limits, signal: ending.signal }
  const modules: EngineModules = {
    store,
    chain,
    mempool,
    workers,
    logger,
    pace,
    misbehaved,
    network: network.consensus,
    requests: network.requests,
    prover:
      key && awardProver
        ? new AwardProver(proving, { clock, logger, workOut: delaysIn(workers) })
        : undefined,
    clock: timers ? clock : withoutTimers(clock),
    onFailure: (error) => void failures.push(error),
  }
  const engine = new ConsensusEngine(keys, { ...modules, ...options.faulty?.(modules) }, limits)
  const headers = await openHeaderStore({ store, chain, logger })
  const sync = new Sync({ ...modules, headers, network, consensus: engine }, limits)
  const start = () => {
    running ??= Promise.all([engine.run(ending.signal), sync.run(ending.signal)]).then(() => {})
    return running
  }
  const run = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => ending.abort(signal.reason))
    return start()
  }
  const consensus: TestNode['consensus'] = {
    get evidence() {
      return engine.evidence
    },
    run,
    mine: (blocks, signal) => {
      void start()
      return engine.mine(blocks, signal)
    },
    planMining: (blocks) => engine.planMining(blocks),
    mineTo: (height, signal) => {
      void start()
      return engine.mineTo(height, signal)
    },
  }
  const parts = { store, events, chain, mempool, relay, consensus, sync, keys, workers, clock, logger }
  return { directory, ...parts, failures, reports, close }
}

function withoutTimers(clock: Clock): Clock {
  const never = createManualClock()
  return { now: () => clock.now(), sleep: (_, signal) => never.sleep(1, signal) }
}

/** The genesis coin of that position as a coin to spend. */
export function genesisCoin({ genesis }: World, position: number) {
  const context = genesisContext(genesis)
  const { core } = genesis.mint[position]!
  return ownCoin(context, position, core)!
}

/** An output of Alice's as a coin to spend; undefined for one of somebody else. */
export function ownCoin(context: Uint8Array, index: number, core: OutputCore) {
  const found = findOutput(alice, context, core)
  return (
    found && {
      id: outputId(context, index, core),
      amount: found.amount,
      blinding: encodeScalar(found.blinding),
      secret: encodeScalar(spendSecret(alice, 0, found.extension)),
    }
  )
}

/** Builds an ordinary payment of Alice's to Bob out of coins of hers. */
export function buildPayment(
  { genesis }: World,
  workers: NodeWorkers,
  coins: readonly ReturnType<typeof genesisCoin>[],
  amount: bigint,
) {
  return workers.run('build', {
    chainId: chainIdOf(genesis),
    params: genesis.params,
    viewKey: encodeViewKey(alice),
    coins,
    recipients: [
      {
        address: addressBytes(subaddress(bob, 0)),
        amount,
        payload: { kind: 'none' },
        anchor: crypto.getRandomValues(new Uint8Array(16)),
      },
    ],
    outputs: 2,
  })
}

/** An encoded payment of Alice's to Bob out of genesis coins. */
export async function payment(
  world: World,
  workers: NodeWorkers,
  coins: readonly number[],
  amount = 1_000n,
): Promise<{ bytes: Uint8Array; id: Uint8Array; fee: bigint }> {
  const spent = coins.map((position) => genesisCoin(world, position))
  const { transaction, id, fee } = await buildPayment(world, workers, spent, amount)
  return { bytes: transaction, id, fee }
}

/** An encoded transaction of Alice's out of genesis coins, with an operation on the stake that `signer` signs. */
export async function operation(
  world: World,
  workers: NodeWorkers,
  coins: readonly number[],
  unsigned: UnsignedOperation,
  secrets: { signer?: Scalar; key?: Uint8Array } = {},
): Promise<{ bytes: Uint8Array; id: Uint8Array; fee: bigint; context: Uint8Array }> {
  const spent = coins.map((position) => genesisCoin(world, position))
  const { transaction, id, fee } = await workers.run('build', {
    chainId: chainIdOf(world.genesis),
    params: world.genesis.params,
    viewKey: encodeViewKey(alice),
    coins: spent,
    recipients: [],
    outputs: 2,
    operation: {
      draft: encodeOperation(draftOperation(unsigned)),
      signer: secrets.signer && encodeScalar(secrets.signer),
      key: secrets.key,
    },
  })
  const context = inputContext(spent.map((coin) => coin.id).toSorted(compareBytes))
  return { bytes: transaction, id, fee, context }
}
