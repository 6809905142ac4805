/** All wires between the nodes of a rehearsal: one for each that connects to another. */
import type { SeededRandom } from '../../support/seeded-random.ts'
import { FAIR, openWire, type Weather, type Wire } from './wire.ts'

export type Wires = {
  /** The port at which one node reaches another. */
  open(from: string, to: string, target: number): Promise<number>
  /** Of all wires between nodes that the rule is true of, whoever connected. */
  set(weather: Weather, between: (one: string, other: string) => boolean): void
  /** Breaks the connections between such nodes. */
  reset(between: (one: string, other: string) => boolean): void
  /** Fair weather everywhere. */
  heal(): void
  close(): Promise<void>
}

export function createWires(random: SeededRandom): Wires {
  const wires: { readonly from: string; readonly to: string; readonly wire: Wire }[] = []
  const some = (between: (one: string, other: string) => boolean) =>
    wires.filter(({ from, to }) => between(from, to) || between(to, from)).map(({ wire }) => wire)
  return {
    async open(from, to, target) {
      const wire = await openWire(target, random)
      wires.push({ from, to, wire })
      return wire.port
    },
    set: (weather, between) => {
      for (const wire of some(between)) wire.set(weather)
    },
    reset: (between) => {
      for (const wire of some(between)) wire.reset()
    },
    heal: () => {
      for (const { wire } of wires) wire.set(FAIR)
    },
    close: async () => {
      await Promise.all(wires.map(({ wire }) => wire.close()))
    },
  }
}
