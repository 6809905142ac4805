/** Complaints about peers, in the log: of each peer one in a while, so that nobody can fill a disk by misbehaving. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import type { Misbehaved } from './inbox.ts'

export type ReportModules = { readonly logger: Logger; readonly clock: Pick<Clock, 'now'> }

/** Milliseconds. */
const WHILE = 60_000
/** Peers that are told of within a while; one that comes back under new names is one of many. */
const PEERS = 64

export function createReports({ logger, clock }: ReportModules): Misbehaved {
  /** Peers that were told of in this while. */
  const told = new Set<PeerId>()
  let untold = 0
  let began = clock.now()
  const beginAgain = (now: number) => {
    if (untold > 0) logger.warn({ complaints: untold }, 'peers went on doing what no honest node does')
    told.clear()
    untold = 0
    began = now
  }
  return (peer, reason) => {
    const now = clock.now()
    if (Math.abs(now - began) >= WHILE) beginAgain(now)
    if (told.has(peer) || told.size >= PEERS) {
      untold += 1
      return
    }
    told.add(peer)
    logger.warn({ peer, reason }, 'a peer did what no honest node does')
  }
}
