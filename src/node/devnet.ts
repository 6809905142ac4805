/**
 * A development network of several validators in this process: full nodes with data directories of their own, on a network
 * in memory, with one clock and one set of worker threads.
 */
import { join } from 'node:path'
import { systemRandom } from '../protocol/crypto/random.ts'
import type { NetworkParams } from '../protocol/network.ts'
import { type AdjustableClock, createAdjustableClock } from './clock.ts'
import { Pace } from './consensus/pace.ts'
import type { Machinery } from './core.ts'
import { installNativeBls } from './crypto/native-bls.ts'
import { readTextFile } from './files.ts'
import { type Devnet, openDevnets } from './genesis/devnet.ts'
import { GENESIS_FILE, parseGenesis } from './genesis/genesis-file.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { MemoryNetwork } from './network/memory-network.ts'
import { createNode, type NodeModules, type NodeOptions, type StegosNode } from './node.ts'
import { createNodeWorkers } from './workers/node-workers.ts'

export type DevnetOptions = Pick<
  NodeOptions,
  'dataDirectory' | 'awardProver' | 'prune' | 'serveSnapshots' | 'version' | 'limits' | 'walletLimits'
> & {
  /** How many nodes; each is a validator, and all have the same weight. */
  readonly validators: number
}

export type DevnetNodes = {
  /** In the order of their directories. */
  readonly nodes: readonly StegosNode[]
  /** Closes all of them. */
  close(): Promise<void>
}

/** Validators of one development network at most: all of them run in this process. */
export const MAX_DEVNET_VALIDATORS = 16

/** The data directories of the nodes: a single one has the whole directory. */
export function devnetDirectories(dataDirectory: string, validators: number): string[] {
  if (validators === 1) return [dataDirectory]
  return Array.from({ length: validators }, (_, index) => join(dataDirectory, `node-${index + 1}`))
}

/** How many validators the network of a data directory has; undefined when there is none yet. @throws StoreError `corrupt`. */
export async function devnetSize(dataDirectory: string): Promise<number | undefined> {
  for (const directory of [dataDirectory, join(dataDirectory, 'node-1')]) {
    const text = await readTextFile(join(directory, GENESIS_FILE))
    if (text !== undefined) return parseGenesis(text).genesis.validators.length
  }
  return undefined
}

/**
 * Makes the network of a data directory, or reads it, without a node: for nodes that are processes of their own.
 * @returns what each node's directory holds, in the order of {@link devnetDirectories}
 * @throws StoreError `corrupt`, `wrong_chain`
 */
export async function prepareDevnet(
  directories: readonly string[],
  { logger, random = systemRandom }: Pick<NodeModules, 'logger' | 'random'>,
  params?: NetworkParams,
): Promise<Devnet[]> {
  const clock = createAdjustableClock()
  const ending = new AbortController()
  await installNativeBls({ logger })
  const workers = createNodeWorkers({ limits: DEFAULT_LIMITS, signal: ending.signal }, { clock, logger })
  try {
    return await openDevnets(directories, { clock, random, workers }, params)
  } finally {
    ending.abort(new Error('the network is made'))
  }
}

/** Starts the nodes, making the network when there is none. `ready` of each says when it has started. */
export function createDevnet(
  { dataDirectory, validators, ...options }: DevnetOptions,
  modules: Omit<NodeModules, 'peers' | 'workers' | 'pace'>,
): DevnetNodes {
  const directories = devnetDirectories(dataDirectory, validators)
  if (directories.length === 1) {
    const node = createNode({ ...options, dataDirectory, network: 'dev' }, modules)
    return { nodes: [node], close: () => node.close() }
  }
  const clock: AdjustableClock = modules.clock ?? createAdjustableClock()
  const ending = new AbortController()
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const workers = createNodeWorkers({ limits, signal: ending.signal }, { clock, logger: modules.logger })
  const network = new MemoryNetwork(clock, { stem: false })
  const pace = new Pace()
  const openNetwork = together(directories.length, (machinery) => openDevnets(directories, machinery))
  const connections = directories.map((_, index) => network.join(`node-${index + 1}`))
  const nodes = directories.map((directory, index) =>
    createNode(
      { ...options, dataDirectory: directory, network: 'dev' },
      {
        ...modules,
        clock,
        workers,
        pace,
        peers: connections[index],
        openNetwork: async (machinery) => (await openNetwork.open(machinery))[index]!,
      },
    ),
  )
  for (const node of nodes) node.ready.catch(openNetwork.fail)
  return {
    nodes,
    close: async () => {
      await Promise.all(nodes.map((node) => node.close()))
      for (const connection of connections) connection.close()
      ending.abort(new Error('the network is closing'))
    },
  }
}

/** Opens the network for all nodes at once, when each of them has locked its directory; fails for all when one cannot. */
function together(count: number, open: (modules: Machinery) => Promise<Devnet[]>) {
  const opened = Promise.withResolvers<Devnet[]>()
  opened.promise.catch(() => {})
  let arrived = 0
  return {
    open: (modules: Machinery) => {
      arrived++
      if (arrived === count) opened.resolve(open(modules))
      return opened.promise
    },
    fail: (error: unknown) => opened.reject(error),
  }
}
