/**
 * Fetches the blocks of verified headers from several neighbours at once. Whoever holds the others up is relieved by somebody
 * else; whoever gives a block that is not of its header is not asked again.
 */

import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { hasHeader } from '../chain/check-blocks.ts'
import type { Clock } from '../clock.ts'
import { RequestError, type Requests } from '../network/requests.ts'
import type { HeaderStore } from './header-store.ts'
import { punish } from './header-sync.ts'
import type { SyncLimits } from './limits.ts'
import type { SyncPeers } from './peers.ts'
import type { BlockRange, Window } from './window.ts'
import { isWhole } from './window.ts'
import { decodeBlocks, encodeRange, maxBlockLength, maxBlocksPart } from './wire.ts'

export type BlockFetcherModules = {
  readonly params: NetworkParams
  readonly headers: HeaderStore
  readonly peers: SyncPeers
  readonly requests: Requests
  readonly clock: Clock
  readonly window: Window
  /** Told when something has come, or an answer has ended. */
  readonly onChange: () => void
}

export class BlockFetcher {
  readonly #modules: BlockFetcherModules
  readonly #limits: SyncLimits
  readonly #signal: AbortSignal
  /** Answers under way. */
  readonly #loads = new Set<Promise<void>>()
  /** Those that wait until there is room for more. */
  #waiting: (() => void)[] = []

  constructor(modules: BlockFetcherModules, limits: SyncLimits, signal: AbortSignal) {
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
  }

  /** Whether somebody is being asked. */
  get isBusy(): boolean {
    return this.#loads.size > 0
  }

  /** Neighbours that are being asked. */
  get peers(): number {
    const loading = this.#modules.window.ranges.flatMap((range) => range.loading?.peer ?? [])
    return new Set(loading).size
  }

  /** Asks for what is missing, as much at a time as there is room for. @param height of the chain. @throws StoreError */
  async pump(height: number): Promise<void> {
    const { window, headers } = this.#modules
    window.drop(height)
    while (!window.isFull) {
      const from = (window.end ?? height) + 1
      if (from > headers.height) break
      window.push(await headers.read(from, this.#limits.rangeBlocks))
    }
    this.#relieve()
    for (let range = window.next(); range; range = window.next()) {
      const peer = this.#peerFor(range)
      if (peer === undefined) break
      this.#load(range, peer)
    }
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** Resolves when nothing is under way any more. */
  async ended(): Promise<void> {
    for (const wake of this.#waiting.splice(0)) wake()
    await Promise.all(this.#loads)
  }

  #peerFor(range: BlockRange): PeerId | undefined {
    const { peers, window } = this.#modules
    const having = peers.having(range.headers.at(-1)!.height)
    const isFree = (peer: PeerId) => window.loads(peer) < this.#limits.peerRanges
    if (having.some(isFree) && having.every((peer) => range.tried.has(peer))) range.tried.clear()
    const untried = having.filter((peer) => !range.tried.has(peer))
    // What one has failed to bring is not tried with one unknown name after the other.
    const proven = range.tried.size > 0 ? untried.filter((peer) => peers.isProven(peer)) : []
    const free = (proven.length > 0 ? proven : untried).filter(isFree)
    return free.sort((left, right) => window.loads(left) - window.loads(right))[0]
  }

  /** Ends the answer that everything waits for, if somebody else may do better. */
  #relieve(): void {
    const { window, peers, clock } = this.#modules
    const { first } = window
    if (!first?.loading || clock.now() - first.loading.since < this.#limits.stall) return
    const { peer, abort } = first.loading
    const others = peers.having(first.headers.at(-1)!.height).filter((other) => other !== peer)
    if (others.length === 0) return
    abort.abort(new RequestError('timeout', peer))
  }

  #load(range: BlockRange, peer: PeerId): void {
    const { clock, onChange, peers } = this.#modules
    const abort = new AbortController()
    const loading = { peer, since: clock.now(), abort }
    range.loading = loading
    peers.noteAsked(peer)
    const load = this.#fetch(range, peer, abort.signal)
      .catch((error) => {
        range.tried.add(peer)
        if (this.#signal.aborted) return
        if (error instanceof ProtocolError) this.distrust(peer, error.message)
        else if (error instanceof RequestError) punish(peer, error, peers)
      })
      .finally(() => {
        if (range.loading === loading) range.loading = undefined
        this.#loads.delete(load)
        onChange()
      })
    this.#loads.add(load)
  }

  /** What a peer that lied has given is worth nothing, wherever it stands. */
  distrust(peer: PeerId, reason: string): void {
    this.#modules.peers.distrust(peer, reason)
    this.#modules.window.forget(peer)
  }

  async #fetch(range: BlockRange, peer: PeerId, ended: AbortSignal): Promise<void> {
    const { params, requests, window, peers, onChange } = this.#modules
    const signal = AbortSignal.any([this.#signal, ended])
    const from = range.headers[range.blocks.length]!.height
    const end = range.headers.at(-1)!.height + 1
    const options = { maxPart: maxBlocksPart(params), patience: this.#limits.patience, signal }
    let at = from
    for await (const part of requests.ask(
      peer,
      'blocks',
      encodeRange({ from, count: end - from }),
      options,
    )) {
      for (const bytes of decodeBlocks(part, end - at)) {
        const next = range.headers[range.blocks.length]
        if (next?.height !== at) return
        if (bytes.length > maxBlockLength(params) || !hasHeader(bytes, next.header))
          throw new ProtocolError('invalid_block', 'a block that is not of the header that was verified')
        window.add(range, { bytes, peer })
        at += 1
      }
      onChange()
      if (at === end) break
      while (!window.mayGrow(range)) await this.#room(signal)
    }
    if (isWhole(range)) peers.noteServed(peer)
    else throw new RequestError('failed', peer)
  }

  /** Resolves when there may be room. Whatever aborts the signal is followed by {@link pump} or {@link ended}, which wake it. */
  async #room(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    signal.throwIfAborted()
  }
}
