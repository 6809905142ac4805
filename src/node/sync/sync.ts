/**
 * Catching up with the network: when neighbours say they are ahead by more than a few blocks, headers and certificates are asked
 * for, beside everything else. Only when headers that were verified show it is this node behind, and blocks are fetched from
 * several neighbours at once: what anybody merely says costs nothing, and changes nothing here. What has been verified is on
 * disk, so that nothing is fetched twice whenever it is interrupted. The last few blocks of a chain that goes on, and everything
 * from there on, are consensus' own business.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { Alarm } from '../alarm.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import { ConsensusError } from '../consensus/consensus-error.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { NodeNetwork } from '../network/channel.ts'
import { StoreError } from '../store-error.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { applyBlocks } from './block-applier.ts'
import { BlockFetcher } from './block-fetcher.ts'
import { HeaderFollower } from './header-follower.ts'
import type { HeaderStore } from './header-store.ts'
import { PaceMeter } from './pace-meter.ts'
import { SyncPeers } from './peers.ts'
import { serveSync } from './service.ts'
import { Window } from './window.ts'

/** How far it has come. */
export type SyncProgress = {
  /** Where it began. */
  readonly from: number
  /** The last block that is there. */
  readonly height: number
  /** The last header that has been verified. */
  readonly headers: number
  /** The last block that a neighbour says it has: nobody has to be believed that. */
  readonly target: number
  readonly blocksPerSecond: number
  /** Neighbours that are being asked for blocks. */
  readonly peers: number
}

/** Consensus on this node, as far as catching up goes around it. */
export type SyncedConsensus = {
  /** The height that a neighbour says it decides. */
  heightOf(peer: PeerId): number | undefined
  /** Whether it leaves fetching final blocks to others. */
  hold(held: boolean): void
  /** The chain has gone on without it. */
  follow(): void
}

export type SyncModules = {
  readonly chain: Chain
  readonly headers: HeaderStore
  readonly network: Pick<NodeNetwork, 'connections' | 'consensus' | 'requests'>
  readonly consensus: SyncedConsensus
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
  readonly misbehaved: Misbehaved
  readonly onFailure: (error: StoreError | ConsensusError) => void
}

export type SyncOptions = Pick<NodeLimits, 'sync' | 'verifyPart' | 'retryDelay'>

/** Milliseconds between two complaints that nobody serves. */
const COMPLAINTS = 60_000

type Run = { readonly from: number; readonly meter: PaceMeter; readonly fetcher: BlockFetcher }

export class Sync {
  readonly #modules: SyncModules
  readonly #limits: SyncOptions
  readonly #peers: SyncPeers
  #current: Run | undefined
  #complained = Number.NEGATIVE_INFINITY
  /** Rings when something has changed. */
  readonly #alarm = new Alarm()

  constructor(modules: SyncModules, limits: SyncOptions) {
    const { network, consensus, clock, misbehaved } = modules
    this.#modules = modules
    this.#limits = limits
    const claimed = (peer: PeerId) => {
      const deciding = consensus.heightOf(peer)
      return deciding === undefined ? undefined : deciding - 1
    }
    this.#peers = new SyncPeers({ network, claimed, clock, misbehaved }, limits.sync)
  }

