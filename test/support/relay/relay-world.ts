/** Nodes that do nothing but pass transactions on: the real relay, over a graph, under a driven clock. */
import { hash } from 'node:crypto'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { RelayParams } from '../../../src/node/relay/params.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { Relay, type RelayLimits } from '../../../src/node/relay/relay.ts'
import type { Random } from '../../../src/protocol/crypto/random.ts'
import { createDrivenClock, type DrivenClock } from './driven-clock.ts'
import { type Arrived, GraphNetwork, type GraphOptions } from './graph-network.ts'
import { ToyPool } from './toy-pool.ts'

export type RelayWorldOptions = Partial<GraphOptions> & {
  readonly seed?: number
  readonly params?: Partial<RelayParams>
  readonly limits?: Partial<RelayLimits>
  /** Milliseconds that a check takes. */
  readonly checking?: number
}

export type RelayNode = {
  readonly id: string
  readonly relay: Relay
  readonly pool: ToyPool
  /** What it held against its neighbours. */
  readonly reports: readonly string[]
  stop(): void
}

export type RelayWorld = {
  readonly clock: DrivenClock
  readonly network: GraphNetwork
  /** What arrived so far, in order. */
  readonly carried: readonly Arrived[]
  start(id: string, params?: Partial<RelayParams>): RelayNode
}

export function createRelayWorld(options: RelayWorldOptions = {}): RelayWorld {
  const { seed = 1, checking = 0, limits } = options
  const clock = createDrivenClock()
  const carried: Arrived[] = []
  const onArrival = options.onArrival ?? ((one: Arrived) => void carried.push(one))
  const network = new GraphNetwork(clock, { delay: () => 10, ...options, onArrival })
  const start = (id: string, params: Partial<RelayParams> = {}): RelayNode => {
    const pool = new ToyPool(checking > 0 ? () => clock.sleep(checking) : undefined)
    const ending = new AbortController()
    const reports: string[] = []
    const relay = new Relay(
      {
        ...pool.modules,
        network: network.join(id),
        clock,
        random: seededBytes(`${seed} ${id}`),
        logger: { debug: unheard, info: unheard, warn: unheard, error: fail },
        misbehaved: (peer, reason) => void reports.push(`${peer}: ${reason}`),
      },
      { ...RELAY_PARAMS.main, ...options.params, ...params },
      { ...DEFAULT_LIMITS, ...limits },
      ending.signal,
    )
    return { id, relay, pool, reports, stop: () => ending.abort(new Error('the test is over')) }
  }
  return { clock, network, carried, start }
}

function unheard(): void {}

function fail(fields: Readonly<Record<string, unknown>>): never {
  throw fields.err
}

/** Bytes that follow from a seed, fast. */
function seededBytes(seed: string): Random {
  let counter = 0
  return (length) => {
    const bytes = hash('shake128', `${seed} ${counter++}`, { outputEncoding: 'buffer', outputLength: length })
    return new Uint8Array(bytes)
  }
}
