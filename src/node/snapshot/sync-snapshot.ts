/**
 * Begins a chain with a snapshot in place of its blocks: finds one of a height whose header is certified, holds its manifest
 * against that header, gets the chunks, and makes its height the head. A restart goes on where it was.
 */
import { equalBytes, toHex } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Store } from '../store.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { CertifiedHeaders } from './certified-headers.ts'
import { checkManifest } from './check-manifest.ts'
import { downloadChunks } from './download-chunks.ts'
import { chunkCount, decodeManifest } from './manifest.ts'
import type { SnapshotName } from './shelf.ts'
import { abandonImport, SnapshotImport } from './snapshot-import.ts'
import { SnapshotOffers, type SnapshotOffersLimits } from './snapshot-offers.ts'
import { SnapshotPeers, type SnapshotPeersLimits, type SnapshotPeersModules } from './snapshot-peers.ts'
import type { SnapshotProgress } from './snapshot-progress.ts'

export type SyncSnapshotModules = SnapshotPeersModules & {
  readonly store: Store
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
  readonly headers: CertifiedHeaders
  readonly onProgress?: (progress: Pick<Required<SnapshotProgress>, 'height' | 'done' | 'chunks'>) => void
}

export type SyncSnapshotLimits = SnapshotPeersLimits &
  SnapshotOffersLimits &
  Pick<NodeLimits, 'snapshotAsked' | 'snapshotTries' | 'retryDelay'>

/** Times in a row that others are offered, and not the one that is being fetched, before it is given up. */
const MISSED = 3

/**
 * Times in a row that peers have answered and none has what could be taken, before the node does without: headers were followed
 * before, so what is made only now is of no use.
 */
const NONE = 5

/** A snapshot and the peers that have it. */
type Candidate = { readonly item: SnapshotName; readonly holders: readonly PeerId[] }

/**
 * @returns whether the chain stands at a snapshot's height now. If not, the store is as before its chain began: either way the
 * chain is to be opened again.
 * @throws ProtocolError `supply_broken` when what is certified does not add up: this network's money is not what it says.
 */
export async function syncSnapshot(
  params: NetworkParams,
  modules: SyncSnapshotModules,
  limits: SyncSnapshotLimits,
  signal: AbortSignal,
): Promise<boolean> {
  const { clock } = modules
  const peers = new SnapshotPeers(modules, limits)
  const over = new AbortController()
  const offers = new SnapshotOffers({ peers, clock }, limits, AbortSignal.any([signal, over.signal]))
  try {
    return await fetchSnapshot(params, peers, offers, modules, limits, signal)
  } finally {
    over.abort(new Error('no offer is needed any more'))
  }
}

async function fetchSnapshot(
  params: NetworkParams,
  peers: SnapshotPeers,
  offers: SnapshotOffers,
  modules: SyncSnapshotModules,
  limits: SyncSnapshotLimits,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, clock, logger } = modules
  let work = await SnapshotImport.resume(store)
  let [missed, none] = [0, 0]
  for (let tries = 0; tries < limits.snapshotTries; tries++) {
    const said = await offers.ask()
    const candidates = candidatesOf(said, modules.headers, params)
    if (candidates.length > 0 || work) none = 0
    else if (said.length > 0 && ++none === NONE) break
    const isOffered = candidates.some(({ item }) => work && equalBytes(item.id, work.id))
    if (isOffered || candidates.length === 0) missed = 0
    else if (offers.isFirstHeard) missed++
    if (work && missed >= MISSED) {
      logger.info({ height: work.manifest.head.state.height }, 'nobody has the rest of the snapshot any more')
      work = undefined
    }
    work ??= await beginWithOneOf(candidates, peers, params, modules, signal)
    if (work) {
      const holders = candidates.find(({ item }) => equalBytes(item.id, work!.id))?.holders ?? []
      if (await download(work, holders, peers, modules, limits, signal)) tries = 0
      if (work.left === 0) {
        await work.putHeaders(modules.headers, signal)
        await work.finish()
        logger.info(
          { height: work.manifest.head.state.height },
          'the chain stands at the height of a snapshot',
        )
        return true
      }
    }
    await clock.sleep(limits.retryDelay, signal)
    if (peers.usable.length === 0) peers.forgive()
  }
  logger.warn({}, 'no snapshot could be had: the chain is read from its beginning')
  await abandonImport(store)
  return false
}

/**
 * What peers offer, the newest first and of one height what most have: of heights that are certified, and not so old that the
 * blocks since might be pruned before this node has come to them.
 */
function candidatesOf(
  offers: Awaited<ReturnType<SnapshotOffers['ask']>>,
  headers: CertifiedHeaders,
  { payloadRetention }: NetworkParams,
): Candidate[] {
  const candidates = new Map<string, { item: SnapshotName; holders: PeerId[] }>()
  const oldest = headers.height - Math.floor(payloadRetention / 2)
  for (const { peer, items } of offers) {
    for (const item of items) {
      if (item.height < Math.max(1, oldest) || item.height > headers.height) continue
      const name = `${item.height} ${toHex(item.id)}`
      const known = candidates.get(name) ?? { item, holders: [] }
      if (!known.holders.includes(peer)) known.holders.push(peer)
      candidates.set(name, known)
    }
  }
  return [...candidates.values()].toSorted(
    (one, other) => other.item.height - one.item.height || other.holders.length - one.holders.length,
  )
}

/** Begins with the first that is what its header says. Whoever offers one that is not has lied. */
async function beginWithOneOf(
  candidates: readonly Candidate[],
  peers: SnapshotPeers,
  params: NetworkParams,
  { headers, store, logger }: SyncSnapshotModules,
  signal: AbortSignal,
): Promise<SnapshotImport | undefined> {
  for (const { item, holders } of candidates) {
    for (const peer of holders) {
      if (!peers.usable.includes(peer)) continue
      const bytes = await peers.manifestOf(peer, item, signal)
      if (!bytes) continue
      try {
        await checkManifest(decodeManifest(bytes), headers, params, signal)
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        // its id names these bytes, so whoever offers it offers this
        for (const liar of holders) peers.blame(liar, error.message)
        break
      }
      logger.info({ height: item.height }, 'a snapshot is being fetched')
      return SnapshotImport.begin(store, bytes)
    }
  }
  return undefined
}

/** @returns whether any chunk came. */
async function download(
  work: SnapshotImport,
  holders: readonly PeerId[],
  peers: SnapshotPeers,
  modules: SyncSnapshotModules,
  { snapshotAsked }: SyncSnapshotLimits,
  signal: AbortSignal,
): Promise<boolean> {
  const { workers, onProgress = () => {} } = modules
  const chunks = chunkCount(work.manifest)
  const { height } = work.manifest.head.state
  const onChunk = () => onProgress({ height, done: chunks - work.left, chunks })
  return downloadChunks(work, holders, snapshotAsked, { peers, workers, onChunk }, signal)
}
