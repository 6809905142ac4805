/**
 * How transactions travel, by network. Dandelion++ (G. Fanti, S. B. Venkatakrishnan, S. Bakshi, B. Denby, S. Bhargava,
 * A. Miller, P. Viswanath, *Dandelion++: Lightweight Cryptocurrency Networking with Formal Anonymity Guarantees*, 2018),
 * with the parameters of Monero and BIP 156 where they fit. All times are milliseconds. No node has to agree with another.
 */
import type { NetworkName } from '../../protocol/network.ts'

export type RelayParams = {
  /** How long what goes to the same neighbours is collected after a message, for the next one. */
  readonly collect: number
  /** How long what comes from neighbours is gathered after a reading, for the next one. */
  readonly gather: number
  /** How long a node keeps its stem relays and its part, at least, and by how much longer at random. */
  readonly epoch: number
  readonly epochSpread: number
  /** The probability with which a node diffuses in an epoch what comes by the stem, and so ends it there. */
  readonly diffusing: number
  /** Mean of the time after which a node that passed on a transaction diffuses it, unless it has seen it by then. */
  readonly embargo: number
  /** How long a node's own transactions wait for relays, counted from its start and from when there were some last. */
  readonly relayWait: number
  /** Mean of the time between the moments at which a node makes transactions public; 0 for at once. */
  readonly flush: number
}

/** Times drawn at random are cut at so many times their mean. */
export const LONGEST = 8

/**
 * A stem has `1 / diffusing` hops in the mean, a check and a way each: about a second. The embargo is long beside stem, flush and
 * gossip together, times the nodes that wait for it: else it would often be the author's that ends first.
 */
const PUBLIC: RelayParams = {
  collect: 100,
  gather: 100,
  epoch: 600_000,
  epochSpread: 30_000,
  diffusing: 0.2,
  embargo: 40_000,
  relayWait: 60_000,
  flush: 1_000,
}

export const RELAY_PARAMS: Readonly<Record<NetworkName, RelayParams>> = {
  main: PUBLIC,
  test: PUBLIC,
  dev: { ...PUBLIC, epoch: 60_000, epochSpread: 3_000, embargo: 2_000, relayWait: 2_000, flush: 0 },
}
