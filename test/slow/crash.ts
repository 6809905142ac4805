/**
 * `npm run test:crash -- --kills 100 [--seed N]`: kills a node under load again and again. The seed is printed; with it the
 * same instants and amounts come again, as far as the machine allows.
 */
import { parseArgs } from 'node:util'
import { crashRun } from '../support/crash-run.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } },
})
const kills = Number(values.kills)
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run test:crash -- [--kills COUNT] [--seed NUMBER]')
  process.exit(2)
}
console.log(`seed ${seed}`)
const started = Date.now()
const { payments, messages, blocks, events } = await crashRun({ kills, seed, log: console.log })
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(
  `${kills} kills in ${seconds} s: ${payments} payments, ${messages} messages, ${blocks} blocks and ${events} events; nothing lost, nothing doubled`,
)
