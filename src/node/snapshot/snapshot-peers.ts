/** Asks peers about snapshots. What they answer is decoded with bounds; what it is worth is for others to say. */

import { concat, equalBytes } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { NodeLimits } from '../limits.ts'
import type { NodeNetwork } from '../network/channel.ts'
import { patiently, RequestError } from '../network/requests.ts'
import { MAX_CHUNK_LENGTH } from './chunk.ts'
import { MAX_MANIFEST_LENGTH, manifestId } from './manifest.ts'
import { decodeOffer, encodeQuestion, MANIFEST_PART, OFFER_LENGTH } from './messages.ts'
import type { SnapshotName } from './shelf.ts'

/** Offers of one peer that are looked at. */
const OFFERS = 8

/** A manifest has many parts: it may take so many times the patience for one. */
const MANIFEST_TIME = 8

export type SnapshotPeersModules = {
  readonly clock: Pick<Clock, 'sleep'>
  readonly network: Pick<NodeNetwork, 'connections' | 'requests'>
  readonly misbehaved: Misbehaved
}

export type SnapshotPeersLimits = Pick<NodeLimits, 'snapshotPatience' | 'snapshotFailures'>

export class SnapshotPeers {
  readonly #modules: SnapshotPeersModules
  readonly #limits: SnapshotPeersLimits
  /** Peers that lied: nothing of theirs is looked at any more. */
  readonly #liars = new Set<PeerId>()
  readonly #failures = new Map<PeerId, number>()

  constructor(modules: SnapshotPeersModules, limits: SnapshotPeersLimits) {
    this.#modules = modules
    this.#limits = limits
  }

  /** Those that are connected and neither lied nor failed too often. */
  get usable(): PeerId[] {
    const { snapshotFailures } = this.#limits
    return this.#modules.network.connections
      .map(({ peerId }) => peerId)
      .filter((peer) => !this.#liars.has(peer) && (this.#failures.get(peer) ?? 0) < snapshotFailures)
  }

  /** Says of a peer that it did what no honest node does. */
  blame(peer: PeerId, reason: string): void {
    if (this.#liars.has(peer)) return
    this.#liars.add(peer)
    this.#modules.misbehaved(peer, reason)
  }

  /** Gives those another chance that did not answer. */
  forgive(): void {
    this.#failures.clear()
  }

  /** The snapshots that a peer has; undefined when it does not answer. */
  async offersOf(peer: PeerId, signal: AbortSignal): Promise<SnapshotName[] | undefined> {
    const offers: SnapshotName[] = []
    const answered = await this.#asking(peer, 1, signal, async (limited) => {
      for await (const part of this.#ask(peer, { type: 'offers' }, OFFER_LENGTH, limited)) {
        offers.push(decodeOffer(part))
        if (offers.length === OFFERS) return true
      }
      return true
    })
    return answered ? offers : undefined
  }

  /** The manifest of an offer of that peer's; undefined when it does not answer, or with something else. */
  async manifestOf(peer: PeerId, { id }: SnapshotName, signal: AbortSignal): Promise<Uint8Array | undefined> {
    return this.#asking(peer, MANIFEST_TIME, signal, async (limited) => {
      const parts: Uint8Array[] = []
      let length = 0
      for await (const part of this.#ask(peer, { type: 'manifest', id }, MANIFEST_PART, limited)) {
        length += part.length
        if (part.length === 0 || length > MAX_MANIFEST_LENGTH) throw lie('a manifest longer than any')
        parts.push(part)
        if (part.length < MANIFEST_PART) break
      }
      const manifest = concat(...parts)
      if (!equalBytes(manifestId(manifest), id)) throw lie('another manifest than announced')
      return manifest
    })
  }

  /** A chunk of a snapshot that the peer has; undefined when it does not answer. */
  async chunkOf(
    peer: PeerId,
    id: Uint8Array,
    number: number,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    return this.#asking(peer, 1, signal, async (limited) => {
      for await (const chunk of this.#ask(peer, { type: 'chunk', id, number }, MAX_CHUNK_LENGTH, limited))
        return chunk
      throw new RequestError('failed', peer)
    })
  }

  #ask(
    peer: PeerId,
    question: Parameters<typeof encodeQuestion>[0],
    maxPart: number,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array> {
    const { snapshotPatience: patience } = this.#limits
    const { requests } = this.#modules.network
    return requests.ask(peer, 'snapshot', encodeQuestion(question), { maxPart, patience, signal })
  }

  /**
   * @param times the patience that the whole answer may take
   * @returns undefined when there was no answer, or one that no honest node gives: then the peer is told on.
   */
  async #asking<T>(
    peer: PeerId,
    times: number,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const answer = await this.#inTime(peer, times * this.#limits.snapshotPatience, signal, work)
      this.#failures.delete(peer)
      return answer
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof ProtocolError) this.blame(peer, error.message)
      else if (error instanceof RequestError) {
        if (error.code === 'oversize') this.blame(peer, 'a longer answer than any snapshot has')
        else this.#failures.set(peer, (this.#failures.get(peer) ?? 0) + 1)
      } else throw error
      return undefined
    }
  }

  /** Whoever sends a little now and then, without end, has no more time than others. @throws RequestError `timeout` */
  async #inTime<T>(
    peer: PeerId,
    milliseconds: number,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const over = new AbortController()
    const working = work(AbortSignal.any([signal, over.signal]))
    // what it ends with when nobody waits for it any more
    working.catch(() => {})
    const { clock } = this.#modules
    try {
      return await patiently(working, { clock, patience: milliseconds, signal, peer })
    } finally {
      over.abort(new RequestError('timeout', peer))
    }
  }
}

function lie(what: string): ProtocolError {
  return new ProtocolError('invalid_encoding', what)
}
