/**
 * Who makes room when somebody new wants to connect and all places are taken. Whoever wants to surround a node has to beat
 * those that have stayed longest and those that were useful, and to own addresses in more ranges than anybody else.
 */
import type { PeerId } from '../../../protocol/consensus/replica.ts'

export type Inbound = {
  readonly peerId: PeerId
  /** Its wide address range; undefined where ranges do not count. */
  readonly range: string | undefined
  /** When it connected, milliseconds since 1970. */
  readonly since: number
  /** Messages it was first with. */
  readonly useful: number
}

/** How many are safe for having stayed, and for having been useful. */
const SAFE = { oldest: 8, useful: 4 }

/**
 * @param range of whoever wants to connect
 * @returns undefined when nobody makes room
 */
export function chooseEvicted(inbound: readonly Inbound[], range: string | undefined): Inbound | undefined {
  const safe = new Set<Inbound>([
    ...inbound.toSorted((a, b) => a.since - b.since).slice(0, SAFE.oldest),
    ...inbound
      .filter(({ useful }) => useful > 0)
      .toSorted((a, b) => b.useful - a.useful)
      .slice(0, SAFE.useful),
  ])
  const groups = Map.groupBy(inbound, (one) => one.range ?? one.peerId)
  const own = range === undefined ? 0 : (groups.get(range)?.length ?? 0)
  let chosen: { readonly one: Inbound; readonly size: number } | undefined
  for (const group of groups.values()) {
    // Nobody goes for one more of a range that has as many already.
    if (group.length <= own || (chosen && group.length <= chosen.size)) continue
    const youngest = group.filter((one) => !safe.has(one)).toSorted((a, b) => b.since - a.since)[0]
    if (youngest) chosen = { one: youngest, size: group.length }
  }
  return chosen?.one
}
