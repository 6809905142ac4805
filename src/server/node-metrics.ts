/** What Prometheus may know of pruning, snapshots and the stem. */
import { Gauge, type Registry } from 'prom-client'
import type { NodeStatus } from '../node/api.ts'
import type { NodeMeasures } from '../node/measures.ts'
import { addEventCounter } from './event-counter.ts'

type Source = {
  readonly status: () => Pick<NodeStatus, 'snapshot'>
  readonly measure: () => NodeMeasures | undefined
}

const SNAPSHOT_EVENTS = {
  made: 'Snapshots made for others.',
  failed: 'Snapshots that could not be made.',
  chunksServed: 'Chunks given to others.',
  refused: 'Questions turned down because there were too many at once.',
} as const

const STEM_EVENTS = {
  passedOn: 'Transactions handed to the next neighbour.',
  ended: 'Transactions made public because the stem ended here.',
  overdue: 'Transactions made public because nobody else had done it in time.',
} as const

export function addNodeMetrics(registry: Registry, { status, measure }: Source): void {
  const registers = [registry]
  const gauge = (name: string, help: string, value: () => number | undefined) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value() ?? 0)
      },
    })
  gauge(
    'stegos_earliest_height',
    'Lowest height whose blocks are all there.',
    () => measure()?.earliestHeight,
  )
  gauge(
    'stegos_state_checked_height',
    'Height of the last state on disk that was found to be what the chain says.',
    () => measure()?.checkedHeight,
  )
  gauge(
    'stegos_prune_waiting_blocks',
    'Blocks past their retention that still have payloads, of a node that prunes.',
    () => measure()?.pruning?.waiting,
  )
  addEventCounter(
    registry,
    'stegos_prune_events_total',
    { steps: 'Batches of rows that were pruned.', failures: 'Attempts that failed.' },
    () => measure()?.pruning,
  )
  gauge('stegos_snapshots_ready', 'Snapshots that others can have.', () => measure()?.snapshots?.ready)
  gauge('stegos_snapshot_height', 'Height of the newest of them.', () => measure()?.snapshots?.newest)
  addEventCounter(registry, 'stegos_snapshot_events_total', SNAPSHOT_EVENTS, () => measure()?.snapshots)
  gauge(
    'stegos_snapshot_fetch_chunks',
    'Chunks of the snapshot that this node begins with; 0 when it fetches none.',
    () => status().snapshot?.chunks,
  )
  gauge('stegos_snapshot_fetched_chunks', 'Those of them that are stored.', () => status().snapshot?.done)
  gauge(
    'stegos_stem_transactions',
    'Transactions on their way by the stem.',
    () => measure()?.stem.transactions,
  )
  gauge('stegos_stem_bytes', 'Bytes of these transactions.', () => measure()?.stem.bytes)
  addEventCounter(registry, 'stegos_stem_events_total', STEM_EVENTS, () => measure()?.stem)
}