  /** Undefined unless verified headers show that others are ahead. */
  get progress(): SyncProgress | undefined {
    const { chain, headers } = this.#modules
    const { height } = chain
    if (!this.#current && headers.height <= height + this.#borne) return undefined
    const { from, meter, fetcher } = this.#current ?? { from: height }
    const target = Math.max(headers.height, this.#peers.highest)
    const blocksPerSecond = meter?.blocksPerSecond ?? 0
    return { from, height, headers: headers.height, target, blocksPerSecond, peers: fetcher?.peers ?? 0 }
  }

  /** Serves others, and catches up whenever it is needed, until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const { chain, network, clock } = this.#modules
    serveSync({ chain, clock, requests: network.requests }, this.#limits.sync, signal)
    while (!signal.aborted) {
      try {
        await this.#keepUp(signal)
      } catch (error) {
        if (signal.aborted) return
        if (!(await this.#bear(error, signal))) return
      }
    }
  }

  /** Blocks that others may be ahead: the replica fetches so few itself, one after the other. */
  get #borne(): number {
    const { chain, clock } = this.#modules
    const { gap, freshIntervals } = this.#limits.sync
    const isFresh = clock.now() - chain.state.time < freshIntervals * chain.params.blockInterval
    return isFresh ? gap : 1
  }

  /** Asks for headers where others say they are ahead, and for blocks where headers show it. @throws what goes wrong. */
  async #keepUp(signal: AbortSignal): Promise<never> {
    const { chain, headers, network, clock } = this.#modules
    const over = new AbortController()
    const until = AbortSignal.any([signal, over.signal])
    const enough = () => Math.max(headers.height, chain.height + this.#borne)
    const onMore = () => this.#alarm.ring()
    const { params } = chain
    const shared = { ...this.#modules, params, requests: network.requests, peers: this.#peers }
    const following = new HeaderFollower({ ...shared, enough, onMore }, this.#limits.sync, until)
    try {
      for (;;) {
        following.resume()
        if (this.#canCatchUp()) await this.#catchUp(following, until)
        await clock.sleep(this.#limits.sync.look, until)
      }
    } finally {
      over.abort(new Error('it begins anew'))
      await following.ended
    }
  }

  #canCatchUp(): boolean {
    const { chain, headers } = this.#modules
    const { highest } = this.#peers
    const near = chain.height + this.#borne
    if (Math.max(highest, headers.height) <= near) return false
    const isServed = this.#peers.having(chain.height + 1).length > 0
    // After a start with headers of before nobody may have said yet where he stands.
    if (!isServed && highest > chain.height) this.#complain()
    return isServed && headers.height > near
  }

  #complain(): void {
    const { chain, clock, logger, headers } = this.#modules
    const now = clock.now()
    if (now - this.#complained < COMPLAINTS) return
    this.#complained = now
    const { height } = chain
    const fields = { height, headers: headers.height, target: this.#peers.highest }
    logger.warn(fields, 'others are ahead of this node, and none of them serves it')
  }

  /** Whether it goes on after what went wrong. */
  async #bear(error: unknown, signal: AbortSignal): Promise<boolean> {
    const { logger, onFailure, chain, clock, headers } = this.#modules
    if (error instanceof ProtocolError) {
      // Two thirds vouch for it, and it breaks the rules: nothing this node could do next would be right.
      logger.error({ err: error, height: chain.height + 1 }, 'a certified block breaks the rules')
      onFailure(new ConsensusError('certified_invalid', chain.height + 1, error))
      return false
    }
    logger.error({ err: error, height: chain.height }, 'catching up was interrupted')
    if (error instanceof StoreError && error.code !== 'corrupt') return false
    try {
      if (error instanceof StoreError) await headers.reset()
      await clock.sleep(this.#limits.retryDelay, signal)
    } catch {
      return false
    }
    return true
  }

  /** Comes as far as anybody serves. */
  async #catchUp(following: HeaderFollower, signal: AbortSignal): Promise<void> {
    const { chain, clock, logger, consensus } = this.#modules
    const { height: from } = chain
    const over = new AbortController()
    const until = AbortSignal.any([signal, over.signal])
    const window = new Window(this.#limits.sync)
    const onChange = () => this.#alarm.ring()
    const { params } = chain
    const shared = { ...this.#modules, params, requests: this.#modules.network.requests, peers: this.#peers }
    const fetcher = new BlockFetcher({ ...shared, window, onChange }, this.#limits.sync, until)
    const run = { from, meter: new PaceMeter(clock, from), fetcher }
    this.#current = run
    consensus.hold(true)
    logger.info({ height: from, target: this.#peers.highest }, 'catching up')
    try {
      await this.#applyAll(run, window, following, until)
    } finally {
      over.abort(new Error('caught up'))
      window.clear()
      await fetcher.ended()
      this.#current = undefined
      consensus.hold(false)
      consensus.follow()
      logger.info({ from, height: chain.height }, 'catching up has ended')
    }
  }

  async #applyAll(
    { meter, fetcher }: Run,
    window: Window,
    following: HeaderFollower,
    signal: AbortSignal,
  ): Promise<void> {
    const { chain, headers, clock } = this.#modules
    const { appliedBlocks, appliedBytes, look, linger } = this.#limits.sync
    let wasFar = clock.now()
    for (;;) {
      signal.throwIfAborted()
      const isAsking = following.resume()
      if (headers.height > chain.height + this.#borne) wasFar = clock.now()
      await fetcher.pump(chain.height)
      const ready = window.ready(appliedBlocks, appliedBytes)
      if (ready.length > 0) {
        const lie = await applyBlocks(ready, this.#modules, this.#limits)
        if (lie) fetcher.distrust(lie.block.peer, `a false block: ${lie.reason}`)
        meter.note(chain.height)
        continue
      }
      // Somebody may be asked in vain for headers that nobody has: that must not hold up consensus here.
      if (!fetcher.isBusy && (!isAsking || clock.now() - wasFar >= linger)) {
        if (headers.height > chain.height) this.#complain()
        return
      }
      await this.#alarm.wait(clock, look, signal)
    }
  }
}
