/**
 * What goes wrong in a run, as plain data: drawn from the seed once, then carried out as written. So a failure can be made
 * smaller by taking elements out.
 */
import { MILLISECOND, type Time } from './agenda.ts'
import type { Chance } from './chance.ts'

/** Where in its work a node is struck. */
export const CRASH_POINTS = [
  'anywhere',
  /** A journal record was handed to the disk and is not synced. */
  'written',
  /** It is synced, and nothing that follows was done. */
  'synced',
  /** The same, in the third round of a height or a later one: where locks and what became of them matter. */
  'late round',
  /** A message went to some, not to all. */
  'sending',
  /** A block was decided and is not on disk. */
  'deciding',
  /** It is on disk, and the replica was not told. */
  'stored',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

export type Fault =
  /** From `from` until `until` a node is struck at every `count`-th such point, and started again `down` later. */
  | {
      readonly kind: 'crash'
      readonly node: number
      readonly from: Time
      readonly until: Time
      readonly point: CrashPoint
      readonly count: number
      readonly down: Time
      /** Share of the unsynced bytes that is on the medium all the same. */
      readonly kept: number
    }
  /** Nodes of different groups do not hear each other. */
  | {
      readonly kind: 'partition'
      readonly from: Time
      readonly until: Time
      readonly groups: readonly (readonly number[])[]
    }
  /** What `sources` send does not reach `targets`; the way back is open. */
  | {
      readonly kind: 'cut'
      readonly from: Time
      readonly until: Time
      readonly sources: readonly number[]
      readonly targets: readonly number[]
    }
  /** Everything is slow, much is lost, some arrives twice. */
  | {
      readonly kind: 'storm'
      readonly from: Time
      readonly until: Time
      readonly loss: number
      readonly duplicates: number
      readonly delay: Time
    }
  /** A node stands still, as a machine does that is suspended, and finds everything afterwards. */
  | { readonly kind: 'pause'; readonly node: number; readonly from: Time; readonly until: Time }
  /** A node's clock is wrong by so many milliseconds more. */
  | {
      readonly kind: 'clock'
      readonly node: number
      readonly from: Time
      readonly until: Time
      readonly by: number
    }

/** When the last fault is over. */
export function calmAfter(faults: readonly Fault[]): Time {
  return faults.reduce((latest, fault) => Math.max(latest, endOf(fault)), 0)
}

function endOf(fault: Fault): Time {
  return fault.kind === 'crash' ? fault.until + fault.down : fault.until
}

/** `count` faults that begin within `span`, on nodes 0 … `nodes` − 1. */
export function drawFaults(chance: Chance, nodes: number, span: Time, count: number): Fault[] {
  return Array.from({ length: count }, () => drawFault(chance, nodes, span)).sort((a, b) => a.from - b.from)
}

/** Crashes of nodes 0 … `nodes` − 1 in late rounds, one each. */
export function drawLateCrashes(chance: Chance, nodes: number, span: Time): Fault[] {
  return Array.from({ length: nodes }, (_, node) => {
    const down = chance.whole(1, 300) * MILLISECOND
    return {
      kind: 'crash',
      node,
      from: 0,
      until: span,
      point: 'late round',
      count: chance.whole(1, 3),
      down,
      kept: 0,
    }
  })
}

function drawFault(chance: Chance, nodes: number, span: Time): Fault {
  const all = Array.from({ length: nodes }, (_, i) => i)
  const from = chance.whole(0, span)
  const until = from + chance.whole(100, 4_000) * MILLISECOND
  const node = chance.below(nodes)
  const kind = chance.next()
  if (kind < 0.45) {
    const point = chance.pick(CRASH_POINTS)
    // A crash at a certain instant has no waiting time; for one in a late round it may be long.
    const end = { anywhere: from, 'late round': from + span }[point as string] ?? until
    const count = chance.whole(1, point === 'sending' ? 40 : 5)
    const down = chance.whole(1, chance.happens(0.2) ? 5_000 : 200) * MILLISECOND
    const kept = chance.pick([0, 0, 1, chance.next()])
    return { kind: 'crash', node, from, until: end, point, count, down, kept }
  }
  if (kind < 0.62) {
    const groups: number[][] = [[], [], []].slice(0, chance.whole(2, 3))
    for (const one of chance.some(all, nodes)) chance.pick(groups).push(one)
    return { kind: 'partition', from, until, groups }
  }
  if (kind < 0.76) {
    const sources = chance.some(all, chance.whole(1, nodes))
    const targets = chance.some(all, chance.whole(1, nodes))
    return { kind: 'cut', from, until, sources, targets }
  }
  if (kind < 0.88) {
    const [loss, duplicates] = [chance.between(0, 0.6), chance.between(0, 0.5)]
    return { kind: 'storm', from, until, loss, duplicates, delay: chance.whole(0, 800) * MILLISECOND }
  }
  if (kind < 0.95) return { kind: 'pause', node, from, until }
  return { kind: 'clock', node, from, until, by: chance.whole(-800, 800) }
}
