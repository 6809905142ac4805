/** Opens the parts of a node in the order in which they stand on each other. */
import { equalBytes } from '../protocol/bytes.ts'
import type { Random } from '../protocol/crypto/random.ts'
import { type OpenedAccess, openAccess } from './access/open-access.ts'
import { AwardProver } from './award/award-prover.ts'
import { delaysIn } from './award/work-out-delay.ts'
import type { Chain } from './chain/chain.ts'
import type { AdjustableClock } from './clock.ts'
import type { Consensus } from './consensus/consensus.ts'
import type { ConsensusError } from './consensus/consensus-error.ts'
import { ConsensusEngine } from './consensus/engine.ts'
import type { Misbehaved } from './consensus/inbox.ts'
import type { Pace } from './consensus/pace.ts'
import { createReports } from './consensus/reports.ts'
import { type DevTime, openDevTime } from './dev-time.ts'
import { type EventLog, openEventLog } from './events.ts'
import type { LocalNetwork } from './genesis/local-network.ts'
import { type Idempotency, openIdempotency } from './idempotency.ts'
import type { NodeLimits } from './limits.ts'
import type { Logger } from './logger.ts'
import { Mempool } from './mempool/mempool.ts'
import type { NodeNetwork } from './network/channel.ts'
import { RELAY_PARAMS } from './relay/params.ts'
import { Relay } from './relay/relay.ts'
import { type FollowHeaders, openWithSnapshot } from './snapshot/open-with-snapshot.ts'
import { type SnapshotProgress, SnapshotTeller } from './snapshot/snapshot-progress.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { headersFollower } from './sync/follow-headers.ts'
import { openHeaderStore } from './sync/header-store.ts'
import { Sync } from './sync/sync.ts'
import type { NodeWorkers } from './workers/node-workers.ts'

export type CoreOptions = {
  /** Whether the node works out the delays of awards; if absent, a validator that is registered does. */
  readonly awardProver?: boolean | undefined
  /** Whether a new chain is to begin with a snapshot, and how headers are followed for it; over the network when absent. */
  readonly snapshot?: boolean
  readonly followHeaders?: FollowHeaders | undefined
  /** Told how far that has come, and where it is told in events; undefined when it is over. */
  readonly onSnapshot?: (progress: SnapshotProgress | undefined, events: EventLog) => void
}

export type Core = {
  readonly store: Store
  readonly events: EventLog
  readonly idempotency: Idempotency
  readonly access: OpenedAccess
  readonly chain: Chain
  readonly mempool: Mempool
  readonly relay: Relay
  readonly consensus: Consensus
  readonly sync: Sync
  /** Works out the delays of awards, if the node does. */
  readonly prover: AwardProver | undefined
  readonly devTime: DevTime
}

export type CoreModules = {
  readonly store: Store
  readonly workers: NodeWorkers
  readonly clock: AdjustableClock
  readonly random: Random
  readonly logger: Logger
  readonly network: NodeNetwork
  readonly pace: Pace
  /** Told when the node cannot go on. */
  readonly onFailure: (error: StoreError | ConsensusError) => void
  /** Ends what goes on by itself. */
  readonly signal: AbortSignal
}

/** What there is before it is known which network the node belongs to. */
export type Machinery = Omit<CoreModules, 'network'>

/** @throws StoreError when the store does not fit together or is of another chain. */
export async function openCore(
  { named, validatorKeys }: LocalNetwork,
  { awardProver, snapshot = false, followHeaders: follow, onSnapshot = () => {} }: CoreOptions,
  limits: NodeLimits,
  modules: CoreModules,
): Promise<Core> {
  const { store, workers, clock, random, logger, network, pace, onFailure, signal } = modules
  const events = await openEventLog(store, random, limits)
  const complain = createReports({ logger, clock })
  const misbehaved: Misbehaved = (peer, reason, offence = 'invalid') => {
    complain(peer, reason)
    network.misbehaved?.(peer, offence, reason)
  }
  const overNetwork = () => headersFollower({ store, network, workers, clock, logger, misbehaved }, limits)
  const followHeaders = snapshot ? (follow ?? overNetwork()) : undefined
  const teller = new SnapshotTeller({
    store,
    events,
    clock,
    onProgress: (progress) => onSnapshot(progress, events),
  })
  const onProgress = (change: Partial<SnapshotProgress>) => teller.note(change)
  const snapshots = { store, events, workers, clock, logger, network, misbehaved, followHeaders, onProgress }
  const chain = await openWithSnapshot(named.genesis, snapshots, limits, signal).finally(() => teller.end())
  // A chain that was begun before is held against the chain id alone.
  if (!equalBytes(chain.genesisId, named.blockId))
    throw new StoreError('corrupt', 'the genesis file is damaged: it names another first block')
  const devTime = await openDevTime(store, clock)
  const idempotency = await openIdempotency({ store, clock, random, limits })
  const access = await openAccess({ store, clock, random, limits })
  const mempool = new Mempool({ chain, workers, clock }, limits)
  const relay = new Relay(
    { chain, mempool, network, clock, random, logger, misbehaved },
    RELAY_PARAMS[chain.params.network],
    limits,
    signal,
  )
  signal.addEventListener(
    'abort',
    pace.addSettler(() => relay.settle()),
    { once: true },
  )
  const { stake: params } = chain.params
  const proving = { chainId: chain.state.chainId, params, limits, signal }
  const prover =
    (awardProver ?? validatorKeys !== undefined)
      ? new AwardProver(proving, { clock, logger, workOut: delaysIn(workers) })
      : undefined
  // Without being told so, only who may lead a block with the proof works it out: the consensus engine sees to that.
  if (prover && awardProver) {
    const watch = () => prover.watch(chain.state.stake)
    watch()
    signal.addEventListener('abort', chain.onCommit(watch), { once: true })
  }
  const modulesOfConsensus = { store, chain, mempool, workers, clock, logger, pace, misbehaved, onFailure }
  const consensus = new ConsensusEngine(
    validatorKeys,
    { ...modulesOfConsensus, network: network.consensus, requests: network.requests, prover },
    limits,
  )
  const headers = await openHeaderStore({ store, chain, logger })
  const sync = new Sync(
    { chain, headers, network, consensus, workers, clock, logger, misbehaved, onFailure },
    limits,
  )
  return { store, events, idempotency, access, chain, mempool, relay, consensus, sync, prover, devTime }
}
