/**
 * `npm run test:retries [-- METHOD …]`: kills a node between any two writes of every method that changes something, or of those
 * that are named, and repeats the call.
 */
import { parseArgs } from 'node:util'
import type { ChangingMethod } from '../support/retries/case.ts'
import { CHANGING_METHODS, retryRun } from '../support/retries/retry-run.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.find((name) => !CHANGING_METHODS.includes(name as ChangingMethod))
if (unknown !== undefined) {
  console.error(`${unknown} changes nothing; there are ${CHANGING_METHODS.join(', ')}`)
  process.exit(2)
}
const methods = positionals.length > 0 ? (positionals as ChangingMethod[]) : CHANGING_METHODS
const started = Date.now()
const kills = await retryRun({ methods, log: console.log })
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(`${methods.length} methods, ${kills} kills in ${seconds} s: one outcome each`)
process.exit(0)
