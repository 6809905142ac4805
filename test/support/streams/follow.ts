/**
 * Follows blocks and epochs from a cursor, and prints a line for each: topic, height, cursor. The other SDKs have the same program, as
 * an example. STEGOS_URL, STEGOS_TOKEN, STEGOS_FROM; STEGOS_REST are milliseconds it rests after each.
 */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type StreamItem } from '../../../src/sdk/index.ts'

const {
  STEGOS_URL: url = '',
  STEGOS_TOKEN: token,
  STEGOS_FROM: from = 'genesis',
  STEGOS_REST: rest = '0',
} = process.env

// Impatient: it loses its connection all the time.
const retry = { attempts: 1_000, delay: 10, maxDelay: 200 }
const client = createClient({ url, token, retry, probeInterval: 1_000, checkContract: false })

for await (const item of client.events({ topics: ['chain.block', 'stake.*'], from })) {
  print(item)
  if (rest !== '0') await sleep(Number(rest))
}

function print({ topic, event, cursor }: StreamItem): void {
  const height = 'height' in event ? event.height : '-'
  writeSync(1, `${topic} ${height} ${cursor}\n`)
}
