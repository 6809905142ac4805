import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import type { NetworkMeasures } from '../../src/node/network/channel.ts'
import { addNetworkMetrics } from '../../src/server/network-metrics.ts'

const MEASURES: NetworkMeasures = {
  inbound: 3,
  outbound: 2,
  mesh: { votes: 4 },
  bytesIn: { votes: 100 },
  bytesOut: { votes: 300, 'direct stem': 7 },
  shed: 1,
  unheard: 5,
  lost: 2,
  flooded: 0,
  bans: 6,
  deadGossip: 0,
}

test('metrics tell the numbers of the network as they are when they are asked for', async () => {
  let measures: NetworkMeasures | undefined
  const registry = new Registry()
  addNetworkMetrics(registry, () => measures)
  assert.match(await registry.metrics(), /stegos_network_neighbours\{direction="inbound"\} 0/)
  measures = MEASURES
  await registry.metrics()
  const lines = new Set((await registry.metrics()).split('\n'))
  for (const line of [
    'stegos_network_neighbours{direction="inbound"} 3',
    'stegos_network_mesh_peers{topic="votes"} 4',
    'stegos_network_bytes_total{direction="out",kind="direct stem"} 7',
    'stegos_network_events_total{event="bans"} 6',
  ]) {
    assert.ok(lines.has(line), line)
  }
})
