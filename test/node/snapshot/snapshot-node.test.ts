/** Snapshots made and fetched by whole nodes, and one that is killed while it fetches. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import type { NodeStatus } from '../../../src/node/api.ts'
import { systemClock } from '../../../src/node/clock.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import { createNode } from '../../../src/node/node.ts'
import { checkManifest } from '../../../src/node/snapshot/check-manifest.ts'
import { digestChunk } from '../../../src/node/snapshot/chunk.ts'
import { checkChunk } from '../../../src/node/snapshot/download-chunks.ts'
import { chunkAt, decodeManifest } from '../../../src/node/snapshot/manifest.ts'
import type { FollowHeaders } from '../../../src/node/snapshot/open-with-snapshot.ts'
import { openShelf } from '../../../src/node/snapshot/shelf.ts'
import { SnapshotMaker } from '../../../src/node/snapshot/snapshot-maker.ts'
import { snapshotInterval } from '../../../src/node/snapshot/snapshot-schedule.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { recordingLogger, temporaryDirectory } from '../support.ts'
import { openTestNode, sharedWorkers } from '../world.ts'
import { headersOf, prepareWorld, SECOND, type SnapshotWorld, servePeer, world } from './snapshot-world.ts'

const workers = sharedWorkers({ after })
const endings: (() => unknown)[] = []
let made: SnapshotWorld

before(async () => {
  made = await prepareWorld({ after: (end) => endings.push(end) }, workers)
})
after(async () => {
  for (const end of endings.toReversed()) await end()
})

/** What `createNode` needs to know of the network. */
const openNetwork = async () => {
  const { chainId, blockId } = {
    chainId: made.archive.chain.state.chainId,
    blockId: made.archive.chain.genesisId,
  }
  return {
    named: { genesis: world.genesis, chainId, blockId },
    validatorKeys: undefined,
    faucetPhrase: undefined,
  }
}

test('a node that prunes begins with a snapshot, follows from there, and opens again', async (t) => {
  const dataDirectory = await temporaryDirectory(t)
  const network = new MemoryNetwork(systemClock)
  servePeer(network.join('peer'), made.shelf)
  const logger = recordingLogger()
  const headers = headersOf(made.archive.chain)
  const start = (prune: boolean) => {
    const node = createNode(
      { dataDirectory, network: 'dev', version: '1', follower: true, prune },
      { logger, openNetwork, peers: network.join('own'), workers, followHeaders: async () => headers },
    )
    t.after(() => node.close())
    return node
  }
  const node = start(true)
  await node.ready
  const { height, earliestHeight, unspentOutputs } = await node.chain.status()
  assert.deepEqual([height, earliestHeight], [SECOND, SECOND + 1])
  assert.equal(unspentOutputs, made.archive.chain.unspentOutputs)
  await node.close()
  await assert.rejects(start(false).ready, { code: 'pruned' })
  const again = start(true)
  await again.ready
  assert.equal((await again.chain.status()).height, SECOND)
})

test('a node that begins with a snapshot says how far it has come, at any time and in events', async (t) => {
  const dataDirectory = await temporaryDirectory(t)
  const network = new MemoryNetwork(systemClock)
  const seen: NodeStatus[] = []
  servePeer(network.join('peer'), made.shelf, ({ type }, part) => {
    if (type === 'chunk') seen.push(node.status())
    return part
  })
  const headers = headersOf(made.archive.chain)
  const followHeaders: FollowHeaders = async (_chain, _signal, onHeaders) => {
    onHeaders({ headers: SECOND, target: SECOND + 2 })
    seen.push(node.status())
    return headers
  }
  const node = createNode(
    { dataDirectory, network: 'dev', version: '1', follower: true, prune: true },
    { logger: recordingLogger(), openNetwork, peers: network.join('own'), workers, followHeaders },
  )
  t.after(() => node.close())
  await node.ready
  const [first] = seen
  const last = seen.at(-1)!
  const following = { headers: SECOND, target: SECOND + 2 }
  assert.deepEqual([first!.state, first!.syncing], ['syncing', true])
  assert.deepEqual(first!.snapshot, { ...following, done: 0, chunks: 0 })
  const { done, ...rest } = last.snapshot!
  assert.deepEqual(rest, { ...following, height: SECOND, chunks: made.shelf.items[0]!.chunks })
  assert.ok(done > 0 && done < rest.chunks)
  assert.deepEqual([node.status().snapshot, node.status().state], [undefined, 'ready'])
  const events = await node.events.read(0n, 10)
  const told = events.find(({ topic }) => topic === 'chain.status')
  assert.deepEqual(told!.event, {
    ...{ state: 'syncing', height: 0, syncing: true },
    snapshot: first!.snapshot,
  })
})

test('snapshots are made of the state right after their block, whatever comes while they are made', async (t) => {
  const directory = await temporaryDirectory(t)
  const node = await openTestNode(t, world, workers, { directory, key: null })
  const shelf = await openShelf(join(directory, 'snapshots'), 2)
  const maker = new SnapshotMaker({ ...node, workers, shelf }, 5)
  const ending = new AbortController()
  const running = maker.run(ending.signal)
  for (const { block, certificate } of made.blocks.slice(0, 12)) {
    await node.chain.commit(await node.chain.check(block), certificate)
    if (node.chain.height === 7) await maker.settled()
  }
  ending.signal.throwIfAborted()
  await maker.settled()
  assert.deepEqual(
    shelf.items.map(({ height }) => height),
    [10, 5],
  )
  for (const item of shelf.items) {
    const manifest = decodeManifest((await shelf.manifest(item))!)
    await checkManifest(manifest, made.headers, world.genesis.params, ending.signal)
    for (let number = 0; number < item.chunks; number++) {
      const { kind } = chunkAt(manifest, number)
      checkChunk(manifest, number, digestChunk(kind, (await shelf.chunk(item, number))!))
    }
  }
  ending.abort()
  await running
  assert.deepEqual(
    node.logger.lines.filter((line) => !line.includes('a snapshot is ready')),
    [],
  )
})

test('snapshots are whole epochs and an hour or more apart', () => {
  assert.equal(snapshotInterval(NETWORKS.main), 1_800)
  assert.equal(snapshotInterval(NETWORKS.test), 1_800)
  assert.equal(snapshotInterval(NETWORKS.dev), 3_600)
})

test('a node that is killed while it fetches goes on where it was', async (t) => {
  const [from, to] = [await temporaryDirectory(t), await temporaryDirectory(t)]
  const { directory, store } = made.archive
  await store.commit([])
  await cp(directory, from, { recursive: true })
  const script = join(import.meta.dirname, 'sync-until-killed.ts')
  const counts: number[] = []
  let isDone = false
  for (const stopAt of [3, 6, Number.POSITIVE_INFINITY]) {
    const child = spawn(process.execPath, [script, from, to], { stdio: ['ignore', 'pipe', 'inherit'] })
    const seen: number[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      isDone = line === 'done'
      if (isDone) break
      seen.push(Number(line))
      if (seen.at(-1)! >= stopAt) break
    }
    counts.push(seen[0]!)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  assert.ok(isDone)
  assert.ok(counts[0] === 1 && counts[1]! > 3 && counts[2]! > 6, counts.join())
  const node = await openTestNode(t, world, workers, { key: null, directory: to })
  assert.equal(node.chain.height, SECOND)
  assert.deepEqual(node.chain.state.unspent, made.archive.chain.state.unspent)
})
