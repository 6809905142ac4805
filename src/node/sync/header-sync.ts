/**
 * Headers and certificates, from one neighbour after the other, each answer held against what was verified before. Nobody has to
 * be believed: an answer proves itself, and who gives one that does not is not asked again. While one lets it wait, another is
 * asked beside it.
 */

import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { Alarm } from '../alarm.ts'
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

/** Who is being asked. */
type Asked = {
  /** When it was asked, or gave something last; milliseconds since 1970. */
  heard: number
}

/** Neighbours asked at a time. */
const TOGETHER = 2

/** Resolves when nobody who may be asked says that it has more than enough. @throws StoreError, WorkerError, or the signal's reason. */
export async function fetchHeaders(
  modules: HeaderSyncModules,
  limits: SyncLimits,
  signal: AbortSignal,
): Promise<void> {
  const { peers, enough, clock } = modules
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const asked = new Map<PeerId, Asked>()
  const ended = new Set<Promise<void>>()
  const alarm = new Alarm()
  const next = () => {
    const silent = [...asked.values()].every(({ heard }) => clock.now() - heard >= limits.headersStall)
    if (!silent || asked.size >= TOGETHER) return undefined
    return peers.having(enough() + 1).find((peer) => !asked.has(peer))
  }
  const ask = (peer: PeerId) => {
    const own: Asked = { heard: clock.now() }
    asked.set(peer, own)
    const end = fetchFrom(peer, own, modules, limits, until)
      .catch((error) => over.abort(error))
      .finally(() => {
        asked.delete(peer)
        ended.delete(end)
        alarm.ring()
      })
    ended.add(end)
  }
  try {
    for (;;) {
      until.throwIfAborted()
      const peer = next()
      if (peer !== undefined) ask(peer)
      else if (asked.size === 0) return
      else await alarm.wait(clock, limits.headersStall, until)
    }
  } finally {
    over.abort(new Error('nobody is asked any more'))
    await Promise.all(ended)
  }
}

/** Asks one neighbour once, and takes what holds. */
async function fetchFrom(
  peer: PeerId,
  asked: Asked,
  modules: HeaderSyncModules,
  limits: SyncLimits,
  signal: AbortSignal,
): Promise<void> {
  const { params, headers, peers, requests, workers, clock, onMore } = modules
  const from = headers.height + 1
  const end = Math.min(peers.claimed(peer) + 1, from + limits.headersAsked)
  const late = new AbortController()
  const until = AbortSignal.any([signal, late.signal])
  const over = clock.sleep(limits.headersTime, until).then(
    () => late.abort(new RequestError('timeout', peer)),
    () => {},
  )
  const options = { maxPart: maxHeadersPart(params), patience: limits.patience, signal: until }
  peers.noteAsked(peer)
  let at = from
  try {
    const parts = requests.ask(peer, 'headers', encodeRange({ from, count: end - from }), options)
    for await (const run of parts) {
      asked.heard = clock.now()
      const { trail } = headers
      // Blocks or headers that came another way meanwhile: what is asked for next begins behind them.
      if (trail.height !== at - 1) return
      const result = await workers.run('follow', { params, trail, run, most: end - at }, until)
      // Claims of silence that cannot have lasted so long yet. It may be that this node's clock is slow.
      if (result.due > clock.now()) {
        peers.rest(peer)
        return
      }
      if (!(await headers.add(result))) return
      at = result.trail.height + 1
      asked.heard = clock.now()
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
    else if (!(error instanceof RequestError)) throw error
    else if (error.code === 'timeout' && at === from) peers.noteSilent(peer)
    else punish(peer, error, peers)
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
