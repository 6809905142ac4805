/**
 * Who sent it? Nodes that run the relay of this program over a simulated network, some of them observers: each honest node
 * sends one transaction, and the observers together guess its origin by the first-spy estimator, the neighbour from which
 * any of them heard of it first, be it by the stem or in public (G. Fanti et al., *Dandelion++*, 2018, section 3).
 */
import { digestOf } from '../../../src/node/mempool/digest.ts'
import { decodeBatch } from '../../../src/node/relay/batch.ts'
import { createRelayWorld, type RelayNode } from '../../support/relay/relay-world.ts'
import { toyTransaction } from '../../support/relay/toy-pool.ts'
import { type Chance, chanceOf } from '../chance.ts'

export type OriginConfig = {
  readonly seed: number
  readonly nodes: number
  /** Share of the nodes that observe. They pass on like all others. */
  readonly observers: number
  /** Neighbours that each node connects to. */
  readonly outbound: number
  /** Neighbours that each node grafts for public messages; with those that graft it twice as many, about. */
  readonly mesh: number
  /** Whether there is a stem. */
  readonly stem: boolean
  /** Whether the observers have one node more that connects to every other, and hears all it says in public. */
  readonly supernode: boolean
}

export type OriginResult = {
  /** Share of the transactions whose origin was guessed. */
  readonly recall: number
  /** Mean over honest nodes: 1 over the transactions that are ascribed to it when its own is among them, else 0. */
  readonly precision: number
  /** Seconds from handing in until nine of ten nodes have a transaction: median. */
  readonly spread: number
}

/** Milliseconds over which the transactions are sent: within an epoch of the relays. */
const SENDING = 300_000
/** No stem and no embargo lasts longer. */
const ENDING = 360_000
/** Milliseconds that a way takes, drawn for each, and how much a message may take on top. */
const WAY = { least: 20, most: 150, jitter: 10 }
/** Milliseconds that a check takes. */
const CHECKING = 10
const SUPERNODE = 'supernode'

type Guess = { readonly origin: string; readonly at: number }

export async function runOrigin(config: OriginConfig): Promise<OriginResult> {
  const { seed, nodes, observers, stem, supernode } = config
  const graph = chanceOf(seed, 'graph')
  const delays = chanceOf(seed, 'delays')
  const ids = Array.from({ length: nodes }, (_, at) => `node-${at}`)
  const spies = new Set(graph.some(ids, Math.round(observers * nodes)))
  const ways = new Map<string, number>()
  const delay = (from: string, to: string) => {
    const way = from < to ? `${from} ${to}` : `${to} ${from}`
    const base = ways.get(way) ?? delays.whole(WAY.least, WAY.most)
    ways.set(way, base)
    return base + delays.below(WAY.jitter)
  }
  const guesses = new Map<string, Guess>()
  const world = createRelayWorld({
    seed,
    stem,
    delay,
    checking: CHECKING,
    onArrival: ({ from, to, bytes, at }) => {
      if (!spies.has(to) || spies.has(from)) return
      for (const transaction of decodeBatch(bytes)) {
        const name = digestOf(transaction)
        if (!guesses.has(name)) guesses.set(name, { origin: from, at })
      }
    },
  })
  const running = new Map(ids.map((id) => [id, world.start(id)]))
  connect(world.network, ids, config, graph)
  if (supernode) {
    spies.add(SUPERNODE)
    world.network.join(SUPERNODE)
    for (const id of ids) world.network.connect(SUPERNODE, id)
  }

  const times = chanceOf(seed, 'times')
  const honest = ids.filter((id) => !spies.has(id))
  const sent = honest.map((origin) => {
    const transaction = toyTransaction()
    const at = times.below(SENDING)
    world.clock.after(at, () => void running.get(origin)!.relay.submit(transaction))
    return { origin, at: world.clock.now() + at, name: digestOf(transaction) }
  })
  const reached = watch(running.values(), world.clock, Math.ceil(0.9 * nodes))
  await world.clock.pass(SENDING + ENDING)
  for (const node of running.values()) node.stop()
  const spreads = sent.map(({ name, at }) => (reached.get(name)! - at) / 1_000).toSorted((a, b) => a - b)
  return { ...score(sent, guesses), spread: spreads[spreads.length >> 1]! }
}

function connect(
  network: ReturnType<typeof createRelayWorld>['network'],
  ids: readonly string[],
  { outbound, mesh }: OriginConfig,
  graph: Chance,
): void {
  const linked = new Set<string>()
  for (const id of ids) {
    const others = graph.some(
      ids.filter((other) => other !== id && !linked.has(`${id} ${other}`)),
      outbound,
    )
    for (const [at, other] of others.entries()) {
      linked.add(`${id} ${other}`).add(`${other} ${id}`)
      network.connect(id, other, at < mesh)
    }
  }
}

/** When so many pools had each transaction. */
function watch(
  nodes: Iterable<RelayNode>,
  clock: { now(): number },
  enough: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const reached = new Map<string, number>()
  for (const { pool } of nodes) {
    pool.modules.mempool.onAccepted(({ digest }) => {
      const count = (counts.get(digest) ?? 0) + 1
      counts.set(digest, count)
      if (count === enough) reached.set(digest, clock.now())
    })
  }
  return reached
}

function score(
  sent: readonly { readonly origin: string; readonly name: string }[],
  guesses: ReadonlyMap<string, Guess>,
): Pick<OriginResult, 'recall' | 'precision'> {
  const ascribed = new Map<string, number>()
  for (const { origin } of guesses.values()) ascribed.set(origin, (ascribed.get(origin) ?? 0) + 1)
  let right = 0
  let precision = 0
  for (const { origin, name } of sent) {
    if (guesses.get(name)?.origin !== origin) continue
    right++
    precision += 1 / ascribed.get(origin)!
  }
  return { recall: right / sent.length, precision: precision / sent.length }
}
