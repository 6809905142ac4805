/** The peers a node might connect to, and how that went. Bounded, in all and for each address range: anybody can name peers. */
import type { Multiaddr } from '@multiformats/multiaddr'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import { SAVED, type SavedPeer } from './peers-file.ts'
import { placeOf, readAddress } from './places.ts'

export type Candidate = {
  readonly peerId: PeerId
  readonly addresses: readonly Multiaddr[]
  /** When it was last a neighbour; 0 for one that was only heard of. */
  readonly seenAt: number
}

const MOST = { candidates: 1_024, range: 32 }

export class PeerBook {
  readonly #candidates = new Map<PeerId, Candidate>()
  /** Those relied on before the last stop; tried first, until one of them fails. */
  readonly #anchors: Set<PeerId>

  constructor(saved: readonly SavedPeer[], anchors: readonly PeerId[]) {
    for (const { peerId, addresses, seenAt } of saved) {
      const read = addresses.map(readAddress).filter((address) => address !== undefined)
      if (read.length > 0) this.#candidates.set(peerId, { peerId, addresses: read, seenAt })
    }
    this.#anchors = new Set(anchors)
  }

  get size(): number {
    return this.#candidates.size
  }

  /** Notes that a peer is said to be there. What is known from being connected counts more. */
  hear(peerId: PeerId, addresses: readonly Multiaddr[]): void {
    if (this.#candidates.has(peerId)) return
    const usable = addresses.filter((address) => placeOf(address) !== undefined).slice(0, SAVED.addresses)
    if (usable.length === 0 || !this.#makeRoom(usable[0]!)) return
    this.#candidates.set(peerId, { peerId, addresses: usable, seenAt: 0 })
  }

  /** Notes that this node connected to a peer there. */
  meet(peerId: PeerId, address: Multiaddr, now: number): void {
    this.#candidates.delete(peerId)
    if (this.#candidates.size >= MOST.candidates) this.#candidates.delete(this.#worst()!)
    this.#candidates.set(peerId, { peerId, addresses: [address], seenAt: now })
  }

  /** Notes that a peer could not be reached. One that never was is forgotten. */
  miss(peerId: PeerId): void {
    this.#anchors.delete(peerId)
    if (this.#candidates.get(peerId)?.seenAt === 0) this.#candidates.delete(peerId)
  }

  forget(peerId: PeerId): void {
    this.#anchors.delete(peerId)
    this.#candidates.delete(peerId)
  }

  /** Anchors first, then all others by chance. @param chance a number from 0 to below 1, new at every call */
  inOrder(chance: () => number): Candidate[] {
    const rank = ({ peerId }: Candidate) => (this.#anchors.has(peerId) ? -1 : chance())
    return [...this.#candidates.values()]
      .map((candidate) => ({ candidate, rank: rank(candidate) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ candidate }) => candidate)
  }

  /** Those that were neighbours, the last first, for the next start. */
  get met(): SavedPeer[] {
    return [...this.#candidates.values()]
      .filter(({ seenAt }) => seenAt > 0)
      .toSorted((a, b) => b.seenAt - a.seenAt)
      .slice(0, SAVED.peers)
      .map(({ peerId, addresses, seenAt }) => ({ peerId, addresses: addresses.map(String), seenAt }))
  }

  #makeRoom(address: Multiaddr): boolean {
    const range = placeOf(address)?.ranges[0]
    const same = [...this.#candidates.values()].filter(
      ({ addresses, seenAt }) => seenAt === 0 && placeOf(addresses[0]!)?.ranges[0] === range,
    )
    // The oldest hearsay of a range goes for the newest of it, so that nobody fills the book from one range.
    if (same.length >= MOST.range) return this.#candidates.delete(same[0]!.peerId)
    if (this.#candidates.size < MOST.candidates) return true
    const worst = this.#worst()
    if (worst === undefined || this.#candidates.get(worst)!.seenAt > 0) return false
    return this.#candidates.delete(worst)
  }

  #worst(): PeerId | undefined {
    let worst: Candidate | undefined
    for (const candidate of this.#candidates.values()) {
      if (!worst || candidate.seenAt < worst.seenAt) worst = candidate
    }
    return worst?.peerId
  }
}
