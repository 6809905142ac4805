/**
 * A node under load is killed at random instants and started again, many times. What it had promised must stand: no final
 * block, no stored event and no accepted payment or message is lost, none is there twice, and no money comes or goes.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Block } from '../../src/sdk/index.ts'
import { checkSupply } from './check-supply.ts'
import { type CrashRunResult, checkEverything, checkRepeats } from './crash-checks.ts'
import { createWorld, startLoad, startReader } from './crash-load.ts'
import { portOf, startNode, temporaryDirectory } from './node-process.ts'
import { seededRandom } from './seeded-random.ts'

export type CrashRunOptions = {
  readonly kills: number
  readonly seed: number
  /** Longest time a node bears its load, milliseconds. */
  readonly longestLife?: number
  readonly log?: (line: string) => void
}

/** Clients keep trying while the node is away, always with the same key. */
const PATIENT = { attempts: 10_000, delay: 20, maxDelay: 200 }
/** Share of the kills that hit a node which has just been started. */
const EARLY = 0.25
/** Milliseconds a start takes at most, about. */
const STARTING = 1_500

export async function crashRun({
  kills,
  seed,
  longestLife = 4_000,
  log = () => {},
}: CrashRunOptions): Promise<CrashRunResult> {
  const random = seededRandom(seed)
  const directory = temporaryDirectory()
  let node = await startNode({ dataDirectory: directory })
  const client = node.client({ retry: PATIENT, checkContract: false })
  const world = await createWorld(client)
  const load = startLoad(client, world, seed)
  const reader = startReader(client)
  let blocks: readonly Block[] = []
  // After each crash, unless the next one follows at once.
  const check = async () => {
    for (const block of blocks) {
      assert.deepEqual(await client.chain.block({ height: block.height }), block, 'a final block')
    }
    await checkRepeats(client, world, load.accepted, random)
  }
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const early = random.next() < EARLY
      if (early) await sleep(Math.max(0, node.startedAt + random.below(STARTING) - Date.now()))
      else {
        await check()
        await sleep(random.below(longestLife))
        blocks = (await client.chain.blocks({ order: 'newest', limit: 10 })).items
      }
      await node.kill()
      node = await startNode({ dataDirectory: directory, port: portOf(node) })
      if (kill % 20 === 0) await checkSupply(client)
      const when = early ? 'while it started' : 'under load'
      log(`kill ${kill}/${kills} ${when}: ${load.accepted.length} accepted, ${reader.items.length} events`)
    }
    await check()
    await load.stop()
    return await checkEverything(client, world, load.accepted, reader)
  } finally {
    load.abort()
    client.close()
    await node.kill()
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
