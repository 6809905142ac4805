/** A whole node that prunes: what it refuses, and what comes through kill -9. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { Pruner } from '../../src/node/chain/pruner.ts'
import { openDevnet } from '../../src/node/genesis/devnet.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { createNode, type NodeOptions } from '../../src/node/node.ts'
import { StoreError } from '../../src/node/store-error.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { assertPruned, pruningWorld, RETENTION } from './pruning-world.ts'
import { type Hooks, recordingLogger, temporaryDirectory } from './support.ts'
import { openTestNode, sharedWorkers } from './world.ts'

const workers = sharedWorkers({ after })

function startNode(t: Hooks, dataDirectory: string, options: Partial<NodeOptions> = {}) {
  const logger = recordingLogger()
  const params = { ...NETWORKS.dev, payloadRetention: RETENTION }
  const node = createNode(
    { dataDirectory, network: 'dev', version: '1.2.3', walletLimits: { scanCheckpoint: 1 }, ...options },
    { logger, openNetwork: (machinery) => openDevnet(dataDirectory, machinery, params) },
  )
  t.after(() => node.close())
  return { node, logger }
}

test('an archive may begin to prune, and a node that has pruned goes on pruning', async (t) => {
  const directory = await temporaryDirectory(t)
  const { node: archive } = startNode(t, directory)
  await archive.ready
  await archive.dev!.mine({ blocks: 8 })
  const { height } = await archive.chain.status()
  assert.equal((await archive.chain.block({ height: 1 })).height, 1)
  assert.equal((await archive.chain.status()).earliestHeight, 0)
  await archive.close()

  const { node, logger } = startNode(t, directory, { prune: true })
  await node.ready
  const isPruned = async () => (await node.chain.status()).earliestHeight >= height - RETENTION + 1
  while (!(await isPruned())) await new Promise(setImmediate)
  const measured = node.measure?.()
  assert.deepEqual([measured?.earliestHeight, measured?.pruning?.waiting], [height - RETENTION + 1, 0])
  assert.ok(measured!.pruning!.steps > 0)
  await node.dev!.mine({ blocks: 2 })
  assert.deepEqual(
    logger.lines.filter((line) => !line.includes('is ready')),
    [],
  )
  await node.close()

  await assert.rejects(
    startNode(t, directory).node.ready,
    (error) => error instanceof StoreError && error.code === 'pruned' && /below height/.test(error.message),
  )
  const { node: again } = startNode(t, directory, { prune: true })
  await again.ready
  assert.ok((await again.chain.status()).height >= height + 2)
})

test('a node that is killed while it prunes has lost nothing that it keeps', async (t) => {
  const directory = await temporaryDirectory(t)
  const script = join(import.meta.dirname, 'prune-until-killed.ts')
  let height = 0
  for (const blocks of [5, 9, 14]) {
    const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const line of createInterface({ input: child.stdout })) {
      height = Number(line)
      if (height >= blocks) break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const { chain, store, clock, logger } = await openTestNode(t, pruningWorld, workers, {
    directory,
    key: null,
  })
  assert.ok(chain.height >= height)
  assert.ok(chain.pruned.earliest > 1)
  await assertPruned(chain)
  const neededFrom = () => Number.POSITIVE_INFINITY
  const pruner = new Pruner({ chain, store, clock, logger, neededFrom }, DEFAULT_LIMITS)
  while (await pruner.step());
  const earliest = chain.height - RETENTION + 1
  assert.deepEqual(chain.pruned, { earliest, swept: earliest })
  await assertPruned(chain)
})
