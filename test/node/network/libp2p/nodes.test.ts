import assert from 'node:assert/strict'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { devnetDirectories, prepareDevnet } from '../../../../src/node/devnet.ts'
import { GENESIS_FILE } from '../../../../src/node/genesis/genesis-file.ts'
import { type LibP2pNetwork, openNetwork } from '../../../../src/node/network/libp2p/open-network.ts'
import type { OpenPeers } from '../../../../src/node/network/open-peers.ts'
import { createNode } from '../../../../src/node/node.ts'
import { type Hooks, recordingLogger, temporaryDirectory } from '../../support.ts'
import { LOOPBACK, until } from './hosts.ts'

const VALIDATORS = 2

/** Directories of the validators of a new development network. */
async function makeValidators(dataDirectory: string): Promise<readonly string[]> {
  const directories = devnetDirectories(dataDirectory, VALIDATORS)
  await prepareDevnet(directories, { logger: recordingLogger() })
  return directories
}

async function startNode(t: Hooks, dataDirectory: string, bootstrap: readonly string[], follower = false) {
  let network: LibP2pNetwork | undefined
  const peers: OpenPeers = async (modules) => {
    network = await openNetwork({ listen: [LOOPBACK], freeLocal: true, bootstrap }, modules)
    return network
  }
  const node = createNode(
    { dataDirectory, network: 'dev', version: 'test', follower },
    { logger: recordingLogger(), peers },
  )
  t.after(() => node.close())
  await node.ready
  return { node, network: network! }
}

test('validators and a follower on real sockets agree on blocks', { timeout: 120_000 }, async (t) => {
  const dataDirectory = await temporaryDirectory(t)
  const [first, second] = await makeValidators(dataDirectory)
  const third = join(dataDirectory, 'follower')
  await mkdir(third)
  await copyFile(join(first!, GENESIS_FILE), join(third, GENESIS_FILE))
  const a = await startNode(t, first!, [])
  const before = a.node.status().height
  const b = await startNode(t, second!, a.network.addresses)
  const c = await startNode(t, third, a.network.addresses, true)
  const nodes = [a.node, b.node, c.node]
  await until('all have new blocks', () => nodes.every((node) => node.status().height >= before + 3), 90_000)
  const blocks = await Promise.all(nodes.map((node) => node.chain.block({ height: before + 3 })))
  assert.equal(new Set(blocks.map(({ id }) => id)).size, 1)
  const { items } = await a.node.peers({ limit: 10 })
  assert.deepEqual(
    new Set(items.map(({ peerId, direction }) => `${peerId} ${direction}`)),
    new Set([b, c].map(({ network }) => `${network.peerId} inbound`)),
  )
  assert.equal(a.node.measureNetwork!()!.inbound, 2)
})
