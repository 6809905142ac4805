/**
 * Run by tests, which kill it: one node of a development network that is there already, with an API. The only argument
 * is JSON, see {@link ValidatorOptions}. Prints its URL when it listens.
 */
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../../src/node/clock.ts'
import type { NodeLimits } from '../../../src/node/limits.ts'
import { openNetwork } from '../../../src/node/network/libp2p/open-network.ts'
import type { NetworkOptions } from '../../../src/node/network/libp2p/options.ts'
import type { OpenPeers } from '../../../src/node/network/open-peers.ts'
import { createNode, type NodeOptions } from '../../../src/node/node.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { createServer } from '../../../src/server/create-server.ts'

export type ValidatorOptions = {
  readonly dataDirectory: string
  /** Of its API; this machine's own address unless given. */
  readonly host?: string
  /** Of its API; 0 for any. */
  readonly port: number
  /** Its place in the network. */
  readonly network: Partial<NetworkOptions>
  readonly limits: Partial<NodeLimits>
  /** What kind of node it is, when it is no validator. */
  readonly role?: Pick<NodeOptions, 'follower' | 'prune'>
}

const { dataDirectory, host, port, network, limits, role }: ValidatorOptions = JSON.parse(process.argv[2]!)
const logger = pino({ level: 'info' }, pino.destination({ fd: 2, sync: true }))
const peers: OpenPeers = (modules) => openNetwork(network, modules)
const onFailure = (error: Error) => {
  logger.fatal({ err: error }, 'the node cannot go on')
  process.exit(1)
}
const node = createNode(
  { dataDirectory, network: 'dev', version: 'test', limits, ...role },
  { logger, peers, onFailure },
)
const server = createServer(
  { host, port, allowPublic: true, tokenFile: join(dataDirectory, 'api.token'), validateResponses: true },
  { node, log: logger, clock: systemClock, random: systemRandom },
)
const url = await server.listen()
process.stdout.write(`${JSON.stringify({ url })}\n`)
// Now, since it may be killed at any time.
flushCompileCache()
process.on('SIGTERM', async () => {
  await server.close()
  await node.close()
  process.exit(0)
})
await node.ready
