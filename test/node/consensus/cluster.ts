/** Several nodes of one chain in this process, which can be stopped, struck down in the middle of a step, and started again. */
import assert from 'node:assert/strict'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import { blockAt } from '../../../src/node/chain/find.ts'
import { type AdjustableClock, createAdjustableClock } from '../../../src/node/clock.ts'
import { Pace } from '../../../src/node/consensus/pace.ts'
import { decodeWire } from '../../../src/node/consensus/wire.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import {
  type MemoryConnection,
  MemoryNetwork,
  type MemoryNetworkOptions,
} from '../../../src/node/network/memory-network.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { blockId } from '../../../src/protocol/block.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { type Hooks, temporaryDirectory } from '../support.ts'
import { openTestNode, START, type TestNode, type TestNodeOptions, type World } from '../world.ts'

/** Short, so that a silent leader does not hold a test up, and long enough for a busy machine. */
export const QUICK = {
  ...DEFAULT_LIMITS.consensus,
  propose: { base: 800, increment: 200 },
  prevote: { base: 300, increment: 100 },
  precommit: { base: 300, increment: 100 },
  tick: 100,
}

export type Member = TestNode & {
  readonly connection: MemoryConnection
  readonly stop: () => Promise<void>
}

export type Cluster = {
  readonly clock: AdjustableClock
  readonly network: MemoryNetwork
  /** Those that run, by their position; followers come after the validators. */
  readonly members: readonly (Member | undefined)[]
  start(position: number, options?: TestNodeOptions): Promise<Member>
  /** Resolves when a member has committed that height. */
  reached(position: number, height: number): Promise<void>
  /** The chains of all that run agree as far as each of them goes; nobody was punished, and nobody said two things. */
  check(): Promise<void>
}

/** Milliseconds until a test that waits for a block gives up. */
const PATIENCE = 60_000

export async function createCluster(
  t: Hooks,
  world: World,
  workers: NodeWorkers,
  size: number,
  /** Who is whose neighbour, and what is overheard. */
  options: Pick<MemoryNetworkOptions, 'areNeighbours' | 'passes'> = {},
): Promise<Cluster> {
  const clock = createAdjustableClock()
  clock.advance(START - clock.now())
  const said = new Map<string, string>()
  const contradictions: string[] = []
  const network = new MemoryNetwork(clock, {
    stem: false,
    ...options,
    passes: (from, to, bytes) => {
      if (from.startsWith('node-')) contradictions.push(...listen(said, bytes))
      return options.passes?.(from, to, bytes) ?? true
    },
  })
  const pace = new Pace()
  const directories: string[] = []
  for (let position = 0; position < size; position++) directories.push(await temporaryDirectory(t))
  const members: (Member | undefined)[] = directories.map(() => undefined)

  const start = async (position: number, options: TestNodeOptions = {}): Promise<Member> => {
    const connection = network.join(`node-${position + 1}`)
    const node = await openTestNode(t, world, workers, {
      directory: directories[position]!,
      key: world.keys[position] ?? null,
      clock,
      timers: true,
      network: connection,
      pace,
      limits: { consensus: QUICK, retryDelay: 50 },
      ...options,
    })
    const stop = async () => {
      connection.close()
      if (members[position] === member) members[position] = undefined
      await node.close()
    }
    const member = { ...node, connection, stop }
    members[position] = member
    void node.consensus.run(new AbortController().signal)
    return member
  }

  const reached = async (position: number, height: number) => {
    const { chain, failures } = members[position]!
    const until = Date.now() + PATIENCE
    while (chain.height < height) {
      assert.deepEqual([failures, contradictions], [[], []])
      assert.ok(Date.now() < until, `node ${position + 1} is still at ${chain.height}, not ${height}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  const check = async () => {
    assert.deepEqual(contradictions, [])
    const ids = new Map<number, string>()
    for (const member of members) {
      if (!member) continue
      assert.deepEqual([member.failures, member.reports, member.consensus.evidence], [[], [], []])
      for (let height = 1; height <= member.chain.height; height++) {
        const id = toHex(blockId((await blockAt(member.chain.tables, height)).header))
        assert.equal(ids.get(height) ?? id, id, `two blocks at height ${height}`)
        ids.set(height, id)
        assert.ok(await certifiedBlockAt(member.chain.tables, height))
      }
    }
  }
  return { clock, network, members, start, reached, check }
}

/** Tells of a validator that signs two things of one kind in one round. */
function listen(said: Map<string, string>, bytes: Uint8Array): string[] {
  const message = decodeMessageOf(bytes)
  if (!message || (message.type !== 'vote' && !('proposal' in message))) return []
  const {
    height,
    round,
    validator,
    blockId: id,
    ...rest
  } = message.type === 'vote' ? message.vote : { ...message.proposal, kind: 'proposal' }
  const key = `${rest.kind} of ${validator} at ${height}, ${round}`
  const name = id ? toHex(id) : 'none'
  if ((said.get(key) ?? name) !== name) return [key]
  said.set(key, name)
  return []
}

/** Undefined for a transaction, which goes over the same network. */
function decodeMessageOf(bytes: Uint8Array) {
  try {
    return decodeWire(bytes, NETWORKS.dev)
  } catch {
    return undefined
  }
}
