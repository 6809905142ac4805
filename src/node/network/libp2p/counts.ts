/** What a node counts of its network, since it was opened. For metrics: no names of peers, no addresses. */
import { DIRECT_KINDS, type DirectKind, TOPICS, type Topic } from './protocol-names.ts'

export type TrafficKind = Topic | `direct ${DirectKind}`

const TRAFFIC_KINDS: readonly TrafficKind[] = [
  ...TOPICS,
  ...DIRECT_KINDS.map((kind) => `direct ${kind}` as const),
]

export class Counts {
  /** Bytes of messages, without what libp2p adds. */
  readonly bytesIn = counters()
  readonly bytesOut = counters()
  /** Messages to one neighbour that were dropped because it took them too slowly. */
  shed = 0
  /** Messages that nobody took at the first try. */
  unheard = 0
  /** Of these, how many were given up. */
  lost = 0
  /** Messages dropped because their sender sent too many. */
  flooded = 0
  bans = 0
  /** Connections ended because gossip over them was dead. */
  deadGossip = 0
}

function counters(): Record<TrafficKind, number> {
  return Object.fromEntries(TRAFFIC_KINDS.map((kind) => [kind, 0])) as Record<TrafficKind, number>
}
