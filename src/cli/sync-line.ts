/** How far a node has come in catching up, in one line. */

/** As node.status has it. */
export type SyncProgress = {
  readonly height: number
  readonly headers: number
  readonly target: number
  readonly blocksPerSecond: number
  readonly peers: number
}

/** As node.status has it. */
export type SnapshotProgress = {
  readonly headers: number
  readonly target: number
  readonly height?: number | undefined
  readonly done: number
  readonly chunks: number
}

export function snapshotLine({ headers, target, height, done, chunks }: SnapshotProgress): string {
  if (height === undefined) return `headers to ${headers} of ${target}, no snapshot chosen yet`
  const share = chunks === 0 ? 100 : Math.floor((100 * done) / chunks)
  return `${done} of ${chunks} chunks (${share} %) of the snapshot at block ${height}`
}

export function progressLine({ height, headers, target, blocksPerSecond, peers }: SyncProgress): string {
  const share = target === 0 ? 100 : Math.floor((100 * height) / target)
  const verified = headers < target ? `, headers to ${headers}` : ''
  const pace = `${blocksPerSecond < 10 ? blocksPerSecond.toFixed(1) : Math.round(blocksPerSecond)} blocks/s`
  return `block ${height} of ${target} (${share} %)${verified}, ${pace} from ${peers} peer${peers === 1 ? '' : 's'}`
}
