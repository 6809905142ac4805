/**
 * `npm run test:streams -- --events 10000 [--languages typescript,go] [--seed N]`: streams of all SDKs while connections are cut, the node and
 * the readers are killed, and readers are slow. Then a reader that never reads, and a thousand that do.
 */
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language, makeFollowers, missingTools } from '../support/streams/languages.ts'
import { silentReaderRun } from '../support/streams/silent-reader-run.ts'
import { streamRun } from '../support/streams/stream-run.ts'
import { subscribersRun } from '../support/streams/subscribers-run.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    languages: { type: 'string', default: LANGUAGES.join(',') },
    seed: { type: 'string' },
  },
})
const blocks = Number(values.events)
const languages = values.languages.split(',') as Language[]
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
if (
  !Number.isSafeInteger(blocks) ||
  blocks < 1 ||
  !Number.isSafeInteger(seed) ||
  !languages.every((language) => LANGUAGES.includes(language))
) {
  console.error(
    `usage: npm run test:streams -- [--events COUNT] [--languages ${LANGUAGES.join(',')}] [--seed NUMBER]`,
  )
  process.exit(2)
}
console.log(`seed ${seed}`)
const followers = languages.flatMap((language) => {
  const missing = missingTools(language)
  if (missing === undefined) return makeFollowers(language)
  console.log(`without ${language}: ${missing}`)
  return []
})
const started = Date.now()
const result = await streamRun({ followers, blocks, seed, log: console.log })
const seconds = Math.round((Date.now() - started) / 1_000)
const { events, cuts, silences, nodeRestarts, readerRestarts, pauses } = result
console.log(
  `${events} events to ${followers.map(({ name }) => name).join(', ')} in ${seconds} s: ${cuts} cuts (${silences} in silence), ` +
    `${nodeRestarts} restarts of the node, ${readerRestarts} of readers, ${pauses} pauses; nothing lost, nothing doubled, order kept`,
)
const silent = await silentReaderRun({ connections: 32, blocks: 2_000, stall: true })
console.log(
  `${silent.subscriptions} subscriptions that nobody reads: ${silent.offered} MB to be sent, ${silent.held} MB held for them, stopped with a cursor`,
)
const { subscribers, deliveries } = await subscribersRun({ subscribers: 1_000, blocks: 100 })
console.log(`${subscribers} subscribers: ${deliveries} events, each to each, in order`)
