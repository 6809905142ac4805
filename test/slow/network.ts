/**
 * `npm run test:network -- [--seed N] [--minutes M] [--manifest full]`: a network of processes under load, and one trouble after
 * the other for so long. The seed is printed; with it the same troubles come again, as far as the machine allows.
 */
import { parseArgs } from 'node:util'
import { MANIFESTS } from '../e2e/network/manifest.ts'
import { rehearse } from '../e2e/network/rehearse.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    manifest: { type: 'string', default: 'full' },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
const minutes = Number(values.minutes)
const names = Object.keys(MANIFESTS)
if (!Number.isSafeInteger(seed) || !(minutes > 0) || !names.includes(values.manifest)) {
  console.error(
    `usage: npm run test:network -- [--seed NUMBER] [--minutes NUMBER] [--manifest ${names.join(' | ')}]`,
  )
  process.exit(2)
}
console.log(`seed ${seed}, manifest ${values.manifest}`)
const started = Date.now()
const { troubles, blocks, accepted, warnings } = await rehearse({
  manifest: MANIFESTS[values.manifest as keyof typeof MANIFESTS],
  seed,
  another: () => Date.now() - started < minutes * 60_000,
  log: (line) => console.log(`${((Date.now() - started) / 1_000).toFixed(0)} s: ${line}`),
})
for (const line of warnings) console.log(line)
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(
  `${troubles} troubles in ${seconds} s, ${blocks} blocks, ${accepted} payments and messages; nothing lost, all agree`,
)
process.exit(0)
