/**
 * A running node. It is there at once and says `starting`; what it cannot serve yet is refused with `not_ready`. Its parts
 * are opened behind that, and closed in the opposite order.
 */
import { join } from 'node:path'
import { toHex } from '../protocol/bytes.ts'
import { type Random, systemRandom } from '../protocol/crypto/random.ts'
import type { NetworkName } from '../protocol/network.ts'
import { MAX_MESSAGE_LENGTH } from '../protocol/payload.ts'
import { Access } from './access/access.ts'
import { announceStates, isSyncing } from './announce-states.ts'
import type { DevApi } from './api/dev.ts'
import type { NodeApi } from './api.ts'
import { assertArchive } from './chain/pruned.ts'
import { Pruner } from './chain/pruner.ts'
import { type AdjustableClock, createAdjustableClock } from './clock.ts'
import type { ConsensusError } from './consensus/consensus-error.ts'
import { Pace } from './consensus/pace.ts'
import { type CoreModules, type CoreOptions, type Machinery, openCore } from './core.ts'
import { installNativeBls } from './crypto/native-bls.ts'
import { DeferredEventLog } from './deferred-events.ts'
import { NodeError } from './errors.ts'
import { gate } from './gate.ts'
import type { LocalNetwork } from './genesis/local-network.ts'
import { openLocalNetwork } from './genesis/open-local-network.ts'
import { DEFAULT_LIMITS, type NodeLimits, PRUNED_LIMITS } from './limits.ts'
import type { Logger } from './logger.ts'
import { NO_NETWORK, type NodeNetwork } from './network/channel.ts'
import { joinPeers, type OpenPeers } from './network/open-peers.ts'
import { pageOfList } from './page.ts'
import { openParts, type Parts, stateOf } from './parts.ts'
import type { FollowHeaders } from './snapshot/open-with-snapshot.ts'
import { openSnapshotDesk, type SnapshotDesk } from './snapshot/snapshot-desk.ts'
import type { SnapshotProgress } from './snapshot/snapshot-progress.ts'
import { StateCheck } from './snapshot/state-check.ts'
import { openStore } from './store.ts'
import type { StoreError } from './store-error.ts'
import type { WalletLimits } from './wallet/limits.ts'
import { createNodeWorkers, type NodeWorkers } from './workers/node-workers.ts'

export type NodeOptions = {
  /** Holds everything the node keeps; made when it is not there. */
  readonly dataDirectory: string
  /** `dev` makes a development network in an empty directory; other networks need their genesis file there. */
  readonly network: NetworkName
  /** Takes no part in consensus, only follows the chain: the directory needs a genesis file and no keys. */
  readonly follower?: boolean | undefined
  /**
   * Whether the node works out the delays of awards, in a thread of its own. When absent it does if it has a validator that is
   * registered: for the blocks which that leads.
   */
  readonly awardProver?: boolean | undefined
  /**
   * Whether blocks older than the network's retention period are cut down to header and certificate. A data directory that
   * was pruned once cannot be opened without it.
   */
  readonly prune?: boolean | undefined
  /**
   * Whether a new chain begins with a snapshot instead of all blocks, if peers have one; if absent, it does. Of nodes that
   * prune only: blocks that were never there cannot be kept.
   */
  readonly snapshot?: boolean | undefined
  /** Whether snapshots are made for others; if absent, they are unless the node prunes. */
  readonly serveSnapshots?: boolean | undefined
  /** Version of the software, for `status`. */
  readonly version: string
  readonly limits?: Partial<NodeLimits> | undefined
  readonly walletLimits?: Partial<WalletLimits> | undefined
}

export type NodeModules = {
  readonly logger: Logger
  /** The machine's clock, put forward by `dev.time`, when absent. */
  readonly clock?: AdjustableClock | undefined
  /** The platform's secure generator when absent. */
  readonly random?: Random | undefined
  /** Connections to other nodes, or what opens them when the chain is known; none when absent. */
  readonly peers?: NodeNetwork | OpenPeers | undefined
  /** Threads shared with other nodes of the process, which outlive this one; its own when absent. */
  readonly workers?: NodeWorkers | undefined
  /** Shared with the other nodes of a development network in the process, so that all hurry together. */
  readonly pace?: Pace | undefined
  /** Follows headers for a snapshot; over the network when absent. */
  readonly followHeaders?: FollowHeaders | undefined
  /** What the data directory says of the network; read from its files, or made, when absent. */
  readonly openNetwork?: ((modules: Machinery) => Promise<LocalNetwork>) | undefined
  /**
   * Told once when the node cannot go on: its database cannot be written, or what was made final breaks the rules. Close it
   * and start again.
   */
  readonly onFailure?: ((error: StoreError | ConsensusError) => void) | undefined
}

export type StegosNode = NodeApi & {
  /** Resolves when the node is ready. @throws StoreError and others when it cannot start. */
  readonly ready: Promise<void>
  /** Finishes what is under way, ends all work and closes the database. */
  close(): Promise<void>
}

