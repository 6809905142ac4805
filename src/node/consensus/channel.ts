/** What the parts of a node need of the network: neighbours, and bytes to and from them. */
import type { PeerId } from '../../protocol/consensus/replica.ts'

/** Messages of one kind. None is sure to arrive, nor to arrive once, nor in order; who sent one is certain. */
export type Channel = {
  /** The neighbours that are connected. */
  readonly peers: readonly PeerId[]
  /** To all neighbours. What is sent is not changed afterwards. */
  broadcast(bytes: Uint8Array): void
  send(peer: PeerId, bytes: Uint8Array): void
  /** Listeners do not throw. Returns what ends it. */
  onMessage(listener: (from: PeerId, bytes: Uint8Array) => void): () => void
}

/** The channel that the messages of consensus go over. */
export type ConsensusNetwork = Channel

export type Connection = {
  readonly peerId: PeerId
  /** Where it was reached. */
  readonly address: string
  /** Who opened it. */
  readonly direction: 'inbound' | 'outbound'
  /** Milliseconds since 1970. */
  readonly connectedAt: number
}

/** A node's place in the network. */
export type NodeNetwork = {
  readonly connections: readonly Connection[]
  readonly consensus: ConsensusNetwork
  /** Transactions that are to be final, encoded, one a message. */
  readonly transactions: Channel
}

const SILENCE: Channel = { peers: [], broadcast: () => {}, send: () => {}, onMessage: () => () => {} }

/** Of a node that is alone. */
export const NO_NETWORK: NodeNetwork = { connections: [], consensus: SILENCE, transactions: SILENCE }
