/** What Prometheus may know of a node's network: numbers, never who or where its neighbours are. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { NetworkMeasures } from '../node/network/channel.ts'
import { addEventCounter } from './event-counter.ts'

const EVENTS = {
  shed: 'Messages to a neighbour dropped because it was too slow.',
  unheard: 'Messages that nobody took at the first try.',
  lost: 'Messages that nobody took at all.',
  flooded: 'Messages not listened to because their sender sent too many.',
  bans: 'Peers and addresses banned.',
  deadGossip: 'Connections ended because gossip over them was dead.',
} as const satisfies Partial<Record<keyof NetworkMeasures, string>>

export function addNetworkMetrics(registry: Registry, measure: () => NetworkMeasures | undefined): void {
  const registers = [registry]
  new Gauge({
    name: 'stegos_network_neighbours',
    help: 'Neighbours by who opened the connection.',
    labelNames: ['direction'],
    registers,
    collect() {
      const { inbound = 0, outbound = 0 } = measure() ?? {}
      this.set({ direction: 'inbound' }, inbound)
      this.set({ direction: 'outbound' }, outbound)
    },
  })
  new Gauge({
    name: 'stegos_network_mesh_peers',
    help: 'Neighbours that messages are passed on to, by topic.',
    labelNames: ['topic'],
    registers,
    collect() {
      for (const [topic, size] of Object.entries(measure()?.mesh ?? {})) this.set({ topic }, size)
    },
  })
  new Counter({
    name: 'stegos_network_bytes_total',
    help: 'Bytes of messages, by direction and by topic or direct kind.',
    labelNames: ['direction', 'kind'],
    registers,
    collect() {
      const measures = measure()
      this.reset()
      for (const [direction, bytes] of [
        ['in', measures?.bytesIn],
        ['out', measures?.bytesOut],
      ] as const) {
        for (const [kind, count] of Object.entries(bytes ?? {})) this.inc({ direction, kind }, count)
      }
    },
  })
  addEventCounter(registry, 'stegos_network_events_total', EVENTS, measure)
}
