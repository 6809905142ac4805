/**
 * `npm run test:crash -- --kills 100 [--seed N]`: kills a node under load again and again. With `--validators 4` it is a
 * network of so many processes, of which one is killed at a time. The seed is printed; with it the same instants and amounts
 * come again, as far as the machine allows.
 */
import { parseArgs } from 'node:util'
import { crashRun } from '../support/crash-run.ts'
import { validatorCrashRun } from '../support/validators/crash-run.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    validators: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
})
const kills = Number(values.kills)
const validators = Number(values.validators)
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
const wrong = [kills, validators].some((count) => !Number.isSafeInteger(count) || count < 1)
if (wrong || validators === 2 || validators === 3 || validators > 16 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run test:crash -- [--kills COUNT] [--validators 1 | 4-16] [--seed NUMBER]')
  process.exit(2)
}
console.log(`seed ${seed}`)
const started = Date.now()
const kept = validators === 1 ? await ofOneNode() : await ofManyValidators()
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(`${kills} kills in ${seconds} s: ${kept}; nothing lost, nothing doubled`)

async function ofOneNode(): Promise<string> {
  const { payments, messages, blocks, events } = await crashRun({ kills, seed, log: console.log })
  return `${payments} payments, ${messages} messages, ${blocks} blocks and ${events} events`
}

async function ofManyValidators(): Promise<string> {
  const { accepted, blocks } = await validatorCrashRun({ validators, kills, seed, log: console.log })
  return `${accepted} payments and messages in ${blocks} blocks of ${validators} validators`
}
