/** Job `snapshotChunk`: what a chunk of a snapshot holds, in sum. */
import { type ChunkDigest, type ChunkKind, digestChunk } from '../snapshot/chunk.ts'

export type SnapshotChunkJob = { readonly kind: ChunkKind; readonly chunk: Uint8Array }

/** @throws ProtocolError for a chunk that no honest node has. */
export function snapshotChunk({ kind, chunk }: SnapshotChunkJob): ChunkDigest {
  return digestChunk(kind, chunk)
}
