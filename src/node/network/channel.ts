/** What the parts of a node need of the network: neighbours, bytes to and from them, and answers to questions. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { RequestError, type Requests } from './requests.ts'

/**
 * What became of a message that was heard: `accept`ed, it is passed on to others; to `ignore` it is neither passed on nor held
 * against anyone; `reject` says that whoever passed it on should have known better.
 */
export type Verdict = 'accept' | 'ignore' | 'reject'

/** Told what became of a message. */
export type Judge = (verdict: Verdict) => void

/** For messages that are not passed on whatever becomes of them. */
export const UNJUDGED: Judge = () => {}

/**
 * Takes a message.
 * @param from the neighbour it came from, who need not be its author
 * @param judge to be called at most once, when the message has been checked; what is never judged is not passed on
 */
export type Listener = (from: PeerId, bytes: Uint8Array, judge: Judge) => void

/** Messages of one kind. None is sure to arrive, nor to arrive once, nor in order; from which neighbour one came is certain. */
export type Channel = {
  /** The neighbours that are connected. */
  readonly peers: readonly PeerId[]
  /** To all who listen: neighbours, and through those that accept it, others. What is sent is not changed afterwards. */
  broadcast(bytes: Uint8Array): void
  /** To one neighbour, who does not pass it on by itself. */
  send(peer: PeerId, bytes: Uint8Array): void
  /** Listeners do not throw. Returns what ends it. */
  onMessage(listener: Listener): () => void
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

/**
 * What a peer does that no honest node does: `invalid` proofs and signatures, `malformed` bytes, messages or answers that are
 * `oversize`, a `flood` of them, or ones that are `stale`, which may happen to the honest now and then.
 */
export type Offence = 'invalid' | 'malformed' | 'oversize' | 'flood' | 'stale'

/** What a node measures of its network. Counts are since it was opened. */
export type NetworkMeasures = {
  readonly inbound: number
  readonly outbound: number
  /** Neighbours that messages are passed on to, by topic. */
  readonly mesh: Readonly<Record<string, number>>
  /** Bytes of messages, by topic or direct kind. */
  readonly bytesIn: Readonly<Record<string, number>>
  readonly bytesOut: Readonly<Record<string, number>>
  /** Messages to a neighbour dropped because it was too slow. */
  readonly shed: number
  /** Messages that nobody took at first, and that nobody took at all. */
  readonly unheard: number
  readonly lost: number
  /** Messages not listened to because their sender sent too many. */
  readonly flooded: number
  readonly bans: number
  /** Connections ended because gossip over them was dead. */
  readonly deadGossip: number
}

/** A node's place in the network. */
export type NodeNetwork = {
  readonly connections: readonly Connection[]
  readonly consensus: ConsensusNetwork
  /** Transactions that are to be final, several to a message (`src/node/relay/batch.ts`). */
  readonly transactions: Channel
  /** Transactions that only the neighbour they are sent to is to see for now, in such messages; never broadcast. */
  readonly stem: Channel
  readonly requests: Requests
  /** Whether there are others that this node tries to connect to, and may not have reached yet. */
  readonly seeks?: boolean
  /** Holds against a peer what it did; too much of it ends in a ban. Absent where everybody is trusted. */
  readonly misbehaved?: (peer: PeerId, offence: Offence, reason: string) => void
  /** Absent where there is nothing to measure. */
  readonly measure?: () => NetworkMeasures
}

/** A network that is left when its node is closed. */
export type OpenNetwork = NodeNetwork & {
  /** Leaves: nothing is sent or received any more. */
  close(): Promise<void>
}

const SILENCE: Channel = { peers: [], broadcast: () => {}, send: () => {}, onMessage: () => () => {} }

/** Of a node that is alone. */
export const NO_NETWORK: NodeNetwork = {
  connections: [],
  consensus: SILENCE,
  transactions: SILENCE,
  stem: SILENCE,
  requests: { ask: (peer) => noAnswer(peer), serve: () => () => {} },
}

function noAnswer(peer: PeerId): AsyncIterable<Uint8Array> {
  const next = () => Promise.reject(new RequestError('not_connected', peer))
  return { [Symbol.asyncIterator]: () => ({ next }) }
}
