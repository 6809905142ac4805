/** What was verified stays, whenever a node is stopped or killed. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { Operation } from '../../../src/node/batch.ts'
import { be64 } from '../../../src/node/ordered-keys.ts'
import { openStore, type Store } from '../../../src/node/store.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { type Hooks, recordingLogger, seededRandom, temporaryDirectory } from '../support.ts'
import { sharedWorkers, type TestNode } from '../world.ts'
import { answersOf, createLane, type LaneNode, sameChain, until } from './lane.ts'
import { makeBlock } from './maker.ts'
import { world } from './resume-world.ts'

const workers = sharedWorkers({ after })
const HEIGHT = 100
const KILLS = 6

async function make({ chain }: TestNode): Promise<void> {
  while (chain.height < HEIGHT) await makeBlock(chain, workers, world.keys)
}

/** A node that has all headers and no block, and is stopped: what it leaves, and who knows the chain. */
async function stopped(t: Hooks): Promise<{ source: LaneNode; directory: string }> {
  const source = await (await createLane(t, world, workers)).open('source', { first: make })
  const lane = await createLane(t, world, workers)
  const { headers } = answersOf(source)
  lane.stranger('stranger', HEIGHT + 1, { headers })
  const directory = await temporaryDirectory(t)
  const node = await lane.open('node', { directory })
  await until(() => node.sync.progress?.headers === HEIGHT, 'the headers', node)
  await node.stop()
  return { source, directory }
}

/** Something happens to the store of a node that does not run. */
async function damage(directory: string, change: (store: Store) => Operation): Promise<void> {
  const store = await openStore(join(directory, 'db'), { logger: recordingLogger() })
  await store.commit([change(store)])
  await store.close()
}

describe('a node that was stopped while it caught up', () => {
  test('does not ask again for headers that it has verified', async (t) => {
    const { source, directory } = await stopped(t)
    const lane = await createLane(t, world, workers)
    const { blocks } = answersOf(source)
    lane.stranger('stranger', HEIGHT + 1, { blocks })
    const node = await lane.open('node', { directory })
    await until(() => node.chain.height === HEIGHT, 'the chain', node)
    await sameChain(node, source)
    assert.equal(await node.store.table('sync-header').firstKey(), undefined, 'nothing is left of them')
  })

  const DAMAGE: Record<string, (store: Store) => Operation> = {
    'the last of them is gone': (store) => store.table('sync-header').delete(be64(HEIGHT)),
    'the first of them is gone': (store) => store.table('sync-header').delete(be64(1)),
    'the trail cannot be read': (store) => store.table('sync').put(utf8('trail'), Uint8Array.of(1, 2, 3)),
    'the trail is gone': (store) => store.table('sync').delete(utf8('trail')),
    'one in the middle is gone': (store) => store.table('sync-header').delete(be64(50)),
  }
  for (const [name, change] of Object.entries(DAMAGE)) {
    test(`verifies them again where ${name}`, async (t) => {
      const { source, directory } = await stopped(t)
      await damage(directory, change)
      const lane = await createLane(t, world, workers)
      lane.stranger('stranger', HEIGHT + 1, answersOf(source))
      const node = await lane.open('node', { directory })
      await until(() => node.chain.height === HEIGHT, 'the chain', node)
      await sameChain(node, source)
      assert.deepEqual(node.reports, [])
    })
  }
})

test('a node that is killed again and again while it catches up has the chain in the end', async (t) => {
  const [served, directory] = [await temporaryDirectory(t), await temporaryDirectory(t)]
  const source = await (await createLane(t, world, workers)).open('source', {
    directory: served,
    first: make,
  })
  await source.stop()
  const random = seededRandom('kills')
  const script = new URL('./catch-up-until-killed.ts', import.meta.url).pathname
  const heights: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [script, served, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // It has begun; from then on it may end at any instant.
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, random(1)[0]!))
    child.kill('SIGKILL')
    await once(child, 'exit')
    // Alone, so that it stays where it is. Opening it checks that everything fits together.
    const lane = await createLane(t, world, workers)
    const node = await lane.open('node', { directory })
    heights.push(node.chain.height)
    await node.stop()
  }
  assert.deepEqual(
    heights,
    heights.toSorted((left, right) => left - right),
    'nothing is lost',
  )
  const lane = await createLane(t, world, workers)
  const again = await lane.open('source', { directory: served })
  const node = await lane.open('node', { directory })
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
  await sameChain(node, again)
  assert.deepEqual(node.reports, [])
})
