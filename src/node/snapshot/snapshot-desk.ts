/** Where others get snapshots: made from now on, kept in files, and given to whoever asks. */
import { join } from 'node:path'
import type { Chain } from '../chain/chain.ts'
import type { CoreModules } from '../core.ts'
import type { NodeLimits } from '../limits.ts'
import type { SnapshotMeasures } from '../measures.ts'
import { openShelf } from './shelf.ts'
import { SnapshotMaker } from './snapshot-maker.ts'
import { snapshotInterval } from './snapshot-schedule.ts'
import { serveSnapshots } from './snapshot-service.ts'

export type SnapshotDesk = {
  /** Resolves when all that it does has ended, after the signal was aborted. */
  readonly ended: Promise<void>
  readonly measures: SnapshotMeasures
}

/** Makes snapshots from now on, and serves those that are there. */
export async function openSnapshotDesk(
  chain: Chain,
  dataDirectory: string,
  { store, workers, logger, network, signal }: CoreModules,
  limits: NodeLimits,
): Promise<SnapshotDesk> {
  const shelf = await openShelf(join(dataDirectory, 'snapshots'), limits.snapshotsKept)
  const service = serveSnapshots(network.requests, shelf, limits)
  const interval = limits.snapshotInterval ?? snapshotInterval(chain.params)
  const maker = new SnapshotMaker({ chain, store, workers, shelf, logger }, interval)
  return {
    ended: maker.run(signal).finally(service.end),
    get measures() {
      const { items } = shelf
      return { ready: items.length, newest: items[0]?.height ?? 0, ...maker.measures, ...service.measures }
    },
  }
}
