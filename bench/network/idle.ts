/**
 * What a node with `--prune` takes of memory that follows a chain of empty blocks and has nothing else to do: a process of its
 * own, as `stegos node` starts it, whose neighbour on a real socket is the network's only validator.
 */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/cli/free-port.ts'
import { prepareDevnet } from '../../src/node/devnet.ts'
import { GENESIS_FILE } from '../../src/node/genesis/genesis-file.ts'
import { silentLogger as logger } from '../../src/node/logger.ts'
import { bounded } from '../crypto/rows.ts'
import { type Row, summary } from '../harness.ts'
import type { hooks } from '../hooks.ts'
import { memoryOf } from './proc.ts'
import { startNode } from './processes.ts'

/** Milliseconds after which a node has ended its threads, taken its garbage out, and is as it stays. */
const IDLE = 75_000
/** MiB. */
const WANTED = 150

/** @param directory an empty one */
export async function idleRows(
  ends: ReturnType<typeof hooks>,
  directory: string,
  progress: (line: string) => void,
): Promise<Row[]> {
  const [validator, follower] = [join(directory, 'validator'), join(directory, 'follower')]
  for (const one of [validator, follower]) await mkdir(one)
  await prepareDevnet([validator], { logger })
  await copyFile(join(validator, GENESIS_FILE), join(follower, GENESIS_FILE))
  const port = await freePort()
  const listen = `/ip4/127.0.0.1/tcp/${port}`
  const neighbour = await startNode({
    ...{ name: 'validator', directory: validator, port },
    config: { network: { listen: [listen] } },
  })
  ends.after(() => neighbour.stop())
  const config = { prune: true, network: { persistent: [`${listen}/p2p/${neighbour.peerId}`] } }
  // The first start leaves compiled code for the second, which is like all that follow.
  await (await startNode({ name: 'follower', directory: follower, port: 0, config })).stop()
  const node = await startNode({ name: 'follower', directory: follower, port: 0, config })
  ends.after(() => node.stop())
  progress('letting a node that prunes be idle …')
  const { height } = await node.client.node.status()
  await wait(IDLE)
  const followed = (await node.client.node.status()).height - height
  if (followed < IDLE / 2_000) throw new Error(`only ${followed} blocks came to the idle node`)
  const { all, own, files } = memoryOf(node.pid)
  const parts = `anonymous ${Math.round(own)}, pages of files ${Math.round(files)}`
  const row = { ...summary('RSS of a node that prunes, idle', [all], 'MiB', parts), group: 'An idle node' }
  const goal = { against: parts, wanted: `under ${WANTED} MiB` }
  return [bounded(row, goal, (figure) => figure < WANTED)]
}
