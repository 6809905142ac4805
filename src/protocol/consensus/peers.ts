/** What a replica remembers of its neighbours: where they stand, and what they had of it in this tick. Bounded. */
import type { ConsensusMessage } from './messages.ts'
import type { PeerId } from './replica-io.ts'

export type Peer = {
  /** The height it decides, by what it said last. It may lie: that costs a few requests in vain. */
  readonly height: number
  /** The tick it was last heard in, to which the rest belongs. */
  readonly tick: number
  readonly served: number
  /** Whether it was told where this node stands. */
  readonly told: boolean
}

export type Peers = ReadonlyMap<PeerId, Peer>

/** Takes note of a message. When no more peers can be remembered, the one silent for longest is forgotten. */
export function notePeer(
  peers: Peers,
  id: PeerId,
  message: ConsensusMessage,
  tick: number,
  maxPeers: number,
): Peers {
  const known = peers.get(id)
  const height = heightAfter(message, known?.height ?? 0)
  if (known?.height === height && known.tick === tick) return peers
  const changed = new Map(peers)
  if (!known && peers.size >= maxPeers) changed.delete(longestSilent(peers))
  const allowances = known?.tick === tick ? known : { served: 0, told: false }
  return changed.set(id, { served: allowances.served, told: allowances.told, height, tick })
}

export function changePeer(peers: Peers, id: PeerId, change: Partial<Peer>): Peers {
  const known = peers.get(id)
  return known ? new Map(peers).set(id, { ...known, ...change }) : peers
}

/** At most `count` peers that decide a height of at least `height`; others at each `turn`. */
export function somePeers(peers: Peers, height: number, turn: number, count: number): PeerId[] {
  const ids = [...peers].filter(([, peer]) => peer.height >= height).map(([id]) => id)
  const start = ids.length > 0 ? turn % ids.length : 0
  return [...ids.slice(start), ...ids.slice(0, start)].slice(0, count)
}

function heightAfter(message: ConsensusMessage, before: number): number {
  switch (message.type) {
    case 'vote':
      return message.vote.height
    case 'proposal':
      return message.proposal.height
    case 'certified':
      // Whoever has the block decides a later height.
      return Math.max(before, message.height + 1)
    default:
      return message.height
  }
}

function longestSilent(peers: Peers): PeerId {
  let silent: [PeerId, Peer] | undefined
  for (const entry of peers) if (!silent || entry[1].tick < silent[1].tick) silent = entry
  return silent![0]
}
