/**
 * `npm run test:network -- [--seed N] [--minutes M] [--manifest full] [--troubles kill,halves] [--namespaces]`: a network of
 * processes under load, and one trouble after the other for so long; of those that are named, if any are. The seed is printed;
 * with it the same troubles come again, as far as the machine allows. With `--namespaces` the kernel is what is between them,
 * where it lets us; where not, it says why and ends well.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { MANIFESTS, type Manifest, TROUBLES, type TroubleName, troublesOf } from '../e2e/network/manifest.ts'
import { createNamespaces, namespacesRefused, OWN } from '../e2e/network/namespaces.ts'
import { rehearse } from '../e2e/network/rehearse.ts'

/** Says that this process is in a namespace of its own already. */
const INSIDE = 'STEGOS_TEST_INSIDE'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string' },
    manifest: { type: 'string', default: 'full' },
    troubles: { type: 'string' },
    namespaces: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
const names = Object.keys(MANIFESTS)
const only = values.troubles?.split(',') ?? []
const isTrouble = (name: string): name is TroubleName => TROUBLES.includes(name as TroubleName)
if (
  !Number.isSafeInteger(seed) ||
  !(values.minutes === undefined || Number(values.minutes) > 0) ||
  !names.includes(values.manifest) ||
  !only.every(isTrouble)
) {
  console.error(
    `usage: npm run test:network -- [--seed NUMBER] [--minutes NUMBER] [--manifest ${names.join(' | ')}] [--troubles ${TROUBLES.join(',')}] [--namespaces]`,
  )
  process.exit(2)
}
if (values.namespaces && process.env[INSIDE] === undefined) {
  const refused = namespacesRefused()
  if (refused !== undefined) {
    console.log(`skipped: ${refused}`)
    process.exit(0)
  }
  const own = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  const { status } = spawnSync('unshare', [...OWN, ...own], {
    env: { ...process.env, [INSIDE]: 'yes' },
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
const chosen: Manifest = MANIFESTS[values.manifest as keyof typeof MANIFESTS]
const troubles = only.length > 0 ? Object.fromEntries(only.map((name) => [name, 1])) : chosen.troubles
const manifest = { ...chosen, troubles }
const minutes = values.minutes === undefined ? chosen.minutes : Number(values.minutes)
const most = troublesOf(manifest)
console.log(`seed ${seed}, manifest ${values.manifest}`)
const started = Date.now()
const met = await rehearse({
  manifest,
  seed,
  terrain: values.namespaces ? await createNamespaces() : undefined,
  another: (count) => (minutes === undefined ? count < most : Date.now() - started < minutes * 60_000),
  log: (line) => console.log(`${((Date.now() - started) / 1_000).toFixed(0)} s: ${line}`),
})
for (const line of met.warnings) console.log(line)
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(
  `${met.troubles} troubles in ${seconds} s, ${met.blocks} blocks, ${met.accepted} payments and messages; nothing lost, all agree`,
)
process.exit(0)
