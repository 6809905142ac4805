/**
 * The network of a simulated world carries bytes. Every link has a delay of its own; messages are lost, doubled and
 * overtake each other, and partitions and cuts come and go as the run's faults say. After the last fault everything
 * arrives, within {@link LONGEST_DELAY}.
 */
import { type Agenda, MILLISECOND, type Time } from './agenda.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { SimConfig } from './config.ts'
import { calmAfter, type Fault } from './faults.ts'

/** What a message takes at most in a calm network. */
export const LONGEST_DELAY: Time = 900 * MILLISECOND
/** How much slower one link may be than another. */
const LINK_SPREAD = 3

export type NetworkStatistics = { sent: number; lost: number; doubled: number; cut: number; bytes: number }

export class Network {
  readonly statistics: NetworkStatistics = { sent: 0, lost: 0, doubled: 0, cut: 0, bytes: 0 }
  readonly #agenda: Agenda
  readonly #config: SimConfig
  readonly #calm: Time
  readonly #links: readonly { readonly chance: Chance; readonly slowness: number }[]
  readonly #nodes: number
  readonly #deliver: (from: string, to: number, bytes: Uint8Array) => void
  readonly #storms: readonly Extract<Fault, { kind: 'storm' }>[]
  readonly #walls: readonly Wall[]

  constructor(
    agenda: Agenda,
    config: SimConfig,
    nodes: number,
    deliver: (from: string, to: number, bytes: Uint8Array) => void,
  ) {
    this.#agenda = agenda
    this.#config = config
    this.#calm = calmAfter(config.faults)
    this.#nodes = nodes
    this.#deliver = deliver
    this.#storms = config.faults.filter((fault) => fault.kind === 'storm')
    this.#walls = config.faults.flatMap((fault) => wallOf(fault, nodes))
    this.#links = Array.from({ length: nodes * nodes }, (_, link) => {
      const chance = chanceOf(config.seed, `link ${link}`)
      return { chance, slowness: chance.between(1, LINK_SPREAD) }
    })
  }

  /** @param connection what the receiver knows the sender by, for one that comes with several faces. */
  send(from: number, to: number, bytes: Uint8Array, connection = `${from}`): void {
    this.statistics.sent += 1
    this.statistics.bytes += bytes.length
    const { now } = this.#agenda
    if (this.#walls.some((wall) => wall.from <= now && now < wall.until && wall.between(from, to))) {
      this.statistics.cut += 1
      return
    }
    const { chance } = this.#links[from * this.#nodes + to]!
    const calm = now >= this.#calm
    const storm = this.#storms.find((one) => one.from <= now && now < one.until)
    const { loss, duplicates } = storm ?? this.#config.network
    if (!calm && chance.happens(loss)) {
      this.statistics.lost += 1
      return
    }
    this.#schedule(from, to, bytes, connection, storm?.delay ?? 0)
    if (!calm && chance.happens(duplicates)) {
      this.statistics.doubled += 1
      this.#schedule(from, to, bytes, connection, storm?.delay ?? 0)
    }
  }

  #schedule(from: number, to: number, bytes: Uint8Array, connection: string, extra: Time): void {
    const { chance, slowness } = this.#links[from * this.#nodes + to]!
    const { latency, jitter } = this.#config.network
    // Exponential: most are quick, some take long, and so messages overtake each other.
    const delay = latency * slowness - jitter * Math.log(1 - chance.next()) + extra * chance.next()
    const bounded = extra > 0 ? delay : Math.min(delay, LONGEST_DELAY)
    this.#agenda.after(bounded, () => this.#deliver(connection, to, bytes))
  }
}

type Wall = { readonly from: Time; readonly until: Time; between(from: number, to: number): boolean }

function wallOf(fault: Fault, nodes: number): Wall[] {
  if (fault.kind === 'partition') {
    const groupOf = Array.from({ length: nodes }, (_, i) =>
      fault.groups.findIndex((group) => group.includes(i)),
    )
    return [{ ...fault, between: (from, to) => groupOf[from] !== groupOf[to] }]
  }
  if (fault.kind === 'cut') {
    const [sources, targets] = [new Set(fault.sources), new Set(fault.targets)]
    return [{ ...fault, between: (from, to) => sources.has(from) && targets.has(to) }]
  }
  return []
}
