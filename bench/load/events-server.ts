/**
 * The server with an event log on disk and nothing else of a node, in a process of its own. Told so, it writes block events: as
 * fast as they can be written, or so many a second. It answers with when each could be read.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../src/node/clock.ts'
import { openEventLog } from '../../src/node/events.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { openStore } from '../../src/node/store.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { createServer } from '../../src/server/create-server.ts'
import { ID, sampleNode, TIME } from '../../test/server/support/sample-node.ts'

export type Work = {
  readonly events: number
  /** Of them so many at a time; one where that is left out. */
  readonly together?: number | undefined
  readonly perSecond?: number | undefined
}
export type Started = { readonly url: string; readonly token: string }
/** Milliseconds since 1970 at which each event was on the disk. */
export type Written = { readonly times: Float64Array }

const directory = mkdtempSync(join(tmpdir(), 'stegos-bench-'))
const store = await openStore(join(directory, 'db'), { logger: silentLogger })
const events = await openEventLog(store, systemRandom, DEFAULT_LIMITS)
const tokenFile = join(directory, 'api.token')
const node = { ...sampleNode(), events }
const server = createServer(
  { port: 0, tokenFile },
  { node, log: silentLogger, clock: systemClock, random: systemRandom },
)
const url = await server.listen()
let height = 0

async function write({ events: count, together = 1, perSecond }: Work): Promise<Float64Array> {
  const times = new Float64Array(count)
  for (let from = 0; from < count; from += together) {
    const until = Math.min(count, from + together)
    await store.transact((batch) => {
      events.append(batch, Array.from({ length: until - from }, nextBlock))
      batch.onCommit(() => times.fill(performance.timeOrigin + performance.now(), from, until))
    })
    if (perSecond !== undefined) await sleep(1_000 / perSecond)
  }
  return times
}

function nextBlock() {
  const time = new Date(TIME + height).toISOString()
  const event = { id: ID, height: ++height, time, leader: 'ef'.repeat(48), transactions: [ID, ID] }
  return { topic: 'chain.block', event }
}

process.on('message', async (work: Work) => {
  process.send!({ times: await write(work) } satisfies Written)
})
process.on('disconnect', async () => {
  await server.close()
  await store.close()
  rmSync(directory, { recursive: true })
})
process.send!({ url, token: readFileSync(tokenFile, 'utf8').trim() } satisfies Started)
