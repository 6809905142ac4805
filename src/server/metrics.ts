/** What Prometheus may know. Nothing in it tells one account, address or payment from another. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { NodeApi } from '../node/api.ts'
import { addNetworkMetrics } from './network-metrics.ts'
import { addNodeMetrics } from './node-metrics.ts'

export class Metrics {
  readonly #registry = new Registry()
  readonly #calls: Counter<'method' | 'outcome'>
  readonly #seconds: Histogram<'method'>
  readonly #connections: Gauge
  readonly #subscriptions: Gauge

  constructor(node: Pick<NodeApi, 'status' | 'measure' | 'measureNetwork'>) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#calls = new Counter({
      name: 'stegos_rpc_calls_total',
      help: 'Calls by method and by "ok" or the symbol of the error.',
      labelNames: ['method', 'outcome'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'stegos_rpc_call_seconds',
      help: 'Time a call took.',
      labelNames: ['method'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    })
    this.#connections = new Gauge({ name: 'stegos_ws_connections', help: 'Open WebSockets.', registers })
    this.#subscriptions = new Gauge({ name: 'stegos_subscriptions', help: 'Open subscriptions.', registers })
    new Gauge({
      name: 'stegos_height',
      help: 'Height of the last final block.',
      registers,
      collect() {
        this.set(node.status().height)
      },
    })
    new Gauge({
      name: 'stegos_peers',
      help: 'Nodes connected to.',
      registers,
      collect() {
        this.set(node.status().peers)
      },
    })
    addNodeMetrics(this.#registry, { status: () => node.status(), measure: () => node.measure?.() })
    addNetworkMetrics(this.#registry, () => node.measureNetwork?.())
  }

  /** @param method a method of the contract, or "unknown": names callers choose must not become labels. */
  countCall(method: string, outcome: string, milliseconds: number): void {
    this.#calls.inc({ method, outcome })
    this.#seconds.observe({ method }, milliseconds / 1_000)
  }

  countConnections(change: number): void {
    this.#connections.inc(change)
  }

  countSubscriptions(change: number): void {
    this.#subscriptions.inc(change)
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** The text a scraper reads. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
