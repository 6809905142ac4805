/** All nodes at one address, and a wire of the test's for each that connects to another. */
import { freePort } from '../../../src/cli/free-port.ts'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { type Between, FAIR, type Terrain } from './terrain.ts'
import { openWire, type Wire } from './wire.ts'

const HOST = '127.0.0.1'

/** @param random what is lost on the wires; it is asked at any time, so others have a chance of their own */
export function createWires(random: SeededRandom): Terrain {
  const wires: { readonly from: string; readonly to: string; readonly wire: Wire }[] = []
  const some = (between: Between) =>
    wires.filter(({ from, to }) => between(from, to) || between(to, from)).map(({ wire }) => wire)
  return {
    about: 'wires of the test between them',
    host: HOST,
    site: async () => ({ host: HOST, port: await freePort(), apiHost: HOST, prefix: [] }),
    async way(from, to, { port }) {
      const wire = await openWire(port, random)
      wires.push({ from, to, wire })
      return { host: HOST, port: wire.port }
    },
    set: (weather, between) => {
      for (const wire of some(between)) wire.set(weather)
    },
    describe: ({ delay, loss }) => `${delay} ms and ${(loss * 100).toFixed(1)} % loss`,
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
