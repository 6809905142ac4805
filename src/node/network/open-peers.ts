/** How a node comes to its place in a network: it is given one, or what opens one as soon as the chain is known. */
import type { Random } from '../../protocol/crypto/random.ts'
import type { Clock } from '../clock.ts'
import { maxMessageLength } from '../consensus/message-length.ts'
import type { LocalNetwork } from '../genesis/local-network.ts'
import type { Logger } from '../logger.ts'
import { NO_NETWORK, type NodeNetwork, type OpenNetwork } from './channel.ts'

/** What a network needs to know of its node. */
export type PeersModules = {
  /** 32 bytes; nodes of another chain are not connected to. */
  readonly chainId: Uint8Array
  /** Bytes of a message of consensus, at most: one with the longest block. */
  readonly maxConsensus: number
  /** Whether the node takes part in consensus. */
  readonly validator: boolean
  /** The node's data directory, for what the network keeps. */
  readonly directory: string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Opens a network, which the node closes. */
export type OpenPeers = (modules: PeersModules) => Promise<OpenNetwork>

/** The network of a node, and how it is left: one that was given stays as it is. */
export async function joinPeers(
  peers: NodeNetwork | OpenPeers | undefined,
  { named, validatorKeys }: LocalNetwork,
  modules: Pick<PeersModules, 'directory' | 'clock' | 'random' | 'logger'>,
): Promise<{ readonly network: NodeNetwork; leave(): Promise<void> }> {
  if (typeof peers !== 'function') return { network: peers ?? NO_NETWORK, leave: async () => {} }
  const { directory, clock, random, logger } = modules
  const network = await peers({
    chainId: named.chainId,
    maxConsensus: maxMessageLength(named.genesis.params),
    validator: validatorKeys !== undefined,
    directory,
    clock,
    random,
    logger,
  })
  return { network, leave: () => network.close() }
}
