/** The channels of a node, put together from gossip and from streams to single neighbours. */
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Logger } from '../../logger.ts'
import { type Channel, type Listener, UNJUDGED } from '../channel.ts'
import { routeOf } from './consensus-routes.ts'
import type { DirectStreams } from './direct-streams.ts'
import type { GossipTopics } from './gossip-topics.ts'
import type { Neighbours } from './neighbours.ts'
import type { DirectKind, Topic } from './protocol-names.ts'

export type ChannelModules = {
  readonly neighbours: Neighbours
  readonly topics: GossipTopics
  readonly direct: Readonly<Record<DirectKind, DirectStreams>>
  readonly heard: DirectListeners
  readonly logger: Logger
}

/** Those who listen to direct messages, by kind. */
export class DirectListeners {
  readonly #listeners: Record<DirectKind, Set<Listener>> = {
    consensus: new Set(),
    transactions: new Set(),
    stem: new Set(),
  }

  add(kind: DirectKind, listener: Listener): () => void {
    this.#listeners[kind].add(listener)
    return () => this.#listeners[kind].delete(listener)
  }

  deliver(kind: DirectKind, from: PeerId, bytes: Uint8Array): void {
    // What went to one neighbour is passed on by whoever takes it, not by the network.
    for (const listener of [...this.#listeners[kind]]) listener(from, bytes, UNJUDGED)
  }
}

/** Listeners do not throw. If one does after all, it is not to end the process from inside libp2p. */
function guarded(listener: Listener, logger: Logger): Listener {
  return (from, bytes, judge) => {
    try {
      listener(from, bytes, judge)
    } catch (error) {
      logger.error({ err: error }, 'a message of a peer was not taken')
    }
  }
}

const CONSENSUS_TOPICS: readonly Topic[] = ['votes', 'proposals', 'evidence']

export function createChannels({ neighbours, topics, direct, heard, logger }: ChannelModules): {
  readonly consensus: Channel
  readonly transactions: Channel
  readonly stem: Channel
} {
  const toAll = (kind: DirectKind, bytes: Uint8Array) => {
    for (const peer of neighbours.peers) direct[kind].send(peer, bytes)
  }
  const channel = (kind: DirectKind, gossip: readonly Topic[], broadcast: Channel['broadcast']): Channel => ({
    get peers() {
      return neighbours.peers
    },
    broadcast,
    send: (peer, bytes) => direct[kind].send(peer, bytes),
    onMessage: (given) => {
      const listener = guarded(given, logger)
      const endings = [heard.add(kind, listener), ...gossip.map((topic) => topics.onMessage(topic, listener))]
      return () => {
        for (const end of endings) end()
      }
    },
  })
  return {
    consensus: channel('consensus', CONSENSUS_TOPICS, (bytes) => {
      const route = routeOf(bytes)
      if (route === 'neighbours') return toAll('consensus', bytes)
      // Gossip takes nothing twice in a short time. Who says something again means that a neighbour may have missed it.
      void topics.publish(route, bytes).then((taken) => {
        if (!taken) toAll('consensus', bytes)
      })
    }),
    transactions: channel('transactions', ['transactions'], (bytes) => {
      // Never to all neighbours at once: that would tell them who was first.
      void topics.publish('transactions', bytes)
    }),
    stem: channel('stem', [], () => {
      throw new TypeError('a stem is for one neighbour at a time')
    }),
  }
}
