/**
 * Headers for a chain that is to begin with a snapshot: followed from genesis before there is anything else of the node, so it
 * asks the neighbours itself where they stand.
 */
import { decodeMessage, encodeMessage } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { unlessRefused } from '../../protocol/errors.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import { PeerHeights } from '../consensus/peer-heights.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { NodeNetwork } from '../network/channel.ts'
import { certifiedHeaders } from '../snapshot/certified-headers.ts'
import type { FollowHeaders } from '../snapshot/open-with-snapshot.ts'
import type { Store } from '../store.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { HeaderFollower } from './header-follower.ts'
import { openHeaderStore } from './header-store.ts'
import { SyncPeers } from './peers.ts'

export type FollowerModules = {
  readonly store: Store
  readonly network: Pick<NodeNetwork, 'connections' | 'consensus' | 'requests'>
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

const WHERE_ARE_YOU = encodeMessage({ type: 'status', height: 1, round: 0 })

/** It ends when nobody says that there is more, or when for a while nobody has given any. */
export function headersFollower(modules: FollowerModules, limits: Pick<NodeLimits, 'sync'>): FollowHeaders {
  const { network, clock, misbehaved } = modules
  return async (chain, signal, onHeaders) => {
    const headers = await openHeaderStore({ ...modules, chain })
    const heights = new PeerHeights(network.consensus)
    const claimed = (peer: PeerId) => (heights.of(peer) ?? 1) - 1
    const peers = new SyncPeers({ network, claimed, clock, misbehaved }, limits.sync)
    const leave = network.consensus.onMessage((from, bytes) => {
      // All else is longer, and nothing to this node yet.
      const status = bytes.length === WHERE_ARE_YOU.length && unlessRefused(() => decodeMessage(bytes))
      if (status) heights.note(from, status)
    })
    let last = clock.now()
    const tell = () => onHeaders({ headers: headers.height, target: Math.max(headers.height, peers.highest) })
    const onMore = () => {
      last = clock.now()
      tell()
    }
    const enough = () => headers.height
    const { params } = chain
    const shared = { ...modules, params, requests: network.requests, headers, peers, enough, onMore }
    const over = new AbortController()
    const following = new HeaderFollower(shared, limits.sync, AbortSignal.any([signal, over.signal]))
    try {
      for (let isAsking = false; ; ) {
        if (!isAsking) network.consensus.broadcast(WHERE_ARE_YOU)
        await clock.sleep(limits.sync.look, signal)
        tell()
        isAsking = following.resume()
        const isThere = !isAsking && headers.height > 0 && peers.highest <= headers.height
        // Somebody may be asked in vain, one name after the other.
        if (isThere || clock.now() - last >= limits.sync.search) break
      }
    } finally {
      over.abort(new Error('it goes on with what it has'))
      leave()
      await following.ended
    }
    return certifiedHeaders(headers, chain.state.beacon)
  }
}
