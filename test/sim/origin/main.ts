/**
 * `npm run origin -- [--nodes 200] [--observers 0.1] [--networks 20] [--from 1] [--supernode]`: how well observers guess where
 * transactions come from, with the stem and without it, in as many random networks. See `experiment.ts`.
 */
import { parseArgs } from 'node:util'
import { type Compared, compareOrigins } from './compare.ts'
import type { Interval } from './interval.ts'

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '200' },
    observers: { type: 'string', default: '0.1' },
    outbound: { type: 'string', default: '8' },
    mesh: { type: 'string', default: '4' },
    networks: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    supernode: { type: 'boolean', default: false },
  },
})
const [nodes, observers, outbound, mesh] = [values.nodes, values.observers, values.outbound, values.mesh].map(
  Number,
) as [number, number, number, number]
const config = { nodes, observers, outbound, mesh, supernode: values.supernode }
const networks = Number(values.networks)
console.log(`${JSON.stringify(config)}, ${networks} networks from seed ${values.from} on`)
const { plain, stem, difference } = await compareOrigins(config, Number(values.from), networks, (done) =>
  process.stderr.write(`  ${done}/${networks}\n`),
)
const shown = ({ mean, low, high }: Interval) =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
const row = ({ precision, recall, spread }: Compared) => ({
  precision: shown(precision),
  recall: shown(recall),
  'seconds until 9 of 10 have it': shown(spread),
})
console.table({ 'plain gossip': row(plain), 'with the stem': row(stem), difference: row(difference) })