/** Starts a node. Returns within milliseconds; `ready` says when it has started. */
export function createNode(options: NodeOptions, modules: NodeModules): StegosNode {
  const limits = { ...DEFAULT_LIMITS, ...(options.prune && PRUNED_LIMITS), ...options.limits }
  const clock = modules.clock ?? createAdjustableClock()
  const { logger, random = systemRandom, pace = new Pace() } = modules
  const ending = { work: new AbortController(), workers: new AbortController() }
  const signal = ending.workers.signal
  const workers =
    modules.workers ?? createNodeWorkers({ limits, signal, sparing: options.prune }, { clock, logger })
  const onFailure = once(modules.onFailure ?? (() => {}))
  const events = new DeferredEventLog()
  const access = new Access()
  let network: LocalNetwork | undefined
  let genesis = toHex(new Uint8Array(32))
  let peers: NodeNetwork = NO_NETWORK
  let leave = async () => {}
  let parts: Parts | undefined
  let consensus: Promise<void> | undefined
  let pruning: { readonly pruner: Pruner; readonly ended: Promise<void> } | undefined
  let serving: SnapshotDesk | undefined
  let checking: { readonly check: StateCheck; readonly ended: Promise<void> } | undefined
  let snapshot: SnapshotProgress | undefined
  let expiring: Promise<void> | undefined

  const start = async () => {
    await installNativeBls({ logger })
    // The store comes first: its lock keeps other processes out of the whole directory.
    const store = await openStore(join(options.dataDirectory, 'db'), { logger, limits, onFailure })
    let opened: Parts | undefined
    try {
      const { signal } = ending.work
      const machinery = { store, workers, clock, random, logger, pace, onFailure, signal }
      network = await (modules.openNetwork?.(machinery) ?? openLocalNetwork(options, machinery))
      genesis = toHex(network.named.blockId)
      const joined = await joinPeers(modules.peers, network, {
        ...machinery,
        directory: options.dataDirectory,
      })
      peers = joined.network
      leave = joined.leave
      const coreModules = { ...machinery, network: peers }
      const { awardProver, prune: prunes = false, snapshot: wanted = true } = options
      const { followHeaders } = modules
      const begins = wanted && prunes && (modules.peers ?? followHeaders) !== undefined
      const onSnapshot: CoreOptions['onSnapshot'] = (progress, log) => {
        snapshot = progress
        if (progress) events.open(log)
      }
      const coreOptions = { awardProver, snapshot: begins, followHeaders, onSnapshot }
      const core = await openCore(network, coreOptions, limits, coreModules)
      if (!prunes) assertArchive(core.chain.pruned)
      opened = await openParts(core, network, options, coreModules)
      if (options.serveSnapshots ?? !prunes)
        serving = await openSnapshotDesk(core.chain, options.dataDirectory, coreModules, limits)
      await announceStates(core, clock, () => stateOf(opened))
      consensus = Promise.all([core.consensus.run(signal), core.sync.run(signal)]).then(() => {})
      if (prunes) pruning = prune(opened, machinery, limits, signal)
      expiring = core.access.tokens.run(signal)
      const { stateCheckInterval } = limits
      if (stateCheckInterval !== undefined) {
        const isIdle = () => stateOf(opened) === 'ready'
        const check = new StateCheck({ ...core, workers, clock, logger, isIdle }, stateCheckInterval)
        checking = { check, ended: check.run(signal) }
      }
      parts = opened
      access.open({ ...core.access, signal })
      events.open(core.events)
      logger.info({ height: core.chain.height, network: options.network }, 'the node is ready')
    } catch (error) {
      events.close()
      await opened?.wallet.close()
      await leave()
      await store.close()
      throw error
    }
  }
  const ready = start()
  // Whoever cares waits for `ready`, and tells of the error; nobody has to.
  ready.catch(() => {})

  return {
    ready,
    events,
    access,
    status: () => ({
      network: options.network,
      genesis,
      state: snapshot ? 'syncing' : stateOf(parts),
      height: parts?.core.chain.height ?? 0,
      finalizedAt: parts?.core.chain.state.time ?? network?.named.genesis.time ?? 0,
      syncing: parts ? isSyncing(parts.core) : snapshot !== undefined,
      sync: parts?.core.sync.progress,
      snapshot,
      validator: parts?.own?.status,
      peers: peers.connections.length,
      version: options.version,
      messageBodyBytes: MAX_MESSAGE_LENGTH,
    }),
    measureNetwork: () => peers.measure?.(),
    measure: () =>
      parts && {
        earliestHeight: parts.core.chain.pruned.earliest,
        checkedHeight: checking?.check.height ?? 0,
        pruning: pruning?.pruner.measures,
        snapshots: serving?.measures,
        stem: parts.core.relay.measures,
      },
    peers: async (query) => pageOfList('peers', query, peers.connections, ({ peerId }) => peerId),
    chain: gate(() => parts?.chain),
    account: gate(() => parts?.wallet.account),
    payment: gate(() => parts?.wallet.payment),
    message: gate(() => parts?.wallet.message),
    stake: gate(() => parts?.stake),
    token: gate(() => parts?.token),
    dev: options.network === 'dev' ? gate(() => devOf(parts)) : undefined,
    close: async () => {
      ending.work.abort(new Error('the node is closing'))
      await ready.catch(() => {})
      const closing = parts
      parts = undefined
      events.close()
      await Promise.all([consensus, pruning?.ended, expiring, serving?.ended, checking?.ended])
      if (closing) await leave()
      await closing?.wallet.close()
      await access.close()
      ending.workers.abort(new Error('the node is closing'))
      await closing?.core.store.close()
    },
  }
}

/** @throws NodeError `dev_only` on a node without a faucet: one that follows a development network of others. */
function devOf(parts: Parts | undefined): DevApi | undefined {
  if (parts && !parts.dev) throw new NodeError('dev_only', { network: 'dev' })
  return parts?.dev
}

function prune(
  { core: { chain, store }, wallet }: Parts,
  { clock, logger }: Omit<CoreModules, 'network'>,
  limits: NodeLimits,
  signal: AbortSignal,
) {
  const neededFrom = () => wallet.neededFrom
  const pruner = new Pruner({ chain, store, clock, logger, neededFrom }, limits)
  return { pruner, ended: pruner.run(signal) }
}

function once<T>(told: (value: T) => void): (value: T) => void {
  let done = false
  return (value) => {
    if (!done) told(value)
    done = true
  }
}
