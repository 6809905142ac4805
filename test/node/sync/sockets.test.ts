/** Catching up over real sockets. */
import assert from 'node:assert/strict'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { GENESIS_FILE } from '../../../src/node/genesis/genesis-file.ts'
import { type LibP2pNetwork, openNetwork } from '../../../src/node/network/libp2p/open-network.ts'
import { createNode } from '../../../src/node/node.ts'
import { LOOPBACK } from '../network/libp2p/hosts.ts'
import { type Hooks, recordingLogger, temporaryDirectory } from '../support.ts'
import { until } from './lane.ts'

const BLOCKS = 80

async function startNode(t: Hooks, dataDirectory: string, bootstrap: readonly string[], follower: boolean) {
  let network: LibP2pNetwork | undefined
  const logger = recordingLogger()
  const node = createNode(
    { dataDirectory, network: 'dev', version: 'test', follower },
    {
      logger,
      peers: async (modules) => {
        network = await openNetwork({ listen: [LOOPBACK], freeLocal: true, bootstrap }, modules)
        return network
      },
    },
  )
  t.after(() => node.close())
  await node.ready
  return { node, network: network!, logger }
}

test('a follower catches up over real sockets, and says how far it is', { timeout: 120_000 }, async (t) => {
  const directory = await temporaryDirectory(t)
  const [first, second] = [join(directory, 'validator'), join(directory, 'follower')]
  const validator = await startNode(t, first, [], false)
  await validator.node.dev!.mine({ blocks: BLOCKS })
  await mkdir(second)
  await copyFile(join(first, GENESIS_FILE), join(second, GENESIS_FILE))
  const { node, logger } = await startNode(t, second, validator.network.addresses, true)
  await until(() => node.status().height >= BLOCKS && !node.status().sync, 'the chain')
  const block = { height: BLOCKS }
  assert.deepEqual(await node.chain.block(block), await validator.node.chain.block(block))
  const caughtUp = logger.lines.find((line) => line.startsWith('catching up has ended'))
  assert.ok(caughtUp, logger.lines.join('\n'))
  const events = await node.events.read(0n, 10_000)
  const told = events.flatMap(({ topic, event }) => (topic === 'chain.status' ? [event] : []))
  assert.ok(told.some((event) => 'sync' in event && event.state === 'syncing'))
})
