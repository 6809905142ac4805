/** Opens the chain of a store, beginning a new one with a snapshot where that is wanted. */
import type { Genesis } from '../../protocol/genesis.ts'
import type { Chain, ChainLimits, ChainModules } from '../chain/chain.ts'
import { openChain } from '../chain/open-chain.ts'
import type { CertifiedHeaders } from './certified-headers.ts'
import { abandonImport, isImporting } from './snapshot-import.ts'
import type { SnapshotProgress } from './snapshot-progress.ts'
import { type SyncSnapshotLimits, type SyncSnapshotModules, syncSnapshot } from './sync-snapshot.ts'

/** Follows the headers of a chain that stands at genesis as far as peers have them. */
export type FollowHeaders = (
  chain: Chain,
  signal: AbortSignal,
  /** Told how far it has come. */
  onHeaders: (progress: Pick<SnapshotProgress, 'headers' | 'target'>) => void,
) => Promise<CertifiedHeaders>

export type OpenWithSnapshotModules = ChainModules &
  Omit<SyncSnapshotModules, 'headers' | 'onProgress'> & {
    readonly onProgress?: (change: Partial<SnapshotProgress>) => void
    /** Absent when the chain is to be read from its beginning. */
    readonly followHeaders: FollowHeaders | undefined
  }

/** @throws as `openChain` and `syncSnapshot` do. */
export async function openWithSnapshot(
  genesis: Genesis,
  modules: OpenWithSnapshotModules,
  limits: ChainLimits & SyncSnapshotLimits,
  signal: AbortSignal,
): Promise<Chain> {
  const { store, followHeaders, onProgress = () => {} } = modules
  const chain = await openChain(genesis, modules, limits)
  if (chain.height > 0) return chain
  const importing = await isImporting(store)
  if (!followHeaders && !importing) return chain
  if (followHeaders) {
    const headers = await followHeaders(chain, signal, onProgress)
    if (headers.height === 0 && !importing) return chain
    await syncSnapshot(genesis.params, { ...modules, headers, onProgress }, limits, signal)
  } else await abandonImport(store)
  return openChain(genesis, modules, limits)
}
