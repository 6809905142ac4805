import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { GENESIS_FILE } from '../../../src/node/genesis/genesis-file.ts'
import { type LibP2pNetwork, openNetwork } from '../../../src/node/network/libp2p/open-network.ts'
import type { OpenPeers } from '../../../src/node/network/open-peers.ts'
import { createNode, type NodeOptions } from '../../../src/node/node.ts'
import { LOOPBACK, until } from '../network/libp2p/hosts.ts'
import { type Hooks, recordingLogger, temporaryDirectory } from '../support.ts'

const INTERVAL = 10

async function startNode(t: Hooks, options: Partial<NodeOptions>, bootstrap: readonly string[]) {
  const dataDirectory = options.dataDirectory ?? (await temporaryDirectory(t))
  let network: LibP2pNetwork | undefined
  const peers: OpenPeers = async (modules) => {
    network = await openNetwork({ listen: [LOOPBACK], freeLocal: true, bootstrap }, modules)
    return network
  }
  const logger = recordingLogger()
  const node = createNode({ network: 'dev', version: 'test', ...options, dataDirectory }, { logger, peers })
  t.after(() => node.close())
  await node.ready
  return { node, network: network!, dataDirectory, logger }
}

test('over real sockets a node that prunes begins with a snapshot, and goes on live', {
  timeout: 240_000,
}, async (t) => {
  const archive = await startNode(t, { limits: { snapshotInterval: INTERVAL } }, [])
  await archive.node.dev!.mine({ blocks: INTERVAL + 2 })
  await until('a snapshot is there', () =>
    archive.logger.lines.some((line) => line.includes('a snapshot is ready')),
  )

  const dataDirectory = await temporaryDirectory(t)
  await copyFile(join(archive.dataDirectory, GENESIS_FILE), join(dataDirectory, GENESIS_FILE))
  const { node } = await startNode(
    t,
    { dataDirectory, follower: true, prune: true },
    archive.network.addresses,
  )
  const { earliestHeight, unspentOutputs } = await node.chain.status()
  assert.equal(
    earliestHeight % INTERVAL,
    1,
    `the first block that is there, ${earliestHeight}, follows a snapshot`,
  )
  assert.ok(earliestHeight > INTERVAL && unspentOutputs > 0)
  const { height } = archive.node.status()
  await until('it has new blocks', () => node.status().height > height, 90_000)
  assert.equal((await node.chain.block({ height })).id, (await archive.node.chain.block({ height })).id)
})
