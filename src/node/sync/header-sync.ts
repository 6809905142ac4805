/**
 * Headers and certificates, from one neighbour after the other, each answer held against what was verified before. Nobody has to
 * be believed: an answer proves itself, and who gives one that does not is not asked again.
 */

import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import type { Clock } from '../clock.ts'
import { RequestError, type Requests } from '../network/requests.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { HeaderStore } from './header-store.ts'
import type { SyncLimits } from './limits.ts'
import type { SyncPeers } from './peers.ts'
import { encodeRange, maxHeadersPart } from './wire.ts'

export type HeaderSyncModules = {
  readonly params: NetworkParams
  readonly headers: HeaderStore
  readonly peers: SyncPeers
  readonly requests: Requests
  readonly workers: NodeWorkers
  readonly clock: Clock
  /** The height up to which nobody has to be asked: what is said to be there beyond it is worth a question. */
  readonly enough: () => number
  /** Told when there are more headers than before. */
  readonly onMore: () => void
}

/** Resolves when nobody who may be asked says that it has more than enough. @throws StoreError, WorkerError, or the signal's reason. */
export async function fetchHeaders(
  modules: HeaderSyncModules,
  limits: SyncLimits,
  signal: AbortSignal,
): Promise<void> {
  const { peers, enough } = modules
  for (;;) {
    signal.throwIfAborted()
    const [peer] = peers.having(enough() + 1)
    if (peer === undefined) return
    await fetchFrom(peer, modules, limits, signal)
  }
}

/** Asks one neighbour once, and takes what holds. */
async function fetchFrom(
  peer: PeerId,
  modules: HeaderSyncModules,
  limits: SyncLimits,
  signal: AbortSignal,
): Promise<void> {
  const { params, headers, peers, requests, workers, onMore } = modules
  const from = headers.height + 1
  const end = Math.min(peers.claimed(peer) + 1, from + limits.headersAsked)
  const late = new AbortController()
  const until = AbortSignal.any([signal, late.signal])
  const over = modules.clock.sleep(limits.headersTime, until).then(
    () => late.abort(new RequestError('timeout', peer)),
    () => {},
  )
  const options = { maxPart: maxHeadersPart(params), patience: limits.patience, signal: until }
  peers.noteAsked(peer)
  let at = from
  try {
    const parts = requests.ask(peer, 'headers', encodeRange({ from, count: end - from }), options)
    for await (const run of parts) {
      const { trail } = headers
      // Blocks that came another way meanwhile: what is asked for next begins behind them.
      if (trail.height !== at - 1) return
      const result = await workers.run('follow', { params, trail, run, most: end - at }, until)
      // Claims of silence that cannot have lasted so long yet. It may be that this node's clock is slow.
      if (result.due > modules.clock.now()) {
        peers.rest(peer)
        return
      }
      await headers.add(result)
      at = result.trail.height + 1
      onMore()
      if (at === end) break
    }
    if (at === from) peers.distrust(peer, 'claims a height that it cannot serve')
    // Whoever has them gives all that were asked for.
    else if (at < end) peers.rest(peer)
    else peers.noteServed(peer)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ProtocolError) peers.distrust(peer, `false headers: ${error.message}`)
    else if (error instanceof RequestError) punish(peer, error, peers)
    else throw error
  } finally {
    late.abort(new Error('the answer is over'))
    await over
  }
}

/** An answer that broke off may be nobody's fault; a part that is too long is its sender's. */
export function punish(peer: PeerId, { code }: RequestError, peers: SyncPeers): void {
  if (code === 'oversize') peers.distrust(peer, 'a part longer than any answer has')
  else peers.rest(peer)
}
