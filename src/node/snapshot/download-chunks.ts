/**
 * Gets the chunks of a snapshot from all peers that have it, some at a time from each. Whoever announced the manifest's id
 * has vouched for every chunk in it, so one that does not fit is its sender's lie, whoever the manifest came from.
 */
import { compareBytes, equalBytes } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { ChunkDigest } from './chunk.ts'
import { chunkAt, type Manifest } from './manifest.ts'
import type { SnapshotImport } from './snapshot-import.ts'
import type { SnapshotPeers } from './snapshot-peers.ts'

export type DownloadModules = {
  readonly peers: SnapshotPeers
  readonly workers: NodeWorkers
  /** Told after each chunk that is stored. */
  readonly onChunk: () => void
}

/**
 * One pass over the chunks that are missing. @returns whether any came; what could not be had is asked for in the next pass.
 * @param holders peers that have the snapshot
 * @param atOnce chunks asked of each at the same time
 */
export async function downloadChunks(
  work: SnapshotImport,
  holders: readonly PeerId[],
  atOnce: number,
  modules: DownloadModules,
  signal: AbortSignal,
): Promise<boolean> {
  const waiting = [...work.missing]
  const before = waiting.length
  const usable = (peer: PeerId) => modules.peers.usable.includes(peer)
  const line = async (peer: PeerId) => {
    while (usable(peer)) {
      const number = waiting.shift()
      if (number === undefined) return
      if (!(await getChunk(work, peer, number, modules, signal))) waiting.push(number)
    }
  }
  await Promise.all(holders.flatMap((peer) => Array.from({ length: atOnce }, () => line(peer))))
  return work.left < before
}

/** @returns whether the chunk is in the store now. */
async function getChunk(
  work: SnapshotImport,
  peer: PeerId,
  number: number,
  { peers, workers, onChunk }: DownloadModules,
  signal: AbortSignal,
): Promise<boolean> {
  const chunk = await peers.chunkOf(peer, work.id, number, signal)
  if (!chunk) return false
  const { kind } = chunkAt(work.manifest, number)
  let digest: ChunkDigest
  try {
    digest = await workers.run('snapshotChunk', { kind, chunk }, signal)
    checkChunk(work.manifest, number, digest)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ProtocolError)) throw error
    peers.blame(peer, error.message)
    return false
  }
  await work.put(number, chunk, digest)
  onChunk()
  return true
}

/**
 * A chunk has the rows that the manifest says: in their place, and no others. That chunks do not overlap matters for more than
 * order: 65,536 times the same row would leave an LtHash as it is.
 * @throws ProtocolError `invalid_block`
 */
export function checkChunk(manifest: Manifest, number: number, digest: ChunkDigest): void {
  const { info, next } = chunkAt(manifest, number)
  const inPlace = equalBytes(digest.first, info.first) && (!next || compareBytes(digest.last, next) < 0)
  if (!inPlace || !equalBytes(digest.sum, info.sum))
    throw new ProtocolError('invalid_block', 'a chunk that is not the one it announced')
}
