import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import type { NodeStatus } from '../../src/node/api.ts'
import type { NodeMeasures } from '../../src/node/measures.ts'
import { addNodeMetrics } from '../../src/server/node-metrics.ts'

const MEASURES: NodeMeasures = {
  earliestHeight: 41,
  checkedHeight: 39,
  pruning: { waiting: 3, steps: 12, failures: 1 },
  snapshots: { ready: 2, newest: 40, made: 4, failed: 1, chunksServed: 99, refused: 7 },
  stem: { transactions: 5, bytes: 9_000, passedOn: 11, ended: 6, overdue: 2 },
}

test('metrics tell of pruning, snapshots and the stem as they are when they are asked for', async () => {
  let measures: NodeMeasures | undefined
  let snapshot: NodeStatus['snapshot'] = { headers: 50, target: 60, height: 40, done: 3, chunks: 8 }
  const registry = new Registry()
  addNodeMetrics(registry, { status: () => ({ snapshot }), measure: () => measures })
  const lines = async () => new Set((await registry.metrics()).split('\n'))
  const starting = await lines()
  for (const line of [
    'stegos_snapshot_fetched_chunks 3',
    'stegos_snapshot_fetch_chunks 8',
    'stegos_stem_transactions 0',
    'stegos_prune_waiting_blocks 0',
  ])
    assert.ok(starting.has(line), line)
  measures = MEASURES
  snapshot = undefined
  await registry.metrics()
  const running = await lines()
  for (const line of [
    'stegos_snapshot_fetch_chunks 0',
    'stegos_earliest_height 41',
    'stegos_state_checked_height 39',
    'stegos_prune_waiting_blocks 3',
    'stegos_prune_events_total{event="steps"} 12',
    'stegos_snapshots_ready 2',
    'stegos_snapshot_height 40',
    'stegos_snapshot_events_total{event="chunksServed"} 99',
    'stegos_stem_transactions 5',
    'stegos_stem_bytes 9000',
    'stegos_stem_events_total{event="overdue"} 2',
  ])
    assert.ok(running.has(line), line)
})
