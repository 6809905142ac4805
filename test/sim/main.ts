/**
 * `npm run sim -- --seeds 1000 [--from N]`: as many simulated networks, one for each seed.
 *
 *   --seeds 1000         how many (default 1000), from --from N on (default 1)
 *   --jobs 2             threads (default: one on each core)
 *   --validators 4-10    least and most validators
 *   --ledger toy|stake  what chains carry (default: the seed decides)
 *   --trace              print every event; for one seed
 *   --bls                real signatures: much slower
 *   --config FILE        one run of a config as a report prints it, with its trace
 *
 * The report is the same on every machine, whatever the number of threads; progress goes to standard error. Where an invariant is
 * broken the run is made smaller, and what is left of it is printed. Exit code 1.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ConfigLimits, drawConfig, LEDGERS, type SimConfig } from './config.ts'
import { runMany } from './many.ts'
import { type Failure, type RunResult, run } from './run.ts'
import { shrink } from './shrink.ts'
import { Summary } from './summary.ts'

/** Failures that are made smaller; the seeds of others are named. */
const SHOWN = 3
/** Lines of a trace that a report ends with. */
const TAIL = 60
/** Between two lines of progress, milliseconds. */
const PROGRESS = 5_000

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string' },
    validators: { type: 'string', default: '4-10' },
    ledger: { type: 'string' },
    trace: { type: 'boolean', default: false },
    bls: { type: 'boolean', default: false },
    config: { type: 'string' },
  },
})
const count = Number(values.seeds)
const from = Number(values.from)
const jobs = values.jobs === undefined ? undefined : Number(values.jobs)
const validators = limitsOf(values.validators)
const ledger = LEDGERS.find((one) => one === values.ledger)
const badLedger = values.ledger !== undefined && !ledger
if (
  !Number.isSafeInteger(count) ||
  count < 1 ||
  !Number.isSafeInteger(from) ||
  from < 0 ||
  (jobs !== undefined && !(Number.isSafeInteger(jobs) && jobs >= 1)) ||
  !validators ||
  badLedger
) {
  console.error(
    'usage: npm run sim -- [--seeds COUNT] [--from SEED] [--jobs N] [--validators 4-10] [--ledger toy|stake] [--trace] [--bls] [--config FILE]',
  )
  process.exit(2)
}
const { bls } = values

const summary = new Summary()
if (values.config !== undefined) {
  const read: SimConfig = JSON.parse(readFileSync(values.config, 'utf8'))
  // Who has no role is null in JSON.
  const config = { ...read, roles: read.roles.map((role) => role ?? undefined) }
  summary.add(run({ config, bls, print: console.log }))
} else if (values.trace) {
  for (let seed = from; seed < from + count; seed++) {
    const config = drawConfig(seed, validators, ledger)
    console.log(textOf(config))
    summary.add(run({ config, bls, print: console.log }))
  }
} else {
  const started = Date.now()
  let told = started
  await runMany({ from, count, validators, bls, ledger, jobs }, (result) => {
    summary.add(result)
    if (result.failure)
      console.log(`seed ${result.seed}: ${result.failure.invariant}: ${result.failure.detail}`)
    const now = Date.now()
    if (now - told > PROGRESS) {
      told = now
      console.error(
        `${summary.runs} of ${count} runs, ${summary.failures.length} failed, ${Math.round((now - started) / 1_000)} s`,
      )
    }
    return true
  })
  console.error(`${summary.runs} runs in ${Math.round((Date.now() - started) / 1_000)} s`)
  console.log(`seeds           ${from} … ${from + count - 1}`)
}
for (const line of summary.lines()) console.log(line)
const { failures } = summary
if (values.config === undefined) {
  for (const result of failures.slice(0, SHOWN)) explain(result, validators)
}
if (failures.length > 0) {
  console.log(`failed seeds: ${failures.map(({ seed }) => seed).join(' ')}`)
  process.exitCode = 1
}

function explain({ seed, failure }: RunResult, limits: ConfigLimits): void {
  const { invariant } = failure!
  let last: { config: SimConfig; failure: Failure } = {
    config: drawConfig(seed, limits, ledger),
    failure: failure!,
  }
  shrink(last.config, (config) => {
    const again = run({ config, bls })
    if (again.failure?.invariant !== invariant) return false
    last = { config, failure: again.failure }
    return true
  })
  console.log(`\nseed ${seed} breaks ${invariant}: ${last.failure.detail}\nsmallest config that does:`)
  console.log(textOf(last.config))
  for (const line of last.failure.tail.slice(-TAIL)) console.log(line)
}

function limitsOf(text: string): ConfigLimits | undefined {
  const [fewest, most = fewest] = text.split('-').map(Number)
  const good = Number.isSafeInteger(fewest) && Number.isSafeInteger(most) && fewest! >= 1 && most! >= fewest!
  return good ? { fewest: fewest!, most: most! } : undefined
}

/** A config as JSON: a line for each part, and for each fault. */
function textOf(config: SimConfig): string {
  const faults = config.faults.map((fault) => `\n    ${JSON.stringify(fault)}`).join(',')
  const parts = Object.entries(config).map(([name, value]) => {
    return `  ${JSON.stringify(name)}: ${name === 'faults' ? `[${faults}]` : JSON.stringify(value)}`
  })
  return `{\n${parts.join(',\n')}\n}`
}
