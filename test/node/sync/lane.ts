/** A chain that others have, and nodes that are behind. Peers that lie, stall or leave are put in between. */
import assert from 'node:assert/strict'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import { type AdjustableClock, createAdjustableClock } from '../../../src/node/clock.ts'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { type MemoryConnection, MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import type { Answerer, Subject } from '../../../src/node/network/requests.ts'
import { DEFAULT_SYNC_LIMITS, type SyncLimits } from '../../../src/node/sync/limits.ts'
import { serveSync } from '../../../src/node/sync/service.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { decodeMessage, encodeMessage } from '../../../src/protocol/consensus/messages.ts'
import type { Hooks } from '../support.ts'
import { openTestNode, START, type TestNode, type TestNodeOptions, type World } from '../world.ts'

/** Small ranges, so that a short chain has many; short waits, so that who does not answer holds no test up. */
export const SMALL: SyncLimits = {
  ...DEFAULT_SYNC_LIMITS,
  look: 20,
  rangeBlocks: 8,
  headersAsked: 64,
  headersStall: 100,
  appliedBlocks: 16,
  patience: 300,
  stall: 200,
  rest: 100,
  longestRest: 400,
}

/** Milliseconds until a test that waits gives up. */
const PATIENCE = 10_000

export type LaneOptions = TestNodeOptions & {
  readonly sync?: Partial<SyncLimits>
  /** What is done with its chain before it runs. */
  readonly first?: (node: TestNode) => Promise<void>
}

export type Lane = {
  readonly clock: AdjustableClock
  readonly network: MemoryNetwork
  /** A node that runs. A new one is behind. */
  open(name: string, options?: LaneOptions): Promise<LaneNode>
  /** A stranger that says it decides that height, to everybody who asks, and answers questions as it likes. */
  stranger(name: string, height: number, answers: Partial<Record<Subject, Answerer>>): MemoryConnection
}

export type LaneNode = TestNode & {
  readonly connection: MemoryConnection
  readonly stop: () => Promise<void>
}

export async function createLane(t: Hooks, world: World, workers: NodeWorkers): Promise<Lane> {
  await installNativeBls()
  const clock = createAdjustableClock()
  clock.advance(START + 24 * 3_600_000 - clock.now())
  const network = new MemoryNetwork(clock)
  return {
    clock,
    network,
    open: async (name, { sync, first, limits, ...options } = {}) => {
      const connection = network.join(name)
      const node = await openTestNode(t, world, workers, {
        ...{ key: null, clock, timers: true, network: connection },
        limits: {
          ...limits,
          sync: { ...SMALL, ...sync },
          consensus: { ...DEFAULT_LIMITS.consensus, tick: 50 },
        },
        ...options,
      })
      await first?.(node)
      void node.consensus.run(new AbortController().signal)
      const stop = async () => {
        connection.close()
        await node.close()
      }
      return { ...node, connection, stop }
    },
    stranger: (name, height, answers) => {
      const connection = network.join(name)
      const status = encodeMessage({ type: 'status', height, round: 0 })
      connection.consensus.onMessage((from, bytes) => {
        const message = decodeMessage(bytes)
        if (message.type === 'status' && message.height < height) connection.consensus.send(from, status)
      })
      connection.consensus.broadcast(status)
      for (const [subject, answerer] of Object.entries(answers)) {
        connection.requests.serve(subject as Subject, answerer)
      }
      return connection
    },
  }
}

export type Answers = { readonly headers: Answerer; readonly blocks: Answerer }

/** How a node answers questions, for a stranger that gives the same answers, or worse. */
export function answersOf(honest: LaneNode): Answers {
  const answers: Partial<Record<Subject, Answerer>> = {}
  const requests = {
    ...honest.connection.requests,
    serve: (subject: Subject, answerer: Answerer) => {
      answers[subject] = answerer
      return () => {}
    },
  }
  const { signal } = new AbortController()
  serveSync({ chain: honest.chain, requests, clock: honest.clock }, SMALL, signal)
  return { headers: answers.headers!, blocks: answers.blocks! }
}

/** Resolves when the condition holds. */
export async function until(holds: () => boolean, what: string, node?: TestNode): Promise<void> {
  const end = Date.now() + PATIENCE
  while (!holds()) {
    assert.ok(Date.now() < end, `still waiting: ${what}; ${told(node)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function told(node: TestNode | undefined): string {
  if (!node) return ''
  const { chain, sync, reports, failures, logger } = node
  return JSON.stringify({
    height: chain.height,
    progress: sync.progress,
    reports,
    failures,
    log: logger.lines,
  })
}

/** Both have the same blocks and the same state up to the lower head, and nothing failed. */
export async function sameChain(node: TestNode, source: TestNode): Promise<void> {
  assert.deepEqual([node.failures, source.failures], [[], []])
  for (let height = 1; height <= node.chain.height; height++) {
    const [own, other] = [
      await certifiedBlockAt(node.chain.tables, height),
      await certifiedBlockAt(source.chain.tables, height),
    ]
    assert.deepEqual(own?.block, other?.block, `block ${height}`)
  }
  if (node.chain.height === source.chain.height) {
    assert.deepEqual(node.chain.state, source.chain.state)
    assert.equal(node.chain.unspentOutputs, source.chain.unspentOutputs)
    const events = (one: TestNode) => one.events.read(0n, 10_000).then((all) => all.map(({ event }) => event))
    assert.deepEqual(await events(node), await events(source))
  }
}
